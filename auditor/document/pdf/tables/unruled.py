"""Tables without rules: rows of cells that keep to columns parted by white.

Running text in columns is not written row by row, as `cells` gathers rows; what is in
doubt, such as lists side by side, stays lines of text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from auditor.document.page import Bools, ExtractedPage, Floats, Ints, ScreenedPage, Table
from auditor.document.pdf.layout.lines import part_lines
from auditor.document.pdf.tables.cells import (
    WHITE,
    Cell,
    Row,
    columns_of,
    count_full,
    gather_rows,
    share_aligned,
)
from auditor.document.pdf.tables.ruled import goes_on, stands_out
from auditor.document.structure.list_items import is_bullet, is_number

LEAST_ROWS = 3
LEAST_ROWS_OF_TWO = 4
"""Of two columns more is asked: a heading beside its text is not yet a table."""
MOST_WORDS = 90
"""To a row: longer cells are running text beside a heading."""
MOST_ABOVE = 3
"""Lines above the rest of a table that goes on from the last page."""
EDGE = 1.0
"""Points within which lines begin on one edge."""
FEWEST_STRETCHED, EVEN = 4, 1.05
"""Words of a stretched line, and times its narrowest gap: as wide as the widest at most."""
LEAST_ALIGNED = 0.7
LEAST_FILLED = 0.5
"""Of all fields; and of those in each of the two fullest columns."""
YEAR = re.compile(r"(?:19|20)\d\d(?:\W\d\d(?:\d\d)?)?")


def find_unruled_tables(page: ScreenedPage, before: Table | None = None) -> list[Table]:
    """Find the tables without rules in the text of a page, from the top.

    A table that goes on from the one `before` it, on the last page, may be of few rows.
    """
    some = _text_lines(page)
    if not _is_worth_it(page, some, 1 if before else LEAST_ROWS):
        return []
    lines = np.array(some, np.int64)
    cut = _cut_at_columns(page, lines)
    is_text = np.zeros(len(page.lines), bool)
    is_text[lines] = True
    pieces = is_text[_line_of(page, cut.lines.first)].nonzero()[0]
    found = []
    for rows in gather_rows(cut, pieces, 1 if before else LEAST_ROWS - 1):
        if _are_cells(cut, rows, may_go_on=before is not None):
            table = _table(cut, rows)
            continues = goes_on(before, table) and _opens_page(page, lines, table)
            if (continues or _has_rows_enough(table)) and _has_whole_lines(page, table):
                found.append(table)
    return found


def _opens_page(page: ExtractedPage, lines: Ints, table: Table) -> bool:
    """True if a table stands on top of its column but for a heading."""
    every, (left, top, right, _) = page.lines, table.box
    above = every.bottom[lines] < top + 1
    shared = np.minimum(every.x1[lines], right) - np.maximum(every.x0[lines], left)
    return int(np.count_nonzero(above & (shared > 0))) <= MOST_ABOVE


def _text_lines(page: ScreenedPage) -> list[int]:
    """Return the free lines that read as the page does and are not set aside."""
    way, aside = page.lines.plain.way, page.aside
    free = page.free_lines().tolist()
    return [line for line in free if line not in aside and not way[line]]


def _is_worth_it(page: ExtractedPage, lines: Sequence[int], least: int) -> bool:
    """True if enough lines stand right of the line before them and no lower.

    A bullet before its text does not count.
    """
    every = page.lines.plain
    x0, top, x1, bottom = every.x0, every.top, every.x1, every.bottom
    right = [(one, other) for one, other in pairwise(lines) if x0[other] > x1[one]]
    if len(lines) < 2 * least or len(right) < least:
        return False
    beside = (
        top[other] < bottom[one] and x1[one] - x0[one] >= bottom[one] - top[one]
        for one, other in right
    )
    return sum(beside) >= least


def _cut_at_columns(page: ExtractedPage, lines: Ints) -> ExtractedPage:
    """Cut lines before words that stand apart and begin where several lines begin.

    The white between two full cells may be hardly wider than a space.
    """
    x0, top, x1, bottom = page.boxes.T
    edges = np.sort(x0[page.lines.first[lines]])
    ends = edges.searchsorted(edges + EDGE, "right")
    shared = edges[ends - np.arange(len(edges)) >= LEAST_ROWS]
    at = shared.searchsorted(x0 - EDGE)
    on_edge = np.concatenate((shared, [np.inf]))[at] <= x0 + EDGE
    gap = np.concatenate(([0.0], x0[1:] - x1[:-1]))
    cut = on_edge & (gap > WHITE * (bottom - top))
    cut[cut] = ~_are_even(page, gap, cut.nonzero()[0])
    return replace(page, lines=part_lines(page.lines, page.boxes, cut))


def _are_even(page: ExtractedPage, gap: Floats, words: Ints) -> Bools:
    """Return for each word whether no gap of its line is narrower than that before it.

    Its line is stretched to the width of its column, and no other of its words is one of these.
    """
    others = gap.copy()
    others[page.lines.first] = np.inf
    line = _line_of(page, words)
    many = (page.lines.last - page.lines.first)[line] >= FEWEST_STRETCHED
    many &= np.bincount(line)[line] == 1
    even: Bools = gap[words] < EVEN * np.minimum.reduceat(others, page.lines.first)[line]
    return even & many


def _line_of(page: ExtractedPage, words: Ints) -> Ints:
    found: Ints = page.lines.first.searchsorted(words, "right") - 1
    return found


def _has_rows_enough(table: Table) -> bool:
    """Ask for fewer rows where there are heads and more columns: chance does not make those."""
    full = sum(sum(map(bool, row)) > 1 for row in table.rows)
    if len(table.rows[0]) == 2:
        return full >= LEAST_ROWS_OF_TWO
    return full >= (LEAST_ROWS - 1 if table.heads else LEAST_ROWS)


def _has_whole_lines(page: ExtractedPage, table: Table) -> bool:
    """True if no line stands half in a table and half outside it."""
    lines = np.bincount(_line_of(page, np.array(sorted(table.words)))).nonzero()[0]
    words = page.lines.last[lines] - page.lines.first[lines]
    return int(words.sum()) == len(table.words)


def _are_cells(page: ExtractedPage, rows: Sequence[Row], *, may_go_on: bool) -> bool:
    """True if rows hold the cells of a table, and not text that stands side by side.

    Those of a table that may go on from another may be few.
    """
    columns = columns_of(rows) if rows else []
    if len(columns) < 2:
        return False
    least = LEAST_ROWS_OF_TWO if len(columns) == 2 else LEAST_ROWS - 1
    if count_full(rows) < least and not may_go_on:
        return False
    cells = [cell for row in rows for cell in row]
    if sum(_count_words(page, cell) for cell in cells) > MOST_WORDS * len(rows):
        return False
    stacks = [[cell for cell in cells if x0 <= cell.x0 <= x1] for x0, x1 in columns]
    return _are_filled(stacks, len(rows)) and _are_stacks(page, stacks)


def _are_filled(stacks: Sequence[Sequence[Cell]], rows: int) -> bool:
    """True if enough fields are filled: of the bars of a chart every number ends elsewhere."""
    counts = sorted(map(len, stacks))
    return sum(counts) >= LEAST_FILLED * rows * len(stacks) and counts[-2] >= LEAST_FILLED * rows


def _are_stacks(page: ExtractedPage, stacks: Sequence[Sequence[Cell]]) -> bool:
    """True if cells keep to their columns, and are no list, numbering or figures alone."""
    if any(share_aligned(stack) < LEAST_ALIGNED for stack in stacks):
        return False
    if len(stacks) == 2 and all(_is_numbering(page, cell) for cell in stacks[0]):
        return False
    is_worded = any(_has_letters(page, cell) for stack in stacks[:2] for cell in stack)
    return is_worded and sum(_is_list(page, stack) for stack in stacks) < 2


def _count_words(page: ExtractedPage, cell: Cell) -> int:
    return sum(int(page.lines.last[line] - page.lines.first[line]) for line in cell.lines)


def _is_numbering(page: ExtractedPage, cell: Cell) -> bool:
    """True if a cell is no more than the number of a list item or reference."""
    word = page.first_word(cell.lines[0]).strip("[]")
    return _count_words(page, cell) == 1 and (is_number(word) or is_bullet(word) or word.isdigit())


def _is_list(page: ExtractedPage, cells: Sequence[Cell]) -> bool:
    """True if most cells are list items: two lists side by side are no table."""
    return 2 * sum(is_bullet(page.first_word(cell.lines[0])) for cell in cells) > len(cells)


def _has_letters(page: ExtractedPage, cell: Cell) -> bool:
    return any(letter.isalpha() for line in cell.lines for letter in page.line_text(line))


def _table(page: ExtractedPage, rows: Sequence[Row]) -> Table:
    """Put the words of rows into columns."""
    columns = columns_of(rows)
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    filled: list[list[list[int]]] = []
    for row in rows:
        fields: list[list[int]] = [[] for _ in columns]
        for cell in row:
            field = fields[int(np.searchsorted(inner, (cell.x0 + cell.x1) / 2))]
            for line in cell.lines:
                field += range(int(page.lines.first[line]), int(page.lines.last[line]))
        filled.append(fields)
    cells = [cell for row in rows for cell in row]
    top, bottom = min(cell.top for cell in cells), max(cell.bottom for cell in cells)
    edges = (*(left for left, _ in columns), page.frame[0])
    words = frozenset(word for fields in filled for field in fields for word in field)
    table = Table((edges[0], top, columns[-1][1], bottom), tuple(filled), words, edges=edges)
    return replace(table, heads=int(_is_headed(page, table)))


def _is_headed(page: ExtractedPage, table: Table) -> bool:
    """True if the first row stands out, or has words over a column of figures."""
    first, *below = table.rows
    if any(_is_count(page, cell) for cell in first):
        return False
    if stands_out(page, table):
        return True
    columns = range(1, len(first))
    if len(below) < LEAST_ROWS or not all(first[1:]):
        return False
    if any(_has_figure(page, first[column]) for column in columns):
        return False
    return any(all(_has_figure(page, row[column]) for row in below) for column in columns)


def _is_count(page: ExtractedPage, cell: Sequence[int]) -> bool:
    """True if a cell is a bare number, and no year."""
    text = "".join(page.words[word] for word in cell)
    if not text or any(letter.isalpha() for letter in text):
        return False
    return any(letter.isdigit() for letter in text) and YEAR.fullmatch(text) is None


def _has_figure(page: ExtractedPage, cell: Sequence[int]) -> bool:
    return any(letter.isdigit() for word in cell for letter in page.words[word])
