"""Quotes found again in the file: each is the page's own characters, or is marked.

What a page says was put in order, cleaned and joined before it was judged. So each statement
is held against the characters as the file has them, in the file's own order: all of it in one
run, the parts on two pages and the cells of a row each in their own. Where a file writes lines
side by side, line by line, each line of a cell must stand in one run, and on the page straight
below the line before it or at the head of the next column. Words of a line that the file holds
apart must stand on the page with a plain space between them, or be what numbers the line. A
statement of which that is not so may be whole and may be spliced: it is "read with doubt", like
all of a page whose letters are coded as others.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import repeat

import numpy as np

from auditor.document.characters import bare
from auditor.document.page import LETTERS
from auditor.document.structure.list_items import is_bullet, surely_numbers
from auditor.records import Block, Box, Document, Statement, Words

BETWEEN_CELLS = " | "
MARKS = frozenset("0123456789ivx*,.†‡§¹²³⁴⁵⁶⁷⁸⁹⁰")
"""What the marks of notes are made of; they are no part of what is said."""
LONGEST_MARK = 40
"""Characters of the marks that stand at one place: "9, 10, 11, 12"."""
CLOSING = ".,;:!?)’”\"'"
MOST_STARTS = 40
"""Places at which a quote is looked for, word by word."""
SMALL = 0.9
"""Of the height of the words after it: the mark of a note is smaller."""
FARTHEST_BELOW = 3.0
"""Heights of a line: paragraphs and columns stand no further apart, nor does what numbers it."""
PLAIN_SPACE = 0.6
"""Of the height of a line: the white between two of its words."""
COLUMN = (10.0, 1.15)
"""Least heights of a line that are the width of a column; times it that the next may be wider."""


@dataclass(slots=True)
class _Run:
    """Words of a statement that follow each other on one page, in one cell."""

    page: int
    first: int
    """The index of the first of them among the words of the document."""
    words: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    def lines(self) -> list[_Run]:
        """Part the words into the lines that they are printed on."""
        lines: list[_Run] = []
        for at, (word, box) in enumerate(zip(self.words, self.boxes, strict=True), self.first):
            if not lines or not _is_beside(lines[-1].boxes[-1], box):
                lines.append(_Run(self.page, at))
            lines[-1].words.append(word)
            lines[-1].boxes.append(box)
        return lines

    def said(self) -> list[str]:
        """Return the words but for a bullet or the raised mark of a note before them."""
        is_marked = is_bullet(self.words[0]) or self._opens_with_mark()
        return self.words[1:] if is_marked else self.words

    def _opens_with_mark(self) -> bool:
        """True if the first word is the mark of a note: small, raised and close to the next."""
        if len(self.words) < 2 or not MARKS.issuperset(self.words[0]):
            return False
        mark, following = self.boxes[:2]
        height = following[3] - following[1]
        is_raised = mark[1] + mark[3] < following[1] + following[3]
        is_small = mark[3] - mark[1] < SMALL * height
        return is_raised and is_small and following[0] - mark[2] < height


def with_doubts(statements: Iterable[Statement], document: Document) -> tuple[Statement, ...]:
    """Return statements, those marked that are not found on their page as they were read."""
    if not any(document.printed):
        return tuple(statements)
    misread = {part.page for part in document.parts_unread if part.what == LETTERS}
    return tuple(
        replace(one, in_doubt=True) if _is_doubtful(one, document, misread) else one
        for one in statements
    )


def _is_doubtful(statement: Statement, document: Document, misread: set[int | None]) -> bool:
    """True if the words of a statement may not be what stands on its page; OCR is told apart."""
    if statement.ocr:
        return False
    if misread and document.words.page_at(statement.start, statement.end) in misread:
        return True
    return not is_on_page(statement, document)


def is_on_page(statement: Statement | Block, document: Document) -> bool:
    """True if the words of a statement stand on their page, cell by cell, in the file's order."""
    in_row = BETWEEN_CELLS in document.text[statement.start : statement.end]
    farthest = math.inf if in_row else FARTHEST_BELOW
    return all(
        _stands(run.words, printed) or _stands_by_lines(run, printed, document, farthest)
        for run in _runs(statement, document)
        if (printed := document.printed[run.page - 1])
    )


def _runs(statement: Statement | Block, document: Document) -> Iterator[_Run]:
    """Find the words of a statement that follow each other on one page, in one cell."""
    words, text = document.words, document.text
    run, last = _Run(0, 0), statement.start
    for at in words.between(statement.start, statement.end):
        start, end = max(words.starts[at], statement.start), min(words.ends[at], statement.end)
        if run.page != words.pages[at] or BETWEEN_CELLS in text[last:start]:
            if run.words:
                yield run
            run = _Run(words.pages[at], at)
        run.words.append(text[start:end])
        run.boxes.append(_box_of(words, at))
        last = end
    if run.words:
        yield run


def _stands_by_lines(run: _Run, printed: str, document: Document, farthest: float) -> bool:
    """True if each line of a cell stands in the characters of a page, and below the one before.

    The bullet of a line, or the mark of a note before it, may be written elsewhere in the file.
    """
    if all(map(is_bullet, run.words)):
        return True
    lines = run.lines()
    said = [line.said() for line in lines]
    places = [line.boxes[-len(own) :] for line, own in zip(lines, said, strict=True)]
    if not all(map(_line_stands, said, places, repeat(printed))):
        return False
    cell = above = _whole_line(lines[0], printed, document)
    gaps: list[Box] = []
    for box in (_around(line.boxes) for line in lines[1:]):
        gap = _gap(cell, above, box, farthest)
        white = [gap] if gap else _ends_of_columns(cell, above, box)
        if not white:
            return False
        gaps += white
        cell, above = _around([cell, box]) if gap else box, box
    return not _has_words_in(document.words, run.page, gaps)


def _line_stands(words: list[str], boxes: list[Box], printed: str, cuts: int = 5) -> bool:
    """True if a line stands in the characters of a page, or in a few parts plainly of one line."""
    if _stands(words, printed):
        return True
    ends = range(1, len(words) if cuts else 1)
    end = bisect_right(ends, 0, key=lambda end: not _stands(words[:end], printed))
    if not end or _loses_words(words[:end], words[end], printed):
        return False
    is_one_line = end == 1 and _numbers(words[0], *boxes[:2])
    if not is_one_line and _is_one_apart(words[:end], words[end:]):
        is_one_line = _has_plain_space(boxes[end - 1], boxes[end])
    return is_one_line and _line_stands(words[end:], boxes[end:], printed, cuts - 1)


def _is_one_apart(left: list[str], right: list[str]) -> bool:
    """True if one word stands before or after others; a figure before them is one of a chart."""
    return len(right) == 1 or (len(left) == 1 and left[0].isalpha())


def _loses_words(words: list[str], following: str, printed: str) -> bool:
    """True if a page has more between some words and the next than the mark of a note."""
    said, after = bare(" ".join(words)), bare(following)
    ends = (at + len(said) for at in _starts(said, printed))
    return any(printed.find(after, end, end + LONGEST_MARK + len(after)) >= 0 for end in ends)


def _has_plain_space(left: Box, right: Box) -> bool:
    """True if two words of one size stand on one height, a plain space between them."""
    height = right[3] - right[1]
    is_level = max(abs(left[1] - right[1]), abs(left[3] - right[3])) < 0.25 * height
    return is_level and -0.1 * height < right[0] - left[2] < PLAIN_SPACE * height


def _numbers(word: str, mark: Box, line: Box) -> bool:
    """True if a word is what numbers the line to its right."""
    is_near = 0 <= line[0] - mark[2] < FARTHEST_BELOW * (line[3] - line[1])
    return is_near and surely_numbers(word)


def _whole_line(line: _Run, printed: str, document: Document) -> Box:
    """Return the box around a line and what stands before it, if the file has it in one run.

    A statement may begin within a line, right of where the next line ends.
    """
    words, first, box = document.words, line.first, line.boxes[0]
    while first and words.pages[first - 1] == line.page:
        before = _box_of(words, first - 1)
        if not _is_beside(before, box):
            break
        first, box = first - 1, before
    own = range(first, line.first)
    said = [document.text[words.starts[at] : words.ends[at]] for at in own]
    boxes = [_box_of(words, at) for at in own] if _stands(said + line.words, printed) else []
    return _around(boxes + line.boxes)


def _box_of(words: Words, at: int) -> Box:
    x0, top, x1, bottom = words.boxes[4 * at : 4 * at + 4]
    return x0, top, x1, bottom


def _is_beside(left: Box, right: Box) -> bool:
    """True if a word stands on the height of another, to its right."""
    shift = abs(left[1] + left[3] - right[1] - right[3]) / 2
    return right[0] >= left[0] and shift < 0.5 * max(left[3] - left[1], right[3] - right[1])


def _around(boxes: list[Box]) -> Box:
    """Return the box around some boxes."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def _gap(cell: Box, above: Box, line: Box, farthest: float) -> Box | None:
    """Return the white between a line and what a cell holds above it; None where it is not below."""
    x0, x1 = max(cell[0], line[0]), min(cell[2], line[2])
    is_below = line[1] + line[3] > above[1] + above[3]
    if x0 >= x1 or not is_below or line[1] - above[3] > farthest * (line[3] - line[1]):
        return None
    return x0, above[3], x1, line[1]


def _ends_of_columns(cell: Box, above: Box, line: Box) -> list[Box]:
    """Return the white below one column and above the next, in which a line goes on.

    Empty where it does not: the next column is to the right and as wide, and begins higher.
    """
    height, width = line[3] - line[1], cell[2] - cell[0]
    least, wider = COLUMN
    goes_on = line[3] < above[1] and 0 < line[0] - cell[2] < FARTHEST_BELOW * height
    if not goes_on or not least * height < width > (line[2] - line[0]) / wider:
        return []
    below = (cell[0], above[3], cell[2], above[3] + height)
    return [below, (line[0], line[1] - FARTHEST_BELOW * height, line[2], line[1])]


def _has_words_in(words: Words, page: int, gaps: list[Box]) -> bool:
    """True if words of a page stand in one of some places."""
    boxes = np.frombuffer(words.boxes, np.float32).reshape(-1, 4)
    x0, top, x1, bottom = boxes[np.frombuffer(words.pages, words.pages.typecode) == page].T
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return any(
        bool(((x > left) & (x < right) & (y > high) & (y < low)).any())
        for left, high, right, low in gaps
    )


def _stands(words: list[str], printed: str) -> bool:
    """True if words stand in the characters of a page, but for the marks of notes."""
    if bare(" ".join(words)) in printed:
        return True
    letters = [found for found in map(bare, words) if found]
    return any(
        _goes_on(letters, printed, start) for start in _starts(letters[0].rstrip(CLOSING), printed)
    )


def _starts(word: str, printed: str) -> Iterator[int]:
    """Find where a word stands on a page, so many times at most."""
    at = -1
    for _ in range(MOST_STARTS):
        at = printed.find(word, at + 1)
        if at < 0:
            return
        yield at


def _goes_on(words: list[str], printed: str, at: int) -> bool:
    """True if words follow each other from a place on, no more than marks between them."""
    for word in words:
        stem = word.rstrip(CLOSING)
        for part in (stem, *word[len(stem) :]):
            at = _after(part, printed, at)
            if at < 0:
                return False
    return True


def _after(part: str, printed: str, at: int) -> int:
    """Return where a part of a word ends that stands here or after a mark; -1 where it does not."""
    for skipped in range(LONGEST_MARK + 1):
        if printed.startswith(part, at + skipped):
            return at + skipped + len(part)
        between = printed[at + skipped : at + skipped + 1]
        if between not in MARKS and between.isprintable():
            return -1
    return -1
