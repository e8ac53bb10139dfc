"""Quotes found again in the file: each is the page's own characters, or is marked.

What a page says was put in order, cleaned and joined before it was judged. So each statement
is held against the characters as the file has them, in the file's own order: all of it in one
run, the parts on two pages and the cells of a row each in their own. One that does not stand
there may be whole and may be spliced: it is "read with doubt", like all of a page whose letters
are coded as others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.document.characters import bare
from auditor.document.page import LETTERS
from auditor.records import Document, Statement

BETWEEN_CELLS = " | "
MARKS = frozenset("0123456789ivx*,.†‡§¹²³⁴⁵⁶⁷⁸⁹⁰")
"""What the marks of notes are made of; they are no part of what is said."""
LONGEST_MARK = 40
"""Characters of the marks that stand at one place: "9, 10, 11, 12"."""
CLOSING = ".,;:!?)’”\"'"
MOST_STARTS = 40
"""Places at which a quote is looked for, word by word."""


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
        _stands(words, document.printed[page - 1])
        for page, words in _runs(statement, document)
        if document.printed[page - 1]
    )


def _runs(statement: Statement, document: Document) -> Iterator[tuple[int, list[str]]]:
    """Find the words of a statement that follow each other on one page, in one cell."""
    words, text = document.words, document.text
    run: list[str] = []
    page, last = 0, statement.start
    for at in words.between(statement.start, statement.end):
        start, end = max(words.starts[at], statement.start), min(words.ends[at], statement.end)
        if run and (words.pages[at] != page or BETWEEN_CELLS in text[last:start]):
            yield page, run
            run = []
        run.append(text[start:end])
        page, last = words.pages[at], end
    if run:
        yield page, run


def _stands(words: list[str], printed: str) -> bool:
    """True if words stand in the characters of a page, but for the marks of notes."""
    letters = [found for found in map(bare, words) if found]
    if not letters or "".join(letters) in printed:
        return True
    return any(_goes_on(letters, printed, start) for start in _starts(letters[0], printed))


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
