"""Pages of a PDF through pdfium: words, boxes, type, and what is drawn."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_void_p
from pathlib import Path
from threading import RLock

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from auditor.document.glyphs import Glyphs, Type, _direct
from auditor.document.layout import cut_lines, line_extents
from auditor.document.sheet import Drawn, Floats, Lines, Sheet, turned
from auditor.errors import EncryptedDocumentError, UnreadableDocumentError

PDFIUM = RLock()
"""pdfium serves one thread at a time."""
MOST_OBJECTS = 6000
"""Drawn things looked at on one page: a map may hold a million."""

_count = _direct(raw.FPDFPage_CountObjects, c_int, c_void_p)
_object = _direct(raw.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
_kind = _direct(raw.FPDFPageObj_GetType, c_int, c_void_p)
_bounds = _direct(
    raw.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p
)


def open_pdf(path: Path) -> pdfium.PdfDocument:
    """Open a PDF, mending what is before its header or in its table of contents.

    Raises:
        EncryptedDocumentError: it wants a password.
        UnreadableDocumentError: it is no PDF, damaged, or has no pages.
    """
    data = path.read_bytes()
    start = data[:65536].find(b"%PDF-")
    if start < 0:
        raise UnreadableDocumentError(
            "not a PDF", place=path.name, remedy="Open it in its own program and save it as PDF."
        )
    try:
        document = pdfium.PdfDocument(data[start:])
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedDocumentError(
                "wants a password", place=path.name, remedy="Save a copy without a password."
            ) from None
        document = _mend(data[start:], path.name)
    if len(document) == 0:
        raise _damaged(path.name)
    return document


def _mend(data: bytes, name: str) -> pdfium.PdfDocument:
    """Write a damaged file anew, and open that."""
    import io

    import pikepdf

    try:
        mended = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as document:
            document.save(mended)
        return pdfium.PdfDocument(mended.getvalue())
    except (pikepdf.PdfError, pdfium.PdfiumError, RuntimeError, ValueError):
        raise _damaged(name) from None


def _damaged(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "damaged: no page could be found in it", place=name, remedy="Download or export it again."
    )


def read_sheets(document: pdfium.PdfDocument) -> Iterator[Sheet]:
    """Read the pages one after the other."""
    for index in range(len(document)):
        with PDFIUM:
            yield _read_sheet(document, index)


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
            _fill_sheet(sheet, glyphs, place)
        finally:
            glyphs.close()
        sheet.drawn = _find_drawn(page, place, sheet)
        return sheet
    finally:
        page.close()


class _Placing:
    """How page space lies on the page as displayed."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.quarter = (page.get_rotation() // 90) % 4

    def displayed(self, boxes: Floats) -> Floats:
        """Turn left, top, right, bottom of page space into boxes as displayed."""
        flipped = np.stack(
            (
                boxes[:, 0] - self.left,
                self.top - boxes[:, 1],
                boxes[:, 2] - self.left,
                self.top - boxes[:, 3],
            ),
            axis=1,
        )
        return turned(flipped, self.quarter, self.right - self.left, self.top - self.bottom)


def _fill_sheet(sheet: Sheet, glyphs: Glyphs, place: _Placing) -> None:
    """Give the sheet its words and lines."""
    words = glyphs.words()
    if not words:
        return
    way = _reading_way(glyphs)
    sheet.turn = (way + place.quarter) % 4  # type: ignore[assignment]
    sheet.words, sheet.soft = words, glyphs.soft
    shown = place.displayed(glyphs.boxes())
    back = (4 - sheet.turn) % 4
    sheet.boxes = _sane(turned(shown, back, sheet.width, sheet.height))
    first = cut_lines(sheet.boxes, glyphs.line)
    last = np.append(first[1:], len(words))
    middles = glyphs.starts[(first + last - 1) // 2].tolist()
    types = [glyphs.type_at(middle) for middle in middles]
    sheet.lines = _lines(sheet.boxes, first, last, types, way)


def _reading_way(glyphs: Glyphs) -> int:
    """Name the way that most words of the page read, in page space."""
    longer = np.flatnonzero(glyphs.ends - glyphs.starts >= 2)
    if not len(longer):
        return 0
    probes = longer[np.linspace(0, len(longer) - 1, min(7, len(longer))).astype(int)]
    ways = Counter(glyphs.type_at(index).quarter for index in glyphs.starts[probes].tolist())
    return ways.most_common(1)[0][0]


def _sane(boxes: Floats) -> Floats:
    """Cut down boxes that are absurdly tall, as some fonts declare."""
    height = boxes[:, 3] - boxes[:, 1]
    usual = float(np.median(height)) or 1.0
    absurd = (height > 6 * usual + 40) | (height <= 0)
    if absurd.any():
        boxes[:, 3] = np.where(absurd, boxes[:, 1] + usual, boxes[:, 3])
    return boxes


def _lines(boxes: Floats, first: Floats, last: Floats, types: list[Type], way: int) -> Lines:
    x0, top, x1, bottom = line_extents(boxes, first)
    return Lines(
        first=first,
        last=last,
        x0=x0,
        top=top,
        x1=x1,
        bottom=bottom,
        size=np.round(np.array([kind.size for kind in types]) * 2) / 2,
        bold=np.array([kind.bold for kind in types]),
        sideways=np.array([kind.quarter != way for kind in types]),
    )


_EDGES = [c_float() for _ in range(4)]
_EDGE_REFERENCES = [byref(edge) for edge in _EDGES]


def _find_drawn(page: pdfium.PdfPage, place: _Placing, sheet: Sheet) -> Drawn:
    """Find the bounds of paths and images that stand directly on the page."""
    drawn = Drawn()
    pointer = ctypes.cast(page.raw, c_void_p)
    lists = {raw.FPDF_PAGEOBJ_PATH: drawn.paths, raw.FPDF_PAGEOBJ_IMAGE: drawn.images}
    for index in range(min(_count(pointer), MOST_OBJECTS)):
        thing = _object(pointer, index)
        found = lists.get(_kind(thing))
        if found is not None and _bounds(thing, *_EDGE_REFERENCES):
            left, bottom, right, top = (edge.value for edge in _EDGES)
            found.append((left, top, right, bottom))
    drawn.paths = _placed(drawn.paths, place, sheet)
    drawn.images = _placed(drawn.images, place, sheet)
    return drawn


def _placed(
    rects: list[tuple[float, float, float, float]], place: _Placing, sheet: Sheet
) -> list[tuple[float, float, float, float]]:
    """Bring rectangles of page space into the upright frame of the sheet."""
    if not rects:
        return []
    shown = place.displayed(np.array(rects))
    back = turned(shown, (4 - sheet.turn) % 4, sheet.width, sheet.height)
    return [(x0, top, x1, bottom) for x0, top, x1, bottom in back.tolist()]
