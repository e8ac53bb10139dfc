"""Tables of Word files, read row by row."""

from __future__ import annotations

import pytest

from tests.document.office.files import cell, docx, para, row, table
from tests.document.office.outlines import outline, read


def rows(*made: str) -> list[str]:
    """Return the rows of a table in a file."""
    return [text for place, text in outline(read(docx(table(*made)), "a.docx")) if place == "table"]


SPAN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
CASES = [
    pytest.param((row("0-2", "none"), row("5-17", "CAMHS")), ["0-2 | none", "5-17 | CAMHS"], id="two rows"),
    pytest.param(
        (row(cell("0-2", SPAN), "one"), row(cell("", GOES_ON), "two")),
        ["0-2 | one", "0-2 | two"],
        id="a cell that reaches down",
    ),
    pytest.param(
        (row("a", "b"), row("no", "no", properties="<w:hidden/>")), ["a | b"], id="a hidden row"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("made", "wanted"), CASES)
def test_each_row_is_read_with_its_cells(made: tuple[str, ...], wanted: list[str]) -> None:
    """A cell that reaches down is said again."""
    assert rows(*made) == wanted


def test_a_table_of_one_cell_is_a_frame() -> None:
    """Its paragraphs stand on their own."""
    made = docx(table(row(cell(para("One.") + para("Two.") + para("Three.")))))
    assert [place for place, _ in outline(read(made, "a.docx"))] == ["body"] * 3
