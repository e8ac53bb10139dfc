"""Which filled fields of a page show, and may so part its words.

A field on its own colour shows nothing: white behind each line of a text that was pasted
from a web page, or the colour of a cell behind each of its lines. Nor do the seams show
between tiles of one colour, by which some writers fill a cell: a field for each line, and a
strip at either side of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from auditor.document.page import NO_RECTS, Bools, Floats, Ints, Rect

WHITE, MIXED = 0xFFFFFF, -1
"""Colours of fields: of those that do not show on paper, and of those of no one colour."""
NEXT, OVERLAP = 3.0, 1.0
"""Points within which fields meet, and by which one at least lies on another."""
SEAM = 0.6
"""Points within which tiles are laid."""
MOST_FIELDS = 600
"""Of one page, to be held against each other."""
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
    return _whole(rects.compress(shows, 0), colour[shows], paths, colour_of)


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

    Two fields are, if they are stacked without a seam, and a strip of their colour runs past
    the place where they meet.
    """
    order = np.lexsort((-rects[:, 1], np.rint(rects[:, 0] / SEAM), colour))
    rects, colour = rects[order], colour[order]
    is_strip = np.zeros(len(paths), bool)
    left, top, right, bottom = rects.T
    seams = np.abs(bottom[:-1] - top[1:]) < SEAM
    seams &= (colour[1:] == colour[:-1]) & (np.abs(left[1:] - left[:-1]) < SEAM)
    seams &= np.abs(right[1:] - right[:-1]) < SEAM
    above = seams.nonzero()[0]
    if not len(above) or not len(paths):
        return rects, is_strip
    start, high, end, low = paths.T
    beside = (np.abs(left[above][:, None] - end) < SEAM) | (
        np.abs(right[above][:, None] - start) < SEAM
    )
    beside &= (high > bottom[above][:, None] + NEXT) & (low < bottom[above][:, None] - NEXT)
    is_first = np.ones(len(rects), bool)
    strips: list[tuple[int, int]] = []
    known: dict[int, int] = {}
    for seam, path in zip(*(at.tolist() for at in beside.nonzero()), strict=True):
        if path not in known:
            known[path] = colour_of(path)
        if known[path] == colour.item(above[seam]):
            is_first[above[seam] + 1] = False
            strips.append((int(above[seam]), path))
    starts = is_first.nonzero()[0]
    cells = np.maximum.reduceat(rects * OUTWARD, starts) * OUTWARD
    cell_of = np.cumsum(is_first) - 1
    for field, path in strips:
        is_strip[path] = True
        cell = cells[cell_of[field]]
        cell[:] = np.maximum(cell * OUTWARD, paths[path] * OUTWARD) * OUTWARD
    return cells, is_strip
