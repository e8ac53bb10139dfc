"""Ruled lines into the grids of tables.

Edges that lie on one line are joined, edges that touch belong to one grid, and the
smallest fields of a grid that no edge parts are one cell. A grid of level rules
alone takes its columns from where the rules are broken, or else from the white
between the words.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import and_, itemgetter

import numpy as np

from auditor.document.page import ExtractedPage, Floats, Rect
from auditor.document.pdf.tables.stray_edges import THIN, ruling_paths

NEAR = 3.0
"""Points within which edges count as one."""
LEAST_OPEN = 9.0
"""Points by which a row without a rule at its end stands out: a line of text."""
FEWEST_OPEN = 3
FEWEST_RULES = 3
"""Shared by two columns, which part them from one that has none."""
MOST_FIELDS = 6000

Edge = tuple[float, float, float]
"""Position, start, end: of a level edge its height, of an upright one its x."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The places of columns and rows, and which fields are one cell."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cell: tuple[tuple[int, ...], ...]
    """For each row, the number of the cell that each field belongs to."""
    is_open: bool = False
    """Whether no rule closes the last row: it may go on on the next page."""
    is_ruled: bool = False
    """Whether upright edges cross the level ones: its rows are parted by rules."""

    @property
    def box(self) -> Rect:
        """The outer bounds."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


@dataclass(frozen=True, slots=True)
class Edges:
    """Level and upright edges of a page."""

    level: tuple[Edge, ...]
    upright: tuple[Edge, ...]
    breaks: tuple[Edge, ...] = ()
    """Level edges before they were joined: their ends hint at columns."""


def find_edges(page: ExtractedPage) -> Edges:
    """Take the edges of all thin or boxed paths that text does not run across."""
    paths = ruling_paths(page)
    left, high, right, low = paths.T
    across, down = right - left, low - high
    is_level = down <= THIN
    is_upright = ~is_level & (across <= THIN)
    boxes = paths.compress(~(is_level | is_upright), 0).T
    x0, top, x1, bottom = paths.compress(is_level, 0).T
    level = _ranked((x1, x0, (top + bottom) / 2), boxes[[2, 0, 1, 2, 0, 3]])
    x0, top, x1, bottom = paths.compress(is_upright, 0).T
    upright = _ranked((bottom, top, (x0 + x1) / 2), boxes[[3, 1, 0, 3, 1, 2]])
    return Edges(tuple(_joined(level)), tuple(_joined(upright)), tuple(level))


def _ranked(thin: tuple[Floats, Floats, Floats], sides: Floats) -> list[Edge]:
    """Return the edges of thin paths, and the two sides of boxes that run the same way, in order.

    Of each edge there are given its end, its start and its position.
    """
    edges = np.concatenate((np.array(thin), sides[:3], sides[3:]), axis=1)
    ends, starts, places = edges.take(np.lexsort(edges), 1).tolist()
    return list(zip(places, starts, ends, strict=True))


def _joined(ranked: list[Edge]) -> list[Edge]:
    """Bring edges that nearly lie on one line onto it, and join those that meet."""
    found: list[Edge] = []
    first, level = 0, ranked[0][0] if ranked else 0.0
    for at, (place, _, _) in enumerate(ranked):
        if place - level > NEAR:
            found += _joined_level(ranked[first:at])
            first, level = at, place
    return found + _joined_level(ranked[first:])


def _joined_level(level: list[Edge]) -> list[Edge]:
    """Bring edges onto one line, and join those that meet."""
    if len(level) < 2:
        return level
    place = sum([near[0] for near in level]) / len(level)
    level.sort(key=itemgetter(1))
    _, start, stop = level[0]
    found: list[Edge] = []
    for _, low, high in level:
        if low - stop > NEAR:
            found.append((place, start, stop))
            start, stop = low, high
        elif high > stop:
            stop = high
    found.append((place, start, stop))
    return found


def find_grids(edges: Edges, holds_words: Callable[[Rect], bool]) -> list[Grid]:
    """Find the grids of several columns whose edges touch, and whose box holds words."""
    grids = []
    for level, upright in _touching(edges):
        xs = _places(edge[0] for edge in upright)
        ruled = _places(edge[0] for edge in level)
        ys = _with_open_ends(ruled, upright)
        if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) >= MOST_FIELDS:
            continue
        if holds_words((xs[0], ys[0], xs[-1], ys[-1])):
            grid = make_grid(xs, ys, level, upright)
            grids.append(replace(grid, is_open=ys[-1] > ruled[-1], is_ruled=True))
    return grids


def _with_open_ends(ys: list[float], upright: Sequence[Edge]) -> list[float]:
    """Return the rows with those that no rule closes, where a table goes on over a page's end.

    At least three upright edges stand out beyond the last rule, all equally far.
    """
    if len(upright) < FEWEST_OPEN or not ys:
        return ys
    below, above = sorted(edge[2] for edge in upright), sorted(edge[1] for edge in upright)
    ends = [end for end in below if end > ys[-1] + LEAST_OPEN]
    tops = [top for top in above if top < ys[0] - LEAST_OPEN]
    if len(ends) >= FEWEST_OPEN and ends[-1] - ends[0] < NEAR:
        ys = [*ys, ends[-1]]
    if len(tops) >= FEWEST_OPEN and tops[-1] - tops[0] < NEAR:
        ys = [tops[0], *ys]
    return ys


def _touching(edges: Edges) -> list[tuple[list[Edge], list[Edge]]]:
    """Sort edges into groups that touch, directly or through others."""
    level, upright = edges.level, edges.upright
    if len(level) < 2 or len(upright) < 3 or len(level) * len(upright) > 250_000:
        return []
    parent = list(range(len(level) + len(upright)))
    reaches = [
        (at, top - NEAR, bottom + NEAR) for at, (_, top, bottom) in enumerate(upright, len(level))
    ]
    xs = [x for x, _, _ in upright]
    for own, (y, x0, x1) in enumerate(level):
        for at, top, bottom in reaches[bisect_left(xs, x0 - NEAR) : bisect_right(xs, x1 + NEAR)]:
            if top <= y <= bottom and parent[at] != own:
                other = _root(parent, at)
                parent[max(own, other)] = parent[at] = own = min(own, other)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for i, edge in enumerate((*level, *upright)):
        parent[i] = root = parent[parent[i]]  # no edge is joined to one that comes after it
        if root == i:
            groups[i] = ([], [])
        groups[root][i >= len(level)].append(edge)
    return [group for group in groups.values() if len(group[0]) > 1 and len(group[1]) > 1]


def groups_of(near: Sequence[Sequence[int]]) -> list[int]:
    """Return for each of some things the first of those that it is near, directly or not."""
    group = [-1] * len(near)
    for start in range(len(near)):
        todo = [start] if group[start] < 0 else []
        while todo:
            one = todo.pop()
            if group[one] < 0:
                group[one] = start
                todo += near[one]
    return group


def _places(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def make_grid(
    xs: Sequence[float], ys: Sequence[float], level: Sequence[Edge], upright: Sequence[Edge]
) -> Grid:
    """Join the fields between which no edge stands into cells.

    A column without rules between its rows is apart, too, from two beside it that share several.
    """
    across, down = len(xs) - 1, len(ys) - 1
    parent = list(range(across * down))
    ruled, posted = _barred(level, ys, xs), _barred(upright, xs, ys)
    apart = _are_apart(ruled[1:down], across)
    for row in range(down):
        for column in range(across):
            field = row * across + column
            if column and not posted[column][row] and not apart[column]:
                parent[_root(parent, field)] = _root(parent, field - 1)
            if row and not ruled[row][column]:
                parent[_root(parent, field)] = _root(parent, field - across)
    roots = [at if at == above else _root(parent, at) for at, above in enumerate(parent)]
    cell = tuple(tuple(roots[row * across : (row + 1) * across]) for row in range(down))
    return Grid(tuple(xs), tuple(ys), cell)


def _are_apart(ruled: Sequence[bytearray], across: int) -> list[bool]:
    """Return for each column if it or the one to its left has no rules, and two beyond share several."""
    apart = [False] * across
    columns = list(zip(*ruled, strict=True))
    for bare, rules in enumerate(columns):
        if any(rules):
            continue
        for column, first, second in (
            (bare + 1, bare + 1, bare + 2),
            (bare, bare - 1, bare - 2),
        ):
            if 0 <= second < across and (
                sum(map(and_, columns[first], columns[second])) >= FEWEST_RULES
            ):
                apart[column] = True
    return apart


def _root(parent: list[int], at: int) -> int:
    """Follow fields or edges that were joined to the one that stands for them all."""
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _barred(
    edges: Sequence[Edge], places: Sequence[float], others: Sequence[float]
) -> list[bytearray]:
    """Return for each place of edges, and each field along it, whether an edge stands there."""
    middles = [(low + high) / 2 for low, high in pairwise(others)]
    barred = [bytearray(len(middles)) for _ in places]
    for place, start, end in edges:
        at = bisect_left(places, place - NEAR)
        if at < len(places) and abs(places[at] - place) <= NEAR:
            first, last = bisect_left(middles, start), bisect_right(middles, end)
            if first < last:
                barred[at][first:last] = b"\1" * (last - first)
    return barred


@dataclass(slots=True)
class Ruling:
    """Level rules of one width, one below the other."""

    ys: list[float]
    left: float
    right: float


def find_rulings(edges: Edges) -> list[Ruling]:
    """Find runs of level rules of one width."""
    groups: list[Ruling] = []
    for y, x0, x1 in edges.level:
        if x1 - x0 < 100:
            continue
        for group in groups:
            if abs(group.left - x0) <= NEAR and abs(group.right - x1) <= NEAR:
                group.ys.append(y)
                break
        else:
            groups.append(Ruling([y], x0, x1))
    return groups


def break_columns(edges: Edges, ruling: Ruling) -> list[float]:
    """Find where rules are broken into the widths of columns, on most of their heights."""
    left, right, ys = ruling.left, ruling.right, ruling.ys
    low, high = left + NEAR, right - NEAR
    ends: list[float] = []
    for y in ys:
        first = bisect_left(edges.breaks, (y - NEAR,))
        last = bisect_right(edges.breaks, (y + NEAR, math.inf), first)
        ends += [end for edge in edges.breaks[first:last] for end in edge[1:] if low < end < high]
    enough = max(2, 2 * len(ys) - 2)
    if len(ends) < enough:
        return []
    ends.sort()
    opens = [at for at, (x, following) in enumerate(pairwise(ends), 1) if following - x > NEAR]
    clusters = [ends[first:last] for first, last in pairwise([0, *opens, len(ends)])]
    places = [sum(found) / len(found) for found in clusters if len(found) >= enough]
    return [left, *places, right] if places else []
