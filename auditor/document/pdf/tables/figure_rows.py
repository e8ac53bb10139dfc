"""Rows of figures between two rules: as many rows as they have lines on one height.

A table that rules off groups of rows only ("Adur, Arun, Crawley" and beside each name its
figures) has a field of several lines in every column. Each height is a row of its own there.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.document.pdf.tables.middles import Middles

FEWEST_FULL = 2
"""Cells that have a line on every height."""
MOST_OFF = 0.5
"""Of the height of a line: lines of one row stand no further apart."""
FEWEST_COLUMNS, FEWEST_ENTRIES = 4, 6
"""Columns of as many lines: so many of text alone are rows as well."""
FEWEST_REPEATS = 2
"""Columns that say the same on every line."""
FEWEST_FIGURES = 0.5
"""Of the lines in columns after the first that is filled."""


def part_figure_rows(places: Middles, row: list[list[int]]) -> list[list[list[int]]]:
    """Return the rows that a row of a table holds; itself where its cells hold text."""
    filled = [number for number, cell in enumerate(row) if cell]
    if sum(len(cell) > 1 for cell in row) <= FEWEST_FULL or not _has_levels(places, row[filled[0]]):
        return [row]
    lines = [_levels(places, cell) for cell in row]
    most = max(map(len, lines))
    if sum(len(own) == most for own in lines) < FEWEST_FULL + 1:
        return [row]
    texts = [["".join(places.words[word] for word in line) for line in lines[at]] for at in filled]
    if not _are_rows(texts[0], texts[1:]) and not _are_entries(texts):
        return [row]
    return _parted(places, lines) or [row]


def _parted(places: Middles, cells: Sequence[list[list[int]]]) -> list[list[list[int]]]:
    """Return a row for each height on which cells have lines; none where they do not agree."""
    middles = [_middle(places, line) for line in max(cells, key=len)]
    parted: list[list[list[int]]] = [[[] for _ in cells] for _ in middles]
    for column, lines in enumerate(cells):
        for line in lines:
            at = _row_of(places, line, middles)
            if at is None or parted[at][column]:
                return []
            parted[at][column] = line
    return parted


def _has_levels(places: Middles, cell: Sequence[int]) -> bool:
    """True if the words of a cell, which are in order, stand on more than one height."""
    return not _is_level(places, cell[0], cell[-1])


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
    top, low, own_top, own_low = (
        places.top[first],
        places.bottom[first],
        places.top[word],
        places.bottom[word],
    )
    height = min(own_low - own_top, low - top)
    return abs(own_top + own_low - top - low) <= 2 * MOST_OFF * height


def _middle(places: Middles, line: Sequence[int]) -> float:
    return (places.top[line[0]] + places.bottom[line[0]]) / 2


def _row_of(places: Middles, line: Sequence[int], middles: Sequence[float]) -> int | None:
    """Return which of some heights a line stands on; None where it stands between them."""
    off = [abs(_middle(places, line) - middle) for middle in middles]
    nearest = off.index(min(off))
    height = places.bottom[line[0]] - places.top[line[0]]
    return nearest if off[nearest] <= MOST_OFF * height else None


def _are_rows(names: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """True if lines are names, and beside them mostly figures, alike in each column.

    "(27%)" below "37" is no row of its own, nor is the rest of a name.
    """
    figures = sum(is_figure(text) for texts in columns for text in texts)
    if figures < FEWEST_FIGURES * sum(map(len, columns)):
        return False
    if any(name[0].islower() for name in names):
        return False
    return all(len(set(map(_form, texts))) == 1 for texts in columns if texts)


def _are_entries(columns: Sequence[Sequence[str]]) -> bool:
    """True if several columns have as many lines, and none begins as the rest of a sentence does.

    Of a few it tells that they say the same again in several columns.
    """
    lines = len(columns[0])
    repeats = sum(len(set(texts)) == 1 for texts in columns)
    return (
        len(columns) >= FEWEST_COLUMNS
        and (lines >= FEWEST_ENTRIES or repeats >= FEWEST_REPEATS)
        and all(len(texts) == lines for texts in columns)
        and not any(text[0].islower() for texts in columns for text in texts)
    )


def _form(text: str) -> tuple[bool, bool]:
    return text.startswith("("), text.endswith(("%", "%)"))


def is_figure(text: str) -> bool:
    """True if a text holds digits and no letters."""
    return any(letter.isdigit() for letter in text) and not any(map(str.isalpha, text))
