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
from typing import TYPE_CHECKING

from auditor.document.page import LETTERS, LOST
from auditor.document.quotes.places import (
    FARTHEST_BELOW,
    around,
    box_of,
    ends_of_columns,
    has_plain_space,
    has_words_in,
    is_beside,
    numbers,
    white_between,
)
from auditor.document.quotes.printed import MARKS, loses_words, stands
from auditor.document.structure.list_items import is_bullet
from auditor.records import Block, Box, Document

if TYPE_CHECKING:
    from auditor.records import Statement

BETWEEN_CELLS = " | "
SMALL = 0.9
"""Of the height of the words after it: the mark of a note is smaller."""


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
            if not lines or not is_beside(lines[-1].boxes[-1], box):
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
    if LOST in document.text[statement.start : statement.end]:
        return True
    if misread and document.words.page_at(statement.start, statement.end) in misread:
        return True
    return not is_on_page(statement, document)


def is_on_page(statement: Statement | Block, document: Document) -> bool:
    """True if the words of a statement stand on their page, cell by cell, in the file's order."""
    in_row = BETWEEN_CELLS in document.text[statement.start : statement.end]
    farthest = math.inf if in_row else FARTHEST_BELOW
    return all(
        stands(run.words, printed) or _stands_by_lines(run, printed, document, farthest)
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
        run.boxes.append(box_of(words, at))
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
    for box in (around(line.boxes) for line in lines[1:]):
        gap = white_between(cell, above, box, farthest)
        white = [gap] if gap else ends_of_columns(cell, above, box)
        if not white:
            return False
        gaps += white
        cell, above = around([cell, box]) if gap else box, box
    return not has_words_in(document.words, run.page, gaps)


def _line_stands(words: list[str], boxes: list[Box], printed: str, cuts: int = 5) -> bool:
    """True if a line stands in the characters of a page, or in a few parts plainly of one line."""
    if stands(words, printed):
        return True
    ends = range(1, len(words) if cuts else 1)
    end = bisect_right(ends, 0, key=lambda end: not stands(words[:end], printed))
    if not end or loses_words(words[:end], words[end], printed):
        return False
    is_one_line = end == 1 and numbers(words[0], *boxes[:2])
    if not is_one_line and _is_one_apart(words[:end], words[end:]):
        is_one_line = has_plain_space(boxes[end - 1], boxes[end])
    return is_one_line and _line_stands(words[end:], boxes[end:], printed, cuts - 1)


def _is_one_apart(left: list[str], right: list[str]) -> bool:
    """True if one word stands before or after others; a figure before them is one of a chart."""
    return len(right) == 1 or (len(left) == 1 and left[0].isalpha())


def _whole_line(line: _Run, printed: str, document: Document) -> Box:
    """Return the box around a line and what stands before it, if the file has it in one run.

    A statement may begin within a line, right of where the next line ends.
    """
    words, first, box = document.words, line.first, line.boxes[0]
    while first and words.pages[first - 1] == line.page:
        before = box_of(words, first - 1)
        if not is_beside(before, box):
            break
        first, box = first - 1, before
    own = range(first, line.first)
    said = [document.text[words.starts[at] : words.ends[at]] for at in own]
    boxes = [box_of(words, at) for at in own] if stands(said + line.words, printed) else []
    return around(boxes + line.boxes)
