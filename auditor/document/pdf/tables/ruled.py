"""Tables of a page: each row with its cells, and which row is the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import numpy as np

from auditor.document.page import Cells, ExtractedPage, Floats, Ints, Rect, Table
from auditor.document.pdf.tables.grid import (
    Edges,
    Grid,
    break_columns,
    find_edges,
    find_grids,
    find_rulings,
    make_grid,
)
from auditor.document.pdf.tables.stray_edges import cuts_lines

MOST_LOWER = 0.4
"""Of the words that open the cells of rows: of running text more have a small letter."""


class _Middles:
    """Where the words of a page stand, as tables ask for it."""

    def __init__(self, words: Sequence[str], boxes: Floats) -> None:
        self.words, self.boxes = words, boxes
        self.x = (boxes[:, 0] + boxes[:, 2]) / 2
        self.y = (boxes[:, 1] + boxes[:, 3]) / 2
        self.x0, self.top, _, self.bottom = boxes.T.tolist()

    def inside(self, box: Rect) -> Ints:
        """Return the words whose middle stands in a box."""
        x, y = self.x, self.y
        found: Ints = np.flatnonzero((x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3]))
        return found

    def in_rows(self, words: list[int]) -> list[int]:
        """Put the words of a cell in order: lines from the top, each from the left."""
        if len(words) < 2:
            return words
        x0, top, bottom = self.x0, self.top, self.bottom
        ordered: list[int] = []
        row: list[int] = []
        for word in sorted(words, key=lambda word: top[word] + bottom[word]):
            if row:
                first = row[0]
                shift = (top[word] + bottom[word] - top[first] - bottom[first]) / 2
                if shift > 0.5 * min(bottom[first] - top[first], bottom[word] - top[word]):
                    ordered += sorted(row, key=x0.__getitem__)
                    row = []
            row.append(word)
        return ordered + sorted(row, key=x0.__getitem__)


def find_tables(page: ExtractedPage, before: Table | None = None) -> list[Table]:
    """Find the ruled tables of a page, from the top.

    A table of one row counts only where it goes on from the one before it.
    """
    if len(page.drawn.paths) < 3 or not page.words:
        return []
    edges = find_edges(page)
    tables: list[Table] = []
    places = _Middles(page.words, page.boxes)
    for grid in (*find_grids(edges), *_open_grids(places, edges)):
        table = _table(page, places, grid)
        if table is None or (len(table.rows) == 1 and not goes_on(before, table)):
            continue
        if not any(table.words & other.words for other in tables):
            tables.append(table)
    return sorted(tables, key=lambda table: table.box[1])


def _open_grids(places: _Middles, edges: Edges) -> list[Grid]:
    """Make grids of level rules that no upright edge crosses."""
    grids = []
    for ruling in find_rulings(edges):
        ys, left, right = ruling.ys, ruling.left, ruling.right
        xs = break_columns(edges, ruling)
        if xs:
            ys = _with_head(places, ys, xs)
            ys = _with_tail(places, ys, xs)
        elif len(ys) >= 3:
            inside = places.inside((left, ys[0], right, ys[-1]))
            xs = _white_columns(places.boxes[inside], left, right) if len(inside) > 3 else []
            ys = _with_head(places, ys, xs) if len(xs) > 2 else ys
        if len(xs) < 3 or len(ys) < 2:
            continue
        if len(ys) <= 4:
            ys = _with_text_rows(places, ys, xs)
        level = [(y, left, right) for y in ys]
        upright = [(x, ys[0], ys[-1]) for x in xs]
        grids.append(make_grid(xs, ys, level, upright))
    return grids


def _white_columns(boxes: Floats, left: float, right: float) -> list[float]:
    """Part columns where a strip as wide as a letter is white in every row."""
    covered = np.zeros(int(right - left) + 2, bool)
    for x0, x1 in zip(boxes[:, 0].tolist(), boxes[:, 2].tolist(), strict=True):
        covered[max(0, int(x0 - left)) : max(0, int(x1 - left) + 1)] = True
    change = np.diff(covered.view(np.int8))
    ends, starts = np.flatnonzero(change == -1) + 1, np.flatnonzero(change == 1) + 1
    heights = np.sort(boxes[:, 3] - boxes[:, 1])
    em = float(heights[len(heights) // 2])
    xs = [left]
    for end in ends.tolist():
        following = starts[starts > end]
        if len(following) and following[0] - end >= 0.6 * em:
            xs.append(left + (end + float(following[0])) / 2)
    return [*xs, right]


def _with_head(places: _Middles, ys: list[float], xs: Sequence[float]) -> list[float]:
    """Take in a row of heads that stands above the first rule."""
    step = median(high - low for low, high in pairwise(ys)) if len(ys) > 1 else 40.0
    above = places.inside((xs[0], ys[0] - min(60.0, max(24.0, 1.3 * step)), xs[-1], ys[0]))
    boxes = places.boxes[above]
    end = _run_of_cells(boxes[np.argsort(-boxes[:, 3])], xs, ys[0], up=True)
    return ys if end is None else [end - 1, *ys]


def _with_tail(places: _Middles, ys: list[float], xs: Sequence[float]) -> list[float]:
    """Take in a row that stands below the last rule, where a column or page ends."""
    below = places.inside((xs[0], ys[-1], xs[-1], ys[-1] + 60.0))
    boxes = places.boxes[below]
    end = _run_of_cells(boxes[np.argsort(boxes[:, 1])], xs, ys[-1], up=False)
    return ys if end is None else [*ys, end + 1]


def _run_of_cells(boxes: Floats, xs: Sequence[float], start: float, *, up: bool) -> float | None:
    """Follow words that keep to columns away from a rule; None where they are no row of cells."""
    edge, columns = start, set()
    for x0, top, x1, bottom in boxes.tolist():
        gap = edge - bottom if up else top - edge
        if gap > 0.9 * (bottom - top):
            break
        column = int(np.searchsorted(xs, (x0 + x1) / 2)) - 1
        if x0 < xs[column] - 2 or x1 > xs[column + 1] + 2:
            return None
        columns.add(column)
        edge = min(edge, top) if up else max(edge, bottom)
    return edge if len(columns) >= max(2, len(xs) - 2) else None


def _with_text_rows(places: _Middles, ys: list[float], xs: Sequence[float]) -> list[float]:
    """Part the rows of a table that has rules only above, under its head and below."""
    found = [ys[0]]
    for top, bottom in pairwise(ys):
        inside = places.inside((xs[0], top, xs[-1], bottom))
        found += _row_tops(places, inside, xs)[1:]
        found.append(bottom)
    return found


def _row_tops(places: _Middles, inside: Ints, xs: Sequence[float]) -> list[float]:
    """Return the heights at which a new row begins: its first column and another are filled.

    Lines of running text in columns are no rows: few of them open with a capital or figure.
    """
    boxes = places.boxes[inside]
    levels: list[list[int]] = []
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    for i in np.argsort(middle).tolist():
        if levels and middle[i] - middle[levels[-1][0]] < 0.5 * (boxes[i, 3] - boxes[i, 1]):
            levels[-1].append(i)
        else:
            levels.append([i])
    tops: list[float] = []
    opening: list[str] = []
    for level in levels:
        first = _first_of_columns(boxes, level, xs)
        if 0 in first and len(first) >= 2:
            tops.append(float(boxes[level, 1].min()) - 0.5)
            opening += [places.words[inside[word]] for word in first.values()]
    lower = sum(word[:1].islower() for word in opening)
    are_rows = len(tops) >= 0.5 * len(levels) and lower <= MOST_LOWER * len(opening)
    return tops if are_rows else []


def _first_of_columns(boxes: Floats, level: list[int], xs: Sequence[float]) -> dict[int, int]:
    """Give for each column that words of one height stand in the first of them."""
    ranked = sorted(level, key=lambda word: -boxes[word, 0])
    columns = np.searchsorted(xs, (boxes[ranked, 0] + boxes[ranked, 2]) / 2) - 1
    return dict(zip(columns.tolist(), ranked, strict=True))


def _table(page: ExtractedPage, places: _Middles, grid: Grid) -> Table | None:
    """Put words into the fields of a grid; None where it is no table."""
    inside = places.inside(grid.box)
    if len(inside) < 4:
        return None
    rows = _rows(places, grid, inside)
    rows = _without_empty_columns([row for row in rows if any(row)])
    filled = sum(bool(cell) for row in rows for cell in row)
    if not rows or len(rows[0]) < 2 or filled < (4 if len(rows) > 1 else 3):
        return None
    if len(rows) == 1 and (filled < len(rows[0]) or len(inside) > 60):
        return None
    if filled < 0.3 * len(rows) * len(rows[0]) or not any(sum(map(bool, row)) > 1 for row in rows):
        return None
    if _is_layout(rows) or cuts_lines(page, np.isin(np.arange(len(page.words)), inside)):
        return None
    table = Table(
        grid.box, tuple(rows), frozenset(inside.tolist()), edges=grid.xs, is_open=grid.is_open
    )
    return replace(table, heads=count_heads(page, table))


def goes_on(above: Table | None, table: Table) -> bool:
    """True if a table has the columns of the one before it."""
    if above is None or len(above.edges) != len(table.edges):
        return False
    widths = np.diff(above.edges) - np.diff(table.edges)
    return bool(np.abs(widths).max() < 6) if len(widths) else False


def _is_layout(rows: Sequence[Cells]) -> bool:
    """True if boxes hold running text, as side bars and framed columns do."""
    words = sum(len(cell) for row in rows for cell in row)
    return len(rows) <= 2 and words > 90 * len(rows)


def _rows(places: _Middles, grid: Grid, inside: Ints) -> list[list[list[int]]]:
    """Give the words of each field's cell at the first field of that cell."""
    columns = np.searchsorted(grid.xs, places.x[inside]) - 1
    heights = np.searchsorted(grid.ys, places.y[inside]) - 1
    cells: dict[int, list[int]] = {}
    for word, row, column in zip(inside.tolist(), heights.tolist(), columns.tolist(), strict=True):
        cells.setdefault(grid.cell[row][column], []).append(word)
    return [[places.in_rows(cells.pop(number, [])) for number in row] for row in grid.cell]


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
