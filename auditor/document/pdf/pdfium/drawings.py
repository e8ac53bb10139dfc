"""What is drawn on a page besides words: paths, filled fields and images."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import byref, c_float, c_int, c_ulong
from itertools import compress, pairwise, repeat
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from auditor.document.page import (
    NO_INTS,
    NO_RECTS,
    Drawn,
    ExtractedPage,
    Floats,
    Ints,
    Rect,
    rects_of,
)
from auditor.document.pdf.pdfium.colours import fill_colour
from auditor.document.pdf.pdfium.coordinates import Placing, framed
from auditor.document.pdf.pdfium.ffi import (
    Pointer,
    Slots,
    call_each,
    direct,
    results_of,
)
from auditor.document.pdf.pdfium.opening import OpenPage
from auditor.document.pdf.shading import MIXED, WHITE, find_shown

MOST_OBJECTS = 6000
"""Drawn things looked at on one page: a map may hold a million."""
PATH, TEXT = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_TEXT
IMAGE, FORM = raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM
BOX = 5
"""Segments of a path that is a plain box, at most."""
MOST_SEGMENTS = 200
"""Of a path whose outline is looked at."""
FAINTEST, OPAQUE, PALE = 8, 250, 248
"""Of 255: opacity below which nothing shows and above which nothing shows through, and grey."""
NOTHING = Drawn()

_count = direct(raw.FPDFPage_CountObjects, c_int)
_object = direct(raw.FPDFPage_GetObject, Pointer)
_kind = direct(raw.FPDFPageObj_GetType, c_int)
_bounds = direct(raw.FPDFPageObj_GetBounds, None)
_form_count = direct(raw.FPDFFormObj_CountObjects, c_int)
_form_object = direct(raw.FPDFFormObj_GetObject, Pointer)
_object_matrix = direct(raw.FPDFPageObj_GetMatrix, c_int)
_segments = direct(raw.FPDFPath_CountSegments, c_int)
_segment = direct(raw.FPDFPath_GetPathSegment, Pointer)
_segment_kind = direct(raw.FPDFPathSegment_GetType, c_int)
_point = direct(raw.FPDFPathSegment_GetPoint, c_int)
_draw_mode = direct(raw.FPDFPath_GetDrawMode, c_int)
_NUMBERS = [c_ulong(number) for number in range(MOST_OBJECTS)]
_EDGES = Slots(c_float, 4)
"""Left, top, right, bottom of objects."""
_MODE, _STROKE = c_int(), c_int()
_MODES = byref(_MODE), byref(_STROKE)
"""How a path is filled, and whether it is stroked."""
_AS_IT_IS: Floats = np.eye(3)


def find_painted(page: OpenPage) -> Painted:
    """Find the bounds of paths and images in page space, those inside forms included."""
    painted = Painted()
    painted.look(page.handle, _count, _object, _AS_IT_IS, 0)
    return painted


def drawn_of(finder: Painted, place: Placing, found: ExtractedPage) -> Drawn:
    """Return what is drawn in the upright frame of a page."""
    others = [*finder.fills, *finder.images]
    if not finder.paths:
        return NOTHING
    paths = np.concatenate(finder.paths)
    fields, are_tiles = find_shown(finder.fields, paths, lambda at: colour_of(finder.things[at]))
    every = np.concatenate((paths[~are_tiles], fields, others or NO_RECTS))
    rects = framed(every, place, found)
    count = len(rects) - len(others)
    others = list(rects_of(rects[count:]))
    fills = len(finder.fills)
    return Drawn(rects[:count], tuple(others[:fills]), tuple(others[fills:]))


class Painted:
    """Gathers bounds in page space: left, top, right, bottom."""

    def __init__(self) -> None:
        self.paths: list[Floats] = []
        self.things: list[Pointer] = []
        """The objects of the paths."""
        self.fills: list[Rect] = []
        """Those of the paths that are filled with a colour."""
        self.fields: list[tuple[Rect, int]] = []
        """Large filled paths, and images, with their colours: plain ones are not among the paths."""
        self.images: list[Rect] = []
        self.image_things: list[Pointer] = []
        self.covers: list[tuple[Rect, int, Pointer | None]] = []
        """Fields that hide what is painted before them, with their ranks in painting.

        Those are given that are no plain boxes, and may leave some of their bounds open.
        """
        self.unseen: list[tuple[int, int]] = []
        """From which rank to which objects are painted in a transparent group."""
        self.forms: list[tuple[int, int]] = []
        """From which rank to which objects are painted in a form."""
        self.first_text = MOST_OBJECTS
        """The rank of the first object that is text."""
        self._texts: list[tuple[int, list[Pointer]]] = []
        self._left = MOST_OBJECTS

    def ranks(self, texts: Sequence[Pointer], end: int = MOST_OBJECTS) -> Ints:
        """Return when text objects are painted, as ranks among all objects.

        The last rank is given of those that are not known, or not painted before an end.
        """
        known: dict[bytes, int] = {}
        for first, things in self._texts:
            ranks = range(first, min(end, first + len(things)))
            known.update(zip(map(bytes, things), ranks, strict=False))
        return np.array([known.get(bytes(thing), MOST_OBJECTS) for thing in texts], np.int64)

    def own(self) -> int:
        """Return the rank before which the objects of the page itself stand, which are in no form."""
        return len(self._texts[0][1])

    def look(self, holder: Pointer, count: Any, item: Any, matrix: Floats, depth: int) -> None:
        """Go through the objects of a page or form."""
        numbers = _NUMBERS if depth else range(MOST_OBJECTS)
        things = list(results_of(item, repeat(holder), numbers[: min(count(holder), self._left)]))
        first = MOST_OBJECTS - self._left
        self._left -= len(things)
        self._texts.append((first, things))
        codes = bytes(results_of(_kind, things))
        if TEXT in codes:
            self.first_text = min(self.first_text, first + codes.index(TEXT))
        every = np.frombuffer(codes, np.uint8)
        drawn = (every != TEXT).nonzero()[0]
        if not len(drawn):
            return
        kinds, ranks = every[drawn], drawn + first
        things = [things[at] for at in drawn.tolist()]
        rects = _bounds_of(things, matrix if depth else None)
        forms = (kinds == FORM).nonzero()[0].tolist() if FORM in codes else ()
        for start, end in pairwise([-1, *forms, len(drawn)]):
            if start + 1 < end:
                own = slice(start + 1, end)
                self._keep(things[own], kinds[own], rects[own], ranks[own])
            if end < len(drawn) and depth < 4:
                self._look_into(things[end], matrix, depth)

    def _look_into(self, form: Pointer, matrix: Floats, depth: int) -> None:
        """Go through the objects of a form."""
        before = self._left
        self.look(form, _form_count, _form_object, _matrix_of(form) @ matrix, depth + 1)
        self.forms.append((MOST_OBJECTS - before, MOST_OBJECTS - self._left))
        if fill_colour(form)[3] < FAINTEST:
            self.unseen.append(self.forms[-1])

    def _keep(
        self, things: list[Pointer], kinds: NDArray[np.uint8], rects: Floats, ranks: Ints
    ) -> None:
        """Keep some objects: images, and paths with what is filled that may be a field."""
        is_path = kinds == PATH
        is_other = is_path.copy()
        is_large = (rects[:, 2] - rects[:, 0] > 12) & (rects[:, 1] - rects[:, 3] > 6)
        chosen = (is_large | ~is_path).nonzero()[0]
        columns = (column[chosen].tolist() for column in (kinds, ranks))
        for at, kind, rank, rect in zip(
            chosen.tolist(), *columns, rects_of(rects[chosen]), strict=True
        ):
            if kind == PATH:
                is_other[at] = not self._keep_field(things[at], rect, rank)
            elif kind == IMAGE:
                self.images.append(rect)
                self.fields.append((rect, MIXED))
                self.image_things.append(things[at])
        self.paths.append(rects[is_other])
        self.things += compress(things, is_other.tolist())

    def _keep_field(self, thing: Pointer, rect: Rect, rank: int) -> bool:
        """Keep a path if it is filled with a colour, or hides what is painted before it.

        True if it is one of one colour without an outline.
        """
        colour, alpha = _look_up(thing)
        if alpha < 0:
            return False
        is_box = _segments(thing) <= BOX
        if colour != WHITE:
            self.fills.append(rect)
        if alpha >= OPAQUE:
            self.covers.append((rect, rank, None if is_box else thing))
        is_plain = not _STROKE.value and (colour == WHITE or (is_box and alpha >= OPAQUE))
        self.fields.append((rect, colour if is_plain else MIXED))
        return is_plain


def colour_of(thing: Pointer) -> int:
    """Look up the colour of a path that is filled and has no outline; MIXED of another."""
    colour, alpha = _look_up(thing)
    return MIXED if _STROKE.value or alpha < OPAQUE else colour


def _look_up(thing: Pointer) -> tuple[int, int]:
    """Return the colour that a path is filled with and its opacity, -1 if it is not filled.

    What is as pale as paper, or does not show, is white. Whether it is stroked is left known.
    """
    if not _draw_mode(thing, *_MODES) or _MODE.value == 0:
        return WHITE, -1
    red, green, blue, alpha = fill_colour(thing)
    is_coloured = alpha > FAINTEST and min(red, green, blue) < PALE
    return ((red << 16) + (green << 8) + blue if is_coloured else WHITE), alpha


def _bounds_of(things: list[Pointer], matrix: Floats | None) -> Floats:
    """Return left, top, right, bottom of objects in page space."""
    count = len(things)
    call_each(_bounds, things, *(_EDGES.references(count, edge) for edge in (0, 3, 2, 1)))
    rects: Floats = _EDGES.numbers[:count].astype(np.float64)
    if matrix is not None:
        ones = np.ones((count, 1))
        one, other = (
            np.concatenate((rects[:, corner], ones), axis=1) @ matrix for corner in ([0, 3], [2, 1])
        )
        rects[:, [0, 3]] = np.minimum(one, other)[:, :2]
        rects[:, [2, 1]] = np.maximum(one, other)[:, :2]
    return rects


def find_outline(thing: Pointer) -> tuple[Floats, Ints]:
    """Return the points of a path of the page itself, and what leads to each; none of an intricate one.

    Nor of one that is stroked: its line may be of any width.
    """
    count = _segments(thing)
    is_known = _draw_mode(thing, *_MODES)
    if not is_known or _STROKE.value or count > MOST_SEGMENTS:
        return NO_RECTS[:, :2], NO_INTS
    segments = list(results_of(_segment, repeat(thing), range(count)))
    kinds = np.fromiter(results_of(_segment_kind, segments), np.int64, count)
    call_each(_point, segments, _EDGES.references(count), _EDGES.references(count, 1))
    points = np.insert(_EDGES.numbers[:count, :2].astype(np.float64), 2, 1, axis=1)
    return (points @ _matrix_of(thing))[:, :2], kinds


def _matrix_of(thing: Pointer) -> Floats:
    matrix = raw.FS_MATRIX()
    _object_matrix(thing, byref(matrix))
    return np.array(
        [[matrix.a, matrix.b, 0], [matrix.c, matrix.d, 0], [matrix.e, matrix.f, 1]], np.float64
    )
