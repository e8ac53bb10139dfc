"""Quotes found again in the file: each is the page's own characters, or is marked.

What a page says was put in order, cleaned and joined before it was judged. So each statement
is held against the characters as the file has them, in the file's own order: all of it in one
run, the parts on two pages and the cells of a row each in their own. Where a file writes lines
side by side, line by line, each line of a cell must stand in one run, and on the page straight
below the line before it. A statement of which that is not so may be whole and may be spliced: it
is "read with doubt", like all of a page whose letters are coded as others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from auditor.document.characters import bare
from auditor.document.page import LETTERS
from auditor.document.structure.list_items import is_bullet
from auditor.records import Box, Document, Statement, Words

BETWEEN_CELLS = " | "
MARKS = frozenset("0123456789ivx*,.†‡§¹²³⁴⁵⁶⁷⁸⁹⁰")
"""What the marks of notes are made of; they are no part of what is said."""
LONGEST_MARK = 40
"""Characters of the marks that stand at one place: "9, 10, 11, 12"."""
CLOSING = ".,;:!?)’”\"'"
MOST_STARTS = 40
"""Places at which a quote is looked for, word by word."""
FARTHEST_BELOW = 3.0
"""Heights of a line: paragraphs of one cell stand no further apart."""


@dataclass(slots=True)
class _Run:
    """Words of a statement that follow each other on one page, in one cell."""

    page: int
    words: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    def lines(self) -> list[_Run]:
        """Part the words into the lines that they are printed on."""
        lines: list[_Run] = []
        for word, box in zip(self.words, self.boxes, strict=True):
            if not lines or not _is_beside(lines[-1].boxes[-1], box):
                lines.append(_Run(self.page))
            lines[-1].words.append(word)
            lines[-1].boxes.append(box)
        return lines

    def said(self) -> list[str]:
        """Return the words but for a bullet before them."""
        return self.words[1:] if is_bullet(self.words[0]) else self.words


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


def is_on_page(statement: Statement, document: Document) -> bool:
    """True if the words of a statement stand on their page, cell by cell, in the file's order."""
    return all(
        _stands(run.words, printed) or _stands_by_lines(run, printed, document.words)
        for run in _runs(statement, document)
        if (printed := document.printed[run.page - 1])
    )


def _runs(statement: Statement, document: Document) -> Iterator[_Run]:
    """Find the words of a statement that follow each other on one page, in one cell."""
    words, text = document.words, document.text
    run, last = _Run(0), statement.start
    for at in words.between(statement.start, statement.end):
        start, end = max(words.starts[at], statement.start), min(words.ends[at], statement.end)
        if run.page != words.pages[at] or BETWEEN_CELLS in text[last:start]:
            if run.words:
                yield run
            run = _Run(words.pages[at])
        run.words.append(text[start:end])
        x0, top, x1, bottom = words.boxes[4 * at : 4 * at + 4]
        run.boxes.append((x0, top, x1, bottom))
        last = end
    if run.words:
        yield run


def _stands_by_lines(run: _Run, printed: str, words: Words) -> bool:
    """True if each line of a cell stands in the characters of a page, and below the one before.

    The bullet of a line may be written elsewhere in the file.
    """
    lines = run.lines()
    if len(lines) < 2 or not all(_stands(line.said(), printed) for line in lines):
        return False
    placed = [_around(line.boxes) for line in lines]
    gaps = [_gap(_around(placed[:at]), placed[at - 1], placed[at]) for at in range(1, len(placed))]
    return None not in gaps and not _has_words_in(words, run.page, [gap for gap in gaps if gap])


def _is_beside(left: Box, right: Box) -> bool:
    """True if a word stands on the height of another, to its right."""
    shift = abs(left[1] + left[3] - right[1] - right[3]) / 2
    return right[0] >= left[0] and shift < 0.5 * max(left[3] - left[1], right[3] - right[1])


def _around(boxes: list[Box]) -> Box:
    """Return the box around some boxes."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def _gap(cell: Box, above: Box, line: Box) -> Box | None:
    """Return the white between a line and what a cell holds above it; None where it is not below."""
    x0, x1 = max(cell[0], line[0]), min(cell[2], line[2])
    is_below = line[1] + line[3] > above[1] + above[3]
    if x0 >= x1 or not is_below or line[1] - above[3] > FARTHEST_BELOW * (line[3] - line[1]):
        return None
    return x0, above[3], x1, line[1]


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
        if printed[at + skipped : at + skipped + 1] not in MARKS:
            return -1
    return -1
