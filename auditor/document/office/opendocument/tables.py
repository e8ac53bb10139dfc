"""Tables and sheets of OpenDocument files."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from auditor.document.flow.drafts import PlainDraft
from auditor.document.flow.rows import Cell, cell_wording, row_drafts
from auditor.document.office.opendocument.names import OFFICE, TABLE, TEXT, number

if TYPE_CHECKING:
    from auditor.document.office.opendocument.body import Body

ROW, CELL, COVERED = f"{TABLE}table-row", f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
HEADS = f"{TABLE}table-header-rows"
GROUPS = frozenset((HEADS, f"{TABLE}table-rows", f"{TABLE}table-row-group"))
COLUMN = f"{TABLE}table-column"
COLUMN_GROUPS = frozenset((f"{COLUMN}s", f"{COLUMN}-group", f"{TABLE}table-header-columns"))
HIDDEN = ("collapse", "filter")
WIDEST = 1_000
"""Columns of which is known whether they are hidden."""
MOST_COPIES = 50
"""Times that a cell or row with words is taken as often as it says it is repeated."""
FEWEST_PARAGRAPHS = 3


@dataclass(slots=True)
class TableReader:
    """Reads one table."""

    body: Body
    """What the table stands in."""
    floats: list[PlainDraft] = field(default_factory=list)
    hidden: Sequence[int] = ()
    """The columns that are not shown, counted from 0, in order."""

    def read(self, table: Any) -> Iterator[PlainDraft]:
        """Make a draft of each row; of each paragraph where the table only draws a frame."""
        if self.body.styles.is_hidden("table", table.get(f"{TABLE}style-name")):
            self.body.account.hide("hidden table", table.itertext())
            return
        rows = [(row, heads) for row, heads in _rows(table) if not self._is_left_out(row)]
        is_sheet = table.getparent().tag == f"{OFFICE}spreadsheet"
        if _is_frame([row for row, _ in rows], is_sheet):
            for row, _ in rows:
                for cell in row.iterchildren(CELL):
                    yield from self.body.blocks(cell)
            return
        for shapes in table.iterchildren(f"{TABLE}shapes"):
            yield from self.body.blocks(shapes)
        self.hidden = tuple(_hidden_columns(table))
        yield from self._rows(rows)

    def _rows(self, rows: list[tuple[Any, bool]]) -> Iterator[PlainDraft]:
        grid, after, heads = [], [], 0
        for row, is_head in rows:
            self.floats = []
            cells = list(self._cells(row))
            copies = min(MOST_COPIES, number(row, f"{TABLE}number-rows-repeated"))
            for _ in range(copies if any(cell.wording for cell in cells) else 1):
                grid.append(cells)
                after.append(self.floats)
                self.floats = []
                heads += is_head
        yield from row_drafts(grid, heads or None, after)

    def _cells(self, row: Any) -> Iterator[Cell]:
        """Give the cells of a row; those that others cover are counted by what covers them."""
        at = 0
        for cell in row.iterchildren(CELL, COVERED):
            copies = number(cell, f"{TABLE}number-columns-repeated")
            across = number(cell, f"{TABLE}number-columns-spanned")
            shown = self._shown(at, across if across > 1 else min(copies, MOST_COPIES))
            if cell.tag == CELL and shown:
                down = number(cell, f"{TABLE}number-rows-spanned")
                name = cell.get(f"{TABLE}style-name")
                unread = self.body.styles.unread("table-cell", name, self.body.unread)
                inner = replace(self.body, unread=unread)
                words = cell_wording(inner.blocks(cell), self.floats)
                if across > 1:
                    yield Cell(words, shown, down)
                else:
                    yield from [Cell(words, 1, down)] * shown
            elif cell.tag == CELL:
                self.body.account.hide("hidden column", cell.itertext())
            at += copies

    def _shown(self, at: int, columns: int) -> int:
        """Count the columns from one on that are shown."""
        return columns - bisect_left(self.hidden, at + columns) + bisect_left(self.hidden, at)

    def _is_left_out(self, row: Any) -> bool:
        hidden = row.get(f"{TABLE}visibility") in HIDDEN
        if hidden:
            self.body.account.hide("hidden row", " ".join(row.itertext()))
        return hidden


def _rows(table: Any, is_head: bool = False) -> Iterator[tuple[Any, bool]]:
    """Find the rows of a table, not those of tables in it, and whether each is a head."""
    for child in table:
        if child.tag == ROW:
            yield child, is_head
        elif child.tag in GROUPS:
            yield from _rows(child, is_head or child.tag == HEADS)


def _hidden_columns(table: Any) -> Iterator[int]:
    at = 0
    for column in _columns(table):
        copies = number(column, f"{TABLE}number-columns-repeated")
        if column.get(f"{TABLE}visibility") in HIDDEN:
            yield from range(at, min(at + copies, WIDEST))
        at += copies


def _columns(table: Any) -> Iterator[Any]:
    """Find what tells of the columns of a table, whatever they are grouped in."""
    for child in table:
        if child.tag == COLUMN:
            yield child
        elif child.tag in COLUMN_GROUPS:
            yield from _columns(child)


def _is_frame(rows: list[Any], is_sheet: bool) -> bool:
    """True if a table has one column and is no sheet, or one row of cells that hold text."""
    cells = [[cell for cell in row.iterchildren(CELL) if len(cell)] for row in rows]
    if max(map(len, cells), default=0) <= 1 and not (rows and is_sheet):
        return True
    return len(rows) == 1 and any(map(_is_full, cells[0]))


def _is_full(cell: Any) -> bool:
    if cell.find(f"{TEXT}h") is not None or cell.find(f"{TABLE}table") is not None:
        return True
    return len(cell.findall(f"{TEXT}p")) >= FEWEST_PARAGRAPHS
