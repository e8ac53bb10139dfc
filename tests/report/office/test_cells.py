"""Cells of tables: a text stays a text in every spreadsheet."""

from __future__ import annotations

import pytest

from auditor.report.office.cells import csv_of, harmless


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ('=HYPERLINK("http://e.org")', '\'=HYPERLINK("http://e.org")'),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("-12.5", "-12.5"),
        ("+44", "+44"),
        (-3, -3),
        (None, None),
        ("plan", "plan"),
    ],
)
def test_formula_is_disarmed(cell: str | int | None, safe: str | int | None) -> None:
    """A text that a spreadsheet would run gets an apostrophe; numbers stay numbers."""
    assert harmless(cell) == safe


def test_nothing_is_an_empty_cell() -> None:
    """A row of CSV has all its cells, with a mark of the encoding before the first."""
    assert csv_of([("a", None, 2.5)]).decode("utf-8-sig") == "a,,2.5\r\n"
