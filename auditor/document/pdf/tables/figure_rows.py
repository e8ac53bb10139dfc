"""Rows of figures between two rules: as many rows as they have lines on one height.

A table that rules off groups of rows only ("Adur, Arun, Crawley" and beside each name its
figures) has a field of several lines in every column. Each height is a row of its own there.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.document.page import Cells
from auditor.document.pdf.tables.middles import Middles

FEWEST_FULL = 2
"""Cells that have a line on every height."""
MOST_OFF = 0.5
"""Of the height of a line: lines of one row stand no further apart."""
FEWEST_FIGURES = 0.5
"""Of the lines in columns after the first that is filled."""


def part_figure_rows(places: Middles, row: Cells) -> list[list[list[int]]]:
    """Return the rows that a row of a table holds; itself where its cells hold text."""
    whole = [[list(cell) for cell in row]]
    filled = [number for number, cell in enumerate(row) if cell]
    if len(filled) < FEWEST_FULL + 1 or len(row[filled[0]]) < 2:
        return whole
    lines = [_levels(places, cell) for cell in row]
    heights = max((levels for levels in lines), key=len)
    middles = [_middle(places, line) for line in heights]
    if len(middles) < 2 or not _has_figures(places, [lines[number] for number in filled[1:]]):
        return whole
    if sum(len(levels) == len(middles) for levels in lines) < FEWEST_FULL + 1:
        return whole
    parted: list[list[list[int]]] = [[[] for _ in row] for _ in middles]
    for column, levels in enumerate(lines):
        for line in levels:
            at = _row_of(places, line, middles)
            if at is None or parted[at][column]:
                return whole
            parted[at][column] = line
    return parted


def _levels(places: Middles, cell: Sequence[int]) -> list[list[int]]:
    """Part the words of a cell, which are in order, into lines."""
    lines: list[list[int]] = []
    for word in cell:
        if lines and _is_level(places, lines[-1][0], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _is_level(places: Middles, first: int, word: int) -> bool:
    height = min(places.bottom[word] - places.top[word], places.bottom[first] - places.top[first])
    return abs(_middle(places, [word]) - _middle(places, [first])) <= MOST_OFF * height


def _middle(places: Middles, line: Sequence[int]) -> float:
    return (places.top[line[0]] + places.bottom[line[0]]) / 2


def _row_of(places: Middles, line: Sequence[int], middles: Sequence[float]) -> int | None:
    """Return which of some heights a line stands on; None where it stands between them."""
    off = [abs(_middle(places, line) - middle) for middle in middles]
    nearest = off.index(min(off))
    height = places.bottom[line[0]] - places.top[line[0]]
    return nearest if off[nearest] <= MOST_OFF * height else None


def _has_figures(places: Middles, cells: Sequence[Sequence[Sequence[int]]]) -> bool:
    """True if most lines of cells are figures without words."""
    lines = [line for cell in cells for line in cell]
    figures = sum(_is_figure("".join(places.words[word] for word in line)) for line in lines)
    return figures >= FEWEST_FIGURES * len(lines)


def _is_figure(text: str) -> bool:
    return any(letter.isdigit() for letter in text) and not any(map(str.isalpha, text))
