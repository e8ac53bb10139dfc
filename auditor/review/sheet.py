"""The sheet that reviewers fill in, as .xlsx with drop-downs or as .csv."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from auditor.records import REACHES
from auditor.report.office.archives import without_dates
from auditor.report.office.cells import open_book
from auditor.report.office.tables import Sheet, fill_sheet, sheet_csv
from auditor.review.decisions import CHOICES
from auditor.review.rows import Row
from auditor.rules.resources import templates_folder
from auditor.rules.translating.shared_texts import labels

HIDDEN = ("key", "before", "after", "stratum", "stratum_size")
"""Columns that only the auditor needs, to know a statement again."""
_FILLED_IN = """
decision new_reach new_topic new_strength new_criteria new_level
reason reviewer date settles reply reply_by
"""
FILLED_IN = tuple(_FILLED_IN.split())
"""Columns for people."""
LISTS: Mapping[str, tuple[str, ...]] = {
    "decision": CHOICES,
    "new_reach": REACHES,
    "new_topic": ("mental", "other"),
    "new_strength": ("0", "1", "2", "3", "4"),
    "new_level": ("0", "1", "2", "3", "4"),
    "settles": ("yes",),
}
SPARE_ROWS = 50
"""Empty rows with drop-downs, for statements that a reviewer adds and for corrections."""


def sheet_of(rows: Iterable[Row]) -> Sheet:
    """Lay rows out in the columns of a review sheet; columns that no row fills are left out."""
    listed = tuple(rows)
    kept = {name for row in listed for name in row} | set(FILLED_IN) | {"kind", "text"}
    columns = {key: name for key, name in labels()["review"].items() if key in kept}
    return Sheet(labels()["sheets"]["review"], columns, listed)


def render_review_csv(rows: Iterable[Row]) -> bytes:
    """Write a review sheet as CSV."""
    return sheet_csv(sheet_of(rows))


def render_review_xlsx(rows: Iterable[Row]) -> bytes:
    """Write a review sheet as a spreadsheet, with drop-downs and a page of help.

    Raises:
        UsageError: XlsxWriter is not installed.

    """
    buffer = io.BytesIO()
    book = open_book(buffer, in_memory=True)
    table = sheet_of(rows)
    sheet = book.add_worksheet(table.name)
    fill_sheet(book, sheet, table)
    _prepare(book, sheet, table)
    _add_help(book)
    book.close()
    return without_dates(buffer.getvalue())


def _prepare(book: Any, sheet: Any, table: Sheet) -> None:
    """Add drop-downs, shade what people fill in, hide what only the auditor needs."""
    shaded = book.add_format({"bg_color": "#EAF4F2", "text_wrap": True, "valign": "top"})
    last = len(table.rows) + SPARE_ROWS
    for column, key in enumerate(table.columns):
        if key in HIDDEN:
            sheet.set_column(column, column, 4, None, {"hidden": True})
        if key in FILLED_IN:
            width = 40 if key in ("reason", "reply") else 15
            sheet.set_column(column, column, width, shaded)
        if key in LISTS:
            choices = {"validate": "list", "source": list(LISTS[key]), "ignore_blank": True}
            sheet.data_validation(1, column, last, column, choices)


def _add_help(book: Any) -> None:
    """Add the page that says how to fill the sheet in."""
    sheet = book.add_worksheet(labels()["sheets"]["help"])
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 110, wrapped)
    for number, line in enumerate(help_lines()):
        sheet.write_string(number, 0, line, wrapped)


def help_lines() -> Sequence[str]:
    """Read the help for reviewers, a paragraph a line."""
    return (templates_folder() / "review-help.txt").read_text("utf-8").splitlines()
