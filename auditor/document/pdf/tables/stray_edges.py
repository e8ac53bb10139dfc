"""Paths that rule no table: fields behind marked text, and shapes that text runs across.

A rule parts cells, so no printed line goes on across it with a plain space. The bounds of a
clipped shape, a tile that is no rectangle or a field behind marked words part nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from auditor.document.page import Bools, Cells, ExtractedPage, Floats, Ints, Lines
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


def ruling_paths(page: ExtractedPage) -> Floats:
    """Return the bounds of the paths that may rule a table: long in one way at least."""
    paths = page.drawn.paths
    sides = paths[(paths[:, 2] - paths[:, 0] > SHORTEST) | (paths[:, 3] - paths[:, 1] > SHORTEST)]
    if not len(sides) or 2 * len(paths) * len(page.words) > MOST_COMPARED:
        return sides
    height = sides[:, 3] - sides[:, 1]
    tallest = float((page.boxes[:, 3] - page.boxes[:, 1]).max())
    is_tall = height > THIN
    stray = np.zeros(len(sides), bool)
    for may_be, meet_lines, are_stray in (
        (~stray, _are_struck, _run_through_words),
        (is_tall, _meet_lines, _are_crossed),
        (is_tall & (height < LOW * tallest), _stand_beside, _are_marked),
    ):
        at = (may_be & ~stray).nonzero()[0]
        at = at[meet_lines(sides[at], page.lines).any(axis=1)]
        if len(at):
            stray[at] = are_stray(sides[at], page)
    return sides[~(stray | are_line_fields(sides, page))]


def _are_struck(sides: Floats, lines: Lines) -> Bools:
    """Return for each path and printed line whether the line is struck by its upper or lower side."""
    left, high, right, low = (side[:, None] for side in sides.T)
    struck = (lines.top < high) & (high < lines.bottom)
    struck |= (lines.top < low) & (low < lines.bottom)
    found: Bools = struck & (lines.x0 < right) & (lines.x1 > left)
    return found


def _meet_lines(sides: Floats, lines: Lines) -> Bools:
    """Return for each path and printed line whether the line goes across its left or right side."""
    left, _, right, _ = (side[:, None] for side in sides.T)
    crossed = (lines.x0 <= left) & (left <= lines.x1)
    crossed |= (lines.x0 <= right) & (right <= lines.x1)
    found: Bools = crossed & _stand_beside(sides, lines)
    return found


def _stand_beside(sides: Floats, lines: Lines) -> Bools:
    """Return for each path and printed line whether the line stands on its height."""
    high, low = sides[:, [1]], sides[:, [3]]
    found: Bools = (lines.top < low) & (lines.bottom > high)
    return found


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


@dataclass(frozen=True, slots=True)
class _Ink:
    """Stretches of a page's printed lines across which text goes on: words, plain spaces."""

    x0: Floats
    x1: Floats
    y: Floats
    """The middle of each."""

    @classmethod
    def of(cls, page: ExtractedPage) -> _Ink:
        """Return the stretches of a page: its words, then the spaces between them."""
        x0, top, x1, bottom = page.boxes.T
        middle = (top + bottom) / 2
        plain = _plain_spaces(page).nonzero()[0]
        return cls(
            np.append(x0 + INSIDE, x1[plain]),
            np.append(x1 - INSIDE, x0[plain + 1]),
            np.append(middle, middle[plain]),
        )


def _plain_spaces(page: ExtractedPage, widest: float = PLAIN) -> Bools:
    """Return for each word but the last whether its line goes on after a plain space."""
    x0, top, x1, bottom = page.boxes.T
    found: Bools = x0[1:] - x1[:-1] <= widest * (bottom - top)[1:]
    found[page.lines.first[1:] - 1] = False
    return found


def _are_crossed(sides: Floats, page: ExtractedPage) -> Bools:
    """Return for each path whether printed lines run across one of its sides."""
    ink = _Ink.of(page)
    left, high, right, low = (side[:, None] for side in sides.T)
    beside = (ink.y > high) & (ink.y < low)
    across = beside & (ink.x0 <= left) & (left <= ink.x1)
    across |= beside & (ink.x0 <= right) & (right <= ink.x1)
    crossed: Bools = across.any(axis=1)
    levels = np.round(ink.y / GRAIN)
    for at in crossed.nonzero()[0].tolist():
        own, near = (len(np.unique(levels[some[at]])) for some in (across, beside))
        crossed[at] = own > MOST_CROSSED * near
    return crossed


def _run_through_words(sides: Floats, page: ExtractedPage) -> Bools:
    """Return for each path whether its upper or lower side strikes through words."""
    x0, top, x1, bottom = page.boxes.T
    core = CORE * (bottom - top)
    left, high, right, low = (side[:, None] for side in sides.T)
    struck = (high > top + core) & (high < bottom - core)
    struck |= (low > top + core) & (low < bottom - core)
    found: Bools = np.count_nonzero(struck & (x0 > left) & (x1 < right), axis=1) >= FEWEST_CUT
    return found


def _are_marked(sides: Floats, page: ExtractedPage) -> Bools:
    """Return for each path whether it lies close around a few words of one line."""
    x0, top, x1, bottom = page.boxes.T
    left, high, right, low = (side[:, None] for side in sides.T)
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    within = (x > left) & (x < right) & (y > high) & (y < low)
    paths, words = within.nonzero()
    first = np.diff(paths, prepend=-1).nonzero()[0]
    found = np.zeros(len(sides), bool)
    if len(first):
        tallest = np.maximum.reduceat((bottom - top)[words], first)
        start = np.minimum.reduceat(x0[words], first)
        end = np.maximum.reduceat(x1[words], first)
        own = paths[first]
        left, high, right, low = sides[own].T
        is_close = np.abs(start - left) < TIGHT
        is_close &= np.abs(right - end) < PLAIN * tallest
        found[own] = is_close & (low - high < LOW * tallest)
    return found
