"""What is drawn on a page besides words: paths, filled fields and images."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from ctypes import byref, c_float, c_int, c_ulong
from functools import cached_property
from itertools import pairwise, repeat
from operator import attrgetter
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from auditor.document.page import (
    NO_INTS,
    NO_RECTS,
    Bools,
    Drawn,
    ExtractedPage,
    Floats,
    Ints,
    Rect,
    rects_of,
)
from auditor.document.pdf.pdfium.colours import fill_colour
from auditor.document.pdf.pdfium.coordinates import Placing, framed
from auditor.document.pdf.pdfium.ffi import Pointer, Slots, direct, target_of

MOST_OBJECTS = 6000
"""Drawn things looked at on one page: a map may hold a million."""
PATH, TEXT = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_TEXT
BOX = 5
"""Segments of a path that is a plain box, at most."""
MOST_SEGMENTS = 200
"""Of a path whose outline is looked at."""
FAINTEST, OPAQUE, WHITE = 8, 250, 248
"""Of 255: opacity below which nothing shows and above which nothing shows through, and grey."""
NOTHING = Drawn()

_count = direct(raw.FPDFPage_CountObjects, c_int)
_object = direct(raw.FPDFPage_GetObject, Pointer)
_kind = direct(raw.FPDFPageObj_GetType, c_int)
_bounds = direct(raw.FPDFPageObj_GetBounds, c_int)
_form_count = direct(raw.FPDFFormObj_CountObjects, c_int)
_form_object = direct(raw.FPDFFormObj_GetObject, Pointer)
_object_matrix = direct(raw.FPDFPageObj_GetMatrix, c_int)
_segments = direct(raw.FPDFPath_CountSegments, c_int)
_segment = direct(raw.FPDFPath_GetPathSegment, Pointer)
_segment_kind = direct(raw.FPDFPathSegment_GetType, c_int)
_point = direct(raw.FPDFPathSegment_GetPoint, c_int)
_draw_mode = direct(raw.FPDFPath_GetDrawMode, c_int)
_address = attrgetter("value")


_NUMBERS = [c_ulong(number) for number in range(MOST_OBJECTS)]
_EDGES = Slots(c_float, 4)
"""Left, top, right, bottom of objects."""
_MODE, _STROKE = c_int(), c_int()
_MODES = byref(_MODE), byref(_STROKE)
"""How a path is filled, and whether it is stroked."""
_AS_IT_IS: Floats = np.eye(3)


def find_painted(page: pdfium.PdfPage) -> Painted:
    """Find the bounds of paths and images in page space, those inside forms included."""
    painted = Painted()
    painted.look(target_of(page.raw), _count, _object, _AS_IT_IS, 0)
    return painted


def drawn_of(finder: Painted, place: Placing, found: ExtractedPage) -> Drawn:
    """Return what is drawn in the upright frame of a page."""
    others = [*finder.fills, *finder.images]
    if not finder.paths and not others:
        return NOTHING
    every = np.concatenate((NO_RECTS, *finder.paths, others or NO_RECTS))
    rects = framed(every, place, found)
    paths = len(rects) - len(others)
    others = list(rects_of(rects[paths:]))
    fills = len(finder.fills)
    return Drawn(rects[:paths], tuple(others[:fills]), tuple(others[fills:]))


class Painted:
    """Gathers bounds in page space: left, top, right, bottom."""

    def __init__(self) -> None:
        self.paths: list[Floats] = []
        self.fills: list[Rect] = []
        """Those of the paths that are filled with a colour."""
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

    def ranks(self, texts: Sequence[Pointer]) -> Ints:
        """Return when text objects are painted, as ranks among all objects; the last if unknown."""
        known = self._ranks
        return np.array([known.get(thing.value, MOST_OBJECTS) for thing in texts], np.int64)

    @cached_property
    def _ranks(self) -> dict[int | None, int]:
        known: dict[int | None, int] = {}
        for first, things in self._texts:
            ranks = range(first, first + len(things))
            known.update(zip(map(_address, things), ranks, strict=True))
        return known

    def own(self) -> int:
        """Return the rank before which the objects of the page itself stand, which are in no form."""
        return len(self._texts[0][1])

    def look(self, holder: Pointer, count: Any, item: Any, matrix: Floats, depth: int) -> None:
        """Go through the objects of a page or form."""
        numbers = _NUMBERS if depth else range(MOST_OBJECTS)
        things = list(map(item, repeat(holder), numbers[: min(count(holder), self._left)]))
        first = MOST_OBJECTS - self._left
        self._left -= len(things)
        self._texts.append((first, things))
        kinds = np.fromiter(map(_kind, things), np.int64, len(things))
        is_drawn = kinds != TEXT
        drawn = is_drawn.nonzero()[0]
        if len(drawn) < len(things):
            self.first_text = min(self.first_text, first + int(is_drawn.argmin()))
        if not len(drawn):
            return
        rects, given = _bounds_of([things[at] for at in drawn.tolist()], matrix if depth else None)
        forms = (kinds[drawn] == raw.FPDF_PAGEOBJ_FORM).nonzero()[0].tolist()
        for start, end in pairwise([-1, *forms, len(drawn)]):
            own = given[start + 1 : end].nonzero()[0] + start + 1
            if len(own):
                self._keep(things, kinds, drawn[own], rects[own], first)
            if end < len(drawn) and depth < 4:
                self._look_into(things[drawn[end]], matrix, depth)

    def _look_into(self, form: Pointer, matrix: Floats, depth: int) -> None:
        """Go through the objects of a form."""
        before = self._left
        self.look(form, _form_count, _form_object, _matrix_of(form) @ matrix, depth + 1)
        self.forms.append((MOST_OBJECTS - before, MOST_OBJECTS - self._left))
        if fill_colour(form)[3] < FAINTEST:
            self.unseen.append(self.forms[-1])

    def _keep(
        self, things: list[Pointer], kinds: Ints, own: Ints, rects: Floats, first: int
    ) -> None:
        """Keep some objects: images, and paths with what is filled that may be a field."""
        is_path = kinds[own] == PATH
        self.paths.append(rects[is_path])
        left, top, right, bottom = rects.T
        is_field = is_path & (right - left > 12) & (top - bottom > 6)
        for at in (is_field | (kinds[own] == raw.FPDF_PAGEOBJ_IMAGE)).nonzero()[0].tolist():
            thing, rect = things[own[at]], tuple(rects[at].tolist())
            if not is_path[at]:
                self.images.append(rect)
                self.image_things.append(thing)
                continue
            red, green, blue, alpha = _fill_of(thing)
            if alpha > FAINTEST and min(red, green, blue) < WHITE:
                self.fills.append(rect)
            if alpha >= OPAQUE:
                shape = None if _segments(thing) <= BOX else thing
                self.covers.append((rect, first + int(own[at]), shape))


def _bounds_of(things: list[Pointer], matrix: Floats | None) -> tuple[Floats, Bools]:
    """Return left, top, right, bottom of objects in page space, and which of them have any."""
    count = len(things)
    edges = (_EDGES.references(count, edge) for edge in (0, 3, 2, 1))
    given = np.fromiter(map(_bounds, things, *edges), bool, count)
    rects = _EDGES.numbers[:count].astype(np.float64)
    if matrix is not None:
        ones = np.ones((count, 1))
        one, other = (
            np.concatenate((rects[:, corner], ones), axis=1) @ matrix for corner in ([0, 3], [2, 1])
        )
        rects[:, [0, 3]] = np.minimum(one, other)[:, :2]
        rects[:, [2, 1]] = np.maximum(one, other)[:, :2]
    return rects, given


def find_outline(thing: Pointer) -> tuple[Floats, Ints]:
    """Return the points of a path of the page itself, and what leads to each; none of an intricate one.

    Nor of one that is stroked: its line may be of any width.
    """
    count = _segments(thing)
    is_known = _draw_mode(thing, *_MODES)
    if not is_known or _STROKE.value or count > MOST_SEGMENTS:
        return NO_RECTS[:, :2], NO_INTS
    segments = list(map(_segment, repeat(thing), range(count)))
    kinds = np.fromiter(map(_segment_kind, segments), np.int64, count)
    deque(map(_point, segments, _EDGES.references(count), _EDGES.references(count, 1)), 0)
    points = np.insert(_EDGES.numbers[:count, :2].astype(np.float64), 2, 1, axis=1)
    return (points @ _matrix_of(thing))[:, :2], kinds


def _matrix_of(thing: Pointer) -> Floats:
    matrix = raw.FS_MATRIX()
    _object_matrix(thing, byref(matrix))
    return np.array(
        [[matrix.a, matrix.b, 0], [matrix.c, matrix.d, 0], [matrix.e, matrix.f, 1]], np.float64
    )


def _fill_of(thing: Pointer) -> tuple[int, int, int, int]:
    """Return the colour that a path is filled with; a transparent one where it is not filled."""
    if not _draw_mode(thing, *_MODES) or _MODE.value == 0:
        return 0, 0, 0, 0
    return fill_colour(thing)
