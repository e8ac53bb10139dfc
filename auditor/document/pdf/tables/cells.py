"""Lines that stand side by side, gathered into cells and rows.

A file writes a table cell by cell: each next cell stands right of the one before it on
the same height, then a row begins below.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from auditor.document.page import ExtractedPage, Ints
from auditor.document.pdf.layout.lines import chained
from auditor.document.structure.list_items import is_bullet

WHITE = 0.4
"""Of the height of a line: how wide the white between two columns is at least."""
ALIGNED = 3.0
"""Points within which the cells of a column share an edge."""
FARTHEST = 3.2
"""Heights of a line: rows further apart are not of one table."""
WITHIN_CELL = 0.4
"""Heights of a line: lines of one cell stand no further apart."""
LEVEL = 0.45
"""Heights of a line: cells whose tops or middles are no further apart begin one row."""
MOST_FLOWING = 0.3
FULL = 0.8
"""Of the width of a column: a line that goes on below fills more."""
LEAST_TRIMMED = 3


class Cell(NamedTuple):
    """Lines that go on below each other, as a cell of a row."""

    lines: tuple[int, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    height: float
    """Of one line."""


Row = list[Cell]
Span = tuple[float, float]


def gather_rows(page: ExtractedPage, lines: Ints, least: int) -> list[list[Row]]:
    """Gather lines into rows, and rows whose cells keep to the same columns into runs.

    At least so many rows of a run have several cells.

    Rows that are no more than the further lines of cells are joined to theirs, and what
    only stands near the first and the last row is left out. Text that runs on from line
    to line in every column is no run.
    """
    gatherer = _Gatherer(page)
    rows = _rows(gatherer.cells(lines))
    runs = _runs(rows) if count_full(rows) >= least else []
    return [
        _trimmed(gatherer.without_wraps(run))
        for run in runs
        if count_full(run) >= least and not gatherer.runs_on(run)
    ]


def count_full(rows: Sequence[Row]) -> int:
    """Count the rows of several cells."""
    return sum(len(row) > 1 for row in rows)


def columns_of(rows: Sequence[Row]) -> list[Span]:
    """Give the spans of the columns that the cells of rows stand in."""
    cells = [cell for row in rows for cell in row]
    return _merged([(cell.x0, cell.x1) for cell in cells], median(cell.height for cell in cells))


def share_aligned(cells: Sequence[Cell]) -> float:
    """Give the largest share of cells that have a left or right edge or a middle in common."""
    sides = [(cell.x0, cell.x1, (cell.x0 + cell.x1) / 2) for cell in cells]
    ranked = [sorted(places) for places in zip(*sides, strict=True)]
    shared = (
        bisect_right(places, place + ALIGNED) - at
        for places in ranked
        for at, place in enumerate(places)
    )
    return max(shared) / len(cells)


class _Gatherer:
    """Makes cells of the lines of one page."""

    def __init__(self, page: ExtractedPage) -> None:
        every = page.lines
        self.page = page
        self.x0, self.x1 = every.x0.tolist(), every.x1.tolist()
        self.top, self.bottom = every.top.tolist(), every.bottom.tolist()

    def cells(self, lines: Ints) -> list[Cell]:
        """Gather lines into cells, in the order of the file."""
        follows = [False, *chained(self.page, lines).tolist()]
        groups: list[list[int]] = []
        for line, is_next in zip(lines.tolist(), follows, strict=True):
            if is_next or (groups and len(groups[-1]) == 1 and self._marks(groups[-1][0], line)):
                groups[-1].append(line)
            else:
                groups.append([line])
        return self._parted([self._cell(tuple(own)) for own in groups])

    def _cell(self, lines: tuple[int, ...]) -> Cell:
        if len(lines) == 1:
            line = lines[0]
            top, bottom = self.top[line], self.bottom[line]
            return Cell(lines, self.x0[line], top, self.x1[line], bottom, bottom - top)
        return Cell(
            lines,
            min(self.x0[line] for line in lines),
            min(self.top[line] for line in lines),
            max(self.x1[line] for line in lines),
            max(self.bottom[line] for line in lines),
            min(self.bottom[line] - self.top[line] for line in lines),
        )

    def _marks(self, mark: int, line: int) -> bool:
        """True if a line is the bullet that opens the next."""
        if not is_bullet(self.page.line_text(mark)):
            return False
        return _is_beside(self._cell((mark,)), self._cell((line,)))

    def _parted(self, cells: Sequence[Cell]) -> list[Cell]:
        """Part cells of one column where the cell that is written next begins another row."""
        parted: list[Cell] = []
        for cell, following in zip(cells, [*cells[1:], None], strict=True):
            at = self._line_beside(cell, following) if following else 0
            if at:
                parted += (self._cell(cell.lines[:at]), self._cell(cell.lines[at:]))
            else:
                parted.append(cell)
        return parted

    def _line_beside(self, cell: Cell, following: Cell) -> int:
        """Number the line of a cell on whose height the next begins; 0 where it is the first."""
        if len(cell.lines) < 2 or _is_beside(cell, following):
            return 0
        for at, line in enumerate(cell.lines):
            level = abs(self.top[line] - following.top) < LEVEL * cell.height
            if level and self.x1[line] < following.x0:
                return at
        return 0

    def without_wraps(self, rows: Sequence[Row]) -> list[Row]:
        """Join rows that are only the further lines of cells to the row that they go on from."""
        gaps = [_gap(*pair) / pair[1][0].height for pair in pairwise(rows)]
        widest = max(gaps, default=0.0)
        whole: list[Row] = []
        for row, gap in zip(rows, [float("inf"), *gaps], strict=True):
            stands_out = widest > gap + 0.3
            if gap < WITHIN_CELL and self._only_wraps(whole[-1], row, stands_out=stands_out):
                below = {_over(whole[-1], cell): cell for cell in row}
                whole[-1] = [
                    self._cell(cell.lines + below[cell].lines) if cell in below else cell
                    for cell in whole[-1]
                ]
            else:
                whole.append(row)
        return whole

    def runs_on(self, rows: Sequence[Row]) -> bool:
        """True if rows are lines of text in columns, that a file wrote across them."""
        cells = [cell for row in rows for cell in row]
        spans = columns_of(rows)
        stacks = [[cell for cell in cells if x0 <= cell.x0 <= x1] for x0, x1 in spans]
        return sum(map(self._share_flowing, stacks)) > MOST_FLOWING * len(stacks)

    def _share_flowing(self, cells: Sequence[Cell]) -> float:
        """Give the share of cells whose one line fills the column and goes on in the cell below."""
        left, right = min(cell.x0 for cell in cells), max(cell.x1 for cell in cells)
        full = left + FULL * (right - left)
        flowing = [
            len(above.lines) == 1
            and above.x1 > full
            and self.page.first_word(below.lines[0])[:1].islower()
            and self._is_open_ended(above.lines[0])
            for above, below in pairwise(cells)
        ]
        return sum(flowing) / max(1, len(flowing))

    def _is_open_ended(self, line: int) -> bool:
        """True if a line of several words ends within a sentence."""
        first, last = self.page.lines.first[line], self.page.lines.last[line]
        ends = self.page.words[last - 1].endswith((".", ";", ":", "?"))
        return bool(last - first > 2) and not ends

    def _only_wraps(self, above: Row, row: Row, *, stands_out: bool) -> bool:
        """True if each cell of a row goes on from a cell above it.

        `stands_out` says that other rows of the table stand further apart.
        """
        over = [_over(above, cell) for cell in row]
        if any(cell is None for cell in over) or len(row) > len(above):
            return False
        if all(self.page.first_word(cell.lines[0])[:1].islower() for cell in row):
            return True
        return stands_out and (over[0] is not above[0] or len(row) > 1)


def _is_beside(left: Cell, right: Cell) -> bool:
    """True if a cell stands right of another, both beginning or centred on one height."""
    if right.x0 <= left.x1:
        return False
    reach = LEVEL * min(left.height, right.height)
    middles = abs(left.top + left.bottom - right.top - right.bottom) / 2
    return abs(left.top - right.top) < reach or middles < reach


def _rows(cells: Sequence[Cell]) -> list[Row]:
    """Gather cells into rows."""
    rows: list[Row] = []
    for cell in cells:
        before = rows[-1][-1] if rows else None
        if before and _is_beside(before, cell) and cell.x0 - before.x1 > WHITE * cell.height:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return rows


def _runs(rows: Sequence[Row]) -> list[list[Row]]:
    """Gather rows into runs, one below the other, whose cells keep to the same columns."""
    runs: list[list[Row]] = []
    columns: list[Span] = []
    for row in rows:
        own = columns_of([row])
        if runs and _gap(runs[-1][-1], row) < FARTHEST * row[0].height:
            joined = _merged([*columns, *own], row[0].height)
            if len(joined) >= max(len(columns), len(own)):
                runs[-1].append(row)
                columns = joined
                continue
        runs.append([row])
        columns = own
    return runs


def _gap(above: Row, below: Row) -> float:
    """Give the white between two rows; endless where the second does not stand below."""
    gap = min(cell.top for cell in below) - max(cell.bottom for cell in above)
    return gap if gap > -0.5 * below[0].height else float("inf")


def _merged(spans: Sequence[Span], height: float) -> list[Span]:
    """Join spans that no white parts."""
    found: list[Span] = []
    for x0, x1 in sorted(spans):
        if found and x0 - found[-1][1] < WHITE * height:
            found[-1] = (found[-1][0], max(found[-1][1], x1))
        else:
            found.append((x0, x1))
    return found


def _over(above: Sequence[Cell], cell: Cell) -> Cell | None:
    """Find the cell above that a cell stands under."""
    for one in above:
        if min(one.x1, cell.x1) > max(one.x0, cell.x0):
            return one
    return None


def _trimmed(rows: Sequence[Row]) -> list[Row]:
    """Leave out what stands above and below the rows of several cells that share columns."""
    full = [at for at, row in enumerate(rows) if len(row) > 1]
    kept = list(rows[full[0] : full[-1] + 1]) if full else []
    for end in (0, -1):
        while len(kept) > LEAST_TRIMMED and _stands_apart(kept, end):
            kept.pop(end)
    return kept


def _stands_apart(rows: Sequence[Row], end: int) -> bool:
    """True if the first or last row is as far off as no other, or has a column of its own."""
    row, height = rows[end], rows[end][0].height
    others = [cell for other in rows if other is not row for cell in other]
    if any(_over(others, cell) is None for cell in row):
        return True
    gaps = [_gap(*pair) for pair in pairwise(rows)]
    own = gaps.pop(end)
    if any(_share_an_edge(cell, other) for cell in row for other in others):
        return own > 2 * max(gaps) + height
    return own > max(gaps)


def _share_an_edge(cell: Cell, other: Cell) -> bool:
    left, right = cell.x0 - other.x0, cell.x1 - other.x1
    return min(abs(left), abs(right), abs(left + right) / 2) < ALIGNED
