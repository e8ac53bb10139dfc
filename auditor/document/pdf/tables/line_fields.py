"""Fields behind single lines that lie in the field of a cell: word processors paint both.

A cell and each paragraph in it may have a colour of their own. The edges of the fields behind
its lines part nothing; those of the cell do.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from auditor.document.page import Bools, ExtractedPage, Floats

LOW = 2.0
"""Times the height of its lines: a field behind one is no higher."""
LEAST_HEIGHT = 6.0
"""Points: what is lower is a rule."""
MOST_INSET = 12.0
"""Points between the sides of a cell and of its lines."""
NEAR = 1.0
"""Points by which a field may reach out of that of its cell."""
LEVEL = 0.5
"""Of the height of a line: lines whose middles are no further apart stand side by side."""
MOST_COMPARED = 1_000_000
"""Paths times paths: more have maps and charts."""
MARK = 2
"""Letters of a bullet or number, which stands beside its own text."""


def are_line_fields(sides: Floats, page: ExtractedPage) -> Bools:
    """Return for each path whether it is the field behind a line of a cell's field."""
    found = np.zeros(len(sides), bool)
    height = sides[:, 3] - sides[:, 1]
    is_high = height > LEAST_HEIGHT
    if np.count_nonzero(is_high) < 2:
        return found
    tallest = float((page.boxes[:, 3] - page.boxes[:, 1]).max())
    low = (is_high & (height < LOW * tallest)).nonzero()[0]
    fields = sides[is_high]
    if not 0 < len(low) * len(fields) < MOST_COMPARED:
        return found
    within = _lie_within(sides[low], fields)
    line = np.zeros(len(fields))
    around = np.flatnonzero(within.any(axis=0))
    middle = (page.lines.top + page.lines.bottom) / 2
    line[around] = [_line_height(page, middle, field) for field in fields[around].tolist()]
    found[low] = (within & (height[low][:, None] < LOW * line)).any(axis=1)
    return found


def _lie_within(sides: Floats, fields: Floats) -> Bools:
    """Return for each path and field whether the path lies in the field, about as wide as it."""
    left, high, right, low = (side[:, None] for side in sides.T)
    x0, top, x1, bottom = fields.T
    within = (left > x0 - NEAR) & (left < x0 + MOST_INSET) & (high > top - NEAR)
    within &= (right < x1 + NEAR) & (right > x1 - MOST_INSET) & (low < bottom + NEAR)
    smaller = (left - x0) + (x1 - right) + (high - top) + (bottom - low) > 2 * NEAR
    found: Bools = within & smaller
    return found


def _line_height(page: ExtractedPage, middle: Floats, field: Sequence[float]) -> float:
    """Return how high the lines of a field are; 0 where texts stand side by side, as cells do.

    `middle` holds how far down the middle of each line of the page stands.
    """
    lines = page.lines
    x0, top, x1, bottom = field
    inside = (lines.x0 > x0 - NEAR) & (lines.x1 < x1 + NEAR) & (middle > top) & (middle < bottom)
    first, last = lines.first, lines.last
    own = [
        at
        for at in inside.nonzero()[0].tolist()
        if last[at] - first[at] > 1 or len(page.words[first[at]]) > MARK
    ]
    heights = np.sort((lines.bottom - lines.top)[own])
    if not len(own):
        return float((lines.bottom - lines.top).min())
    if (np.diff(np.sort(middle[own])) <= LEVEL * heights[0]).any():
        return 0.0
    return float(heights[len(own) // 2])
