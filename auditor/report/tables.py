"""An audit as tables: CSV of its statements, a spreadsheet of all of it. No cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from typing import Any

from auditor.records import Audit
from auditor.report.batch_tables import harmless
from auditor.report.characters import visible
from auditor.report.formats import missing_extra
from auditor.report.labels import labels
from auditor.report.quotes import View
from auditor.report.zipped import without_dates
from auditor.rules import Rules

Cell = str | int | float | None
LONGEST_CELL = 32_767
"""Characters that a cell of a spreadsheet may have."""
WIDE = frozenset((
    "text", "because", "advice", "title", "verdict_because", "why", "section", "rules", "reason",
    "reply",
))
"""Columns that hold sentences."""
WIDE_WIDTH, NARROW_WIDTH = 60, 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name, its columns by their fixed names, its rows."""

    name: str
    columns: Mapping[str, str]
    rows: tuple[Mapping[str, Cell], ...]


def render_csv(view: View, audit: Audit | None, rules: Rules) -> bytes:
    """Write the statements of an audit as CSV."""
    return csv_of(statements_sheet(view))


def csv_of(sheet: Sheet) -> bytes:
    """Write a table as CSV that spreadsheets open with its accents and without formulas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(map(harmless, sheet.columns.values()))
    for row in sheet.rows:
        writer.writerow([_cell(harmless(_shown(row.get(name)))) for name in sheet.columns])
    return text.getvalue().encode("utf-8-sig", "replace")


def _cell(cell: Cell) -> Cell:
    return "" if cell is None else cell


def _shown(cell: Cell) -> Cell:
    return visible(cell) if isinstance(cell, str) else cell


def render_xlsx(view: View, audit: Audit | None, rules: Rules) -> bytes:
    """Write an audit as a spreadsheet: answer, questions, statements, near misses.

    Raises:
        UsageError: XlsxWriter is not installed.

    """
    return xlsx_of([
        answer_sheet(view), criteria_sheet(view, rules), statements_sheet(view),
        statements_sheet(view, "near_misses"),
    ])


def statements_sheet(view: View, which: str = "statements") -> Sheet:
    """List statements, or near misses, one a row."""
    columns = dict(labels()["statements"])
    if which == "statements":
        columns.pop("why")
    if not any(one.get("file") for one in view[which]):
        columns.pop("file")
    return Sheet(labels()["sheets"][which], columns, tuple(map(_statement, view[which])))


def _statement(one: View) -> dict[str, Cell]:
    plain = ("id", "text", "page", "page_label", "file", "place", "reach", "topic", "strength",
             "confidence", "why")
    return {
        **{name: one.get(name) for name in plain},
        "section": " › ".join(one.get("section") or ()),
        "criteria": " ".join(one.get("criteria") or ()),
        "rules": "; ".join(
            f"{reason['rule']}: {reason['text']}" if reason["text"] else str(reason["rule"])
            for reason in one.get("because") or ()
        ),
    }


def criteria_sheet(view: View, rules: Rules) -> Sheet:
    """List the questions with their levels, one a row."""
    rows = [
        {
            **{name: one[name] for name in ("id", "title", "weight", "level", "because", "advice")},
            "level_name": "" if one["level"] is None
            else rules.rubric.strength_named(one["level"]).name,
            "evidence": " ".join(one["evidence"]), "counter": " ".join(one["counter"]),
        }
        for one in view["criteria"]
    ]
    return Sheet(labels()["sheets"]["criteria"], labels()["criteria"], tuple(rows))


def answer_sheet(view: View) -> Sheet:
    """Lay the answer out as a table of one row."""
    document, tool, score = view["document"], view["tool"], view["score"]
    row: dict[str, Cell] = {
        "title": document["title"], "name": document["name"], "verdict": view["verdict"],
        "verdict_because": view["verdict_because"], "score": score["value"],
        **{name: score[name] for name in ("low", "high", "unweighted")},
        **{name: document[name] for name in ("pages", "pages_read", "words", "sha256")},
        "explicit": view["counts"]["explicit"], "statements": view["counts"]["statements"],
        "tool": f"{tool['name']} {tool['version']}", "rubric": tool["rubric"],
        "lexicons": tool["lexicons"],
    }
    columns = {key: name for key, name in labels()["answer"].items() if key in row}
    return Sheet(labels()["sheets"]["answer"], columns, (row,))


def xlsx_of(sheets: Sequence[Sheet]) -> bytes:
    """Write tables as one spreadsheet, a table a sheet.

    Raises:
        UsageError: XlsxWriter is not installed.

    """
    buffer = io.BytesIO()
    book = open_book(buffer)
    for sheet in sheets:
        fill_sheet(book, book.add_worksheet(sheet.name), sheet)
    book.close()
    return without_dates(buffer.getvalue())


def open_book(buffer: io.BytesIO) -> Any:
    """Open a spreadsheet for writing in which no text becomes a formula, link or number.

    Raises:
        UsageError: XlsxWriter is not installed.

    """
    if find_spec("xlsxwriter") is None:
        raise missing_extra("a spreadsheet", "excel", "XlsxWriter")
    from xlsxwriter import Workbook

    book = Workbook(buffer, {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False,
    })
    book.set_properties({"created": datetime(2000, 1, 1)})
    return book


def fill_sheet(book: Any, sheet: Any, table: Sheet) -> None:
    """Write a table into a sheet, with its head fixed and filters on it."""
    bold = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (key, name) in enumerate(table.columns.items()):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, WIDE_WIDTH if key in WIDE else NARROW_WIDTH, wrapped)
    for number, row in enumerate(table.rows, start=1):
        write_cells(sheet, number, (row.get(key) for key in table.columns), wrapped)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)


def write_cells(sheet: Any, number: int, cells: Iterable[Cell], form: Any) -> None:
    """Write one row: numbers as numbers, all else as text."""
    for column, cell in enumerate(cells):
        if isinstance(cell, str):
            sheet.write_string(number, column, visible(cell)[:LONGEST_CELL], form)
        elif cell is not None:
            sheet.write_number(number, column, cell, form)
