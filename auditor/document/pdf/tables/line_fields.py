"""Fields behind single lines that lie in the field of a cell: word processors paint both.

A cell and each paragraph in it may have a colour of their own. The edges of the fields behind
its lines part nothing; those of the cell do.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import sub

import numpy as np

from auditor.document.page import Bools, ExtractedPage, Floats, Ints

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
    """Return for each of some paths whether it is the field behind a line of a cell's field."""
    found = np.zeros(len(sides), bool)
    height = sides[:, 3] - sides[:, 1]
    is_high = height > LEAST_HEIGHT
    if not np.count_nonzero(is_high):
        return found
    tallest = float(np.maximum.reduce(page.boxes[:, 3] - page.boxes[:, 1]))
    low = (is_high & (height < LOW * tallest)).nonzero()[0]
    every = page.drawn.paths
    fields = every[every[:, 3] - every[:, 1] > LEAST_HEIGHT]
    if not len(low) or _are_many(fields, LOW * tallest):
        return found
    paths, around = _lie_within(sides.take(low, 0), fields)
    if len(paths):
        lines = _Lines(page)
        line = np.zeros(len(fields))
        own = np.bincount(around).nonzero()[0]
        line[own] = [lines.height_in(*field) for field in fields.take(own, 0).tolist()]
        paths = low[paths]
        found[paths[height[paths] < LOW * line[around]]] = True
    return found


def _are_many(fields: Floats, low: float) -> bool:
    """True if fields, and those of them that are lower than some height, are too many to compare."""
    many = len(fields) ** 2 >= MOST_COMPARED
    return (
        many
        and int(np.count_nonzero(fields[:, 3] - fields[:, 1] < low)) * len(fields) >= MOST_COMPARED
    )


def _lie_within(sides: Floats, fields: Floats) -> tuple[Ints, Ints]:
    """Return the paths that lie in a field about as wide as they, and the field of each, in pairs."""
    left, high, right, low = sides.T.copy()
    x0, top, x1, bottom = fields.T.copy()
    ranks = x0.argsort()
    starts = x0[ranks]
    reach = starts.searchsorted(left - MOST_INSET - NEAR), starts.searchsorted(left + 2 * NEAR)
    paths, near = spread(*reach)
    around = ranks[near]
    within = (high[paths] > (top - NEAR)[around]) & (low[paths] < (bottom + NEAR)[around])
    paths, around = paths[within], around[within]
    left, high, right, low = sides.take(paths, 0).T
    x0, top, x1, bottom = fields.take(around, 0).T
    within = (left > x0 - NEAR) & (left < x0 + MOST_INSET)
    within &= (right < x1 + NEAR) & (right > x1 - MOST_INSET)
    within &= (left - x0) + (x1 - right) + (high - top) + (bottom - low) > 2 * NEAR
    return paths[within], around[within]


def spread(first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Return each number of some half-open runs with the run that it is of, as pairs.

    >>> spread(np.array([4, 0, 7]), np.array([6, 0, 8]))
    (array([0, 0, 2]), array([4, 5, 7]))
    """
    counts = last - first
    ends = counts.cumsum()
    number = np.arange(ends[-1]) + (first - ends + counts).repeat(counts)
    return np.arange(len(counts)).repeat(counts), number


class _Lines:
    """The lines of a page, by how far down the middle of each stands."""

    def __init__(self, page: ExtractedPage) -> None:
        lines, words = page.lines.plain, page.words
        edges = zip(
            lines.top, lines.bottom, lines.x0, lines.x1, lines.words, lines.first, strict=True
        )
        self._least: float = min(map(sub, lines.bottom, lines.top))
        self._ranked = sorted(
            [
                ((top + bottom) / 2, x0, x1, bottom - top)
                for top, bottom, x0, x1, count, first in edges
                if count > 1 or len(words[first]) > MARK
            ]
        )
        self._middles = [place[0] for place in self._ranked]

    def height_in(self, left: float, top: float, right: float, bottom: float) -> float:
        """Return how high the lines in a field are; 0 where texts stand side by side, as cells do."""
        first = bisect_right(self._middles, top)
        last = bisect_left(self._middles, bottom)
        own = [
            (middle, height)
            for middle, x0, x1, height in self._ranked[first:last]
            if x0 > left - NEAR and x1 < right + NEAR
        ]
        if not own:
            return self._least
        heights: list[float] = sorted(height for _, height in own)
        if any(low - high <= LEVEL * heights[0] for (high, _), (low, _) in pairwise(own)):
            return 0.0
        return heights[len(own) // 2]
