"""Tables of a page: each row with its cells, and which row is the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from auditor.document.page import Cells, ExtractedPage, Rect, Table
from auditor.document.pdf.layout.headings import ENDS, begins_small
from auditor.document.pdf.tables.fields import fill_fields
from auditor.document.pdf.tables.figure_rows import part_figure_rows
from auditor.document.pdf.tables.grid import NEAR, Grid, find_edges, find_grids
from auditor.document.pdf.tables.layouts import LONG, is_chart, is_layout, runs_on
from auditor.document.pdf.tables.middles import Middles
from auditor.document.pdf.tables.open_rows import open_grids
from auditor.document.pdf.tables.stray_edges import cuts_a_line, cuts_lines

FEWEST_CUT, MOST_CUT = 3, 0.2
"""Words of a cell that ends within a sentence, and such cells to a row of a table."""
PADDING = 8.0
"""Points: how wide the white at the side of a cell is."""
FEWEST_SHARED = 3
"""Columns of a table that is part of another."""


def find_tables(page: ExtractedPage, before: Table | None = None) -> list[Table]:
    """Find the ruled tables of a page, from the top.

    A table of one row counts only where it goes on from the one before it.
    """
    if len(page.drawn.paths) < 3 or not page.words:
        return []
    edges = find_edges(page)
    tables: list[Table] = []
    charts: list[Rect] = []
    places = Middles(page)
    for grid in (*find_grids(edges, places.holds_words), *open_grids(places, edges)):
        if any(_lies_in(grid.box, chart) for chart in charts):
            continue
        slim = _without_padding(places, grid)
        table = _table(page, places, slim, before)
        if table is None:
            continue
        if slim is not grid and _parts_sentences(page, table) and not _filled_rows(places, grid):
            continue
        if is_chart(page, table.rows, (len(grid.xs) - 1) * (len(grid.ys) - 1)):
            charts.append(grid.box)
            continue
        met = [other for other in tables if table.words & other.words]
        if all(_is_part_of(page, other, table) for other in met):
            tables = [other for other in tables if other not in met] + [table]
    return sorted(tables, key=lambda table: table.box[1])


def _is_part_of(page: ExtractedPage, table: Table, whole: Table) -> bool:
    """True if another table has the columns of one and more of them or of rows, and cuts no line.

    Running text is no part of a table.
    """
    rows, columns = len(table.rows), len(table.rows[0])
    is_more = len(whole.rows) > rows or len(whole.rows[0]) > columns
    if columns < FEWEST_SHARED or not is_more or not table.words < whole.words:
        return False
    if any(
        len(cell) >= LONG and table.words.isdisjoint(cell) for row in whole.rows for cell in row
    ):
        return False
    column_of = {word: at for row in whole.rows for at, cell in enumerate(row) for word in cell}
    pairs = {
        (at, column_of[word]) for row in table.rows for at, cell in enumerate(row) for word in cell
    }
    return len(pairs) == len({own for _, own in pairs}) == columns and not cuts_a_line(
        page, whole.rows
    )


def _table(page: ExtractedPage, places: Middles, grid: Grid, before: Table | None) -> Table | None:
    """Put words into the fields of a grid; None where it is no table."""
    rows = _filled_rows(places, grid)
    if not rows:
        return None
    table = Table(
        grid.box,
        tuple(rows),
        frozenset(places.inside(grid.box).tolist()),
        edges=grid.xs,
        is_open=grid.is_open,
        is_ruled=grid.is_ruled,
    )
    follows = goes_on(before, table)
    if len(rows) == 1 and not follows:
        return None
    if is_layout(page, rows, follows=follows) or runs_on(page, rows) or cuts_lines(page, rows):
        return None
    return replace(table, heads=count_heads(page, table))


def _filled_rows(places: Middles, grid: Grid) -> list[list[list[int]]]:
    """Put words into rows; none where too few fields hold some."""
    rows = fill_fields(places, grid)
    rows = [part for row in rows if any(row) for part in part_figure_rows(places, row)]
    rows = _without_empty_columns(rows)
    return rows if _is_filled(rows) else []


def _parts_sentences(page: ExtractedPage, table: Table) -> bool:
    """True if sentences go on from cells in the cells below them: its rows are printed lines."""
    columns = zip(*table.rows, strict=True)
    pairs = (pair for column in columns for pair in pairwise(cell for cell in column if cell))
    cut = sum(
        len(above) >= FEWEST_CUT
        and page.words[above[-1]][-1] not in ENDS
        and begins_small(page.words[below[0]])
        for above, below in pairs
    )
    return cut > MOST_CUT * len(table.rows)


def _without_padding(places: Middles, grid: Grid) -> Grid:
    """Return a grid without the columns that are the white at the side of cells, ruled off."""
    widths = np.diff(grid.xs)
    if not (widths < PADDING).any():
        return grid
    inside = places.inside(grid.box)
    words = np.bincount(np.searchsorted(grid.xs, places.x[inside]) - 1, minlength=len(widths))
    kept = ((widths >= PADDING) | (words > 0)).nonzero()[0].tolist()
    xs = (grid.xs[0], *(grid.xs[column] for column in kept[1:]), grid.xs[-1])
    cell = tuple(tuple(row[column] for column in kept) for row in grid.cell)
    return replace(grid, xs=xs, cell=cell) if kept else grid


def _lies_in(box: Rect, other: Rect) -> bool:
    """True if a box does not reach out of another."""
    return (
        other[0] - NEAR < box[0]
        and other[1] - NEAR < box[1]
        and box[2] < other[2] + NEAR
        and box[3] < other[3] + NEAR
    )


def _is_filled(rows: Sequence[Cells]) -> bool:
    """True if rows have several columns, enough of whose fields hold words."""
    if not rows or len(rows[0]) < 2:
        return False
    filled = sum(bool(cell) for row in rows for cell in row)
    if len(rows) == 1:
        return filled >= max(3, len(rows[0]))
    enough = max(4, 0.3 * len(rows) * len(rows[0]))
    return filled >= enough and any(sum(map(bool, row)) > 1 for row in rows)


def goes_on(above: Table | None, table: Table) -> bool:
    """True if a table has the columns of the one before it."""
    if above is None or len(above.edges) != len(table.edges):
        return False
    widths = np.diff(above.edges) - np.diff(table.edges)
    return bool(np.abs(widths).max() < 6) if len(widths) else False


def _without_empty_columns(rows: list[list[list[int]]]) -> list[list[list[int]]]:
    keep = [
        column for column in range(len(rows[0]) if rows else 0) if any(row[column] for row in rows)
    ]
    return [[row[column] for column in keep] for row in rows]


def count_heads(page: ExtractedPage, table: Table) -> int:
    """Count the rows at the top that head the columns: none or one."""
    return int(stands_out(page, table) or _heads_by_words(page, table))


def stands_out(page: ExtractedPage, table: Table) -> bool:
    """True if the first row is bold, or on a coloured field, and the next is not."""
    if not _may_head(table):
        return False
    first, second = table.rows[0], table.rows[1]
    bold = all(_is_bold(page, cell) for cell in first if cell)
    if bold and not all(_is_bold(page, cell) for cell in second if cell):
        return True
    return _stands_on_fill(page, first) and not _stands_on_fill(page, second)


def _may_head(table: Table) -> bool:
    """True if the first row has a few words in each column, and a row below has several cells."""
    if not any(sum(map(bool, row)) > 1 for row in table.rows[1:]):
        return False
    filled = [cell for cell in table.rows[0] if cell]
    return len(filled) >= max(2, len(table.rows[0]) - 1) and all(len(cell) <= 12 for cell in filled)


def _heads_by_words(page: ExtractedPage, table: Table) -> bool:
    """True if the first row, that does not stand out, has words as heads have."""
    if not _may_head(table) or len(table.rows) < 3:
        return False
    filled = [cell for cell in table.rows[0] if cell]
    text = " ".join(page.words[word] for cell in filled for word in cell)
    return (
        not any(letter.isdigit() for letter in text)
        and not text.endswith((".", ";"))
        and all(len(cell) <= 5 for cell in filled)
        and not any(_is_bold(page, cell) for cell in table.rows[1] if cell)
    )


def _is_bold(page: ExtractedPage, cell: Sequence[int]) -> bool:
    line = int(np.searchsorted(page.lines.first, cell[0], side="right")) - 1
    return bool(page.lines.bold[line])


def _stands_on_fill(page: ExtractedPage, row: Cells) -> bool:
    """True if every word of a row stands on a coloured field."""
    words = [word for cell in row for word in cell]
    return bool(words) and all(_on_fill(page, word) for word in words[:40])


def _on_fill(page: ExtractedPage, word: int) -> bool:
    x0, top, x1, bottom = page.boxes[word].tolist()
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return any(left < x < right and high < y < low for left, high, right, low in page.drawn.fills)
