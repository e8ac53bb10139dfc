"""Spreadsheets: the words of a document never become a formula."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from auditor.report.office.tables import render_csv, render_xlsx
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rules

FORMULAS = (
    '=HYPERLINK("http://example.org","babies")',
    "+cmd|' /C calc'!A0 babies",
    "-2+3 babies",
    "@SUM(A1:A9) babies",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_of_csv_cannot_begin_a_formula(text: str) -> None:
    """A cell that a spreadsheet would run gets an apostrophe before it; its words stay."""
    one = audit([explicit(text)])
    content = render_csv(view_of(one, rules()), one, rules()).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content)) for cell in row]
    assert f"'{text}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    """Every cell is text or a number, whatever the document says."""
    one = audit([explicit(text) for text in FORMULAS])
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(view_of(one, rules()), one, rules())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert set(FORMULAS) <= {cell.value for cell in cells}


def test_control_characters_do_not_break_a_workbook() -> None:
    """What a spreadsheet cannot hold is left out; the rest of the words stand."""
    one = audit([explicit("Babies\x00 and\x0b infants\ud800 wait.")])
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(view_of(one, rules()), one, rules())))
    values = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value]
    assert any("Babies" in value and "wait." in value for value in values)


def test_a_table_has_a_row_for_each_statement() -> None:
    """The CSV holds every statement of the audit with a reach, once."""
    one = rich_audit()
    view = view_of(one, rules())
    rows = list(csv.DictReader(io.StringIO(render_csv(view, one, rules()).decode("utf-8-sig"))))
    assert len(rows) == len(view["statements"])


def test_a_spreadsheet_tells_levels_as_numbers() -> None:
    """Levels can be sorted and summed; one that does not apply is empty."""
    one = rich_audit()
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(view_of(one, rules()), one, rules())))
    levels = [row[3].value for row in book["Questions"].iter_rows(min_row=2)]
    assert levels == [level.level for level in one.levels]
