"""Tables of Markdown without borders: columns under lines of dashes, as pandoc writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from auditor.document.flow.hyphens import join_lines
from auditor.document.web.text.rewriting import replace_tables, table_page

COLUMNS = re.compile(r"^\s{0,3}-{2,}(?:\s+-{2,})+\s*$")
FULL = re.compile(r"^\s{0,3}-{5,}\s*$")
DASHES = re.compile(r"-+")
DASHED = re.compile(r"^[\s-]*$")
LONGEST = 400
"""Lines of a table with rows of several lines, at most."""
MOST_HEADS = 20
"""Lines of the heads of such a table, at most."""
MOST_CUT = 0.25
"""Share of the lines of a table, at most, in which a word runs over the edge of a column."""

Row = list[list[str]]
"""The lines of each cell."""


def replace_dashed_tables(text: str, render: Callable[[str], str], known: frozenset[str]) -> str:
    """Write such tables anew as tables of a web page; `render` makes a page of a cell's text."""

    def write(lines: Sequence[str]) -> str:
        rows, heads = dashed_rows(lines, known)
        return table_page(rows, heads, render)

    return replace_tables(text, find_dashed, write)


def find_dashed(lines: Sequence[str], done: int, at: int) -> tuple[int, int] | None:
    """Find the table whose columns a line tells, after the lines that are done: its first and end."""
    if not COLUMNS.match(lines[at]):
        return None
    start = _start(lines, done, at)
    is_ruled = bool(FULL.match(lines[start]))
    end = _end(lines, at, FULL if is_ruled else COLUMNS, stops_at_blank=start < at and not is_ruled)
    return (start, end) if _fits(lines[at + 1 : end], lines[at]) else None


def _start(lines: Sequence[str], done: int, at: int) -> int:
    """Return where the heads of a table begin that stand above its line of columns."""
    start = at
    while (
        start > max(done, at - MOST_HEADS)
        and lines[start - 1].strip()
        and not FULL.match(lines[start - 1])
    ):
        start -= 1
    if start > done and FULL.match(lines[start - 1]):
        return start - 1
    return at - 1 if at > done and lines[at - 1].strip() else at


def _end(lines: Sequence[str], at: int, closing: re.Pattern[str], *, stops_at_blank: bool) -> int:
    """Return where a table ends: at a line of dashes, or at the first empty line.

    One whose heads have no line above them has no row of several lines, and stops at a blank.
    """
    empty = None
    for end in range(at + 1, len(lines)):
        is_blank = not lines[end].strip()
        if closing.match(lines[end]) or (empty is None and FULL.match(lines[end])):
            return end + 1
        if lines[end][:1] == "#" or (is_blank and stops_at_blank):
            return end if empty is None else empty
        if is_blank and empty is None:
            empty = end
        if empty is not None and end - at >= LONGEST:
            break
    return len(lines) if empty is None else empty


def _fits(body: Sequence[str], rule: str) -> bool:
    """True if lines are parted where the columns are, and one at least by more than a blank."""
    edges = [found.start() for found in DASHES.finditer(rule)][1:]
    filled = [line for line in body if not DASHED.match(line)]
    cut = sum(any(line[at - 1 : at + 1].strip(" ")[1:] for at in edges) for line in filled)
    is_wide = any(not line[at - 2 : at].strip() for line in filled for at in edges)
    return is_wide and cut <= MOST_CUT * len(filled)


def dashed_rows(lines: Sequence[str], known: frozenset[str]) -> tuple[list[list[str]], int]:
    """Return the cells of each row of such a table, and how many rows are heads."""
    rule = next(at for at, line in enumerate(lines) if COLUMNS.match(line))
    spans = [found.span() for found in DASHES.finditer(lines[rule])]
    heads = [line for line in lines[:rule] if not FULL.match(line)]
    body = [line for line in lines[rule + 1 :] if not FULL.match(line) and not COLUMNS.match(line)]
    parted = any(not line.strip() for line in body[:-1])
    rows = [*([heads] if heads else []), *_rows(body, parted)]
    cells = [[join_lines(cell, known) for cell in _cells(row, spans)] for row in rows]
    return cells, int(bool(heads))


def _rows(lines: Sequence[str], parted: bool) -> Iterator[list[str]]:
    """Give the lines of each row: one, or those up to an empty line."""
    held: list[str] = []
    for line in lines:
        if line.strip():
            held.append(line)
        if held and (not parted or not line.strip()):
            yield held
            held = []
    if held:
        yield held


def _cells(lines: Sequence[str], spans: Sequence[tuple[int, int]]) -> Row:
    """Cut lines where the columns part; the last column goes on to the end of the line."""
    edges = [0, *(start for start, _ in spans[1:]), 1 << 30]
    found = []
    for left, right in pairwise(edges):
        texts = (line[left:right].strip() for line in lines)
        found.append([text for text in texts if text])
    return found
