"""Boxes on a page, and the pieces of text that stand in them or beside them.

What stands in one box is read together, whatever stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from auditor.document.page import ExtractedPage, Floats, Ints

LEAST_WIDTH, LEAST_HEIGHT = 60.0, 30.0
"""Points: room for a few words on two lines."""
MOST_WIDTH = 0.55
"""Of the width of a page: a box beside others."""
LEVEL = 0.5
"""Of the height of a line: lines whose middles are no further apart stand side by side."""
FEWEST_LINES, FEWEST_BOXES = 2, 2
FEWEST_WORDS = 2
"""To a line: figures alone are those of a chart."""
MOST_COMPARED = 1_000_000
"""Paths times lines: more have maps and charts."""
NEAR = 1.0
"""Points by which a line may reach out of its box."""
LEAST_PROSE = 3
"""Words on a line of text in columns."""


class Piece(NamedTuple):
    """A line or run of lines to be put in order."""

    x0: float
    top: float
    x1: float
    bottom: float
    lines: int
    words: int
    is_set_off: bool = False
    """Whether it is set as headings are: larger than most of the page, or bold."""

    @property
    def height(self) -> float:
        """Return the height of its lines."""
        return (self.bottom - self.top) / self.lines

    @property
    def is_prose(self) -> bool:
        """Return whether it has several words on a line, as text has."""
        return self.words > LEAST_PROSE * self.lines

    def crosses(self, gutters: Sequence[float]) -> bool:
        """True if it stands on both sides of a gutter."""
        return any(self.x0 < gutter - 1 and self.x1 > gutter + 1 for gutter in gutters)

    def is_level(self, other: Piece) -> bool:
        """True if another piece stands on one height with it."""
        shift = abs((self.top + self.bottom) - (other.top + other.bottom)) / 2
        return shift <= LEVEL * min(self.bottom - self.top, other.bottom - other.top)


def box_of(page: ExtractedPage, lines: Ints) -> Ints:
    """Return for each line the number of the box that it stands in; -1 for lines in none.

    No line goes across the sides of a box, and none stands beside another in it.
    """
    found = np.full(len(lines), -1, np.int64)
    paths = page.drawn.paths
    if len(paths) < FEWEST_BOXES:
        return found
    width, height = paths[:, 2] - paths[:, 0], paths[:, 3] - paths[:, 1]
    is_box = (width > LEAST_WIDTH) & (height > LEAST_HEIGHT)
    is_box &= (width < MOST_WIDTH * page.frame[0]) & (height < MOST_WIDTH * page.frame[1])
    boxes = paths[is_box]
    if not 0 < len(boxes) * len(page.lines) < MOST_COMPARED:
        return found
    every = page.lines
    x0, top, x1, bottom = (side[lines] for side in (every.x0, every.top, every.x1, every.bottom))
    middle = (top + bottom) / 2
    left, high, right, low = boxes.T[:, :, None]
    inside = (middle > high) & (middle < low) & (x0 > left - NEAR) & (x1 < right + NEAR)
    counts = np.count_nonzero(inside, axis=1)
    some = (counts >= FEWEST_LINES).nonzero()[0]
    if not len(some):
        return found
    boxes, inside, counts = boxes[some], inside[some], counts[some]
    left, high, right, low = boxes.T[:, :, None]
    words = inside @ (every.last - every.first)[lines]
    meets = (x0 < right) & (x1 > left) & (top < low - NEAR) & (bottom > high + NEAR)
    whole = ((meets == inside).all(axis=1) & (words >= FEWEST_WORDS * counts)).nonzero()[0]
    for at in whole[np.argsort(-counts[whole], kind="stable")].tolist():
        own = inside[at]
        if (found[own] < 0).all() and _is_one_column(middle[own], (bottom - top)[own]):
            found[own] = at
    return found


def _is_one_column(middle: Floats, height: Floats) -> bool:
    """True if no two lines stand side by side, as those of charts and forms do."""
    return bool((np.diff(np.sort(middle)) > LEVEL * height.min()).all())
