"""Where the words of a page stand, as tables ask for it: which are in a box, in what order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby, pairwise

import numpy as np

from auditor.document.page import ExtractedPage, Ints, Rect

WHITE = 0.9
"""Of the height of a line: how wide the white between two columns of one cell is at least."""
PLAIN = 0.3
"""Of the height of a line: no wider is a space that is not stretched."""
SMALL = 0.75
"""Of the height of its line: a word that is raised or lowered is smaller."""
EVEN = 1.3
"""Times the height of its tallest word: so high is a line of which some words are raised."""
FEWEST_LINES = 3
FEWEST_WORDS_OF_TABLE = 4
MOST_TEXTS, FEWEST_ON_LINE = 3, 3
"""Texts side by side, and the words of each, that are no lines of one text."""
LEVEL = 0.75
"""Of the height of a line: labels of one line and of two are centred beside each other."""
FEWEST_WORDS = 2.5
"""Lines of a column within a cell, and words to each: numbers and figures make none."""


class Middles:
    """Where the words of a page stand, as tables ask for it."""

    def __init__(self, page: ExtractedPage) -> None:
        boxes = page.boxes
        self.words, self.boxes, self._lines = page.words, boxes, page.lines
        self.x = (boxes[:, 0] + boxes[:, 2]) / 2
        self.y = (boxes[:, 1] + boxes[:, 3]) / 2
        self.x0: list[float]
        self.top: list[float]
        self.x1: list[float]
        self.bottom: list[float]
        self.x0, self.top, self.x1, self.bottom = boxes.T.tolist()
        self.height: list[float] = (boxes[:, 3] - boxes[:, 1]).tolist()

    @cached_property
    def _line(self) -> list[int]:
        """The printed line of each word."""
        counts = self._lines.last - self._lines.first
        found: list[int] = np.repeat(np.arange(len(counts)), counts).tolist()
        return found

    @cached_property
    def _levels(self) -> list[float]:
        """Twice the middle of each word; a raised one stands on the middle of its line."""
        lines = self._lines
        height = self.boxes[:, 3] - self.boxes[:, 1]
        tallest = np.maximum.reduceat(height, lines.first)
        is_plain = (lines.bottom - lines.top < EVEN * tallest) & (lines.way == 0)
        counts = lines.last - lines.first
        is_raised = height < np.repeat(np.where(is_plain, SMALL * tallest, 0.0), counts)
        levels = 2 * self.y
        if is_raised.any():
            levels[is_raised] = np.repeat(lines.top + lines.bottom, counts)[is_raised]
        found: list[float] = levels.tolist()
        return found

    def inside(self, box: Rect) -> Ints:
        """Return the words whose middle stands in a box."""
        x, y = self.x, self.y
        found: Ints = ((x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])).nonzero()[0]
        return found

    def holds_words(self, box: Rect) -> bool:
        """True if enough words for a table stand in a box."""
        return len(self.inside(box)) >= FEWEST_WORDS_OF_TABLE

    def goes_on(self, word: int) -> bool:
        """True if the printed line of a word goes on after it with a plain space."""
        following = word + 1
        if following == len(self._line) or self._line[following] != self._line[word]:
            return False
        return self.x0[following] - self.x1[word] < PLAIN * self.height[word]

    def lines_of(self, words: list[int]) -> list[list[int]]:
        """Part words into the printed lines that they are of."""
        return [list(group) for _, group in groupby(sorted(words), key=self._line.__getitem__)]

    def stand_beside(self, words: list[int]) -> bool:
        """True if two lines of some words stand on one height."""
        lines = [(self.top[line[0]], self.bottom[line[0]]) for line in self.lines_of(words)]
        return any(
            below[0] - above[0] < LEVEL * (above[1] - above[0])
            for above, below in pairwise(sorted(lines))
        )

    def in_order(self, words: list[int]) -> list[int]:
        """Put the words of a cell in order: column by column where it holds columns of text."""
        if len(words) < MOST_TEXTS * FEWEST_ON_LINE:
            return self.in_rows(words)
        return [word for column in self._columns(words) for word in self.in_rows(column)]

    def _columns(self, words: list[int]) -> list[list[int]]:
        """Part the words of a cell into columns of text side by side, if it holds such."""
        columns: list[list[list[int]]] = []
        right = 0.0
        lines = self.lines_of(words)
        for line in sorted(lines, key=lambda line: self.x0[line[0]]):
            first = line[0]
            if not columns or self.x0[first] > right + WHITE * self.height[first]:
                columns.append([])
            columns[-1].append(line)
            right = max(right, max(map(self.x1.__getitem__, line)))
        if not all(map(_is_text, columns)) and not self._are_side_by_side(lines):
            return [words]
        return [[word for line in column for word in line] for column in columns]

    def _are_side_by_side(self, lines: list[list[int]]) -> bool:
        """True if three texts or more stand on one height, as the labels of a chart or form."""
        texts = [line for line in lines if len(line) >= FEWEST_ON_LINE]
        tops = sorted((self.top[line[0]], self.bottom[line[0]]) for line in texts)
        pairs = zip(tops, tops[MOST_TEXTS - 1 :], strict=False)
        return any(last[0] - top < LEVEL * (bottom - top) for (top, bottom), last in pairs)

    def in_rows(self, words: list[int]) -> list[int]:
        """Put words in order: lines from the top, each from the left."""
        if len(words) < 2:
            return words
        levels, height = self._levels, self.height
        ranked = sorted(words, key=levels.__getitem__)
        start, level = 0, levels[ranked[0]]
        ordered: list[int] = []
        for at, word in enumerate(ranked):
            shift = levels[word] - level
            if shift and shift > min(height[ranked[start]], height[word]):
                ordered += sorted(ranked[start:at], key=self.x0.__getitem__)
                start, level = at, levels[word]
        return ordered + sorted(ranked[start:], key=self.x0.__getitem__)


def _is_text(lines: Sequence[Sequence[int]]) -> bool:
    """True if lines are enough and hold words enough to be a column of text."""
    return len(lines) >= FEWEST_LINES and sum(map(len, lines)) >= FEWEST_WORDS * len(lines)
