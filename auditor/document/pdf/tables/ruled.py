"""Tables of a page: each row with its cells, and which row is the head."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from auditor.document.page import Cells, ExtractedPage, Ints, Rect, Table
from auditor.document.pdf.tables.figure_rows import is_figure, part_figure_rows
from auditor.document.pdf.tables.grid import NEAR, Grid, find_edges, find_grids
from auditor.document.pdf.tables.layouts import LONG, is_chart, is_layout, runs_on
from auditor.document.pdf.tables.middles import WHITE, Middles
from auditor.document.pdf.tables.open_rows import open_grids
from auditor.document.pdf.tables.stray_edges import cuts_a_line, cuts_lines

LEVEL = 0.5
"""Of the height of a line: what stands on one height is no further apart."""
FEWEST_FIGURES = 0.5
"""Of what stands on one height."""
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
        table = _table(page, places, grid, before)
        if table is None:
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
    inside = places.inside(grid.box)
    grid = _without_padding(places, grid, inside)
    rows = _rows(places, grid, inside)
    rows = [part for row in rows if any(row) for part in part_figure_rows(places, row)]
    rows = _without_empty_columns(rows)
    if not _is_filled(rows):
        return None
    table = Table(
        grid.box,
        tuple(rows),
        frozenset(inside.tolist()),
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


def _without_padding(places: Middles, grid: Grid, inside: Ints) -> Grid:
    """Return a grid without the columns that are the white at the side of cells, ruled off."""
    widths = np.diff(grid.xs)
    if not (widths < PADDING).any():
        return grid
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


def _rows(places: Middles, grid: Grid, inside: Ints) -> list[list[list[int]]]:
    """Give the words of each field's cell at the first field of that cell.

    A cell that nothing parts, and in which lines stand side by side in the columns of the
    table, is several.
    """
    columns = np.searchsorted(grid.xs, places.x[inside]) - 1
    heights = np.searchsorted(grid.ys, places.y[inside]) - 1
    cells: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for word, row, column in zip(inside.tolist(), heights.tolist(), columns.tolist(), strict=True):
        cells[grid.cell[row][column]][column].append(word)
    found: list[list[list[int]]] = []
    for numbers in grid.cell:
        found.append([[] for _ in numbers])
        for column in sorted(map(numbers.index, cells.keys() & set(numbers))):
            fields = cells.pop(numbers[column])
            if len(fields) == 1:
                found[-1][column] += places.in_order(*fields.values())
            else:
                for own, words in _parted(places, grid, column, fields):
                    found[-1][own] += words
    return found


def _parted(
    places: Middles, grid: Grid, column: int, fields: dict[int, list[int]]
) -> list[tuple[int, list[int]]]:
    """Give the words of a cell, in order, with the column in which they stand.

    `fields` are its words by the columns over which it goes.
    """
    words = sorted(word for own in fields.values() for word in own)
    lines = places.lines_of(words)
    parts = [part for line in lines for part in _cut(places, grid, line)]
    if _is_row_of_figures(places, parts):
        return [(_column_of(places, grid, part), part) for part in parts]
    groups = _side_by_side(places, grid, lines)
    if len(groups) < 2 or all(len(own) < 2 for own in groups.values()):
        return [(column, places.in_order(words))]
    return [
        (first, places.in_order([word for line in own for word in line]))
        for first, own in groups.items()
    ]


def _is_row_of_figures(places: Middles, parts: Sequence[Sequence[int]]) -> bool:
    """True if half of some parts of one height are figures, as in a row without upright edges."""
    first = parts[0][0]
    shift = max(abs(places.y[part[0]] - places.y[first]) for part in parts)
    height = min(places.bottom[part[0]] - places.top[part[0]] for part in parts)
    if len(parts) < 2 or shift > LEVEL * height:
        return False
    texts = ["".join(places.words[word] for word in part) for part in parts]
    return sum(map(is_figure, texts)) >= FEWEST_FIGURES * len(parts)


def _column_of(places: Middles, grid: Grid, part: Sequence[int]) -> int:
    """Return the column in which the middle of some words of one line stands."""
    middle = (places.x0[part[0]] + places.x1[part[-1]]) / 2
    return min(bisect_right(grid.xs, middle), len(grid.xs) - 1) - 1


def _cut(places: Middles, grid: Grid, line: list[int]) -> list[list[int]]:
    """Cut a printed line where the edge of a column stands in white that is wider than a space."""
    parts = [line[:1]]
    for word, following in pairwise(line):
        start, end = places.x1[word], places.x0[following]
        is_wide = end - start > WHITE * (places.bottom[word] - places.top[word])
        if is_wide and bisect_right(grid.xs, start - NEAR) != bisect_right(grid.xs, end + NEAR):
            parts.append([])
        parts[-1].append(following)
    return parts


def _side_by_side(
    places: Middles, grid: Grid, lines: list[list[int]]
) -> dict[int, list[list[int]]]:
    """Part the lines of a cell where the edge of a column goes between them, by its first column."""
    groups: dict[int, list[list[int]]] = {}
    reach = -2
    for line in sorted(lines, key=lambda line: places.x0[line[0]]):
        first = min(bisect_right(grid.xs, places.x0[line[0]] + NEAR), len(grid.xs) - 1) - 1
        if first > reach:
            start = first
            groups[start] = []
        groups[start].append(line)
        reach = max(reach, bisect_right(grid.xs, places.x1[line[-1]] - NEAR) - 1)
    return groups


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
