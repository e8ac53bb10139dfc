"""What is drawn on a page besides words: paths, filled fields and images."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import byref, c_float, c_int, c_ulong
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from auditor.document.page import Drawn, ExtractedPage, Floats, Ints, Rect, turned
from auditor.document.pdf.pdfium.coordinates import Placing
from auditor.document.pdf.pdfium.ffi import Pointer, Slots, direct
from auditor.document.pdf.pdfium.glyphs import fill_colour

MOST_OBJECTS = 6000
"""Drawn things looked at on one page: a map may hold a million."""
PATH, TEXT = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_TEXT
FAINTEST, OPAQUE, WHITE = 8, 250, 248
"""Of 255: opacity below which nothing shows and above which nothing shows through, and grey."""

_count = direct(raw.FPDFPage_CountObjects, c_int)
_object = direct(raw.FPDFPage_GetObject, Pointer)
_kind = direct(raw.FPDFPageObj_GetType, c_int)
_bounds = direct(raw.FPDFPageObj_GetBounds, c_int)
_form_count = direct(raw.FPDFFormObj_CountObjects, c_int)
_form_object = direct(raw.FPDFFormObj_GetObject, Pointer)
_object_matrix = direct(raw.FPDFPageObj_GetMatrix, c_int)
_draw_mode = direct(raw.FPDFPath_GetDrawMode, c_int)


_NUMBERS = [c_ulong(number) for number in range(MOST_OBJECTS)]
_EDGES = Slots(c_float, 4)
"""Left, bottom, right, top of objects."""


def find_painted(page: pdfium.PdfPage) -> Painted:
    """Find the bounds of paths and images in page space, those inside forms included."""
    painted = Painted()
    pointer = ctypes.cast(page.raw, Pointer)
    painted.look(pointer, _count, _object, np.eye(3), 0)
    return painted


def drawn_of(finder: Painted, place: Placing, found: ExtractedPage) -> Drawn:
    """Return what is drawn in the upright frame of a page."""
    placed = tuple(_placed([*finder.paths, *finder.images], place, found))
    count = len(finder.paths)
    return Drawn(placed[:count], tuple(placed[at] for at in finder.fills), placed[count:])


class Painted:
    """Gathers bounds in page space: left, top, right, bottom."""

    def __init__(self) -> None:
        self.paths: list[Rect] = []
        self.fills: list[int] = []
        """Which of the paths are filled with a colour."""
        self.images: list[Rect] = []
        self.image_things: list[Pointer] = []
        self.covers: list[tuple[Rect, int]] = []
        """Fields that hide what is painted before them, with their ranks in painting."""
        self.unseen: list[tuple[int, int]] = []
        """From which rank to which objects are painted in a transparent group."""
        self._texts: list[tuple[int, list[Pointer]]] = []
        self._left = MOST_OBJECTS

    def ranks(self, texts: Sequence[Pointer]) -> Ints:
        """Return when text objects are painted, as ranks among all objects; the last if unknown."""
        known = {
            thing.value: first + at
            for first, things in self._texts
            for at, thing in enumerate(things)
        }
        return np.array([known.get(thing.value, MOST_OBJECTS) for thing in texts], np.int64)

    def look(self, holder: Pointer, count: Any, item: Any, matrix: Floats, depth: int) -> None:
        """Go through the objects of a page or form."""
        things = list(map(item, repeat(holder), _NUMBERS[: min(count(holder), self._left)]))
        first = MOST_OBJECTS - self._left
        self._left -= len(things)
        self._texts.append((first, things))
        kinds = list(map(_kind, things))
        drawn = [at for at, kind in enumerate(kinds) if kind != TEXT]
        rects = _bounds_of([things[at] for at in drawn], matrix if depth else None)
        for at, rect in zip(drawn, rects, strict=True):
            thing, kind = things[at], kinds[at]
            if kind == PATH:
                if rect is not None:
                    self._keep(thing, rect, first + at)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < 4:
                inner = _matrix_of(thing) @ matrix
                before = self._left
                self.look(thing, _form_count, _form_object, inner, depth + 1)
                if fill_colour(thing)[3] < FAINTEST:
                    self.unseen.append((MOST_OBJECTS - before, MOST_OBJECTS - self._left))
            elif kind == raw.FPDF_PAGEOBJ_IMAGE and rect is not None:
                self.images.append(rect)
                self.image_things.append(thing)

    def _keep(self, thing: Pointer, rect: Rect, rank: int) -> None:
        """Keep a path, and what it is filled with if that may be a field."""
        left, top, right, bottom = rect
        self.paths.append(rect)
        if right - left > 12 and top - bottom > 6:
            red, green, blue, alpha = _fill_of(thing)
            if alpha > FAINTEST and min(red, green, blue) < WHITE:
                self.fills.append(len(self.paths) - 1)
            if alpha >= OPAQUE:
                self.covers.append((rect, rank))


def _bounds_of(things: list[Pointer], matrix: Floats | None) -> list[Rect | None]:
    """Return left, top, right, bottom of objects in page space; None where they have none."""
    count = len(things)
    edges = (_EDGES.references(count, edge) for edge in range(4))
    given = list(map(_bounds, things, *edges))
    left, bottom, right, top = _EDGES.numbers[:count].astype(np.float64).T
    if matrix is not None:
        ones = np.ones(count)
        one, other = (
            np.stack((*corner, ones), axis=1) @ matrix for corner in ((left, bottom), (right, top))
        )
        left, bottom = np.minimum(one, other)[:, :2].T
        right, top = np.maximum(one, other)[:, :2].T
    rects = zip(left.tolist(), top.tolist(), right.tolist(), bottom.tolist(), strict=True)
    return [rect if is_given else None for rect, is_given in zip(rects, given, strict=True)]


def _matrix_of(thing: Pointer) -> Floats:
    matrix = raw.FS_MATRIX()
    _object_matrix(thing, byref(matrix))
    return np.array(
        [[matrix.a, matrix.b, 0], [matrix.c, matrix.d, 0], [matrix.e, matrix.f, 1]], np.float64
    )


def _fill_of(thing: Pointer) -> tuple[int, int, int, int]:
    """Return the colour that a path is filled with; a transparent one where it is not filled."""
    mode, stroke = c_int(), c_int()
    if not _draw_mode(thing, byref(mode), byref(stroke)) or mode.value == 0:
        return 0, 0, 0, 0
    return fill_colour(thing)


def _placed(rects: list[Rect], place: Placing, page: ExtractedPage) -> list[Rect]:
    """Bring rectangles of page space into the upright frame of the page."""
    if not rects:
        return []
    shown = place.displayed(np.array(rects))
    back = turned(shown, (4 - page.turn) % 4, page.width, page.height)
    return [(x0, top, x1, bottom) for x0, top, x1, bottom in back.tolist()]
