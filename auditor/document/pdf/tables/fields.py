"""Words put into the fields of a grid, and cells parted that hold those of several columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress, pairwise

import numpy as np

from auditor.document.page import Ints
from auditor.document.pdf.tables.figure_rows import is_figure
from auditor.document.pdf.tables.grid import NEAR, Grid
from auditor.document.pdf.tables.middles import WHITE, Middles

LEVEL = 0.5
"""Of the height of a line: what stands on one height is no further apart."""
FEWEST_FIGURES = 0.5
"""Of what stands on one height."""


def fill_fields(places: Middles, grid: Grid, inside: Ints) -> list[list[list[int]]]:
    """Give the words in a grid, those of each cell at its first field; without empty rows and columns.

    A cell that nothing parts, and in which lines stand side by side in the columns of the
    table, is several. Words that all stand in one column of the grid are none.
    """
    across = len(grid.xs) - 1
    columns = np.array(grid.xs).searchsorted(places.x[inside]) - 1
    if not np.count_nonzero(columns != columns[0]):
        return []
    fields = columns + across * (np.array(grid.ys).searchsorted(places.y[inside]) - 1)
    starts = [0, *((fields[1:] != fields[:-1]).nonzero()[0] + 1).tolist()]
    words = inside.tolist()
    cells: dict[int, dict[int, list[int]]] = {}
    for start, end, field in zip(
        starts, [*starts[1:], len(words)], fields[starts].tolist(), strict=True
    ):
        row, column = divmod(field, across)
        own = cells.setdefault(grid.cell[row][column], {})
        own[column] = own.get(column, []) + words[start:end]
    rows: list[list[list[int]]] = []
    for numbers in grid.cell:
        filled: list[list[int]] = [[] for _ in numbers]
        for column, number in enumerate(numbers):
            if number in cells:
                for at, part in _parted(places, grid, column, cells.pop(number)):
                    filled[at] += part
        if any(filled):
            rows.append(filled)
    kept = [any(column) for column in zip(*rows, strict=True)]
    return [list(compress(row, kept)) for row in rows]


def _parted(
    places: Middles, grid: Grid, column: int, fields: dict[int, list[int]]
) -> list[tuple[int, list[int]]]:
    """Give the words of a cell, in order, with the column in which they stand.

    `fields` are its words by the columns over which it goes.
    """
    if len(fields) == 1:
        (words,) = fields.values()
        return [(column, places.in_order(words) if len(words) > 1 else words)]
    words = sorted(word for own in fields.values() for word in own)
    lines = places.lines_of(words)
    parts = [part for line in lines for part in _cut(places, grid, line)]
    if _is_row_of_figures(places, parts):
        parts.sort(key=lambda part: places.x0[part[0]])
        return [(_column_of(places, grid, part), part) for part in parts]
    groups = _side_by_side(places, grid, lines)
    if len(groups) < 2 or all(len(own) < 2 for own in groups.values()):
        return [(column, places.in_order(words))]
    return [
        (first, places.in_order(sorted(word for line in own for word in line)))
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
    return _column_at(grid, (places.x0[part[0]] + places.x1[part[-1]]) / 2)


def _column_at(grid: Grid, x: float) -> int:
    """Return the column of a place: that at the side of the table for what reaches out of it."""
    return min(max(bisect_right(grid.xs, x), 1), len(grid.xs) - 1) - 1


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
        first = _column_at(grid, places.x0[line[0]] + NEAR)
        if first > reach:
            start = first
            groups[start] = []
        groups[start].append(line)
        reach = max(reach, bisect_right(grid.xs, places.x1[line[-1]] - NEAR) - 1)
    return groups
