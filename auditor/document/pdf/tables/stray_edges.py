"""Paths that rule no table: fields behind marked text, and shapes that text runs across.

A rule parts cells, so no printed line goes on across it with a plain space. The bounds of a
clipped shape, a tile that is no rectangle or a field behind marked words part nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import sub

import numpy as np

from auditor.document.page import Bools, Cells, ExtractedPage, Floats, Ints
from auditor.document.pdf.layout.headings import ENDS, begins_small
from auditor.document.pdf.tables.line_fields import are_line_fields, spread

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
"""Points: what is no higher is a level rule, what is no wider an upright one."""
WIDEST, HIGHEST = 0.98, 0.9
"""Of a page: boxes that fill more of it are its ground."""
TIGHT = 1.5
"""Points between marked words and the edge of the field behind them; cells have more."""
LOW = 1.5
"""Times the height of its words: a field behind one line is no higher."""


def ruling_paths(page: ExtractedPage) -> Floats:
    """Return the bounds of the paths that may rule a table: rules, and boxes that fill no page."""
    paths = page.drawn.paths
    width, height = page.frame
    left, high, right, low = paths.T
    across, down = right - left, low - high
    is_wide, is_high = across > SHORTEST, down > SHORTEST
    may_rule = is_wide & (down <= THIN) | is_high & (across <= THIN)
    may_rule |= is_wide & is_high & (across < WIDEST * width) & (down < HIGHEST * height)
    sides = paths.compress(may_rule, 0)
    if len(sides) and 2 * len(paths) * len(page.words) <= MOST_COMPARED:
        rules = ~are_line_fields(sides, page)
        rules[_Print(page, sides).strays()] = False
        sides = sides.compress(rules, 0)
    return sides


class _Print:
    """What is printed where paths of a page stand: it tells which of them rule nothing."""

    def __init__(self, page: ExtractedPage, sides: Floats) -> None:
        self._page, self._sides = page, sides
        lines = page.lines.plain
        self._highest = max(map(sub, lines.bottom, lines.top))
        self._side, self._line = self._meetings()

    def _meetings(self) -> tuple[Ints, Ints]:
        """Return paths and the lines that stand in them, or reach into them, in pairs."""
        lines, sides = self._page.lines, self._sides
        ranks = lines.top.argsort()
        tops = lines.top[ranks]
        first = tops.searchsorted(sides[:, 1] - self._highest)
        side, near = spread(first, np.maximum(tops.searchsorted(sides[:, 3]), first))
        line = ranks[near]
        left, high, right, _ = sides.take(side, 0).T
        meets = (lines.bottom[line] > high) & (lines.x0[line] <= right) & (lines.x1[line] >= left)
        return side[meets], line[meets]

    def strays(self) -> list[int]:
        """Return the paths by which words are struck through or marked, or that text runs across."""
        if not len(self._side):
            return []
        sides, lines, line = self._sides.take(self._side, 0).T, self._page.lines, self._line
        left, high, right, low = sides
        x0, x1 = lines.x0[line], lines.x1[line]
        found = self._struck(high, low)
        is_high = low - high > THIN
        crosses = is_high & ((x0 <= left) & (left <= x1) | (x0 <= right) & (right <= x1))
        found += self._crossed(crosses)
        is_low = is_high & (low - high < LOW * self._highest)
        is_close = is_low & (x0 - left < TIGHT)
        return found + self._marking(is_low) if np.count_nonzero(is_close) else found

    def _words(self, pairs: Bools) -> tuple[Ints, Ints, Floats, Floats]:
        """Return paths and the words of the lines of some pairs; and the bounds of both."""
        line = self._line[pairs]
        at, word = spread(self._page.lines.first[line], self._page.lines.last[line])
        side = self._side[pairs][at]
        return side, word, self._sides.take(side, 0).T, self._page.boxes.take(word, 0).T

    def _struck(self, high: Floats, low: Floats) -> list[int]:
        """Return the paths whose upper or lower side strikes through words."""
        lines, line = self._page.lines, self._line
        top, bottom = lines.top[line], lines.bottom[line]
        meets = (top < high) & (high < bottom) | (top < low) & (low < bottom)
        if not np.count_nonzero(meets):
            return []
        _, over, _, under = self._page.boxes.T
        core = CORE * (under - over)
        top = np.minimum.reduceat(over + core, lines.first)[line]
        bottom = np.maximum.reduceat(under - core, lines.first)[line]
        pairs = (top < high) & (high < bottom) | (top < low) & (low < bottom)
        if not np.count_nonzero(pairs):
            return []
        side, _, (left, high, right, low), (x0, over, x1, under) = self._words(pairs)
        core = CORE * (under - over)
        top, bottom = over + core, under - core
        is_struck = (top < high) & (high < bottom) | (top < low) & (low < bottom)
        is_struck &= (left < x0) & (x1 < right)
        found: list[int] = (np.bincount(side[is_struck]) >= FEWEST_CUT).nonzero()[0].tolist()
        return found

    def _crossed(self, pairs: Bools) -> list[int]:
        """Return paths across whose left or right side printed lines run: words, plain spaces."""
        if not np.count_nonzero(pairs):
            return []
        side, word, (left, high, right, low), (x0, top, x1, bottom) = self._words(pairs)
        space = _spaces_after(self._page)[word]
        y = (top + bottom) / 2
        start, end = x0 + INSIDE, x1 - INSIDE
        is_met = (start <= left) & (left <= end) | (start <= right) & (right <= end)
        is_met |= (x1 <= left) & (left <= space) | (x1 <= right) & (right <= space)
        is_met &= (high < y) & (y < low)
        if not np.count_nonzero(is_met):
            return []
        side, levels = side[is_met], np.rint(y[is_met] / GRAIN)
        _, top, _, bottom = self._page.boxes.T
        middles = (top + bottom) / 2
        found = []
        for at in set(side.tolist()):
            _, high, _, low = self._sides[at].tolist()
            near = np.rint(middles[(middles > high) & (middles < low)] / GRAIN)
            if len(set(levels[side == at].tolist())) > MOST_CROSSED * len(set(near.tolist())):
                found.append(at)
        return found

    def _marking(self, pairs: Bools) -> list[int]:
        """Return the paths that lie close around a few words of one line."""
        side, _, (left, high, right, low), (x0, top, x1, bottom) = self._words(pairs)
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        within = (left < x) & (x < right) & (high < y) & (y < low)
        if not np.count_nonzero(within):
            return []
        side = side[within]
        first = np.concatenate(([True], side[1:] != side[:-1])).nonzero()[0]
        own = side[first]
        left, high, right, low = self._sides.take(own, 0).T
        tallest = np.maximum.reduceat((bottom - top)[within], first)
        is_close = np.abs(np.minimum.reduceat(x0[within], first) - left) < TIGHT
        is_close &= np.abs(right - np.maximum.reduceat(x1[within], first)) < PLAIN * tallest
        found: list[int] = own[is_close & (low - high < LOW * tallest)].tolist()
        return found


def _spaces_after(page: ExtractedPage) -> Floats:
    """Return for each word where the plain space after it ends; before the page if none is."""
    x0, top, x1, bottom = page.boxes.T
    ends = np.concatenate((x0[1:], [-np.inf]))
    ends[:-1][x0[1:] - x1[:-1] > PLAIN * (bottom - top)[1:]] = -np.inf
    ends[page.lines.last - 1] = -np.inf
    return ends


def cuts_lines(page: ExtractedPage, rows: Sequence[Cells]) -> bool:
    """True if printed lines go on after a plain space from cell to cell, or out of the table.

    So may a sentence from line to line.
    """
    cell_of = _cells_of(page, rows)
    starts = cell_of[page.lines.first] > 0
    cut, gap, height = _cuts(page, cell_of)
    leaves = (gap <= PLAIN * height) & ((cell_of[cut] > 0) != (cell_of[cut + 1] > 0))
    if np.count_nonzero(leaves) >= FEWEST_CUT:
        return True
    ends = cell_of[page.lines.last - 1] > 0
    if _cuts_a_sentence(page, (starts[1:] != ends[:-1]).nonzero()[0].tolist()):
        return True
    most = max(FEWEST_CUT, MOST_CUT * np.count_nonzero(starts))
    return bool(np.count_nonzero(gap <= NARROW * height) >= most)


def cuts_a_line(page: ExtractedPage, rows: Sequence[Cells]) -> bool:
    """True if a printed line goes on after a plain space from cell to cell, or out of the table."""
    _, gap, height = _cuts(page, _cells_of(page, rows))
    return bool(np.count_nonzero(gap <= NARROW * height))


def _cuts(page: ExtractedPage, cell_of: Ints) -> tuple[Ints, Floats, Floats]:
    """Return the words after which their line goes on in another cell, or out of the table.

    Beside them the white before the next word, and its height.
    """
    is_cut = cell_of[1:] != cell_of[:-1]
    is_cut[page.lines.last[:-1] - 1] = False
    cut = is_cut.nonzero()[0]
    _, _, x1, _ = page.boxes.take(cut, 0).T
    x0, top, _, bottom = page.boxes.take(cut + 1, 0).T
    return cut, x0 - x1, bottom - top


def _cells_of(page: ExtractedPage, rows: Sequence[Cells]) -> Ints:
    """Return for each word the number of its cell; 0 for those outside the table."""
    cell_of = np.zeros(len(page.words), np.int64)
    cells = [cell for row in rows for cell in row]
    own = np.arange(1, len(cells) + 1).repeat([len(cell) for cell in cells])
    cell_of[np.fromiter(chain.from_iterable(cells), np.int64, len(own))] = own
    return cell_of


def _cuts_a_sentence(page: ExtractedPage, ends: Sequence[int]) -> bool:
    """True if a sentence goes on from one of some lines in the next line below it."""
    lines, words = page.lines.plain, page.words
    for at in ends:
        step = lines.top[at + 1] - lines.top[at]
        height = lines.bottom[at + 1] - lines.top[at + 1]
        follows = 0 < step < CLOSE * height and lines.words[at] >= FEWEST_WORDS
        if (
            follows
            and abs(lines.x0[at + 1] - lines.x0[at]) < GRAIN
            and words[lines.last[at] - 1][-1] not in ENDS
            and begins_small(words[lines.first[at + 1]])
        ):
            return True
    return False
