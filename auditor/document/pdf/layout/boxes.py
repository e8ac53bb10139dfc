"""Boxes on a page, and the pieces of text that stand in them or beside them.

What stands in one box is read together, whatever stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from auditor.document.page import ExtractedPage, Floats, Ints, Rect
from auditor.document.plain_lines import PlainLines

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
LARGER = 1.12
"""Times the size of most words: type of headings."""
WIDE = 0.55
"""Of the width of a page: a field that goes across its columns."""
MOST_BANNER = 3.0
"""Times the height of a heading: a field that is no higher is its ground."""


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


def pieces_of(page: ExtractedPage, runs: Sequence[Sequence[int]]) -> list[Piece]:
    """Return a piece for each run of lines."""
    every, bold = page.lines.plain, page.lines.bold.tolist()
    large = LARGER * every.usual_size()
    pieces: list[Piece] = []
    for run in runs:
        first, count = run[0], len(run)
        is_set_off = every.size[first] >= large or bold[first]
        box = every.x0[first], every.top[first], every.x1[first], every.bottom[first]
        words = every.words[first]
        if count > 1:
            box, words = _extent(every, run)
        pieces.append(Piece(*box, count, words, is_set_off))
    least = WIDE * page.frame[0]
    wide = [fill for fill in page.drawn.fills if fill[2] - fill[0] > least]
    return _with_banners(pieces, wide) if wide else pieces


def _extent(every: PlainLines, run: Sequence[int]) -> tuple[Rect, int]:
    """Return the bounds of a run of several lines, and how many words it has."""
    if run[-1] - run[0] == len(run) - 1 and list(run) == [*range(run[0], run[-1] + 1)]:
        own = slice(run[0], run[-1] + 1)
        x0, top, x1, bottom = every.x0[own], every.top[own], every.x1[own], every.bottom[own]
        return (min(x0), min(top), max(x1), max(bottom)), sum(every.words[own])
    box = (
        min([every.x0[line] for line in run]),
        min([every.top[line] for line in run]),
        max([every.x1[line] for line in run]),
        max([every.bottom[line] for line in run]),
    )
    return box, sum([every.words[line] for line in run])


def _with_banners(pieces: list[Piece], fills: Sequence[Rect]) -> list[Piece]:
    """Return pieces, headings alone on a field across the page as wide as that field."""
    for left, high, right, low in dict.fromkeys(fills):
        own = [
            at
            for at, piece in enumerate(pieces)
            if high <= (piece.top + piece.bottom) / 2 <= low
            and left < piece.x1
            and piece.x0 < right
        ]
        if len(own) == 1 and pieces[own[0]].is_set_off:
            head = pieces[own[0]]
            if low - high < MOST_BANNER * (head.bottom - head.top):
                wide = min(head.x0, left), max(head.x1, right)
                pieces[own[0]] = head._replace(x0=wide[0], x1=wide[1])
    return pieces


def box_of(page: ExtractedPage, lines: Ints) -> Ints:
    """Return for each line the number of the box that it stands in; -1 for lines in none.

    No line goes across the sides of a box, and none stands beside another in it.
    """
    found = np.full(len(lines), -1, np.int64)
    paths = page.drawn.paths
    if len(paths) < FEWEST_BOXES:
        return found
    boxes = paths.compress(paths[:, 3] - paths[:, 1] > LEAST_HEIGHT, 0)
    if not len(boxes):
        return found
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    is_box = (width > LEAST_WIDTH) & (width < MOST_WIDTH * page.frame[0])
    is_box &= height < MOST_WIDTH * page.frame[1]
    boxes = boxes.compress(is_box, 0)
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
