"""Tables of web pages: rows of words, or frames whose cells hold text of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from auditor.document.flow.drafts import PlainDraft
from auditor.document.flow.rows import Cell, cell_wording, row_drafts, span_of
from auditor.document.flow.wording import clean
from auditor.document.web.elements import role_of

CELLS = ("td", "th")
ROWS = frozenset(("tbody", "thead", "tfoot", "form", "colgroup"))
"""What rows may be wrapped in."""
TITLES = ("h1", "h2")
FEWEST_PARAGRAPHS = 3
MOST_PARAGRAPHS = 8
"""Paragraphs in one cell that show a table to be a frame, whatever stands beside it."""


@dataclass(slots=True)
class TableReader:
    """Reads one table of a page."""

    why_left_out: Callable[[Any], str | None]
    """Why an element is not read; nothing where it is."""
    read_within: Callable[[Any], list[PlainDraft]]
    """Reads what stands within an element of the table."""
    floats: list[PlainDraft] = field(default_factory=list)

    def is_frame(self, table: Any) -> bool:
        """True if a table only arranges the page."""
        if role_of(table) in ("presentation", "none"):
            return True
        rows = [list(row.iterchildren(*CELLS)) for row in _rows(table)]
        if max(map(len, rows), default=0) <= 1:
            return True
        if len(rows) == 1 and any(map(_holds_blocks, rows[0])):
            return True
        return any(_holds_page(cell) for cells in rows for cell in cells)

    def read(self, table: Any) -> Iterator[PlainDraft]:
        """Make a draft of each row, what stands outside of rows before them."""
        if stray := clean(" ".join(_stray(table))):
            yield PlainDraft("body", [stray])
        for element in table:
            if isinstance(element.tag, str) and element.tag not in ROWS and element.tag != "tr":
                yield from self._apart(element)
        rows = [row for row in _rows(table) if self._is_shown(row)]
        grid, after = [], []
        for row, left in zip(rows, _rows_left(rows), strict=True):
            self.floats = []
            grid.append([self._cell(cell, left) for cell in row.iterchildren(*CELLS)])
            after.append(self.floats)
        yield from row_drafts(grid, _heads(rows), after)

    def _is_shown(self, row: Any) -> bool:
        return not any(
            self.why_left_out(element)
            for element in (row, row.getparent())
            if element is not None and element.tag != "table"
        )

    def _apart(self, element: Any) -> Sequence[PlainDraft]:
        """Read what is neither row nor cell: a caption, text that strayed."""
        return () if self.why_left_out(element) else self.read_within(element)

    def _cell(self, cell: Any, left: int) -> Cell:
        """Read a cell: its paragraphs are one wording, tables and notes in it follow the row."""
        across, down = span_of(cell.get("colspan")), min(span_of(cell.get("rowspan")) or left, left)
        if self.why_left_out(cell):
            return Cell(across=across, down=down)
        return Cell(cell_wording(self.read_within(cell), self.floats), across, down)


def _rows(table: Any) -> Iterator[Any]:
    """Find the rows of a table, not those of tables in it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ROWS:
            yield from _rows(child)


def _rows_left(rows: Sequence[Any]) -> list[int]:
    """Count the rows from each on in the part of the table that it belongs to: no cell leaves it."""
    left: list[int] = []
    parts = [row.getparent() for row in rows]
    for part, below in zip(reversed(parts), [None, *reversed(parts)], strict=False):
        left.append(left[-1] + 1 if part is below else 1)
    return left[::-1]


def _stray(element: Any) -> Iterator[str]:
    """Find text of a table that stands in no cell: browsers show it before the table."""
    yield element.text or ""
    for child in element:
        if child.tag == "tr" or child.tag in ROWS:
            yield from _stray(child)
        yield child.tail or ""


def _heads(rows: Sequence[Any]) -> int | None:
    """Count the rows at the top that name the columns; None where none is marked so."""
    count = 0
    widest = max((len(row.findall("td")) + len(row.findall("th")) for row in rows), default=0)
    for row in rows:
        cells = list(row.iterchildren(*CELLS))
        is_title = count and len(cells) == 1 < widest
        marked = not is_title and all(cell.tag == "th" for cell in cells)
        if row.getparent().tag != "thead" and not marked:
            break
        count += 1
    return count or None


def _holds_blocks(cell: Any) -> bool:
    """True if a cell holds a table, a heading or several paragraphs."""
    if next(cell.iter("table", "h1", "h2", "h3", "h4"), None) is not None:
        return True
    return len(list(cell.iterchildren("p", "div", "ul", "ol"))) >= FEWEST_PARAGRAPHS


def _holds_page(cell: Any) -> bool:
    """True if a cell holds as much as a page: its title, or many paragraphs."""
    if next(cell.iter(*TITLES), None) is not None:
        return True
    return len(list(cell.iterchildren("p"))) >= MOST_PARAGRAPHS
