"""What rules and boxes hold that is no table: text in frames, boxes with headings, charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise

import numpy as np

from auditor.document.page import Cells, ExtractedPage
from auditor.document.pdf.layout.headings import ENDS, begins_small
from auditor.document.pdf.tables.stray_edges import cuts_a_line

MOST_IN_ONE_ROW = 60
"""Words of a table of one row."""
MOST_IN_ROW = 90
"""Words of a row, where there are no more than two."""
FEWEST_FILLED = 3
"""Columns of each of two rows, and more of one: running text is not set in so many."""
LONG = 25
"""Words of a cell that is as long as a paragraph."""
MOST_IN_CELL = 50
"""Words to a cell of a table of two rows: a box of several paragraphs has more."""
LARGER = 1.12
"""Times the size of most words of a cell: type of headings."""
FEWEST_WORDS = 8
"""Of a cell that may hold a heading and text."""
MOST_ROWS = 6
"""Of boxes: a table of more rows may have larger type in some."""
MOST_HEADED = 0.5
"""Of the words of longer cells: more stand in some with a heading, where they are boxes."""
FULL = 0.15
"""Of the fields of a grid: fewer hold words where it is that of a chart."""
CLOSE = 1.35
"""Heights of a line, from one to the next of a paragraph."""


def is_layout(page: ExtractedPage, rows: Sequence[Cells], *, follows: bool = False) -> bool:
    """True if boxes hold running text, as side bars and framed columns do.

    `follows` says that they have the columns of the table on the page before.
    """
    cells = [cell for row in rows for cell in row if cell]
    words = sum(map(len, cells))
    most = MOST_IN_ONE_ROW if len(rows) == 1 else max(2 * MOST_IN_ROW, LONG * len(cells))
    if len(rows) <= 2 and words > most:
        filled = [sum(map(bool, row)) for row in rows]
        is_wide = max(filled) > FEWEST_FILLED
        is_table = follows or (is_wide and min(filled) >= FEWEST_FILLED)
        is_long = words > MOST_IN_CELL * len(cells) and not (follows and is_wide)
        if not is_table or is_long or cuts_a_line(page, rows):
            return True
    return len(rows) <= MOST_ROWS and _are_headed(page, rows)


def _are_headed(page: ExtractedPage, rows: Sequence[Cells]) -> bool:
    """True if most of some boxes hold a heading, in larger type than their text.

    They stand side by side; a column of cells may open each with a heading.
    """
    cells = [(at, cell) for row in rows for at, cell in enumerate(row) if len(cell) >= FEWEST_WORDS]
    if not cells:
        return False
    every = np.fromiter(chain.from_iterable(cell for _, cell in cells), np.int64)
    sizes = page.lines.size[page.lines.first.searchsorted(every, "right") - 1].tolist()
    if max(sizes) < LARGER * min(sizes):
        return False
    size_of = dict(zip(every.tolist(), sizes, strict=True))
    headed = [(at, len(cell)) for at, cell in cells if _is_headed(page, cell, size_of)]
    words = sum(len(cell) for _, cell in cells)
    return len({at for at, _ in headed}) > 1 and sum(own for _, own in headed) > MOST_HEADED * words


def _is_headed(page: ExtractedPage, cell: Sequence[int], size_of: Mapping[int, float]) -> bool:
    """True if some words of a cell are larger than most; of as many, the smaller are the usual."""
    counts = Counter(map(size_of.__getitem__, cell))
    usual = min(counts, key=lambda size: (-counts[size], size))
    letters = "".join(page.words[word] for word in cell if size_of[word] >= LARGER * usual)
    return sum(map(str.isalpha, letters)) > 2 + sum(map(str.isdigit, letters))


def runs_on(page: ExtractedPage, rows: Sequence[Cells]) -> bool:
    """True if a sentence goes on from a long cell in the next: columns of text between rules."""
    return any(
        min(len(left), len(right)) >= LONG
        and page.words[left[-1]][-1] not in ENDS
        and begins_small(page.words[right[0]])
        for row in rows
        for left, right in pairwise(cell for cell in row if cell)
    )


def is_chart(page: ExtractedPage, rows: Sequence[Cells], fields: int) -> bool:
    """True if few fields of a grid hold words, and its rules cut a sentence of several lines."""
    filled = [(at, cell) for at, row in enumerate(rows) for cell in row if cell]
    if len(filled) >= FULL * fields:
        return False
    row_of = {word: at for at, cell in filled for word in cell}
    lines = page.lines
    return any(
        row_of.get(end - 1, -1) != row_of.get(end, -1)
        and {end - 1, end} <= row_of.keys()
        and 0 < lines.top[at + 1] - lines.top[at] < CLOSE * (lines.bottom[at] - lines.top[at])
        and end - lines.first[at] > 2
        and page.words[end - 1][-1] not in ENDS
        and begins_small(page.words[end])
        for at, end in enumerate(lines.last[:-1].tolist())
    )
