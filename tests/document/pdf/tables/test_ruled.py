"""Ruled tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from auditor.document.page import Drawn
from auditor.document.pdf.tables.ruled import _runs_on, find_tables
from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import typeset
from tests.document.sheets import Line, column, page_of

PLAIN = Reading(ocr="off")


def rows(path: Path) -> list[str]:
    """Give the rows that are read."""
    document = read_document(path, PLAIN)
    return [document.text[b.start : b.end] for b in document.blocks if b.place == "table"]


def test_a_row_parted_by_the_end_of_a_page_is_one(tmp_path: Path) -> None:
    """Its sentence goes on in the row on the next page."""
    sentence = (
        "The partnership will look again at the transport between the villages and the town. "
    )
    path = typeset(
        tmp_path / "table.pdf",
        "#v(16cm)\n#table(columns: (3cm, 1fr, 2cm), [Action], [What], [Who], [Hubs], [Open two.], [Board],"
        f"[Babies], [{sentence * 16}], [Trust], [End], [All is done.], [Board])",
    )
    found = rows(path)
    assert max(row.count(sentence.strip()) for row in found) == 16


HEADS = [Line("Level", 65, 94), Line("Risk", 165, 94), Line("What helps", 265, 94)]
FIELDS = ((60, 90, 160, 112), (160, 90, 260, 112), (260, 90, 360, 112))


def cells(below: list[Line]) -> list[list[str]]:
    """Give the cells of a table of three columns whose rule between two is missing below the heads."""
    page = page_of([*HEADS, Line("Home", 65, 120), *below])
    paths = (*FIELDS, (60, 112, 160, 172), (160, 112, 360, 172))
    (table,) = find_tables(replace(page, drawn=Drawn(np.array(paths))))
    return [[" ".join(page.words[word] for word in cell) for cell in row] for row in table.rows]


def test_lines_side_by_side_in_the_columns_of_the_table_are_cells() -> None:
    """Though no rule parts them in their row."""
    left = column(["poor housing", "debt"], 165, 120)
    right = column(["a home visit", "advice"], 265, 120)
    rows = cells([left[0], right[0], left[1], right[1]])
    assert rows[1] == ["Home", "poor housing debt", "a home visit advice"]


def test_text_across_columns_is_one_cell() -> None:
    """Its lines cross the edge between them."""
    rows = cells(column(["a visit at home in the first week", "and advice on debt"], 165, 120))
    assert rows[1] == ["Home", "a visit at home in the first week and advice on debt", ""]


def test_a_sign_on_the_last_edge_stands_in_the_last_column() -> None:
    """It begins at the rule that ends the table, and its middle lies inside."""
    rows = cells([*column(["poor housing", "debt"], 165, 120), Line("i", 357, 120)])
    assert rows[1] == ["Home", "poor housing debt", "i"]


def test_columns_of_text_between_rules_are_no_table() -> None:
    """A sentence goes on from the foot of one column at the head of the next."""
    words = (
        "The team visits at home in the first week and again at the end of the first month when "
        "all families of the ward are asked what they need for their babies"
    )
    rest = f"and what they would change. {words}."
    page = page_of([*column([words], 65, 100, step=14), *column([rest], 900, 100, step=14)])
    count = len(words.split())
    rows = [[[*range(count)], [*range(count, len(page.words))]]]
    assert _runs_on(page, rows)
    assert not _runs_on(page, [[[*range(3)], rows[0][1]]])
