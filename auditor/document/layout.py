"""Words into printed lines, and which lines go on below each other.

Lines are cut where a gap is wider than a space can be.
"""

from __future__ import annotations

import numpy as np

from auditor.document.sheet import Bools, Floats, Ints, Lines, Sheet


def cut_lines(boxes: Floats, line: Ints) -> Ints:
    """Name the first word of each printed line, given the engine's own lines."""
    if len(boxes) == 1:
        return np.zeros(1, np.int64)
    x0, top, x1, bottom = boxes.T
    height = bottom - top
    gap = x0[1:] - x1[:-1]
    tallest = np.maximum(height[1:], height[:-1])
    shift = np.abs((top[1:] + bottom[1:]) - (top[:-1] + bottom[:-1])) / 2
    near = (shift < 0.38 * tallest) & (gap > -0.25 * tallest) & (gap < 0.95 * tallest)
    cut = (line[1:] != line[:-1]) & ~near
    wide = gap > 0.95 * tallest
    if wide.any():
        wide &= (gap > 1.6 * tallest) | _on_common_edge(x0, line)
    cut |= wide | (gap < -1.5 * tallest) | (shift > 0.8 * tallest)
    return np.flatnonzero(np.concatenate(([True], cut)))


def _on_common_edge(x0: Floats, line: Ints) -> Bools:
    """Say of each word but the first whether lines often begin where it does."""
    opens = np.concatenate(([True], line[1:] != line[:-1]))
    count = np.bincount(np.clip(x0[opens] / 3, 0, 2000).astype(int), minlength=2003)
    count[1:-1] = count[1:-1] + count[:-2] + count[2:]
    found: Bools = count[np.clip(x0[1:] / 3, 0, 2000).astype(int)] >= 4
    return found


def line_extents(boxes: Floats, first: Ints) -> tuple[Floats, Floats, Floats, Floats]:
    """Give x0, top, x1 and bottom of lines from the boxes of their words."""
    return (
        np.minimum.reduceat(boxes[:, 0], first),
        np.minimum.reduceat(boxes[:, 1], first),
        np.maximum.reduceat(boxes[:, 2], first),
        np.maximum.reduceat(boxes[:, 3], first),
    )


def part_lines(lines: Lines, boxes: Floats, begins: Bools) -> Lines:
    """Cut lines also before the words named."""
    every = begins.copy()
    every[lines.first] = True
    first = np.flatnonzero(every)
    old = np.searchsorted(lines.first, first, side="right") - 1
    x0, top, x1, bottom = line_extents(boxes, first)
    return Lines(
        first,
        np.append(first[1:], len(boxes)),
        x0,
        top,
        x1,
        bottom,
        lines.size[old],
        lines.bold[old],
        lines.sideways[old],
        lines.colour[old] if len(lines.colour) else lines.colour,
    )


def chained(sheet: Sheet, lines: Ints) -> Bools:
    """Say of each line but the first whether it goes on below the one before it."""
    all_lines = sheet.lines
    x0, x1 = all_lines.x0[lines], all_lines.x1[lines]
    top, size = all_lines.top[lines], all_lines.size[lines]
    height = all_lines.bottom[lines] - top
    overlap = np.minimum(x1[1:], x1[:-1]) - np.maximum(x0[1:], x0[:-1])
    narrower = np.minimum(x1[1:] - x0[1:], x1[:-1] - x0[:-1])
    step = (top + height)[1:] - (top + height)[:-1]
    tallest = np.maximum(height[1:], height[:-1])
    alike = np.abs(size[1:] - size[:-1]) <= 0.15 * np.maximum(size[1:], 1)
    found: Bools = (
        (overlap > 0.3 * narrower) & (step > 0.3 * tallest) & (step < 1.9 * tallest) & alike
    )
    return found
