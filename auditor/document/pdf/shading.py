"""Which filled fields of a page show, and may so part its words.

A field on its own colour shows nothing: white behind each line of a text that was pasted
from a web page, or the colour of a cell behind each of its lines. Nor do the seams show
between tiles of one colour, by which some writers fill a cell: a field for each line, and a
strip at either side of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np

from auditor.document.page import NO_RECTS, Bools, Floats, Ints, Rect

WHITE, MIXED = 0xFFFFFF, -1
"""Colours of fields: of those that do not show on paper, and of those of no one colour."""
NEXT, OVERLAP = 3.0, 1.0
"""Points within which fields meet, and by which one at least lies on another."""
SEAM = 0.3
"""Points within which tiles are laid."""
MOST_FIELDS = 600
"""Of one page, to be held against each other."""
MOST_COMPARED = 1_000_000
"""Fields times paths."""
OUTWARD = np.array([-1.0, 1.0, 1.0, -1.0])
"""Which way the sides of a field look."""
PAPER = (-np.inf, np.inf, np.inf, -np.inf)


def find_shown(
    fields: Sequence[tuple[Rect, int]], paths: Floats, colour_of: Callable[[int], int]
) -> tuple[Floats, Bools]:
    """Return the plain fields that may part words, and which of the other paths are tiles of them.

    Fields have bounds (left, top, right, bottom, y going up) and a colour each, in the order
    in which they are painted; `colour_of` looks up that of a path.
    """
    colour = np.array([colour for _, colour in fields], np.int64)
    is_plain = colour != MIXED
    no_tiles = np.zeros(len(paths), bool)
    if not is_plain.any():
        return NO_RECTS, no_tiles
    rects = np.array([rect for rect, _ in fields])
    if len(rects) > MOST_FIELDS:
        return rects.compress(is_plain, 0), no_tiles
    shows = is_plain & _are_seen(rects, colour)
    return _whole(rects.compress(shows, 0), colour[shows], paths, cache(colour_of))


def _are_seen(rects: Floats, colour: Ints) -> Bools:
    """Return which fields show, or may part words even so.

    A field does not show that lies on its own colour: white on paper, or within another that
    was painted before it. Where such fields stand side by side they are cells, and so are
    white ones that meet another colour; what meets a field that stays belongs to it.
    """
    left, top, right, bottom = rects.T
    across = np.maximum(left[:, None] - right, left - right[:, None])
    down = np.maximum(bottom[:, None] - top, bottom - top[:, None])
    meets = np.maximum(across, down) < NEXT
    ground = _grounds(across, down)
    within = np.append(rects, [PAPER], axis=0)[ground] * OUTWARD + NEXT >= rects * OUTWARD
    fades = (colour != MIXED) & (colour == np.append(colour, WHITE)[ground]) & within.all(axis=1)
    alike = fades & fades[:, None] & (ground == ground[:, None])
    stays: Bools = ~fades | (alike & (across > -NEXT) & (down < -NEXT)).any(axis=1)
    stays |= (ground < 0) & (meets & ~fades).any(axis=1)
    count = 0
    while count < (count := int(np.count_nonzero(stays))):
        stays |= (meets & alike)[stays].any(axis=0)
    return stays


def _grounds(across: Floats, down: Floats) -> Ints:
    """Return the last field before each that it overlaps, by the gaps between them; -1 for the paper."""
    under = np.tril(np.maximum(across, down) < -OVERLAP, -1)
    last: Ints = len(under) - 1 - under[:, ::-1].argmax(axis=1)
    return np.where(under.any(axis=1), last, -1)


def _whole(
    rects: Floats, colour: Ints, paths: Floats, colour_of: Callable[[int], int]
) -> tuple[Floats, Bools]:
    """Return fields with the tiles of one cell made one, and which paths are strips of them.

    A field is as wide as the strips at its sides let it be. It goes on in the one below it if
    they share a strip, or if one of them has none: that is the rest of the cell, without text.
    """
    strips = _strips(rects, colour, paths, colour_of)
    is_strip = np.zeros(len(paths), bool)
    if not strips:
        return rects, is_strip
    is_strip[sorted(set().union(*strips.values()))] = True
    cells = rects.copy()
    for field, beside in strips.items():
        cells[field, 0] = min(cells[field, 0], *(paths[path, 0] for path in beside))
        cells[field, 2] = max(cells[field, 2], *(paths[path, 2] for path in beside))
    found: list[Floats] = []
    colours: list[int] = []
    above = -1
    goes_on = False
    for field in np.lexsort((-cells[:, 1], np.rint(cells[:, 0]), colour)).tolist():
        own, upper = strips.get(field), strips.get(above)
        is_next = above >= 0 and bool(colour[field] == colour[above])
        is_next = is_next and bool((np.abs(cells[field] - found[-1])[[0, 2]] < SEAM).all())
        is_next = is_next and abs(cells[field, 1] - found[-1][3]) < SEAM
        shares = own is not None and upper is not None and not own.isdisjoint(upper)
        is_rest = own is None and upper is not None
        is_head = own is not None and upper is None and not goes_on
        goes_on = is_next and (shares or is_rest or is_head)
        if goes_on:
            found[-1][3] = cells[field, 3]
        else:
            found.append(cells[field].copy())
            colours.append(int(colour[field]))
        above = field
    whole = np.array(found)
    _take_rests(whole, colours, paths, is_strip, colour_of)
    return whole, is_strip


def _take_rests(
    cells: Floats,
    colours: Sequence[int],
    paths: Floats,
    taken: Bools,
    colour_of: Callable[[int], int],
) -> None:
    """Make cells as high as the low paths let them be that fill them above or below their lines."""
    left, top, right, bottom = cells.T[:, :, None]
    start, high, end, low = paths.T
    rests = (np.abs(left - start) < SEAM) & (np.abs(right - end) < SEAM)
    rests &= (np.abs(top - low) < SEAM) | (np.abs(bottom - high) < SEAM)
    for cell, path in zip(*(at.tolist() for at in rests.nonzero()), strict=True):
        if not taken[path] and colour_of(path) == colours[cell]:
            taken[path] = True
            cells[cell] = np.maximum(cells[cell] * OUTWARD, paths[path] * OUTWARD) * OUTWARD


def _strips(
    rects: Floats, colour: Ints, paths: Floats, colour_of: Callable[[int], int]
) -> dict[int, set[int]]:
    """Return for fields the paths of their colour that stand at their sides, and as high at least."""
    if not len(paths) or len(rects) * len(paths) > MOST_COMPARED:
        return {}
    left, top, right, bottom = rects.T[:, :, None]
    start, high, end, low = paths.T
    beside = (np.abs(left - end) < SEAM) | (np.abs(right - start) < SEAM)
    beside &= (high > top - SEAM) & (low < bottom + SEAM)
    found: dict[int, set[int]] = {}
    for field, path in zip(*(at.tolist() for at in beside.nonzero()), strict=True):
        if colour_of(path) == colour[field]:
            found.setdefault(field, set()).add(path)
    return found
