"""Grids of level rules alone: their columns, and the rows that no rule closes.

Columns are taken from where the rules are broken, or from the white between the words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from statistics import median

import numpy as np

from auditor.document.page import Floats, Ints, Rect
from auditor.document.pdf.tables.grid import (
    NEAR,
    Edge,
    Edges,
    Grid,
    Ruling,
    break_columns,
    find_rulings,
    make_grid,
)
from auditor.document.pdf.tables.middles import Middles
from auditor.document.structure.list_items import is_bullet

MOST_LOWER = 0.4
"""Of the words that open the cells of rows: of running text more have a small letter."""
FARTHEST = 200.0
"""Points from a rule to the far end of a row that it opens or closes."""
ROW_GAP = 0.9
"""Of the height of a line: words of one row stand no further apart."""
FEWEST_WORDS = 4
"""In rows from whose white the columns are taken."""
FEWEST_BANDS = 4
"""Between rules: of fewer it cannot be told which is far higher than the others."""
FEWEST_COLUMNS = 3
"""Of rows that are told from the text between them: a list has its marks and its text."""
HIGH = 2.5
"""Times the height of the usual row: so high is what stands between two tables."""
LEAST_SIDE = 0.25
"""Of the width of a table: edges that are drawn at one side of it are as long."""
INK = 2.0
"""Points: how far the box of a word may reach across an edge."""
FEWEST_MARKS = 2
"""Bullets below each other that open a column."""
MARK_GAP = 1.0
"""Points of white before them."""
LEAST_COLUMN = 40.0
"""Points from the edge before them: closer stand bullets that are only set in."""
HEAD_GAP = 2.0
"""Points by which a line of heads stands further off than the lines of a row from each other."""


def open_grids(
    places: Middles, edges: Edges, may_be_table: Callable[[Rect], bool]
) -> Iterator[Grid]:
    """Make grids of level rules, whatever crosses them, in whose box a table may be."""
    for ruling in chain.from_iterable(_parted(places, one) for one in find_rulings(edges)):
        ys, left, right = ruling.ys, ruling.left, ruling.right
        xs = break_columns(edges, ruling)
        if xs:
            ys = _with_head(places, ys, xs)
            ys = _with_tail(places, ys, xs)
        elif len(ys) >= 3:
            inside = places.inside((left, ys[0], right, ys[-1]))
            xs = _with_list_columns(places, inside, _white_columns(places, inside, left, right))
            ys = _with_head(places, ys, xs) if len(xs) > 2 else ys
        if len(xs) < 3 or len(ys) < 2 or not may_be_table((xs[0], ys[0], xs[-1], ys[-1])):
            continue
        sides = _side_rows(places, edges, ys, xs)
        if len(ys) <= 4 and not sides:
            ys = _with_text_rows(places, ys, xs)
        upright = [(x, ys[0], ys[-1]) for x in xs]
        if sides:
            upright = _beside_crossed(places, ys[:2], xs) + [(x, ys[1], ys[-1]) for x in xs]
            ys = sorted([*ys, *sides])
        level = [(y, left, right) for y in ys]
        yield make_grid(xs, ys, level, upright)


def _side_rows(
    places: Middles, edges: Edges, ys: Sequence[float], xs: Sequence[float]
) -> list[float]:
    """Return the heights of rows whose edges are drawn at one side, as behind coloured cells."""
    left, right = xs[0], xs[-1]
    boxes = places.boxes[places.inside((left, ys[0], right, ys[-1]))]
    found: list[float] = []
    for y, x0, x1 in edges.level:
        within = left - NEAR < x0 and x1 < right + NEAR and ys[0] < y < ys[-1]
        if not within or min(x0 - left, right - x1) > NEAR or x1 - x0 < LEAST_SIDE * (right - left):
            continue
        is_new = min(abs(y - other) for other in (*ys, *found)) > NEAR
        if is_new and not np.count_nonzero((boxes[:, 1] < y - INK) & (boxes[:, 3] > y + INK)):
            found.append(y)
    return found


def _beside_crossed(places: Middles, band: Sequence[float], xs: Sequence[float]) -> list[Edge]:
    """Return the edges of columns in a row of heads, but those that one of its lines crosses."""
    inside = places.inside((xs[0], band[0], xs[-1], band[1])).tolist()
    crossing = [
        (places.x0[at], places.x0[at + 1] if places.goes_on(at) else places.x1[at]) for at in inside
    ]
    return [
        (x, band[0], band[1])
        for x in xs
        if not any(start < x < following for start, following in crossing)
    ]


def _parted(places: Middles, ruling: Ruling) -> list[Ruling]:
    """Part the rules of two tables where text stands between them that crosses their columns.

    The band in which it stands is far higher than the rows, and none of its lines is beside
    another.
    """
    ys, left, right = ruling.ys, ruling.left, ruling.right
    bands = list(pairwise(ys))
    if len(bands) < FEWEST_BANDS:
        return [ruling]
    highest = HIGH * median([low - high for high, low in bands])
    between = [at for at, (high, low) in enumerate(bands) if low - high > highest]
    if not between:
        return [ruling]
    words = places.inside((left, ys[0], right, ys[-1]))
    band = np.array(ys).searchsorted(places.y[words]) - 1
    between = [at for at in between if not places.stand_beside(words[band == at].tolist())]
    if not between:
        return [ruling]
    parted = len(_white_columns(places, words[~np.isin(band, between)], left, right))
    if parted <= FEWEST_COLUMNS or parted <= len(_white_columns(places, words, left, right)):
        return [ruling]
    ends = [-1, *between, len(bands)]
    return [Ruling(ys[first + 1 : last + 1], left, right) for first, last in pairwise(ends)]


def _white_columns(places: Middles, inside: Ints, left: float, right: float) -> list[float]:
    """Part columns where a strip as wide as a letter is white in every row."""
    if len(inside) < FEWEST_WORDS:
        return []
    boxes = places.boxes.take(inside, 0)
    em = np.sort(boxes[:, 3] - boxes[:, 1])[len(boxes) // 2]
    start, end = (boxes[:, 0] - left).astype(np.int64), (boxes[:, 2] - left).astype(np.int64)
    ranked = start.argsort()
    start, reach = start[ranked][1:], np.maximum.accumulate(end[ranked])[:-1] + 1
    white = start - reach >= 0.6 * em
    return [left, *(left + (reach + start)[white] / 2).tolist(), right]


def _with_list_columns(places: Middles, inside: Ints, xs: list[float]) -> list[float]:
    """Add columns of list items: hardly any white is left of bullets that stand below each other.

    None is added where some bullets stand within a column.
    """
    words = places.words
    bullets = [at for at in inside.tolist() if len(words[at]) == 1 and is_bullet(words[at])]
    if len(bullets) < FEWEST_MARKS:
        return xs
    boxes, marks = places.boxes.take(inside, 0), places.boxes[bullets, 0]
    found = list(xs)
    for start in sorted(set(np.round(marks).tolist())):
        own = marks[np.abs(marks - start) < 1]
        edge = float(own.min()) - MARK_GAP
        if any(-LEAST_COLUMN < x - edge < NEAR for x in found):
            continue
        crossed = (boxes[:, 0] < edge + MARK_GAP / 2) & (boxes[:, 2] > edge)
        if len(own) < FEWEST_MARKS or crossed.any():
            return xs
        found.append(edge)
    return sorted(found)


def _with_head(places: Middles, ys: list[float], xs: Sequence[float]) -> list[float]:
    """Take in a row of heads that stands above the first rule, and a row between them."""
    end = _end_of_run(places, ys[0], xs, up=True)
    if end is None:
        return ys
    inside = places.inside((xs[0], end - 1, xs[-1], ys[0]))
    return [end - 1, *_below_heads(places.boxes.take(inside, 0)), *ys]


def _with_tail(places: Middles, ys: list[float], xs: Sequence[float]) -> list[float]:
    """Take in a row that stands below the last rule, where a column or page ends."""
    end = _end_of_run(places, ys[-1], xs, up=False)
    return ys if end is None else [*ys, end + 1]


def _end_of_run(places: Middles, start: float, xs: Sequence[float], *, up: bool) -> float | None:
    """Return how far words that keep to columns reach from a rule; None where they are no row."""
    reach = (start - FARTHEST, start) if up else (start, start + FARTHEST)
    inside = places.inside((xs[0], reach[0], xs[-1], reach[1]))
    if not len(inside) or not _is_near(places.boxes.take(inside, 0), start, up=up):
        return None
    words = inside.tolist()
    words.sort(key=(places.bottom if up else places.top).__getitem__, reverse=up)
    edge, columns = start, set()
    for word in words:
        x0, top, x1, bottom = (
            places.x0[word],
            places.top[word],
            places.x1[word],
            places.bottom[word],
        )
        gap = edge - bottom if up else top - edge
        if gap > ROW_GAP * (bottom - top):
            break
        column = bisect_left(xs, (x0 + x1) / 2) - 1
        if x0 < xs[column] - 2 or x1 > xs[column + 1] + 2:
            return None
        columns.add(column)
        edge = min(edge, top) if up else max(edge, bottom)
    return edge if len(columns) >= max(2, len(xs) - 2) else None


def _is_near(boxes: Floats, start: float, *, up: bool) -> bool:
    """True if the word next to a rule, above or below it, may be of a row that the rule ends."""
    at = boxes[:, 3].argmax() if up else boxes[:, 1].argmin()
    _, top, _, bottom = boxes[at].tolist()
    return bool((start - bottom if up else top - start) <= ROW_GAP * (bottom - top))


def _below_heads(boxes: Floats) -> list[float]:
    """Return where the second line begins if it stands further off than the lines below it."""
    ranked = boxes[np.argsort(boxes[:, 1])]
    bottom = np.maximum.accumulate(ranked[:, 3])
    gaps = ranked[1:, 1] - bottom[:-1]
    opening = (gaps > -0.5 * (ranked[1:, 3] - ranked[1:, 1])).nonzero()[0]
    if len(opening) < 2 or gaps[opening[0]] < gaps[opening[1:]].min() + HEAD_GAP:
        return []
    return [float(ranked[opening[0] + 1, 1]) - 0.5]


def _with_text_rows(places: Middles, ys: list[float], xs: Sequence[float]) -> list[float]:
    """Part the rows of a table that has rules only above, under its head and below."""
    found = [ys[0]]
    for top, bottom in pairwise(ys):
        inside = places.inside((xs[0], top, xs[-1], bottom))
        found += _row_tops(places, inside, xs)[1:]
        found.append(bottom)
    return found


def _row_tops(places: Middles, inside: Ints, xs: Sequence[float]) -> list[float]:
    """Return the heights at which a new row begins: its first column and another are filled.

    Fewer are filled on the further lines of rows that take several. Lines of running text in
    columns are no rows: few of them open with a capital or figure.
    """
    boxes = places.boxes.take(inside, 0)
    levels: list[list[int]] = []
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    for i in np.argsort(middle).tolist():
        if levels and middle[i] - middle[levels[-1][0]] < 0.5 * (boxes[i, 3] - boxes[i, 1]):
            levels[-1].append(i)
        else:
            levels.append([i])
    opens = [
        {column: places.words[inside[word]] for column, word in first.items()}
        for first in (_first_of_columns(boxes, level, xs) for level in levels)
    ]
    tops = [at for at, words in enumerate(opens) if 0 in words and len(words) >= 2]
    if len(tops) < 0.5 * len(levels):
        tops = _tops_of_wrapped(opens, len(xs) - 1)
    opening = [word for at in tops for word in opens[at].values()]
    lower = sum(word[:1].islower() for word in opening)
    if lower > MOST_LOWER * len(opening):
        return []
    return [float(boxes[levels[at], 1].min()) - 0.5 for at in tops]


def _tops_of_wrapped(opens: Sequence[Mapping[int, str]], columns: int) -> list[int]:
    """Return the lines on which rows begin whose cells take several: a column of short cells tells.

    Each of its cells stands beside the beginnings of those in nearly all columns, and is of one
    line.
    """
    filled = Counter(column for words in opens for column in words if column)
    if columns < FEWEST_COLUMNS or len(filled) < columns - 1:
        return []
    shortest = min(filled, key=lambda column: filled[column])
    tops = [at for at, words in enumerate(opens) if shortest in words]
    are_apart = tops[0] == 0 and all(after - at > 1 for at, after in pairwise(tops))
    fewest = max(columns - 1, FEWEST_COLUMNS)
    are_whole = all(
        len(opens[at]) >= fewest and 0 in opens[at] and not opens[at][0][:1].islower()
        for at in tops
    )
    return tops if are_apart and are_whole else []


def _first_of_columns(boxes: Floats, level: list[int], xs: Sequence[float]) -> dict[int, int]:
    """Give for each column that words of one height stand in the first of them."""
    ranked = sorted(level, key=lambda word: -boxes[word, 0])
    columns = np.array(xs).searchsorted((boxes[ranked, 0] + boxes[ranked, 2]) / 2) - 1
    return dict(zip(columns.tolist(), ranked, strict=True))
