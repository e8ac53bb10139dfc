"""Words that were not found again on their page are marked wherever they are quoted."""

from __future__ import annotations

import io

import pytest

from auditor.report.formats import render
from auditor.report.view import view_of
from auditor.report.views.schema import find_faults
from tests.builders import audit, explicit, rules
from tests.told import words_in

SPLICED = audit([explicit("We will see every baby at home.", strength=3, in_doubt=True)])
WHOLE = audit([explicit("We will see every baby at home.", strength=3)])
FORMATS = ("html", "md", "pdf", "docx", "csv", "xlsx", "json")


def words_of(name: str, made: bytes) -> str:
    """Return what a report says, in small letters."""
    if name in ("pdf", "docx"):
        told = words_in(name, made)
    elif name == "xlsx":
        openpyxl = pytest.importorskip("openpyxl")
        sheets = openpyxl.load_workbook(io.BytesIO(made))
        told = " ".join(str(cell) for sheet in sheets for row in sheet.values for cell in row)
    else:
        told = made.decode()
    return " ".join(told.replace("_", " ").split()).lower()


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_marks_them(name: str) -> None:
    """The reader is told before anybody quotes it back."""
    view = view_of(SPLICED, rules())
    assert "read with doubt" in words_of(name, render(name, view, SPLICED, rules()))


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_marks_what_was_found(name: str) -> None:
    """A mark on everything says nothing."""
    view = view_of(WHOLE, rules())
    assert "read with doubt" not in words_of(name, render(name, view, WHOLE, rules()))


def test_the_json_says_so_of_the_statement() -> None:
    """And only of those that are in doubt."""
    view = view_of(SPLICED, rules())
    assert view["statements"][0]["read_with_doubt"] is True and find_faults(view) == ""
    assert "read_with_doubt" not in view_of(WHOLE, rules())["statements"][0]
