"""Cells of tables that spreadsheets open: no text becomes a formula, a link or a number."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from auditor.report.formats import need

Cell = str | int | float | None
LONGEST_CELL = 32_767
"""Characters that a cell of a spreadsheet may have."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*%?")


def harmless(cell: Cell) -> Cell:
    """Keep a spreadsheet from running a text as a formula.

    >>> harmless("=HYPERLINK(1)"), harmless("-12.5"), harmless("- a list item"), harmless(-3)
    ("'=HYPERLINK(1)", '-12.5', "'- a list item", -3)
    """
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA_SIGNS):
        return cell if _NUMBER.fullmatch(cell) else f"'{cell}"
    return cell


def csv_of(rows: Iterable[Iterable[Cell]]) -> bytes:
    """Write rows as CSV that spreadsheets open with its accents and without formulas."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(map(harmless, row) for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def open_book(stream: io.BytesIO, **how: bool) -> Any:
    """Open a spreadsheet for writing, the same byte for byte each time; `how` are its options.

    Raises:
        UsageError: XlsxWriter is not installed.

    """
    need("xlsxwriter", "a spreadsheet")
    from xlsxwriter import Workbook

    kinds = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    book = Workbook(stream, {**how, **dict.fromkeys(kinds, False)})
    book.set_properties({"created": datetime(2000, 1, 1)})
    return book


def write_cells(sheet: Any, number: int, cells: Iterable[Cell], form: Any = None) -> None:
    """Write one row: numbers as numbers, all else as text."""
    for column, cell in enumerate(cells):
        if isinstance(cell, str):
            sheet.write_string(number, column, cell[:LONGEST_CELL], form)
        elif cell is not None:
            sheet.write_number(number, column, cell, form)
