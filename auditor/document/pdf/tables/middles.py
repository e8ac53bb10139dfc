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
        self.words, self.boxes, self.lines = page.words, boxes, page.lines
        self.x = (boxes[:, 0] + boxes[:, 2]) / 2
        self.y = (boxes[:, 1] + boxes[:, 3]) / 2
        self.x0: list[float]
        self.top: list[float]
        self.x1: list[float]
        self.bottom: list[float]
        self.x0, self.top, self.x1, self.bottom = boxes.T.tolist()
        self._height: list[float] = (boxes[:, 3] - boxes[:, 1]).tolist()
        self._inside: dict[Rect, Ints] = {}

    @cached_property
    def _line(self) -> list[int]:
        """The printed line of each word."""
        counts = self.lines.last - self.lines.first
        return list(np.arange(len(counts)).repeat(counts).tolist())

    @cached_property
    def _levels(self) -> list[float]:
        """Twice the middle of each word; a raised one stands on the middle of its line."""
        lines = self.lines
        height = self.boxes[:, 3] - self.boxes[:, 1]
        tallest = np.maximum.reduceat(height, lines.first)
        is_plain = (lines.bottom - lines.top < EVEN * tallest) & (lines.way == 0)
        counts = lines.last - lines.first
        is_raised = height < np.where(is_plain, SMALL * tallest, 0.0).repeat(counts)
        levels = 2 * self.y
        if is_raised.any():
            levels[is_raised] = (lines.top + lines.bottom).repeat(counts)[is_raised]
        return list(levels.tolist())

    def inside(self, box: Rect) -> Ints:
        """Return the words whose middle stands in a box."""
        found = self._inside.get(box)
        if found is None:
            left, top, right, bottom = box
            x, y = self.x, self.y
            found = ((x > left) & (x < right) & (y > top) & (y < bottom)).nonzero()[0]
            self._inside[box] = found
        return found

    def holds_words(self, box: Rect) -> bool:
        """True if enough words for a table stand in a box."""
        return len(self.inside(box)) >= FEWEST_WORDS_OF_TABLE

    def goes_on(self, word: int) -> bool:
        """True if the printed line of a word goes on after it with a plain space."""
        following = word + 1
        if following == len(self._line) or self._line[following] != self._line[word]:
            return False
        return self.x0[following] - self.x1[word] < PLAIN * self._height[word]

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
        rows = self._count_rows(words)
        if rows and (len(words) < MOST_TEXTS * FEWEST_ON_LINE or self._are_few(words, rows)):
            return words
        if len(words) < MOST_TEXTS * FEWEST_ON_LINE:
            return self.in_rows(words)
        return [word for column in self._columns(words) for word in self.in_rows(column)]

    def _count_rows(self, words: list[int]) -> int:
        """Count the rows of words that stand in order as they come; 0 where they do not plainly."""
        levels, x0 = self._levels, self.x0
        apart = 2 * max(map(self._height.__getitem__, words))
        rows, before = 1, words[0]
        for word in words[1:]:
            step = levels[word] - levels[before]
            if step > apart:
                rows += 1
            elif step or x0[word] < x0[before]:
                return 0
            before = word
        return rows

    def _are_few(self, words: list[int], rows: int) -> bool:
        """True if words are of as many lines as rows, and of too few for columns of text."""
        first, last = self._line[words[0]], self._line[words[-1]]
        is_whole = words[-1] - words[0] == len(words) - 1 and last - first == rows - 1
        return is_whole and rows < 2 * FEWEST_LINES

    def _columns(self, words: list[int]) -> list[list[int]]:
        """Part the words of a cell into columns of text side by side, if it holds such."""
        columns: list[list[list[int]]] = []
        right = 0.0
        lines = self.lines_of(words)
        for line in sorted(lines, key=lambda line: self.x0[line[0]]):
            first = line[0]
            if not columns or self.x0[first] > right + WHITE * self._height[first]:
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
        levels, height = self._levels, self._height
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
