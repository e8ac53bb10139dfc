"""Rows of figures that no rules part."""

from __future__ import annotations

import pytest

from auditor.document.page import ExtractedPage
from auditor.document.pdf.tables.figure_rows import part_figure_rows
from auditor.document.pdf.tables.middles import Middles
from tests.document.sheets import Line, column, page_of

TOWNS = ["Lough Carra", "Mill Lane", "Old Harbour"]
BORN = ["1,204", "88", "310"]
SEEN = ["95.4%", "90.1%", "88.0%"]
SAID = ["most are seen", "many are not", "few are late"]


def parted(*cells: list[Line]) -> list[list[str]]:
    """Give the rows that a row of cells is parted into."""
    page = page_of([line for cell in cells for line in cell])
    row, at = [], 0
    for cell in cells:
        count = sum(len(line.text.split()) for line in cell)
        row.append([*range(at, at + count)])
        at += count
    return [
        [_text(page, words) for words in found] for found in part_figure_rows(Middles(page), row)
    ]


def _text(page: ExtractedPage, words: list[int]) -> str:
    return " ".join(page.words[word] for word in words)


def test_each_line_of_figures_is_a_row() -> None:
    """A name and its figures stand on one height."""
    found = parted(column(TOWNS, 60), column(BORN, 200), column(SEEN, 300))
    assert found == [list(row) for row in zip(TOWNS, BORN, SEEN, strict=True)]


def test_a_figure_may_be_missing() -> None:
    """Its field of that row stays empty."""
    few = [Line("12", 300, 100.0), Line("14", 300, 126.0)]
    found = parted(column(TOWNS, 60), column(BORN, 200), column(SEEN, 400), few)
    assert [row[3] for row in found] == ["12", "", "14"]


@pytest.mark.parametrize(
    "cells",
    [
        (column(TOWNS, 60), column(SAID, 200), column(SAID, 300)),
        (column(TOWNS, 60), column(BORN, 200)),
        (column(TOWNS[:1], 60), column(BORN, 200), column(SEEN, 300)),
        (column(TOWNS, 60), column(BORN, 200, 106.5), column(SEEN, 300)),
        (column(TOWNS[:1], 60), column(BORN[:1], 200), column(SEEN[:1], 300)),
        (column(["They took me", "seriously"], 60), column(BORN[:2], 200), column(SEEN[:2], 300)),
        (column(TOWNS[:2], 60), column(["37", "(27%)"], 200), column(["25", "(18%)"], 300)),
    ],
    ids=["text", "two columns", "one name", "between", "one line", "long name", "shares below"],
)
def test_other_rows_stay_whole(cells: tuple[list[Line], ...]) -> None:
    """Cells of text wrap as they will, and a name may stand beside many figures."""
    assert len(parted(*cells)) == 1


def test_columns_of_as_many_lines_are_rows() -> None:
    """Though they hold text alone; a line with a small letter may be the rest of a sentence."""
    entries = [[f"{name} {at}" for at in range(7)] for name in ("Ward", "Code", "Team", "Kind")]
    columns = [column(texts, 60 + 100 * at) for at, texts in enumerate(entries)]
    assert parted(*columns) == [list(row) for row in zip(*entries, strict=True)]
    columns[2] = column([*entries[2][:-1], "and more"], 260)
    assert len(parted(*columns)) == 1


def test_what_several_columns_say_again_is_a_row_of_its_own() -> None:
    """A cell says nothing twice, so two lines of a few columns may be two rows."""
    places = ["Lough Carra", "Lough Carra"]
    kinds = ["Health visits", "Health visits"]
    names, codes = column(["Mill House", "Old Mill"], 200), column(["AB1 2CD", "AB3 4EF"], 300)
    found = parted(column(places, 60), names, codes, column(kinds, 400))
    assert [row[1] for row in found] == ["Mill House", "Old Mill"]
    assert len(parted(column(places, 60), names, codes, column(["Trust", "Council"], 400))) == 1
