"""Pages of a PDF through pdfium: words, boxes, type, and what is drawn."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_ulong
from itertools import repeat
from threading import RLock
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from auditor.document.glyphs import Glyphs, Types, fill_colour
from auditor.document.hidden import Picture, leave_out_hidden
from auditor.document.layout import cut_lines, line_extents
from auditor.document.native import Pointer, direct
from auditor.document.sheet import Drawn, Floats, Ints, Lines, Rect, Sheet, turned
from auditor.errors import EncryptedDocumentError, UnreadableDocumentError
from auditor.progress import tell

PDFIUM = RLock()
"""pdfium serves one thread at a time."""
MOST_OBJECTS = 6000
"""Drawn things looked at on one page: a map may hold a million."""

_count = direct(raw.FPDFPage_CountObjects, c_int)
_object = direct(raw.FPDFPage_GetObject, Pointer)
_kind = direct(raw.FPDFPageObj_GetType, c_int)
_bounds = direct(raw.FPDFPageObj_GetBounds, c_int)
_form_count = direct(raw.FPDFFormObj_CountObjects, c_int)
_form_object = direct(raw.FPDFFormObj_GetObject, Pointer)
_object_matrix = direct(raw.FPDFPageObj_GetMatrix, c_int)
_draw_mode = direct(raw.FPDFPath_GetDrawMode, c_int)


def open_pdf(data: bytes, name: str) -> pdfium.PdfDocument:
    """Open a PDF, mending what is before its header or in its table of contents.

    Raises:
        EncryptedDocumentError: it wants a password.
        UnreadableDocumentError: it is no PDF, damaged, or has no pages.

    """
    data = data[max(0, data[:65536].find(b"%PDF-")) :]
    with PDFIUM:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if "password" in str(error).lower():
                raise _locked(name) from None
            document = _mend(data, name)
        if len(document) == 0:
            raise _damaged(name)
    return document


def _mend(data: bytes, name: str) -> pdfium.PdfDocument:
    """Write a damaged file anew, and open that."""
    import io

    import pikepdf

    if b"%%EOF" not in data[-4096:]:
        raise UnreadableDocumentError(
            "is cut off before its end", place=name, remedy="Download or export it again."
        )
    try:
        mended = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as document:
            document.save(mended)
        return pdfium.PdfDocument(mended.getvalue())
    except pikepdf.PasswordError:
        raise _locked(name) from None
    except (pikepdf.PdfError, pdfium.PdfiumError, RuntimeError, ValueError):
        raise _damaged(name) from None


def _locked(name: str) -> EncryptedDocumentError:
    return EncryptedDocumentError(
        "wants a password", place=name, remedy="Save a copy without a password."
    )


def _damaged(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "damaged: no page could be found in it", place=name, remedy="Download or export it again."
    )


def read_sheets(document: pdfium.PdfDocument) -> Iterator[Sheet]:
    """Read the pages one after the other."""
    for index in range(len(document)):
        with PDFIUM:
            sheet = _read_sheet(document, index)
        tell("reading", index + 1, len(document))
        yield sheet


def _read_sheet(document: pdfium.PdfDocument, index: int) -> Sheet:
    label = document.get_page_label(index) or str(index + 1)
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return Sheet(index + 1, label, 0.0, 0.0, unread="page is damaged")
    try:
        width, height = page.get_size()
        sheet = Sheet(index + 1, label, width, height)
        place = _Placing(page)
        glyphs = Glyphs(page)
        try:
            types = _fill_sheet(sheet, glyphs, place)
        finally:
            glyphs.close()
        sheet.drawn = _find_drawn(page, place, sheet)
        if types is not None:
            leave_out_hidden(sheet, types, lambda: _render(page, 1.0))
        return sheet
    except pdfium.PdfiumError:
        return Sheet(index + 1, label, 0.0, 0.0, unread="page is damaged")
    finally:
        page.close()


def render_page(document: pdfium.PdfDocument, index: int, scale: float) -> Picture:
    """Draw a page as displayed, in grey; scale 1 is 72 dots to the inch."""
    with PDFIUM:
        page = document[index]
        try:
            return _render(page, scale)
        finally:
            page.close()


def _render(page: pdfium.PdfPage, scale: float) -> Picture:
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        grey: Picture = bitmap.to_numpy().copy()
    finally:
        bitmap.close()
    return grey.reshape(grey.shape[0], grey.shape[1])


_FLIP = np.array([1.0, -1.0, 1.0, -1.0])


class _Placing:
    """How page space lies on the page as displayed."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.quarter = (page.get_rotation() // 90) % 4

    def displayed(self, boxes: Floats) -> Floats:
        """Turn left, top, right, bottom of page space into boxes as displayed."""
        flipped = boxes * _FLIP + (-self.left, self.top, -self.left, self.top)
        return turned(flipped, self.quarter, self.right - self.left, self.top - self.bottom)


def _fill_sheet(sheet: Sheet, glyphs: Glyphs, place: _Placing) -> Types | None:
    """Give the sheet its words and lines; return the type of each line."""
    words = glyphs.words()
    if not words:
        return None
    way = _reading_way(glyphs)
    sheet.turn = (way + place.quarter) % 4
    sheet.words, sheet.soft = glyphs.without_marks(words), glyphs.soft
    shown = place.displayed(glyphs.boxes())
    back = (4 - sheet.turn) % 4
    sheet.boxes = _sane(turned(shown, back, sheet.width, sheet.height))
    first = cut_lines(sheet.boxes, glyphs.line)
    last = np.append(first[1:], len(words))
    types = glyphs.types(glyphs.starts[(first + last - 1) // 2].tolist())
    sheet.lines = _lines(sheet.boxes, first, last, types, way)
    bold = sheet.lines.bold
    for line in np.flatnonzero(bold).tolist():
        ends = glyphs.starts[first[line]], glyphs.starts[last[line] - 1]
        bold[line] = all(glyphs.is_bold(int(end)) for end in ends)
    return types


def _reading_way(glyphs: Glyphs) -> int:
    """Name the way that most words of the page read, in page space."""
    longer = np.flatnonzero(glyphs.ends - glyphs.starts >= 2)
    if not len(longer):
        return 0
    probes = longer[:: max(1, len(longer) // 7)][:7]
    return int(np.bincount(glyphs.quarters(glyphs.starts[probes].tolist())).argmax())


def _sane(boxes: Floats) -> Floats:
    """Cut down boxes that are absurdly tall, as some fonts declare."""
    height = boxes[:, 3] - boxes[:, 1]
    usual = float(np.sort(height)[len(height) // 2]) or 1.0
    absurd = (height > 6 * usual + 40) | (height <= 0)
    if absurd.any():
        boxes[:, 3] = np.where(absurd, boxes[:, 1] + usual, boxes[:, 3])
    return boxes


def _lines(boxes: Floats, first: Ints, last: Ints, types: Types, way: int) -> Lines:
    x0, top, x1, bottom = line_extents(boxes, first)
    return Lines(
        first=first,
        last=last,
        x0=x0,
        top=top,
        x1=x1,
        bottom=bottom,
        size=np.round(types.size * 2) / 2,
        bold=types.bold,
        sideways=types.quarter != way,
        colour=types.colour[:, :3] @ (1 << 16, 1 << 8, 1),
    )


_NUMBERS = [c_ulong(number) for number in range(MOST_OBJECTS)]
_EDGES = [c_float() for _ in range(4)]
_EDGE_REFERENCES = [byref(edge) for edge in _EDGES]


def _find_drawn(page: pdfium.PdfPage, place: _Placing, sheet: Sheet) -> Drawn:
    """Find the bounds of paths and images, those inside forms included."""
    finder = _Finder()
    pointer = ctypes.cast(page.raw, Pointer)
    finder.look(pointer, _count, _object, np.eye(3), 0)
    placed = _placed([*finder.paths, *finder.images], place, sheet)
    count = len(finder.paths)
    return Drawn(placed[:count], [placed[at] for at in finder.fills], placed[count:])


class _Finder:
    """Gathers bounds in page space: left, top, right, bottom."""

    def __init__(self) -> None:
        self.paths: list[Rect] = []
        self.fills: list[int] = []
        """Which of the paths are filled with a colour."""
        self.images: list[Rect] = []
        self.left = MOST_OBJECTS

    def look(self, holder: Pointer, count: Any, item: Any, matrix: Floats, depth: int) -> None:
        """Go through the objects of a page or form."""
        things = list(map(item, repeat(holder), _NUMBERS[: min(count(holder), self.left)]))
        self.left -= len(things)
        kinds = list(map(_kind, things))
        for at in [at for at, kind in enumerate(kinds) if kind != raw.FPDF_PAGEOBJ_TEXT]:
            thing, kind = things[at], kinds[at]
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < 4:
                inner = _matrix_of(thing) @ matrix
                self.look(thing, _form_count, _form_object, inner, depth + 1)
            elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE) and _bounds(
                thing, *_EDGE_REFERENCES
            ):
                self._keep(thing, kind, matrix, depth)

    def _keep(self, thing: Pointer, kind: int, matrix: Floats, depth: int) -> None:
        left, bottom, right, top = (edge.value for edge in _EDGES)
        if depth:
            corners = np.array([[left, bottom, 1], [right, top, 1]]) @ matrix
            left, right = sorted(corners[:, 0].tolist())
            bottom, top = sorted(corners[:, 1].tolist())
        rect = (left, top, right, bottom)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.images.append(rect)
            return
        self.paths.append(rect)
        if right - left > 12 and top - bottom > 6 and _is_coloured(thing):
            self.fills.append(len(self.paths) - 1)


def _matrix_of(thing: Pointer) -> Floats:
    matrix = raw.FS_MATRIX()
    _object_matrix(thing, byref(matrix))
    return np.array(
        [[matrix.a, matrix.b, 0], [matrix.c, matrix.d, 0], [matrix.e, matrix.f, 1]], np.float64
    )


def _is_coloured(thing: Pointer) -> bool:
    """Say whether a path is filled with something that is not white."""
    mode, stroke = c_int(), c_int()
    if not _draw_mode(thing, byref(mode), byref(stroke)) or mode.value == 0:
        return False
    red, green, blue, alpha = fill_colour(thing)
    return alpha > 8 and min(red, green, blue) < 248


def _placed(rects: list[Rect], place: _Placing, sheet: Sheet) -> list[Rect]:
    """Bring rectangles of page space into the upright frame of the sheet."""
    if not rects:
        return []
    shown = place.displayed(np.array(rects))
    back = turned(shown, (4 - sheet.turn) % 4, sheet.width, sheet.height)
    return [(x0, top, x1, bottom) for x0, top, x1, bottom in back.tolist()]
