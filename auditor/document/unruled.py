"""Tables without rules: cells told by how the file writes them, row after row.

A file writes such a table cell by cell: each next cell stands right of the one before it
on the same height, then a row begins below. Running text in columns is not written so.
Only rows whose cells keep to columns parted by white are taken for a table; whatever is
in doubt stays lines of text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from auditor.document.items import is_bullet, is_number
from auditor.document.layout import chained, part_lines
from auditor.document.sheet import Ints, Sheet, Table
from auditor.document.tables import goes_on, stands_out

YEAR = re.compile(r"(?:19|20)\d\d(?:\W\d\d(?:\d\d)?)?")
LEAST_ROWS = 3
LEAST_ROWS_OF_TWO = 4
"""Of two columns more is asked: a heading beside its text is not yet a table."""
MOST_WORDS = 90
"""To a row: longer cells are running text beside a heading."""
WHITE = 0.4
"""Of the height of a line: how wide the white between two columns is at least."""
EDGE = 1.0
"""Points within which lines begin on one edge."""
FARTHEST = 3.2
"""Heights of a line: rows further apart are not of one table."""
WITHIN_CELL = 0.4
"""Heights of a line: lines of one cell stand no further apart."""
LEVEL = 0.45
"""Heights of a line: cells whose tops or middles are no further apart begin one row."""
ALIGNED = 3.0
"""Points within which the cells of a column share an edge."""
LEAST_ALIGNED = 0.7
LEAST_FILLED = 0.5
"""Of all fields; and of those in each of the two fullest columns."""
MOST_FLOWING = 0.3
FULL = 0.8
"""Of the width of a column: a line that goes on below fills more."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """Lines that go on below each other, as a cell of a row."""

    lines: tuple[int, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    height: float
    """Of one line."""


_Row = list[_Cell]
_Span = tuple[float, float]


def find_unruled_tables(sheet: Sheet, lines: Ints, before: Table | None = None) -> list[Table]:
    """Find the tables without rules among the lines named, from the top.

    A table that goes on from the one `before` it, on the last page, may be of few rows.
    """
    if not _is_worth_it(sheet, lines, 1 if before else LEAST_ROWS):
        return []
    cut = _cut_at_columns(sheet, lines)
    pieces = np.flatnonzero(np.isin(_line_of(sheet, cut.lines.first), lines))
    found = []
    for run in _runs(_rows(_cells(cut, pieces))):
        rows = _trimmed(_without_wraps(cut, run))
        if _are_cells(cut, rows):
            table = _table(cut, rows)
            if (goes_on(before, table) or _has_rows_enough(table)) and _has_whole_lines(sheet, table):
                found.append(table)
    return found


def _has_rows_enough(table: Table) -> bool:
    """Ask for fewer rows where there are heads and more columns: chance does not make those."""
    full = sum(sum(map(bool, row)) > 1 for row in table.rows)
    if len(table.edges) == 3:
        return full >= LEAST_ROWS_OF_TWO
    return full >= (LEAST_ROWS - 1 if table.heads else LEAST_ROWS)


def _line_of(sheet: Sheet, words: Ints) -> Ints:
    found: Ints = np.searchsorted(sheet.lines.first, words, side="right") - 1
    return found


def _has_whole_lines(sheet: Sheet, table: Table) -> bool:
    """Say whether no line stands half in a table and half outside it."""
    lines = np.unique(_line_of(sheet, np.array(sorted(table.words))))
    words = sheet.lines.last[lines] - sheet.lines.first[lines]
    return int(words.sum()) == len(table.words)


def _cut_at_columns(sheet: Sheet, lines: Ints) -> Sheet:
    """Cut lines before words that stand apart and begin where several lines begin.

    The white between two full cells may be hardly wider than a space.
    """
    x0, top, x1, bottom = sheet.boxes.T
    edges = np.sort(x0[sheet.lines.first[lines]])
    ends = np.searchsorted(edges, edges + EDGE, side="right")
    shared = edges[ends - np.arange(len(edges)) >= LEAST_ROWS]
    at = np.searchsorted(shared, x0 - EDGE)
    on_edge = np.append(shared, np.inf)[at] <= x0 + EDGE
    gap = np.append(0.0, x0[1:] - x1[:-1])
    return replace(
        sheet, lines=part_lines(sheet.lines, sheet.boxes, on_edge & (gap > WHITE * (bottom - top)))
    )


def _is_worth_it(sheet: Sheet, lines: Ints, least: int) -> bool:
    """Say whether enough lines stand right of the line before them and no lower."""
    if len(lines) < 2 * least:
        return False
    every, above, below = sheet.lines, lines[:-1], lines[1:]
    beside = (every.x0[below] > every.x1[above]) & (every.top[below] < every.bottom[above])
    return int(np.count_nonzero(beside)) >= least


def _cells(sheet: Sheet, lines: Ints) -> list[_Cell]:
    """Gather lines into cells, in the order of the file."""
    follows = chained(sheet, lines).tolist()
    cells: list[_Cell] = []
    for line, is_next in zip(lines.tolist(), [False, *follows], strict=True):
        cell = _cell(sheet, (line,))
        if is_next or _is_marked(sheet, cells, cell):
            cell = _cell(sheet, (*cells.pop().lines, line))
        cells.append(cell)
    return _parted(sheet, cells)


def _cell(sheet: Sheet, lines: tuple[int, ...]) -> _Cell:
    every, at = sheet.lines, list(lines)
    top, bottom = every.top[at], every.bottom[at]
    return _Cell(
        lines,
        float(every.x0[at].min()),
        float(top.min()),
        float(every.x1[at].max()),
        float(bottom.max()),
        float((bottom - top).min()),
    )


def _is_marked(sheet: Sheet, cells: Sequence[_Cell], cell: _Cell) -> bool:
    """Say whether the cell before is the bullet that opens the text of this one."""
    if not cells or _count_words(sheet, cells[-1]) > 1:
        return False
    return is_bullet(sheet.opening(cells[-1].lines[0])) and _is_beside(cells[-1], cell)


def _is_beside(left: _Cell, right: _Cell) -> bool:
    """Say whether a cell stands right of another, both beginning or centred on one height."""
    if right.x0 <= left.x1:
        return False
    reach = LEVEL * min(left.height, right.height)
    middles = abs(left.top + left.bottom - right.top - right.bottom) / 2
    return abs(left.top - right.top) < reach or middles < reach


def _parted(sheet: Sheet, cells: Sequence[_Cell]) -> list[_Cell]:
    """Part cells of one column where the cell that is written next begins another row."""
    parted: list[_Cell] = []
    for cell, following in zip(cells, [*cells[1:], None], strict=True):
        at = _line_beside(sheet, cell, following) if following else 0
        parts = (cell.lines[:at], cell.lines[at:]) if at else (cell.lines,)
        parted += [_cell(sheet, lines) for lines in parts]
    return parted


def _line_beside(sheet: Sheet, cell: _Cell, following: _Cell) -> int:
    """Number the line of a cell on whose height the next cell begins; 0 where it is the first."""
    if len(cell.lines) < 2 or _is_beside(cell, following):
        return 0
    lines = list(cell.lines)
    level = np.abs(sheet.lines.top[lines] - following.top) < LEVEL * cell.height
    beside = np.flatnonzero(level & (sheet.lines.x1[lines] < following.x0))
    return int(beside[0]) if len(beside) else 0


def _rows(cells: Sequence[_Cell]) -> list[_Row]:
    """Gather cells into rows."""
    rows: list[_Row] = []
    for cell in cells:
        before = rows[-1][-1] if rows else None
        if before and _is_beside(before, cell) and cell.x0 - before.x1 > WHITE * cell.height:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return rows


def _runs(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Gather rows into runs, one below the other, whose cells keep to the same columns."""
    runs: list[list[_Row]] = []
    columns: list[_Span] = []
    for row in rows:
        own = _columns([row])
        if runs and _gap(runs[-1][-1], row) < FARTHEST * row[0].height:
            joined = _merged([*columns, *own], row[0].height)
            if len(joined) >= max(len(columns), len(own)):
                runs[-1].append(row)
                columns = joined
                continue
        runs.append([row])
        columns = own
    return runs


def _gap(above: _Row, below: _Row) -> float:
    """Give the white between two rows; endless where the second does not stand below."""
    gap = min(cell.top for cell in below) - max(cell.bottom for cell in above)
    return gap if gap > -0.5 * below[0].height else float("inf")


def _columns(rows: Sequence[_Row]) -> list[_Span]:
    """Give the spans of the columns that cells of rows stand in."""
    cells = [cell for row in rows for cell in row]
    height = float(np.median([cell.height for cell in cells]))
    return _merged([(cell.x0, cell.x1) for cell in cells], height)


def _merged(spans: Sequence[_Span], height: float) -> list[_Span]:
    """Join spans that no white parts."""
    found: list[_Span] = []
    for x0, x1 in sorted(spans):
        if found and x0 - found[-1][1] < WHITE * height:
            found[-1] = (found[-1][0], max(found[-1][1], x1))
        else:
            found.append((x0, x1))
    return found


def _without_wraps(sheet: Sheet, rows: Sequence[_Row]) -> list[_Row]:
    """Join rows that are only the further lines of cells to the row that they go on from."""
    gaps = [_gap(*pair) / pair[1][0].height for pair in pairwise(rows)]
    widest = max(gaps, default=0.0)
    whole: list[_Row] = []
    for row, gap in zip(rows, [float("inf"), *gaps], strict=True):
        is_close = gap < WITHIN_CELL
        if is_close and _only_wraps(sheet, whole[-1], row, stands_out=widest > gap + 0.3):
            whole[-1] = _with_wraps(sheet, whole[-1], row)
        else:
            whole.append(row)
    return whole


def _only_wraps(sheet: Sheet, above: _Row, row: _Row, *, stands_out: bool) -> bool:
    """Say whether each cell of a row goes on from a cell above it.

    `stands_out` says that other rows of the table stand further apart.
    """
    over = [_over(above, cell) for cell in row]
    if any(cell is None for cell in over) or len(row) > len(above):
        return False
    leads = over[0] is not above[0]
    lower = all(sheet.opening(cell.lines[0])[:1].islower() for cell in row)
    return lower or (stands_out and (leads or len(row) > 1))


def _over(above: _Row, cell: _Cell) -> _Cell | None:
    """Find the cell above that a cell stands under."""
    for one in above:
        if min(one.x1, cell.x1) > max(one.x0, cell.x0):
            return one
    return None


def _with_wraps(sheet: Sheet, above: _Row, row: _Row) -> _Row:
    below = {_over(above, cell): cell for cell in row}
    return [
        _cell(sheet, cell.lines + below[cell].lines) if cell in below else cell for cell in above
    ]


def _trimmed(rows: Sequence[_Row]) -> list[_Row]:
    """Leave out what stands above and below the rows of several cells that share columns."""
    full = [at for at, row in enumerate(rows) if len(row) > 1]
    kept = list(rows[full[0] : full[-1] + 1]) if full else []
    for end in (0, -1):
        while len(kept) > LEAST_ROWS and _stands_apart(kept, end):
            kept.pop(end)
    return kept


def _stands_apart(rows: Sequence[_Row], end: int) -> bool:
    """Say whether the first or last row is as far off as no other, or has a column of its own."""
    row, height = rows[end], rows[end][0].height
    others = [cell for other in rows if other is not row for cell in other]
    if any(_over(others, cell) is None for cell in row):
        return True
    gaps = [_gap(*pair) for pair in pairwise(rows)]
    own = gaps.pop(end)
    if any(_share_an_edge(cell, other) for cell in row for other in others):
        return own > 2 * max(gaps) + height
    return own > max(gaps)


def _share_an_edge(cell: _Cell, other: _Cell) -> bool:
    left, right = cell.x0 - other.x0, cell.x1 - other.x1
    return min(abs(left), abs(right), abs(left + right) / 2) < ALIGNED


def _are_cells(sheet: Sheet, rows: Sequence[_Row]) -> bool:
    """Say whether rows hold the cells of a table, and not text that stands side by side."""
    columns = _columns(rows) if rows else []
    if len(columns) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    if len(cells) < LEAST_FILLED * len(rows) * len(columns):
        return False
    if sum(_count_words(sheet, cell) for cell in cells) > MOST_WORDS * len(rows):
        return False
    stacks = [[cell for cell in cells if x0 <= cell.x0 <= x1] for x0, x1 in columns]
    if sorted(map(len, stacks))[-2] < LEAST_FILLED * len(rows):
        return False  # the bars of a chart: every number ends elsewhere
    return (
        all(_share_aligned(stack) >= LEAST_ALIGNED for stack in stacks)
        and not (len(columns) == 2 and all(_is_numbering(sheet, cell) for cell in stacks[0]))
        and sum(_is_list(sheet, stack) for stack in stacks) < 2
        and any(_has_letters(sheet, cell) for stack in stacks[:2] for cell in stack)
        and sum(_share_flowing(sheet, stack) for stack in stacks) <= MOST_FLOWING * len(stacks)
    )


def _count_words(sheet: Sheet, cell: _Cell) -> int:
    return sum(int(sheet.lines.last[line] - sheet.lines.first[line]) for line in cell.lines)


def _share_aligned(cells: Sequence[_Cell]) -> float:
    """Give the largest share of cells that have a left or right edge or a middle in common."""
    best = 0
    lefts, rights = np.array([(cell.x0, cell.x1) for cell in cells]).T
    for places in (lefts, rights, (lefts + rights) / 2):
        ranked = np.sort(places)
        ends = np.searchsorted(ranked, ranked + ALIGNED, side="right")
        best = max(best, int((ends - np.arange(len(ranked))).max()))
    return best / len(cells)


def _is_numbering(sheet: Sheet, cell: _Cell) -> bool:
    """Say whether a cell is no more than the number of a list item or reference."""
    word = sheet.opening(cell.lines[0]).strip("[]")
    return _count_words(sheet, cell) == 1 and (is_number(word) or is_bullet(word) or word.isdigit())


def _is_list(sheet: Sheet, cells: Sequence[_Cell]) -> bool:
    """Say whether most cells are list items: two lists side by side are no table."""
    return 2 * sum(is_bullet(sheet.opening(cell.lines[0])) for cell in cells) > len(cells)


def _has_letters(sheet: Sheet, cell: _Cell) -> bool:
    return any(letter.isalpha() for line in cell.lines for letter in sheet.line_text(line))


def _share_flowing(sheet: Sheet, cells: Sequence[_Cell]) -> float:
    """Give the share of cells whose one line fills the column and goes on in the cell below."""
    full = min(cell.x0 for cell in cells) + FULL * _width(cells)
    flowing = [
        len(above.lines) == 1
        and _count_words(sheet, above) > 2
        and above.x1 > full
        and sheet.opening(below.lines[0])[:1].islower()
        and not sheet.words[sheet.lines.last[above.lines[-1]] - 1].endswith((".", ";", ":", "?"))
        for above, below in pairwise(cells)
    ]
    return sum(flowing) / max(1, len(flowing))


def _width(cells: Sequence[_Cell]) -> float:
    return max(cell.x1 for cell in cells) - min(cell.x0 for cell in cells)


def _table(sheet: Sheet, rows: Sequence[_Row]) -> Table:
    """Put the words of rows into columns."""
    columns = _columns(rows)
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    filled: list[list[list[int]]] = []
    for row in rows:
        fields: list[list[int]] = [[] for _ in columns]
        for cell in row:
            field = fields[int(np.searchsorted(inner, (cell.x0 + cell.x1) / 2))]
            for line in cell.lines:
                field += range(int(sheet.lines.first[line]), int(sheet.lines.last[line]))
        filled.append(fields)
    cells = [cell for row in rows for cell in row]
    top, bottom = min(cell.top for cell in cells), max(cell.bottom for cell in cells)
    edges = (*(left for left, _ in columns), sheet.frame[0])
    box = (edges[0], top, columns[-1][1], bottom)
    words = {word for fields in filled for field in fields for word in field}
    table = Table(box, filled, edges=edges, words=words)
    table.heads = int(
        not any(_is_count(sheet, cell) for cell in filled[0])
        and (stands_out(sheet, table) or _heads_figures(sheet, table))
    )
    return table


def _heads_figures(sheet: Sheet, table: Table) -> bool:
    """Say whether the first row has words over a column that has figures in every other row."""
    first, *below = table.rows
    if len(below) < LEAST_ROWS or not all(first[1:]):
        return False
    columns = range(1, len(first))
    if any(_has_figure(sheet, first[column]) for column in columns):
        return False
    return any(all(_has_figure(sheet, row[column]) for row in below) for column in columns)


def _is_count(sheet: Sheet, cell: Sequence[int]) -> bool:
    """Say whether a cell is a bare number, and no year."""
    text = "".join(sheet.words[word] for word in cell)
    if not text or any(letter.isalpha() for letter in text):
        return False
    return any(letter.isdigit() for letter in text) and YEAR.fullmatch(text) is None


def _has_figure(sheet: Sheet, cell: Sequence[int]) -> bool:
    return any(letter.isdigit() for word in cell for letter in sheet.words[word])
