"""A coarse look at the pictures of a page: which may hold words.

Reading a picture takes a second and most hold no words; so rows of letters are looked
for first, in as few dots as will do. JPEG pictures are decoded at a fraction of their size.
"""

from __future__ import annotations

import ctypes
import io
from functools import lru_cache
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from auditor.document.page import Bools, ExtractedPage, Rect
from auditor.document.pdf.pdfium.drawings import Painted
from auditor.document.pdf.pdfium.grey_pictures import Picture

LEAST_SHARE = 0.03
"""Of the area of a page: smaller pictures are marks and portraits."""
SHORTEST, LOWEST = 90.0, 24.0
"""Points: width and height that words in a picture need."""
MOST_TEXT = 0.12
"""Of a picture: where more of it lies under text it is the ground of that text."""
MOST_ON_PAGE = 8
DPI = 100
CONTRAST = 60
FEWEST_ROWS = 2
ROW = (4, 46)
"""Dots: how high rows of letters are at the coarse look."""
LEAST_CHANGES = 14
"""From paper to ink and back, along a row of letters."""
CHANNELS = {
    raw.FPDFBitmap_Gray: 1,
    raw.FPDFBitmap_BGR: 3,
    raw.FPDFBitmap_BGRx: 4,
    raw.FPDFBitmap_BGRA: 4,
}
FLAT = 6
"""Of 255: how little a picture varies whose letters are all in its mask."""


def find_worded_pictures(
    page: pdfium.PdfPage, document: pdfium.PdfDocument, painted: Painted, found: ExtractedPage
) -> tuple[Rect, ...]:
    """Find the pictures that may hold words, in the upright frame of a page."""
    boxes: list[Rect] = []
    for thing, rect in zip(painted.image_things, found.drawn.images, strict=True):
        box = _within(rect, *found.frame)
        if len(boxes) < MOST_ON_PAGE and box not in boxes and _may_hold_words(found, box):
            wide = int((box[2] - box[0]) * DPI / 72)
            picture = _decoded(ctypes.cast(thing, raw.FPDF_PAGEOBJECT), page, document, wide)
            if picture is not None and has_rows_of_letters(picture):
                boxes.append(box)
    return tuple(boxes)


def _within(rect: Rect, width: float, height: float) -> Rect:
    """Return the part of a picture that lies on the page."""
    return max(rect[0], 0.0), max(rect[1], 0.0), min(rect[2], width), min(rect[3], height)


def _may_hold_words(page: ExtractedPage, box: Rect) -> bool:
    """True if a picture is large enough for words, and no ground of text."""
    (width, height), wide, tall = page.frame, box[2] - box[0], box[3] - box[1]
    if wide < SHORTEST or tall < LOWEST or wide * tall < LEAST_SHARE * width * height:
        return False
    lines = page.lines
    across = np.minimum(lines.x1, box[2]) - np.maximum(lines.x0, box[0])
    down = np.minimum(lines.bottom, box[3]) - np.maximum(lines.top, box[1])
    return float((across.clip(0) * down.clip(0)).sum()) <= MOST_TEXT * wide * tall


def has_rows_of_letters(picture: Picture) -> bool:
    """True if rows run across a picture along which ink and paper change as letters do.

    The edges of photographs run any way, and the bars of a chart are few.
    """
    if picture.shape[0] < ROW[0] or picture.shape[1] < 40:
        return False
    if np.count_nonzero(_are_busy(picture[:: ROW[0]])) < FEWEST_ROWS:
        return False
    busy = _are_busy(picture)
    edges = np.diff(np.concatenate(([False], busy, [False])).astype(np.int8)).nonzero()[0]
    heights = edges[1::2] - edges[::2]
    return int(((heights >= ROW[0]) & (heights <= ROW[1])).sum()) >= FEWEST_ROWS


def _are_busy(picture: Picture) -> Bools:
    """Return for each row of dots whether ink and paper change along it often enough."""
    left, right = picture[:, :-1], picture[:, 1:]
    steps = np.maximum(left, right) - np.minimum(left, right) > CONTRAST
    busy: Bools = np.add.reduce(steps, axis=1, dtype=np.uint32) >= LEAST_CHANGES
    return busy


def _decoded(
    thing: Any, page: pdfium.PdfPage, document: pdfium.PdfDocument, wide: int
) -> Picture | None:
    """Return a picture in grey, about so many dots wide; None where it cannot be decoded."""
    picture = _from_jpeg(_raw(thing), wide) if _is_jpeg(thing) else None
    if picture is None:
        picture = _from_bitmap(raw.FPDFImageObj_GetBitmap(thing), wide)
    if picture is None or int(picture.max()) - int(picture.min()) < FLAT:
        picture = _from_bitmap(raw.FPDFImageObj_GetRenderedBitmap(document, page, thing), wide)
    return picture


def _is_jpeg(thing: Any) -> bool:
    name = ctypes.create_string_buffer(32)
    raw.FPDFImageObj_GetImageFilter(thing, 0, name, 32)
    return name.value == b"DCTDecode" and raw.FPDFImageObj_GetImageFilterCount(thing) == 1


def _raw(thing: Any) -> bytes:
    """Return the data of a picture as the file has it."""
    length = raw.FPDFImageObj_GetImageDataRaw(thing, None, 0)
    data = ctypes.create_string_buffer(max(1, length))
    raw.FPDFImageObj_GetImageDataRaw(thing, data, length)
    return data.raw[:length]


@lru_cache(maxsize=2)
def _from_jpeg(data: bytes, wide: int) -> Picture | None:
    """Return a JPEG in grey; the same pictures stand on many pages of some documents."""
    from PIL import Image, UnidentifiedImageError

    try:
        image = Image.open(io.BytesIO(data))
        image.draft("L", (wide, max(1, int(wide * image.height / max(1, image.width)))))
        grey: Picture = _thinned(np.asarray(image.convert("L")), wide)
        return grey
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None


def _from_bitmap(handle: Any, wide: int) -> Picture | None:
    """Return a bitmap of pdfium in grey, and give it back."""
    if not handle:
        return None
    try:
        high, stride = raw.FPDFBitmap_GetHeight(handle), raw.FPDFBitmap_GetStride(handle)
        channels = CHANNELS.get(raw.FPDFBitmap_GetFormat(handle))
        if channels is None or not high or not stride:
            return None
        place = ctypes.cast(
            raw.FPDFBitmap_GetBuffer(handle), ctypes.POINTER(ctypes.c_ubyte * (stride * high))
        )
        dots = np.frombuffer(place.contents, np.uint8).reshape(high, stride)
        across = raw.FPDFBitmap_GetWidth(handle)
        return _grey(_thinned(dots[:, : across * channels].reshape(high, across, channels), wide))
    finally:
        raw.FPDFBitmap_Destroy(handle)


def _thinned(picture: Any, wide: int) -> Any:
    """Return every so manieth dot of a picture that is wider than need be."""
    step = max(1, picture.shape[1] // max(1, wide))
    return picture[::step, ::step]


def _grey(picture: Any) -> Picture:
    """Return a picture by its green, or only, channel: it tells letters from paper."""
    grey: Picture = picture[:, :, min(1, picture.shape[2] - 1)].copy()
    return grey
