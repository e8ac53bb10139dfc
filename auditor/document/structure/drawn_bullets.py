"""Bullets that are drawn: a small shape or picture before a line opens an item as a letter does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from auditor.document.page import NO_RECTS, Bools, ExtractedPage, Floats, Ints
from auditor.document.pdf.layout.headings import begins_small
from auditor.document.pdf.layout.lines import chained, goes_on_within
from auditor.document.structure.list_items import is_bullet

SMALLEST, LARGEST = 1.2, 14.0
"""Points: how wide and high a drawn bullet is."""
EVEN = 1.35
"""Times as wide as it is high, or as high as wide, at most."""
HIGH = 1.1
"""Of the height of the line beside it, at most."""
MIDDLE = 0.3
"""Of the height of a line: so far from its middle stands its bullet at most."""
NEAREST, FARTHEST = 0.1, 3.0
"""Heights of a line, between a bullet and its text."""
APART = 0.65
"""Heights of a line: no other shape stands as near."""
SAME = 1.5
"""Points between the middles of a shape and of what fills it."""
ALIKE = 0.5
"""Points by which the bullets of a page differ in size."""
FEWEST = 2
"""Of one size: a single shape may be part of a picture."""
FEWEST_LETTERS = 3
"""In a line: the points of a chart stand beside figures."""
MOST_COMPARED = 500_000
"""Shapes times lines, or times shapes beside lines: more have maps and charts."""


def find_drawn_bullets(page: ExtractedPage, some: Sequence[int]) -> frozenset[int]:
    """Return of some lines those before which a bullet is drawn that is no letter."""
    if len(page.drawn.paths) + len(page.drawn.images) < FEWEST:
        return frozenset()
    shapes = _small_shapes(page)
    if len(shapes) < FEWEST or not 0 < len(shapes) * len(some) < MOST_COMPARED:
        return frozenset()
    lines = np.array(some, np.int64)
    shape, at = _stand_before(page, shapes, lines)
    if not 0 < len(shape) * len(shapes) <= MOST_COMPARED:
        return frozenset()
    height = (page.lines.bottom - page.lines.top)[lines[at]]
    is_alone = _are_alone(shapes[shape], height, shapes)
    shape, at = shape[is_alone], at[is_alone]
    sizes = (shapes[:, 2] - shapes[:, 0])[shape]
    marked = {
        line
        for line, size in zip(lines[at].tolist(), sizes.tolist(), strict=True)
        if np.count_nonzero(np.abs(sizes - size) < ALIKE) >= FEWEST and _is_worded(page, line)
    }
    return _opening_items(page, some, marked) if marked else frozenset()


def _opening_items(page: ExtractedPage, lines: Sequence[int], marked: set[int]) -> frozenset[int]:
    """Return which of some lines may open an item, and do not go on within the one above them.

    An item that begins small may follow others that do.
    """
    found = set()
    is_small = False
    follows = chained(page, np.array(lines, np.int64))
    within = follows & goes_on_within(page, np.array(lines, np.int64))
    for line, is_next, goes_on in zip(
        lines, [False, *follows.tolist()], [False, *within.tolist()], strict=True
    ):
        opens = line in marked and (is_small or not goes_on)
        if opens:
            found.add(line)
        if opens or not is_next:
            is_small = begins_small(page.first_word(line))
    return frozenset(found)


def _small_shapes(page: ExtractedPage) -> Floats:
    """Return the bounds of what is drawn that is as small as a bullet, and as wide as high."""
    images = np.array(page.drawn.images) if page.drawn.images else NO_RECTS
    drawn = np.concatenate((page.drawn.paths, images)) if len(images) else page.drawn.paths
    width, height = drawn[:, 2] - drawn[:, 0], drawn[:, 3] - drawn[:, 1]
    large = np.maximum(width, height)
    if np.count_nonzero(large < LARGEST) < FEWEST:
        return NO_RECTS
    small = np.minimum(width, height)
    is_even = (small > SMALLEST) & (large < LARGEST) & (large < EVEN * small)
    return drawn.compress(is_even, 0)


def _stand_before(page: ExtractedPage, shapes: Floats, lines: Ints) -> tuple[Ints, Ints]:
    """Return shapes and the lines next to their right, on their height, in pairs.

    A shape on a line is part of a picture behind it.
    """
    every = page.lines
    x0, top, x1, bottom = (side[lines] for side in (every.x0, every.top, every.x1, every.bottom))
    left, high, right, low = shapes.T
    height = bottom - top
    off = np.abs((high + low)[:, None] - top - bottom)
    shape, at = (off < 2 * MIDDLE * height).nonzero()
    gap, height = x0[at] - right[shape], height[at]
    before = (gap > NEAREST * height) & (gap < FARTHEST * height)
    before &= (low - high)[shape] < HIGH * height
    shape, at, gap = shape[before], at[before], gap[before]
    if not len(shape):
        return shape, at
    own = np.bincount(shape).nonzero()[0]
    left, high, right, low = shapes[own].T[:, :, None]
    on_line = (top < low) & (bottom > high) & (x0 < right) & (x1 > left)
    nearest = np.full(len(shapes), np.inf)
    np.minimum.at(nearest, shape, gap)
    nearest[own[on_line.any(axis=1)]] = -np.inf
    kept = gap == nearest[shape]
    return shape[kept], at[kept]


def _are_alone(some: Floats, height: Floats, shapes: Floats) -> Bools:
    """Return for some shapes whether no other is as near as those of a picture or dotted rule."""
    x, y = shapes[:, [0, 2]].mean(axis=1), shapes[:, [1, 3]].mean(axis=1)
    right, down = some[:, [0, 2]].mean(axis=1), some[:, [1, 3]].mean(axis=1)
    distance = (x - right[:, None]) ** 2 + (y - down[:, None]) ** 2
    near = (distance > SAME**2) & (distance < (APART * height[:, None]) ** 2)
    found: Bools = ~near.any(axis=1)
    return found


def _is_worded(page: ExtractedPage, line: int) -> bool:
    """True if a line holds words, and no bullet of its own."""
    text = page.line_text(line)
    return sum(map(str.isalpha, text)) >= FEWEST_LETTERS and not is_bullet(page.first_word(line))
