"""The names of columns: each table has all that its writer fills."""

from __future__ import annotations

import pytest

from auditor.report.office.tables import Sheet, answer_sheet, criteria_sheet, near_misses_sheet
from auditor.report.view import view_of
from auditor.rules.translating.shared_texts import labels
from tests.builders import rich_audit, rules

VIEW = view_of(rich_audit(), rules())


@pytest.mark.parametrize("kind", labels())
def test_no_two_columns_have_one_name(kind: str) -> None:
    """A reader of a table can tell its columns apart."""
    names = list(labels()[kind].values())
    assert len(names) == len(set(names)) and all(names)


@pytest.mark.parametrize(
    "sheet",
    [answer_sheet(VIEW), criteria_sheet(VIEW, rules()), near_misses_sheet(VIEW["near_misses"])],
    ids=lambda sheet: sheet.name,
)
def test_every_cell_stands_in_a_named_column(sheet: Sheet) -> None:
    """What is filled in is shown, but for `file`, which only several files need."""
    for row in sheet.rows:
        assert set(row) - {"file", "date"} <= set(sheet.columns)
