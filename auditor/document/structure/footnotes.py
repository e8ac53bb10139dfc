"""Notes at the foot of a column."""

from __future__ import annotations

import re

from auditor.document.page import OrderedPage

ROMAN = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
NOTE = re.compile(
    rf"^\W?(?:\d{{1,3}}|[*†‡§]+|[a-z]|{ROMAN})[\s.)\]]?$|^(?:\d{{1,2}}|(?=[ivxl]{{2}}){ROMAN})[A-Z‘“]"
)


def find_notes(page: OrderedPage, body: float) -> set[int]:
    """Find footnotes: small lines at the foot of a column, from the first that has a mark."""
    found: set[int] = set()
    run: list[int] = []
    lines = page.lines
    if min(lines.plain.of_size, default=body) >= 0.93 * body:
        return found
    may_be = ((lines.size < 0.93 * body) & (lines.top > 0.4 * page.frame[1])).tolist()
    if True not in may_be:
        return found
    level = (lines.way == 0).tolist()
    for line in reversed(page.order):
        if line < 0 or line in page.aside or not level[line]:
            continue
        if may_be[line]:
            run.append(line)
        elif run:
            found.update(_from_mark(page, run[::-1]))
            run = []
    return found.union(_from_mark(page, run[::-1]))


def _from_mark(page: OrderedPage, lines: list[int]) -> list[int]:
    """Return the lines from the first that opens a note.

    Small lines right above it are the rest of a note that an earlier column cut.
    """
    for at, line in enumerate(lines):
        if opens_note(page, line):
            return [one for one in lines[:at] if page.block[one] == page.block[line]] + lines[at:]
    return []


def opens_note(page: OrderedPage, line: int) -> bool:
    """True if a line begins with the mark of a note; "a" before a small letter is an article."""
    opening = page.openings[line]
    if NOTE.match(opening) is None:
        return False
    following = page.lines.first.item(line) + (line not in page.mark)
    is_word = opening.isalpha() and opening.islower() and following < page.lines.last.item(line)
    return not (is_word and page.words[following][0].islower())
