"""What hints that words cannot be seen: a clip, something painted later, a layer.

Each is a hint and no proof: whether words show is told by a picture of the page. Only a line
that lies wholly outside its clip, and in whose place others stand, is surely unseen.
"""

from __future__ import annotations

import ctypes
import math
from collections import deque
from collections.abc import Callable, Sequence
from ctypes import byref, c_float, c_int, c_ulong
from itertools import repeat

import numpy as np
import pypdfium2.raw as raw

from auditor.document.page import NO_BOOLS, NO_INTS, Bools, ExtractedPage, Floats, Ints, Rect
from auditor.document.pdf.pdfium.coordinates import Placing, framed
from auditor.document.pdf.pdfium.drawings import Painted
from auditor.document.pdf.pdfium.ffi import Pointer, Slots, direct

_clip = direct(raw.FPDFPageObj_GetClipPath, Pointer)
_clip_paths = direct(raw.FPDFClipPath_CountPaths, c_int)
_segments = direct(raw.FPDFClipPath_CountPathSegments, c_int)
_segment = direct(raw.FPDFClipPath_GetPathSegment, Pointer)
_path = direct(raw.FPDFClipPath_GetPathSegment, ctypes.c_void_p)
"""A segment of a path as a whole number, to tell paths by."""
_point = direct(raw.FPDFPathSegment_GetPoint, c_int)
_marks = direct(raw.FPDFPageObj_CountMarks, c_int)
_mark = direct(raw.FPDFPageObj_GetMark, Pointer)
_mark_name = direct(raw.FPDFPageObjMark_GetName, c_int)
_CORNERS = Slots(c_float, 2)
_LENGTH = c_ulong()
_NAME = ctypes.create_string_buffer(64)
_ROOM = c_ulong(64)
LAYER = "OC"
"""The mark of content that belongs to a layer (ISO 32000-1, 8.11.3.2)."""
MOST_SEGMENTS = 12
"""Of a clip that is looked at: others are shapes, through which some words may show."""
MOST_MARKS = 6
MOST_COMPARED = 2_000_000
"""Pairs of a line and a field: more stand on no page that people read."""
TAKEN = 0.6
"""Of a clipped line: how much of it another line takes at least, that shows in its place."""
BOXED = "painted over by a box"
COVERED = 0.8
"""Of a line: how much of it lies under what is painted later, at least."""


def find_hints(
    page: ExtractedPage,
    place: Placing,
    things: Sequence[Pointer],
    painted: Painted,
    has_layers_off: Callable[[bool], bool],
) -> dict[str, Bools]:
    """Return for each hint that speaks of any lines which these are.

    `things` are the text objects of the middle words of lines; `has_layers_off` tells whether
    any marks, or any forms, may belong to a layer that is switched off.
    """
    hints = {
        "clipped away": _clipped(page, place, things),
        **_covered(page, place, things, painted),
        "in a transparent group": _within_ranks(things, painted, painted.unseen),
        "on a layer that is switched off": _layered(things, painted, has_layers_off),
    }
    return {name: lines for name, lines in hints.items() if lines.any()}


def _layered(
    things: Sequence[Pointer], painted: Painted, has_layers_off: Callable[[bool], bool]
) -> Bools:
    """Return the lines that may belong to a layer which is switched off."""
    found = NO_BOOLS
    if any(map(_marks, things)) and has_layers_off(False):
        found = np.array(list(map(_is_on_layer, things)), bool)
    if painted.forms and has_layers_off(True):
        in_forms = _within_ranks(things, painted, painted.forms)
        found = found | in_forms if len(found) else in_forms
    return found


def _clipped(page: ExtractedPage, place: Placing, things: Sequence[Pointer]) -> Bools:
    """Return the lines whose middle word lies outside the clip that it is painted through."""
    which, bounds = _clips_of(things)
    found = np.zeros(len(which), bool)
    if bounds:
        lines = (which >= 0).nonzero()[0]
        boxes = framed(np.array(bounds), place, page)[which[lines]]
        words = page.boxes[(page.lines.first + page.lines.last - 1)[lines] // 2]
        x, y = (words[:, 0] + words[:, 2]) / 2, (words[:, 1] + words[:, 3]) / 2
        inside = (x >= boxes[:, 0]) & (x <= boxes[:, 2]) & (y >= boxes[:, 1]) & (y <= boxes[:, 3])
        width, height = page.frame
        found[lines] = ~inside & (x > 0) & (x < width) & (y > 0) & (y < height)
    return found


def find_cut_off(
    page: ExtractedPage,
    place: Placing,
    things: Sequence[Pointer],
    painted: Painted,
    clipped: Bools | None,
) -> Bools:
    """Return those of the clipped lines of which what the page shows in their place is no part.

    They lie wholly outside the clip of the page itself, and other lines stand there. Where none
    do, what shows may be the outlines that they stand for. Clips inside forms are not known by
    their place on the page.
    """
    found = np.zeros(len(things), bool)
    if clipped is None:
        return found
    lines = (clipped & (painted.ranks(things) < painted.own())).nonzero()[0].tolist()
    if lines and len(lines) * len(things) < MOST_COMPARED:
        which, bounds = _clips_of([things[at] for at in lines])
        clips = framed(np.array(bounds), place, page)[which]
        boxes = np.stack((page.lines.x0, page.lines.top, page.lines.x1, page.lines.bottom), axis=1)
        area = (boxes[lines, 2:] - boxes[lines, :2]).prod(axis=1)
        is_apart = (_shared(boxes[lines], clips[:, None]) <= 0).all(axis=1)
        taken = _shared(boxes[lines], boxes[None, ~clipped]) > TAKEN * area[:, None]
        found[lines] = is_apart & taken.any(axis=1)
    return found


def _shared(boxes: Floats, others: Floats) -> Floats:
    """Return for each box how much of it lies in others, as areas: a row for each box.

    `others` holds a row of boxes for each of them, or one row for all.
    """
    low = np.maximum(boxes[:, None, :2], others[..., :2])
    high = np.minimum(boxes[:, None, 2:], others[..., 2:])
    shared: Floats = (high - low).clip(0).prod(axis=2)
    return shared


def _clips_of(things: Sequence[Pointer]) -> tuple[Ints, list[Rect]]:
    """Return which simple clip each object has, -1 for none, and the clips; nothing without any.

    Each is left, top, right, bottom, y going up. Objects share their clips, and paths their
    points: each is looked at once.
    """
    known: dict[tuple[int | None, ...], int] = {}
    bounds: list[Rect] = []
    clips = list(map(_clip, things))
    firsts = list(map(_path, clips, repeat(0), repeat(0)))
    if not any(firsts):
        return NO_INTS, bounds
    shared = list(zip(map(_clip_paths, clips), firsts, strict=True))
    for at, (paths, first) in enumerate(shared):
        if paths > 1:
            shared[at] = (paths, first, *(_path(clips[at], path, 0) for path in range(1, paths)))
        if shared[at] not in known:
            rect = _bounds_of(clips[at], paths)
            known[shared[at]] = -1 if rect is None else len(bounds)
            bounds += [rect] if rect else []
    return np.fromiter(map(known.__getitem__, shared), np.int64, len(shared)), bounds


def _bounds_of(clip: Pointer, paths: int) -> Rect | None:
    low_x = low_y = -math.inf
    high_x = high_y = math.inf
    for path in range(paths):
        count = _segments(clip, path)
        if not 2 < count <= MOST_SEGMENTS:
            continue
        corners = map(_segment, repeat(clip), repeat(path), range(count))
        deque(map(_point, corners, _CORNERS.references(count), _CORNERS.references(count, 1)), 0)
        points = _CORNERS.numbers[:count].tolist()
        xs, ys = [x for x, _ in points], [y for _, y in points]
        low_x, high_x = max(low_x, min(xs)), min(high_x, max(xs))
        low_y, high_y = max(low_y, min(ys)), min(high_y, max(ys))
    bounds = (low_x, high_y, high_x, low_y)
    return bounds if all(map(math.isfinite, bounds)) else None


def _is_on_layer(thing: Pointer) -> bool:
    """True if an object is marked as content of a layer."""
    return any(_name_of(thing, at) == LAYER for at in range(min(MOST_MARKS, _marks(thing))))


def _name_of(thing: Pointer, mark: int) -> str:
    """Return the name of a mark of an object."""
    if not _mark_name(_mark(thing, c_ulong(mark)), _NAME, _ROOM, byref(_LENGTH)):
        return ""
    return _NAME.raw[: _LENGTH.value].decode("utf-16-le", "replace").rstrip("\0")


def _within_ranks(
    things: Sequence[Pointer], painted: Painted, spans: Sequence[tuple[int, int]]
) -> Bools:
    """Return the lines that are painted from one rank to another of any span."""
    found = np.zeros(len(things), bool)
    if spans:
        ranks = painted.ranks(things)
        for first, end in spans:
            found |= (ranks >= first) & (ranks < end)
    return found


def _covered(
    page: ExtractedPage, place: Placing, things: Sequence[Pointer], painted: Painted
) -> dict[str, Bools]:
    """Return the lines that lie under a field painted later, those under plain boxes apart."""
    covers = [cover for cover in painted.covers if cover[1] > painted.first_text]
    if not covers or len(painted.covers) * len(things) > MOST_COMPARED:
        return {}
    found = {name: np.zeros(len(things), bool) for name in ("painted over", BOXED)}
    rects, ranks, are_boxes = zip(*covers, strict=True)
    boxes = framed(np.array(rects), place, page)
    lines = page.lines
    wide = np.minimum(lines.x1[:, None], boxes[:, 2]) - np.maximum(lines.x0[:, None], boxes[:, 0])
    high = np.minimum(lines.bottom[:, None], boxes[:, 3]) - np.maximum(
        lines.top[:, None], boxes[:, 1]
    )
    area = (lines.x1 - lines.x0) * (lines.bottom - lines.top)
    under = wide.clip(0) * high.clip(0) > COVERED * area[:, None]
    at = under.any(axis=1).nonzero()[0]
    if len(at):
        own = painted.ranks([things[line] for line in at.tolist()])
        later = under[at] & (np.array(ranks) > own[:, None])
        found["painted over"][at] = later.any(axis=1)
        found[BOXED][at] = later[:, np.array(are_boxes)].any(axis=1)
    return found
