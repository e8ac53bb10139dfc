"""Words in the fields of a grid."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from auditor.document.page import Drawn
from auditor.document.pdf.tables.fields import fill_fields
from auditor.document.pdf.tables.grid import Grid
from auditor.document.pdf.tables.middles import Middles
from auditor.document.pdf.tables.ruled import find_tables
from tests.document.sheets import Line, column, page_of

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


def test_figures_of_a_row_without_edges_stand_from_left_to_right() -> None:
    """Whatever is written first in the file."""
    figures = [Line(text, x, 120) for text, x in (("19", 265), ("18", 320), ("16", 165))]
    rows = cells([figures[0], figures[1], figures[2], Line("4", 210, 120)])
    assert rows[1] == ["Home", "16 4", "19 18"]


def test_a_line_that_reaches_out_of_the_table_stands_in_its_first_column() -> None:
    """Where no rule parts the first two columns, it is not of the last one."""
    left = column(["Home visits", "Monday"], 55, 120)
    right = column(["poor housing", "debt"], 165, 120)
    page = page_of([left[0], right[0], left[1], right[1], Line("advice", 265, 120)])
    places = Middles(page)
    grid = Grid((60.0, 160.0, 260.0, 360.0), (112.0, 172.0), ((0, 0, 2),))
    (row,) = fill_fields(places, grid, places.inside(grid.box))
    assert [" ".join(page.words[word] for word in cell) for cell in row] == [
        "Home visits Monday",
        "poor housing debt",
        "advice",
    ]
