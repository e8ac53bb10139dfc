"""Tables of a page: each row with its cells, and which row is the head."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from auditor.document.page import Cells, ExtractedPage, Ints, Rect, Table
from auditor.document.pdf.layout.headings import ENDS, begins_small
from auditor.document.pdf.tables.fields import fill_fields
from auditor.document.pdf.tables.figure_rows import part_figure_rows
from auditor.document.pdf.tables.grid import NEAR, Grid, find_edges, find_grids, make_grid
from auditor.document.pdf.tables.layouts import LONG, is_chart, is_layout, runs_on
from auditor.document.pdf.tables.middles import FEWEST_WORDS_OF_TABLE, Middles
from auditor.document.pdf.tables.open_rows import open_grids
from auditor.document.pdf.tables.stray_edges import cuts_a_line, cuts_lines

FEWEST_CUT, MOST_CUT = 3, 0.2
"""Words of a cell that ends within a sentence, and such cells to a row of a table."""
PADDING = 8.0
"""Points: how wide the white at the side of a cell is."""
FEWEST_SHARED = 3
"""Columns of a table that is part of another, or goes on within sentences."""


def find_tables(page: ExtractedPage, before: Table | None = None) -> list[Table]:
    """Find the ruled tables of a page, from the top.

    A table of one row counts only where it goes on from the one before it.
    """
    if len(page.drawn.paths) < 3 or not page.words:
        return []
    edges = find_edges(page)
    if not edges.level:
        return []
    finder = _Finder(page, before)
    for grid in find_grids(edges, finder.places.holds_words):
        finder.add(grid)
    for grid in open_grids(finder.places, edges, finder.may_be_table):
        finder.add(grid)
    return sorted(finder.tables, key=lambda table: table.box[1])


class _Finder:
    """Finds the tables of one page, of which none holds words of another."""

    def __init__(self, page: ExtractedPage, before: Table | None) -> None:
        self.page = page
        self.places = Middles(page)
        self.before = before
        """The last table before those of the page."""
        self.tables: list[Table] = []
        self._charts: list[Rect] = []
        self._bands: list[Table] = []
        """Rows alone, whose edges tell the columns of what stands below them."""

    def may_be_table(self, box: Rect) -> bool:
        """True if a box holds words enough, and those of tables found only as parts of it."""
        inside = self.places.inside(box)
        if len(inside) < FEWEST_WORDS_OF_TABLE or not self.tables:
            return len(inside) >= FEWEST_WORDS_OF_TABLE
        words = frozenset(inside.tolist())
        return all(_may_be_part(table, words) for table in self._met(words))

    def add(self, grid: Grid) -> None:
        """Add the table that a grid holds, if any, in the place of those that are parts of it."""
        if any(_lies_in(grid.box, chart) for chart in self._charts):
            return
        inside = self.places.inside(grid.box)
        slim = _without_padding(self.places, grid, inside)
        table = self._table(slim, inside)
        if table is None:
            return
        is_cut = slim is not grid and _parts_sentences(self.page, table)
        if is_cut and not _filled_rows(self.places, grid, inside):
            return
        if is_chart(self.page, table.rows, (len(grid.xs) - 1) * (len(grid.ys) - 1)):
            self._charts.append(grid.box)
            return
        band = next((band for band in self._bands if _merges(table, band)), None)
        if band is not None:
            grid = _with_columns(grid, band.edges)
            table = self._table(grid, inside)
            if table is None or cuts_a_line(self.page, table.rows):
                return
        met = self._met(table.words)
        if all(_is_part_of(self.page, other, table) for other in met):
            self.tables = [other for other in self.tables if other not in met] + [table]

    def _met(self, words: frozenset[int]) -> list[Table]:
        """Return the tables found that share some words."""
        return [table for table in self.tables if not table.words.isdisjoint(words)]

    def _table(self, grid: Grid, inside: Ints) -> Table | None:
        """Put words into the fields of a grid; None where it is no table.

        The first row of one that goes on from the page before may hold the rest of its cells.
        """
        page, rows = self.page, _filled_rows(self.places, grid, inside)
        if not rows:
            return None
        table = Table(
            grid.box,
            tuple(rows),
            frozenset(inside.tolist()),
            edges=grid.xs,
            is_open=grid.is_open,
            is_ruled=grid.is_ruled,
        )
        follows = goes_on(self.before, table)
        if len(rows) == 1 and not follows:
            self._bands.append(table)
            return None
        is_rest = follows and len(rows[0]) >= FEWEST_SHARED
        if is_layout(page, rows, follows=follows) or runs_on(page, rows[is_rest:]):
            return None
        if cuts_lines(page, rows):
            return None
        heads = count_heads(page, table)
        return replace(table, heads=heads) if heads else table


def _merges(table: Table, band: Table) -> bool:
    """True if a table has a row of several ruled cells, and fewer columns than that has cells."""
    filled = sum(map(bool, band.rows[0]))
    return filled >= FEWEST_SHARED and band.words < table.words and len(table.rows[0]) < filled


def _with_columns(grid: Grid, xs: tuple[float, ...]) -> Grid:
    """Return a grid with the rows of one and other columns, which all its rows have."""
    upright = [(x, grid.ys[0], grid.ys[-1]) for x in xs]
    return make_grid(xs, grid.ys, [(y, xs[0], xs[-1]) for y in grid.ys], upright)


def _may_be_part(table: Table, words: frozenset[int]) -> bool:
    """True if a table of several columns has some of the words of another, and no others."""
    return len(table.rows[0]) >= FEWEST_SHARED and table.words < words


def _is_part_of(page: ExtractedPage, table: Table, whole: Table) -> bool:
    """True if another table has the columns of one and more of them or of rows, and cuts no line.

    Running text is no part of a table.
    """
    rows, columns = len(table.rows), len(table.rows[0])
    is_more = len(whole.rows) > rows or len(whole.rows[0]) > columns
    if not is_more or not _may_be_part(table, whole.words):
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


def _filled_rows(places: Middles, grid: Grid, inside: Ints) -> list[list[list[int]]]:
    """Put words into rows; none where too few fields hold some."""
    rows = fill_fields(places, grid, inside)
    rows = [part for row in rows for part in part_figure_rows(places, row)]
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


def _without_padding(places: Middles, grid: Grid, inside: Ints) -> Grid:
    """Return a grid without the columns that are the white at the side of cells, ruled off."""
    widths = [right - left for left, right in pairwise(grid.xs)]
    if min(widths) >= PADDING:
        return grid
    filled = set((np.array(grid.xs).searchsorted(places.x[inside]) - 1).tolist())
    kept = [at for at, width in enumerate(widths) if width >= PADDING or at in filled]
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
    columns = zip(pairwise(above.edges), pairwise(table.edges), strict=True)
    shifts = [
        abs((end - start) - (own_end - own_start)) for (start, end), (own_start, own_end) in columns
    ]
    return max(shifts, default=6.0) < 6


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
    return page.lines.bold.item(bisect_right(page.lines.plain.first, cell[0]) - 1)


def _stands_on_fill(page: ExtractedPage, row: Cells) -> bool:
    """True if every word of a row stands on a coloured field."""
    words = [word for cell in row for word in cell]
    return bool(words) and all(_on_fill(page, word) for word in words[:40])


def _on_fill(page: ExtractedPage, word: int) -> bool:
    x0, top, x1, bottom = page.boxes[word].tolist()
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return any(left < x < right and high < y < low for left, high, right, low in page.drawn.fills)
