"""Tables of web pages: rows of words, or frames."""

from __future__ import annotations

import pytest
from lxml import html

from auditor.document.flow.account import Account
from auditor.document.web.tables import TableReader
from auditor.document.web.visibility import find_visibility
from auditor.document.web.walking import Walker


def reader(source: str) -> tuple[TableReader, object]:
    """Return what reads a table, and the table."""
    page = html.fromstring(f"<html><body><table>{source}</table></body></html>")
    walker = Walker(find_visibility(page), Account(), lambda inner: [])
    return walker.table_reader(), page.find(".//table")


ROWS = [
    pytest.param(
        "<tr><th>Age<th>Offer<tr><td>0-2<td>none",
        [("0-2", "none")],
        id="a head names the columns",
    ),
    pytest.param(
        "<tr><td rowspan=2>0-2<td>one<tr><td>two", [("0-2", "one"), ("0-2", "two")], id="row span"
    ),
    pytest.param(
        "<tr hidden><td>no<td>no<tr><td>a<td>b", [("a", "b")], id="a hidden row is left out"
    ),
]


@pytest.mark.parametrize(("source", "wanted"), ROWS)
def test_each_row_is_a_draft_with_its_cells(source: str, wanted: list[tuple[str, ...]]) -> None:
    """A cell that reaches down is a cell of every row that it reaches."""
    made, table = reader(source)
    assert [tuple(map(str, one.cells)) for one in made.read(table)] == wanted


@pytest.mark.parametrize(
    ("source", "is_frame"),
    [
        ("<tr><td>only one column<tr><td>of text", True),
        ("<tr><td><p>One.<p>Two.<p>Three.<td><ul><li>a</ul>", True),
        ("<tr><th>Age<th>Offer<tr><td>0-2<td>none", False),
    ],
)
def test_a_table_that_only_arranges_the_page_is_a_frame(source: str, is_frame: bool) -> None:
    """One column, or one row of blocks."""
    made, table = reader(source)
    assert made.is_frame(table) is is_frame
