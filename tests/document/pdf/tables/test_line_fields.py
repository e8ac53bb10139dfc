"""Fields behind the lines of a cell."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from auditor.document.page import Drawn, ExtractedPage
from auditor.document.pdf.tables.line_fields import are_line_fields
from auditor.document.pdf.tables.ruled import find_tables
from tests.document.sheets import Line, column, page_of

CELLS = tuple((x, y, x + 160.0, y + 52.0) for y in (96.0, 148.0) for x in (60.0, 220.0))
"""Two rows of two cells, each with room for three lines and more."""
TEXTS = (
    ["Home visits for", "every baby in its", "first week"],
    ["The trust sends", "a visitor who", "knows the family"],
    ["Play groups"],
    ["Each ward opens", "one by the spring"],
)


def page_with(lines: list[Line], fields: list[tuple[float, float, float, float]]) -> ExtractedPage:
    """Make a page with fields behind its lines."""
    return replace(page_of(lines), drawn=Drawn(np.array(fields), tuple(fields)))


def painted() -> ExtractedPage:
    """Make a table whose cells and lines have fields of their own, as word processors paint them."""
    lines, fields = [], list(CELLS)
    for (x, y, right, _), texts in zip(CELLS, TEXTS, strict=True):
        own = column(texts, x + 6, y)
        lines += own
        fields += [(x + 6, line.top, right - 6, line.top + 13) for line in own]
    return page_with(lines, fields)


def test_a_cell_whose_lines_are_painted_is_one() -> None:
    """However many lines it has."""
    page = painted()
    (table,) = find_tables(page)
    found = [[" ".join(page.words[word] for word in cell) for cell in row] for row in table.rows]
    texts = [" ".join(lines) for lines in TEXTS]
    assert found == [texts[:2], texts[2:]]


def test_the_fields_of_cells_rule() -> None:
    """Only those behind single lines are told from them."""
    page = painted()
    assert are_line_fields(page.drawn.paths, page).tolist() == [False] * 4 + [True] * 9


def test_rows_on_a_coloured_ground_are_rows() -> None:
    """Texts stand side by side in them, as they do not in one cell."""
    rows = [(60.0, 96.0 + 14 * row, 380.0, 110.0 + 14 * row) for row in range(4)]
    lines = [Line(text, x, row[1]) for row in rows for text, x in (("Ward", 66), ("Visits", 226))]
    page = page_with(lines, [(56.0, 92.0, 384.0, 156.0), *rows])
    assert not are_line_fields(page.drawn.paths, page).any()
