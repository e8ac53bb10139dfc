"""Two facing pages on one sheet: where the fold between them is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from auditor.document.furniture import DIGITS, FOOT, HEAD, PAGE_LABEL
from auditor.document.hidden import Picture
from auditor.document.sheet import Bools, Sheet

LEAST_RATIO = 1.15
"""Width to height: two facing pages lie wider than high."""
MIDDLE = (0.42, 0.58)
"""Shares of the width between which the fold is looked for."""
NARROWEST = 0.015
"""Share of the width: what nothing stands on, at least, beside the fold."""
GRAIN = 8
"""Dots: small marks and noise of a scan vanish where so many are taken together."""
QUIET = 0.2
"""Of what the picture has elsewhere: a strip that changes less from top to bottom is empty."""
FEWEST_LINES = 3
CELLS = 400
"""The width of a sheet, in parts of it that are free or not."""
LEVEL = 6
"""Points by which the running lines of facing pages may differ in height."""


def find_fold(picture: Picture) -> int | None:
    """Find the empty strip, light or in shadow, in the middle of a picture; name its middle."""
    height, width = (size // GRAIN * GRAIN for size in picture.shape)
    if width < LEAST_RATIO * height or height < 2 * GRAIN:
        return None
    parts = picture[:height, :width].reshape(height // GRAIN, GRAIN, width // GRAIN, GRAIN)
    rough = np.abs(np.diff(parts.mean(axis=(1, 3)), axis=0)).mean(axis=0)
    start, end = _widest_run(rough < QUIET * np.quantile(rough, 0.75))
    return (start + end) * GRAIN // 2 if (end - start) * GRAIN >= NARROWEST * width else None


def settle_gutters(sheets: Sequence[Sheet]) -> None:
    """Note where sheets part, if they are spreads: slides and tables part in the middle too."""
    gutters = [(sheet, find_gutter(sheet)) for sheet in sheets if sheet.gutter is None]
    parting = [(sheet, gutter) for sheet, gutter in gutters if gutter is not None]
    facing = sum(
        _is_facing(sheet, gutter) or _is_double(sheet, sheets) for sheet, gutter in parting
    )
    if facing >= 0.5 * len(parting):
        for sheet, gutter in parting:
            sheet.gutter = gutter


def _is_facing(sheet: Sheet, gutter: float) -> bool:
    """Say whether both halves have the same running line, or numbers that follow each other."""
    lines, height = sheet.lines, sheet.frame[1]
    edge = np.flatnonzero((lines.bottom < HEAD * height) | (lines.top > FOOT * height)).tolist()
    left = [line for line in edge if lines.x1[line] < gutter]
    right = [line for line in edge if lines.x0[line] > gutter]
    return any(
        abs(lines.top[one] - lines.top[other]) < LEVEL
        and _go_together(sheet.line_text(one), sheet.line_text(other))
        for one in left
        for other in right
    )


def _go_together(left: str, right: str) -> bool:
    """Say whether two lines are those of facing pages.

    >>> _go_together("12", "13"), _go_together("A plan", "A plan"), _go_together("12", "46")
    (True, True, False)
    """
    if PAGE_LABEL.match(left) and PAGE_LABEL.match(right):
        numbers = [[int(number) for number in DIGITS.findall(text)[:1]] for text in (left, right)]
        return numbers[1] == [number + 1 for number in numbers[0]]
    return left == right


def _is_double(sheet: Sheet, sheets: Sequence[Sheet]) -> bool:
    """Say whether a sheet is as wide as two others of its height."""
    return any(
        abs(sheet.width - 2 * other.width) < 0.02 * sheet.width
        and abs(sheet.height - other.height) < 0.02 * sheet.height
        for other in sheets
    )


def find_gutter(sheet: Sheet) -> float | None:
    """Find the empty strip between the lines in the left half of a sheet and those in the right."""
    (width, height), lines = sheet.frame, sheet.lines
    if width < LEAST_RATIO * height or not len(lines):
        return None
    grain = width / CELLS
    free = np.ones(CELLS, bool)
    for x0, x1 in [*zip(lines.x0, lines.x1, strict=True), *_sides(sheet)]:
        free[max(0, int(x0 / grain)) : int(x1 / grain) + 1] = False
    start, end = _widest_run(free)
    gutter = grain * (start + end) / 2
    right = (lines.x0 + lines.x1) / 2 > gutter
    fewest = min(int(right.sum()), int((~right).sum()))
    wide = end - start >= NARROWEST * CELLS
    return gutter if wide and fewest >= FEWEST_LINES else None


def _sides(sheet: Sheet) -> list[tuple[float, float]]:
    return [(table.box[0], table.box[2]) for table in sheet.tables]


def _widest_run(free: Bools) -> tuple[int, int]:
    """Give start and end of the longest run in the middle; an empty one where there is none."""
    first, last = (int(share * len(free)) for share in MIDDLE)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], free[first:last], [False]))))
    runs = [(int(b - a), int(a), int(b)) for a, b in edges.reshape(-1, 2)]
    _, start, end = max(runs, default=(0, 0, 0))
    return first + start, first + end


def number_leaves(sheets: Sequence[Sheet]) -> None:
    """Count pages as they are bound, two on a spread."""
    leaf = 1
    for sheet in sheets:
        sheet.leaf = leaf
        leaf += 1 if sheet.gutter is None else 2
