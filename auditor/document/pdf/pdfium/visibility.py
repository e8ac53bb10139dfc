"""What hints that words cannot be seen: a clip, something painted later, a layer.

Each is a hint and no proof: whether words show is told by a picture of the page. Only a line
that lies wholly outside its clip, and in whose place others stand, is surely unseen.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Sequence
from ctypes import c_float, c_int, c_ulong
from itertools import repeat, starmap

import numpy as np
import pypdfium2.raw as raw

from auditor.document.page import NO_BOOLS, NO_INTS, Bools, ExtractedPage, Floats, Ints
from auditor.document.pdf.pdfium.coordinates import Placing, framed
from auditor.document.pdf.pdfium.drawings import Painted, find_outline
from auditor.document.pdf.pdfium.ffi import Pointer, Slots, call_each, direct, results_of

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
_LENGTHS = Slots(c_ulong, 1)
_NAME = ctypes.create_string_buffer(64)
_ROOM = c_ulong(64)
LAYER = "OC\0".encode("utf-16-le")
"""The mark of content that belongs to a layer (ISO 32000-1, 8.11.3.2), as pdfium gives it."""
MOST_SEGMENTS = 12
"""Of a clip that is looked at: others are shapes, through which some words may show."""
CORNERS = (0, 2)
"""Points of a path: those of a rectangle are opposite."""
Clip = tuple[Pointer, int]
"""A clip, and the number of its paths."""
_NUMBERS = [c_ulong(number) for number in range(6)]
"""Of the marks of an object that are looked at."""
MOST_COMPARED = 2_000_000
"""Pairs of a line and a field: more stand on no page that people read."""
TAKEN = 0.6
"""Of a clipped line: how much of it another line takes at least, that shows in its place."""
BOXED = "painted over by a box"
NEAR = 1.0
"""Points between words and the outline that they lie outside of, at least."""
COVERED = 0.8
"""Of a line: how much of it lies under what is painted later, at least."""


def find_hints(
    page: ExtractedPage,
    place: Placing,
    things: Sequence[Pointer],
    painted: Painted,
    has_layers_off: Callable[[bool], bool] | None,
) -> dict[str, Bools]:
    """Return for each hint that speaks of any lines which these are.

    `things` are the text objects of the middle words of lines; `has_layers_off` tells whether
    any marks, or any forms, may belong to a layer that is switched off. It is None where the
    document has no layers.
    """
    hints = {"clipped away": _clipped(page, place, things)}
    hints |= _covered(page, place, things, painted)
    if painted.unseen:
        hints["in a transparent group"] = _within_ranks(things, painted, painted.unseen)
    if has_layers_off:
        hints["on a layer that is switched off"] = _layered(things, painted, has_layers_off)
    return {name: lines for name, lines in hints.items() if np.count_nonzero(lines)}


def _layered(
    things: Sequence[Pointer], painted: Painted, has_layers_off: Callable[[bool], bool]
) -> Bools:
    """Return the lines that may belong to a layer which is switched off."""
    found = _are_on_layers(things)
    if not found.any() or not has_layers_off(False):
        found = NO_BOOLS
    if painted.forms and has_layers_off(True):
        in_forms = _within_ranks(things, painted, painted.forms)
        found = found | in_forms if len(found) else in_forms
    return found


def _clipped(page: ExtractedPage, place: Placing, things: Sequence[Pointer]) -> Bools:
    """Return the lines whose middle word lies outside the clip that it is painted through.

    Two points of each clip tell of most lines that they lie within. Nothing is given where all do.
    """
    which, clips = _clips_of(things)
    if not clips:
        return NO_BOOLS
    lines = (which >= 0).nonzero()[0]
    words = page.boxes[(page.lines.first + page.lines.last - 1) // 2]
    x, y = (words[:, 0] + words[:, 2]) / 2, (words[:, 1] + words[:, 3]) / 2
    for points in (CORNERS, ()):
        bounds = _bounds_of(clips, points)[which[lines]]
        left, top, right, bottom = framed(bounds, place, page).T
        own, down = x[lines], y[lines]
        inside = (own >= left) & (own <= right) & (down >= top) & (down <= bottom)
        lines = lines[~inside]
        if not len(lines):
            return NO_BOOLS
    width, height = page.frame
    is_simple = np.logical_and.reduce(np.isfinite(bounds[~inside]), axis=1)
    found = np.zeros(len(things), bool)
    found[lines] = (
        is_simple & (x > 0)[lines] & (x < width)[lines] & (y > 0)[lines] & (y < height)[lines]
    )
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
        which, different = _clips_of([things[at] for at in lines])
        clips = framed(_bounds_of(different), place, page)[which]
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


def _clips_of(things: Sequence[Pointer]) -> tuple[Ints, list[Clip]]:
    """Return which clip each object has, -1 for none, and the clips; nothing without any.

    Objects share their clips, and paths their points: each is looked at once.
    """
    clips = list(results_of(_clip, things))
    counts = list(results_of(_clip_paths, clips))
    if max(counts) < 1:
        return NO_INTS, []
    known: dict[tuple[int | None, ...], int] = {}
    different: list[Clip] = []
    numbers = [-1] * len(clips)
    own = [at for at, count in enumerate(counts) if count > 0]
    first = results_of(_path, map(clips.__getitem__, own), repeat(0), repeat(0))
    for at, path in zip(own, first, strict=True):
        clip, count = clips[at], counts[at]
        others = results_of(_path, repeat(clip), range(1, count), repeat(0)) if count > 1 else ()
        numbers[at] = known.setdefault((path, *others), len(different))
        if numbers[at] == len(different):
            different.append((clip, count))
    return np.array(numbers), different


def _bounds_of(clips: Sequence[Clip], some: Sequence[int] = ()) -> Floats:
    """Return the bounds of clips, infinite of shapes, or of some points of each of their paths.

    They are left, top, right, bottom, y going up; no numbers where there is no such point.
    """
    corners: list[tuple[Pointer, int, int]] = []
    first: list[int] = []
    own: list[int] = []
    for at, (clip, paths) in enumerate(clips):
        for path in range(paths):
            points = some or range(_segments(clip, path))
            if some or 2 < len(points) <= MOST_SEGMENTS:
                own.append(at)
                first.append(len(corners))
                corners += zip(repeat(clip), repeat(path), points, strict=False)
    low, high = np.full((len(clips), 2), -math.inf), np.full((len(clips), 2), math.inf)
    if corners:
        references = (_CORNERS.references(len(corners), axis) for axis in (0, 1))
        segments = starmap(_segment, corners)
        given = np.fromiter(results_of(_point, segments, *references), bool, len(corners))
        places = _CORNERS.numbers[: len(corners)].astype(np.float64)
        places[~given] = math.nan
        np.maximum.at(low, own, np.minimum.reduceat(places, first))
        np.minimum.at(high, own, np.maximum.reduceat(places, first))
    return np.stack((low[:, 0], high[:, 1], high[:, 0], low[:, 1]), axis=1)


def _are_on_layers(things: Sequence[Pointer]) -> Bools:
    """Return which objects are marked as content of a layer; most names are of another length."""
    found = np.zeros(len(things), bool)
    counts = list(results_of(_marks, things))
    for number in _NUMBERS[: max(0, *counts)]:
        own = [at for at, count in enumerate(counts) if count > number.value]
        marks = list(results_of(_mark, map(things.__getitem__, own), repeat(number)))
        lengths = _LENGTHS.references(len(marks))
        sizes = _LENGTHS.numbers[: len(marks), 0]
        sizes[:] = 0  # where none is given
        call_each(_mark_name, marks, repeat(_NAME), repeat(_ROOM), lengths)
        for at in (sizes == len(LAYER)).nonzero()[0].tolist():
            _mark_name(marks[at], _NAME, _ROOM, lengths[at])
            found[own[at]] |= _NAME.raw.startswith(LAYER)
    return found


def _within_ranks(
    things: Sequence[Pointer], painted: Painted, spans: Sequence[tuple[int, int]]
) -> Bools:
    """Return the lines that are painted from one rank to another of any span."""
    found = np.zeros(len(things), bool)
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
    rects, ranks, shapes = zip(*covers, strict=True)
    words = np.stack((page.lines.x0, page.lines.top, page.lines.x1, page.lines.bottom), axis=1)
    line, cover = _lie_under(words, framed(np.array(rects), place, page))
    if len(line):
        later = np.array(ranks)[cover]
        own = painted.ranks([things[at] for at in line.tolist()], int(later.max()))
        is_later = later > own
        line, cover = line[is_later], cover[is_later]
    for at in set(cover.tolist()):
        under = line[cover == at]
        if shapes[at] and ranks[at] < painted.own():
            outline, kinds = find_outline(shapes[at])
            outline = framed(np.tile(outline, 2), place, page)[:, :2]
            under = under[~_are_outside(outline, kinds, words[under])]
        found["painted over"][under] = True
        if not shapes[at]:
            found[BOXED][under] = True
    return found


def _lie_under(words: Floats, covers: Floats) -> tuple[Ints, Ints]:
    """Return the lines that lie under a field, and the field of each, in pairs."""
    x, y = (words[:, :2] + words[:, 2:]).T[..., None] / 2
    left, top, right, bottom = covers.T
    is_within = (x > left) & (x < right) & (y > top) & (y < bottom)
    line, cover = divmod(is_within.ravel().nonzero()[0], len(covers))
    own, over = words[line], covers[cover]
    low, high = np.maximum(own[:, :2], over[:, :2]), np.minimum(own[:, 2:], over[:, 2:])
    shared, area = (high - low).clip(0).prod(axis=1), (own[:, 2:] - own[:, :2]).prod(axis=1)
    is_under = shared > COVERED * area
    return line[is_under], cover[is_under]


def _are_outside(outline: Floats, kinds: Ints, boxes: Floats) -> Bools:
    """Return which boxes lie outside an outline or in a hole of it, as words do in a frame."""
    starts = (kinds == raw.FPDF_SEGMENT_MOVETO).nonzero()[0]
    curves = (kinds == raw.FPDF_SEGMENT_BEZIERTO).nonzero()[0]
    if not len(starts) or starts[0] or len(curves) % 3:
        return np.zeros(len(boxes), bool)
    before = np.arange(len(outline)) - 1
    before[starts] = np.append(starts[1:], len(outline)) - 1
    low, high = np.minimum(outline, outline[before]), np.maximum(outline, outline[before])
    hulls = outline[(curves[::3].repeat(3) - 1)[:, None] + range(4)]
    low[curves], high[curves] = hulls.min(axis=1), hulls.max(axis=1)
    met = (low < boxes[:, None, 2:] + NEAR) & (high > boxes[:, None, :2] - NEAR)
    is_met = np.logical_and.reduce(met, axis=2).any(axis=1)
    x, y = (boxes[:, :2] + boxes[:, 2:]).T[..., None] / 2
    (ax, ay), (bx, by) = outline[before].T, outline.T
    side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
    turns = ((ay <= y) & (by > y) & (side > 0)).sum(axis=1)
    turns -= ((ay > y) & (by <= y) & (side < 0)).sum(axis=1)
    found: Bools = ~is_met & (turns == 0)
    return found
