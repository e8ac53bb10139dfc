"""Paths that rule no table: fields behind marked text, and shapes that text runs across.

A rule parts cells, so no printed line goes on across it with a plain space. The bounds of a
clipped shape, a tile that is no rectangle or a field behind marked words part nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from auditor.document.page import Bools, Cells, ExtractedPage, Floats, Ints, Rect, rects_of
from auditor.document.pdf.layout.headings import ENDS, begins_small
from auditor.document.pdf.tables.line_fields import are_line_fields

PLAIN = 0.45
"""Of the height of a line: no wider is the space between two words of one cell."""
INSIDE = 1.5
"""Points: how far a rule may reach into the ink of a word."""
CORE = 0.25
"""Of the height of a word, above and below: an underline may stand there."""
MOST_CROSSED = 0.25
"""Of the heights of lines that an upright side stands beside."""
FEWEST_CUT = 2
MOST_CUT = 0.1
"""Of the lines of a table: so many may be too long for their cells."""
NARROW = 0.3
"""Of the height of a line: no wider is a space that is not stretched."""
CLOSE = 1.35
"""Heights of a line, from one to the next of a paragraph: a rule between leaves more."""
FEWEST_WORDS = 4
"""On a line of text."""
GRAIN = 3.0
"""Points within which lines stand on one height."""
MOST_COMPARED = 1_500_000
"""Paths times words: more have maps and charts, which no one reads as tables."""
SHORTEST = 6.0
"""Points: what is shorter is a dot, a tick or a dash."""
THIN = 3.0
"""Points: what is no higher is a level rule."""
TIGHT = 1.5
"""Points between marked words and the edge of the field behind them; cells have more."""
LOW = 1.5
"""Times the height of its words: a field behind one line is no higher."""


def ruling_paths(page: ExtractedPage) -> list[Rect]:
    """Return the bounds of the paths that may rule a table: long in one way at least."""
    paths = page.drawn.paths
    sides = paths[(paths[:, 2] - paths[:, 0] > SHORTEST) | (paths[:, 3] - paths[:, 1] > SHORTEST)]
    if not len(sides) or 2 * len(paths) * len(page.words) > MOST_COMPARED:
        return list(rects_of(sides))
    rules = ~are_line_fields(sides, page)
    printed = _Print(page)
    for side, met in _met(sides, page).items():
        rules[side] &= not printed.is_stray(sides[side].tolist(), met)
    return list(rects_of(sides[rules]))


def _met(sides: Floats, page: ExtractedPage) -> dict[int, list[int]]:
    """Return for each path that lines stand in, or reach into, which they are."""
    left, high, right, low = sides.T[:, :, None]
    lines = page.lines
    meets = (lines.top < low) & (lines.bottom > high) & (lines.x0 <= right) & (lines.x1 >= left)
    found: dict[int, list[int]] = defaultdict(list)
    at, line = divmod(meets.ravel().nonzero()[0], len(lines))
    for side, own in zip(at.tolist(), line.tolist(), strict=True):
        found[side].append(own)
    return found


Line = tuple[float, float, float, float, int, int]
"""Top, x0, bottom and x1 of a printed line, its first word and the one after its last."""


class _Print:
    """What is printed on a page: it tells which paths rule nothing."""

    def __init__(self, page: ExtractedPage) -> None:
        lines = page.lines
        self._boxes = page.boxes
        sides = (lines.top, lines.x0, lines.bottom, lines.x1, lines.first, lines.last)
        self._lines: list[Line] = list(zip(*(side.tolist() for side in sides), strict=True))
        self._highest = float((lines.bottom - lines.top).max())

    def is_stray(self, side: Sequence[float], lines: Sequence[int]) -> bool:
        """True if words are struck through by a path, run across it or are marked by it.

        `lines` are those that stand in the path, or reach into it.
        """
        met = [self._lines[line] for line in lines]
        if self._runs_through_words(side, met):
            return True
        height = side[3] - side[1]
        if height <= THIN:
            return False
        is_low = height < LOW * self._highest
        return self._is_crossed(side, met) or (is_low and self._marks(side, met))

    def _runs_through_words(self, side: Sequence[float], met: Sequence[Line]) -> bool:
        """True if the upper or lower side of a path strikes through words."""
        left, high, right, low = side
        count = 0
        for line in met:
            if high > line[0] or low < line[2]:
                for x0, over, x1, under in self._words(line):
                    core = CORE * (under - over)
                    top, bottom = over + core, under - core
                    is_struck = top < high < bottom or top < low < bottom
                    count += is_struck and left < x0 and x1 < right
        return count >= FEWEST_CUT

    def _is_crossed(self, side: Sequence[float], met: Sequence[Line]) -> bool:
        """True if printed lines run across the left or right side of a path: words, plain spaces."""
        left, high, right, low = side
        levels: set[int] = set()
        for line in met:
            if line[1] <= left <= line[3] or line[1] <= right <= line[3]:
                levels |= {
                    round(y / GRAIN)
                    for start, end, y in _ink(self._words(line))
                    if high < y < low and (start <= left <= end or start <= right <= end)
                }
        if not levels:
            return False
        beside = [line for line in self._lines if line[0] < low and line[2] > high]
        words = chain.from_iterable(map(self._words, beside))
        middles = [(top + bottom) / 2 for _, top, _, bottom in words]
        near = {round(y / GRAIN) for y in middles if high < y < low}
        return len(levels) > MOST_CROSSED * len(near)

    def _marks(self, side: Sequence[float], met: Sequence[Line]) -> bool:
        """True if a path lies close around a few words of one line."""
        left, high, right, low = side
        if min([line[1] for line in met]) - left >= TIGHT:
            return False
        within = [
            (x0, x1, bottom - top)
            for x0, top, x1, bottom in chain.from_iterable(map(self._words, met))
            if left < (x0 + x1) / 2 < right and high < (top + bottom) / 2 < low
        ]
        if not within:
            return False
        starts, ends, heights = zip(*within, strict=True)
        tallest: float = max(heights)
        is_close: bool = (
            abs(min(starts) - left) < TIGHT and abs(right - max(ends)) < PLAIN * tallest
        )
        return is_close and low - high < LOW * tallest

    def _words(self, line: Line) -> list[list[float]]:
        """Return the boxes of the words of a line."""
        boxes: list[list[float]] = self._boxes[line[4] : line[5]].tolist()
        return boxes


def _ink(words: Sequence[Sequence[float]]) -> Iterator[tuple[float, float, float]]:
    """Give start, end and middle of what text goes on across: words, the plain spaces between."""
    following = [*words[1:], None]
    for (x0, top, x1, bottom), other in zip(words, following, strict=True):
        y = (top + bottom) / 2
        yield x0 + INSIDE, x1 - INSIDE, y
        if other and other[0] - x1 <= PLAIN * (other[3] - other[1]):
            yield x1, other[0], y


def cuts_lines(page: ExtractedPage, rows: Sequence[Cells]) -> bool:
    """True if printed lines go on after a plain space from cell to cell, or out of the table.

    So may a sentence from line to line.
    """
    cell_of = _cells_of(page, rows)
    is_in = cell_of > 0
    leaves = (is_in[1:] != is_in[:-1]) & _plain_spaces(page)
    if np.count_nonzero(leaves) >= FEWEST_CUT or _cuts_a_sentence(page, is_in):
        return True
    cut = (cell_of[1:] != cell_of[:-1]) & _plain_spaces(page, NARROW)
    lines = np.count_nonzero(is_in[page.lines.first])
    return bool(np.count_nonzero(cut) >= max(FEWEST_CUT, MOST_CUT * lines))


def cuts_a_line(page: ExtractedPage, rows: Sequence[Cells]) -> bool:
    """True if a printed line goes on after a plain space from cell to cell, or out of the table."""
    cell_of = _cells_of(page, rows)
    return bool(((cell_of[1:] != cell_of[:-1]) & _plain_spaces(page, NARROW)).any())


def _cells_of(page: ExtractedPage, rows: Sequence[Cells]) -> Ints:
    """Return for each word the number of its cell; 0 for those outside the table."""
    cell_of = np.zeros(len(page.words), np.int64)
    cells = [cell for row in rows for cell in row]
    own = np.repeat(np.arange(1, len(cells) + 1), [len(cell) for cell in cells])
    cell_of[np.fromiter(chain.from_iterable(cells), np.int64, len(own))] = own
    return cell_of


def _cuts_a_sentence(page: ExtractedPage, is_in: Bools) -> bool:
    """True if a sentence goes on from a line in a table in the next line below it, or into one."""
    lines = page.lines
    first, last = lines.first, lines.last
    height = lines.bottom - lines.top
    step, shift = np.diff(lines.top), np.diff(lines.x0)
    follows = (step > 0) & (step < CLOSE * height[1:]) & (np.abs(shift) < GRAIN)
    follows &= (is_in[first[1:]] != is_in[last[:-1] - 1]) & ((last - first)[:-1] >= FEWEST_WORDS)
    words = page.words
    return any(
        words[last[at] - 1][-1] not in ENDS and begins_small(words[first[at + 1]])
        for at in follows.nonzero()[0].tolist()
    )


def _plain_spaces(page: ExtractedPage, widest: float = PLAIN) -> Bools:
    """Return for each word but the last whether its line goes on after a plain space."""
    x0, top, x1, bottom = page.boxes.T
    found: Bools = x0[1:] - x1[:-1] <= widest * (bottom - top)[1:]
    found[page.lines.first[1:] - 1] = False
    return found
