"""Tables of OpenDocument files, read row by row."""

from __future__ import annotations

import pytest

from tests.document.office.files import odt
from tests.document.office.outlines import outline, read


def cell(text: str, attributes: str = "") -> str:
    """Write a cell."""
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str) -> str:
    """Write a row."""
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


CASES = [
    pytest.param(row(cell("0-2"), cell("none")), ["0-2 | none"], id="a row"),
    pytest.param(
        row(cell("0-2", 'table:number-rows-spanned="2"'), cell("one"))
        + row("<table:covered-table-cell/>", cell("two")),
        ["0-2 | one", "0-2 | two"],
        id="a cell that reaches down",
    ),
    pytest.param(
        f"<table:table-header-rows>{row(cell('Age'), cell('Offer'))}</table:table-header-rows>"
        + row(cell("0-2"), cell("none")),
        ["0-2 | none"],
        id="heads name the columns",
    ),
]


@pytest.mark.parametrize(("rows", "wanted"), CASES)
def test_each_row_is_read_with_its_cells(rows: str, wanted: list[str]) -> None:
    """Whatever groups them."""
    document = read(odt(f"<table:table>{rows}</table:table>"), "a.odt")
    texts = [text for place, text in outline(document) if place == "table"]
    assert [text for text in texts if text != "Age | Offer"] == wanted
