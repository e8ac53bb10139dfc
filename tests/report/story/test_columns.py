"""The heads of a table's columns stand with each row that is quoted."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from docx import Document as WordFile

from auditor.report.formats import render
from auditor.report.view import view_of
from tests.builders import audit, explicit, rules

HEADS = ("Indicator", "2023", "2028")
AUDIT = audit(
    [explicit("Babies seen by the team | 391 | 850", place="table", columns=HEADS, strength=4)]
)


def text_of(name: str) -> str:
    """Render the audit of one table row and give what a reader sees of it."""
    made = render(name, view_of(AUDIT, rules()), AUDIT, rules())
    if name == "pdf":
        pages = pypdfium2.PdfDocument(made)
        found = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    elif name == "docx":
        found = " ".join(one.text for one in WordFile(io.BytesIO(made)).paragraphs)
    else:
        found = made.decode("utf-8")
    return " ".join(found.replace("\\", "").split())


@pytest.mark.parametrize("name", ["html", "md", "pdf", "docx"])
def test_a_row_is_quoted_with_its_heads(name: str) -> None:
    """A number in a row means little without the head above it."""
    told = text_of(name)
    assert "columns: " in told
    assert "Indicator | 2023 | 2028" in told


def test_heads_are_given_only_where_there_are_some() -> None:
    """A statement of running text has no columns in the data."""
    view = view_of(audit([explicit(), *AUDIT.statements]), rules())
    assert [one.get("columns") for one in view["statements"]] == [None, list(HEADS)]
