"""The rows of a batch as CSV, XLSX, JSON Lines and Parquet."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.report.formats import need
from auditor.report.office.cells import Cell, csv_of, open_book, write_cells

_WHOLE = re.compile(r"number|duplicate_of|pages|pages_read|words|level_.+|statements_.+")
_SHARE = re.compile(r"score(_\w+)?")
_MANY = 10_000
"""Rows from which a spreadsheet is written piece by piece."""


@dataclass(frozen=True, slots=True)
class Table:
    """Names of columns, and rows of cells in the same order."""

    names: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    given: frozenset[str] = frozenset()
    """Columns that came from a manifest: always text."""

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, Cell]], given: frozenset[str] = frozenset()) -> Table:
        """Put rows together that do not all have the same cells; the fullest gives the order.

        >>> Table.of([{"a": 1}, {"a": 2, "b": 3}]).rows
        ((1, None), (2, 3))
        """
        names: dict[str, None] = {}
        for row in sorted(rows, key=len, reverse=True):
            names.update(dict.fromkeys(row))
        return cls(tuple(names), tuple(tuple(map(row.get, names)) for row in rows), given)

    def kind(self, name: str) -> type[int] | type[float] | type[str]:
        """Return what the cells of a column are."""
        if name not in self.given and _WHOLE.fullmatch(name):
            return int
        return float if name not in self.given and _SHARE.fullmatch(name) else str


def render_csv(table: Table) -> bytes:
    """Write a table as CSV that spreadsheets open with its accents and without formulas."""
    return csv_of((table.names, *table.rows))


def render_json_lines(rows: Sequence[Mapping[str, object]]) -> bytes:
    """Write one JSON object a line."""
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def render_xlsx(table: Table) -> bytes:
    """Write a table as a spreadsheet with filters, levels and scores shaded.

    Raises:
        UsageError: XlsxWriter is not installed.

    """
    stream = io.BytesIO()
    book = open_book(stream, constant_memory=len(table.rows) > _MANY)
    _fill(book, table)
    book.close()
    return stream.getvalue()


def _fill(book: Any, table: Table) -> None:
    sheet = book.add_worksheet("documents")
    bold = book.add_format({"bold": True})
    write_cells(sheet, 0, table.names, bold)
    for line, row in enumerate(table.rows, start=1):
        write_cells(sheet, line, row)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(table.rows), 1), max(len(table.names) - 1, 0))
    for column, name in enumerate(table.names):
        _shade(sheet, table, column, name)


def _shade(sheet: Any, table: Table, column: int, name: str) -> None:
    kind = table.kind(name)
    sheet.set_column(column, column, 10 if kind is not str else 24)
    highest = 4 if name.startswith("level_") else 100 if name == "score" else None
    if kind is str or highest is None:
        return
    sheet.conditional_format(
        1,
        column,
        max(len(table.rows), 1),
        column,
        {
            "type": "2_color_scale",
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": highest,
            "min_color": "#FFFFFF",
            "max_color": "#5B9BD5",
        },
    )


def render_parquet(table: Table) -> bytes:
    """Write a table as Parquet.

    Raises:
        UsageError: pyarrow is not installed.

    """
    arrow, types = import_arrow()
    columns = {
        name: arrow.array([row[place] for row in table.rows], types[table.kind(name)])
        for place, name in enumerate(table.names)
    }
    stream = io.BytesIO()
    arrow.parquet.write_table(arrow.table(columns), stream)
    return stream.getvalue()


def import_arrow() -> tuple[Any, dict[type, Any]]:
    """Import what writes Parquet, with its names for kinds of cells.

    Raises:
        UsageError: pyarrow is not installed.

    """
    need("pyarrow", "writing .parquet")
    import pyarrow
    import pyarrow.parquet

    return pyarrow, {int: pyarrow.int64(), float: pyarrow.float64(), str: pyarrow.string()}
