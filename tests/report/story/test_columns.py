"""The heads of a table's columns stand with each row that is quoted."""

from __future__ import annotations

import pytest

from auditor.report.formats import render
from auditor.report.view import view_of
from tests.builders import audit, explicit, rules
from tests.told import words_in

HEADS = ("Indicator", "2023", "2028")
AUDIT = audit(
    [explicit("Babies seen by the team | 391 | 850", place="table", columns=HEADS, strength=4)]
)


@pytest.mark.parametrize("name", ["html", "md", "pdf", "docx"])
def test_a_row_is_quoted_with_its_heads(name: str) -> None:
    """A number in a row means little without the head above it."""
    told = words_in(name, render(name, view_of(AUDIT, rules()), AUDIT, rules()))
    assert "columns: " in told
    assert "Indicator | 2023 | 2028" in told


def test_heads_are_given_only_where_there_are_some() -> None:
    """A statement of running text has no columns in the data."""
    view = view_of(audit([explicit(), *AUDIT.statements]), rules())
    assert [one.get("columns") for one in view["statements"]] == [None, list(HEADS)]
