"""A coarse look at the pictures of a page: which may hold words.

Reading a picture takes a second and most hold no words; so rows of letters are looked
for first, in as few dots as will do. JPEG pictures are decoded at a fraction of their size.
"""

from __future__ import annotations

import ctypes
import io
from statistics import median
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from auditor.document.page import Bools, ExtractedPage, Ints, Rect
from auditor.document.pdf.pdfium.drawings import Painted
from auditor.document.pdf.pdfium.grey_pictures import Picture
from auditor.document.pdf.pdfium.opening import OpenPage

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
STRIP = 120
"""Dots: how wide the columns of a diagram are looked for."""
FEWEST_STRIPS, FEWEST_LINES = 2, 4
LINE = (5, 20)
"""Dots: how high lines in the boxes of a diagram are."""
MOST_UNLIKE = 2
"""Dots by which the heights of lines in one column differ."""
LEAST_LINES = 0.8
"""Of the busy rows of a column: so many are in lines."""
LEAST_BLACK = 0.5
"""Of a picture: programs write black what its mask leaves out."""
MOST_MASKED = 0.6
"""Of a page: larger pictures with a mask are grounds."""
EXIF, NO_EXIF = b"Exif\0\0", b"none\0\0"
"""What a camera says of a JPEG, which is not asked: what reads it takes a fifth of a second to load."""
MOST_DOTS = 178_956_970
"""Of a JPEG: what claims more is a bomb."""
BRIGHT = 200
"""Of 255: letters as bright as that are held against black, others against white."""
_known: WeakKeyDictionary[pdfium.PdfDocument, dict[tuple[int, int, int, bool], bool | None]] = (
    WeakKeyDictionary()
)
"""What is told of the pictures of a document by their data and width: some stand on many pages."""


def find_worded_pictures(
    page: OpenPage, document: pdfium.PdfDocument, painted: Painted, found: ExtractedPage
) -> tuple[Rect, ...]:
    """Find the pictures that may hold words, in the upright frame of a page."""
    boxes: list[Rect] = []
    for thing, rect in zip(painted.image_things, found.drawn.images, strict=True):
        if rect[2] - rect[0] < SHORTEST or rect[3] - rect[1] < LOWEST:
            continue
        box = _within(rect, *found.frame)
        if len(boxes) < MOST_ON_PAGE and box not in boxes and _may_hold_words(found, box):
            wide = int((box[2] - box[0]) * DPI / 72)
            picture = ctypes.cast(thing, raw.FPDF_PAGEOBJECT)
            is_ground = _area(box) > MOST_MASKED * found.width * found.height
            if _has_words(picture, page, document, wide, is_ground=is_ground):
                boxes.append(box)
    return tuple(boxes)


def _has_words(
    thing: Any, page: OpenPage, document: pdfium.PdfDocument, wide: int, *, is_ground: bool
) -> bool:
    """True if a picture has rows of letters, by itself or as its mask shows it."""
    data = _raw(thing)
    key = (hash(data), len(data), wide, is_ground)
    known = _known.setdefault(document, {})
    if key not in known or not data:
        known[key] = _by_itself(thing, data, wide, is_ground=is_ground)
    answer = known[key]
    if answer is not None:
        return answer
    shown = _from_bitmap(raw.FPDFImageObj_GetRenderedBitmap(document, page.handle, thing), wide)
    return shown is not None and has_rows_of_letters(shown)


def _by_itself(thing: Any, data: bytes, wide: int, *, is_ground: bool) -> bool | None:
    """Return whether a picture has rows of letters; None where only its mask can tell."""
    picture = _from_jpeg(data, wide) if _is_jpeg(thing) else None
    if picture is None:
        picture = _from_bitmap(raw.FPDFImageObj_GetBitmap(thing), wide)
    if picture is None:
        return None
    if has_rows_of_letters(picture):
        return True
    is_flat = int(picture.max()) - int(picture.min()) < FLAT
    return None if is_flat or (not is_ground and _is_half_black(picture)) else False


def _is_half_black(picture: Picture) -> bool:
    return bool(np.count_nonzero(picture) <= (1 - LEAST_BLACK) * picture.size)


def _area(box: Rect) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


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

    The edges of photographs run any way, and the bars of a chart are few. Lines in boxes side
    by side are rows of their boxes.
    """
    if picture.shape[0] < ROW[0] or picture.shape[1] < 40:
        return False
    sample = _are_busy(_changes(picture[:: ROW[0]]))
    if np.count_nonzero(sample) < FEWEST_ROWS:
        return False
    if _shows_rows(picture, sample):
        return True
    changes = _changes(picture)
    starts = range(0, max(1, changes.shape[1] - STRIP // 2), STRIP)
    strips = np.add.reduceat(changes, starts, axis=1, dtype=np.uint16) >= LEAST_CHANGES
    return sum(_are_lines(_heights(strip)) for strip in strips.T) >= FEWEST_STRIPS


def _shows_rows(picture: Picture, sample: Bools) -> bool:
    """True if rows of letters stand about the busy ones of a sample: each holds one of them."""
    count = 0
    for first, last in _runs(sample).tolist():
        about = picture[max(0, (first - 1) * ROW[0] + 1) : last * ROW[0]]
        heights = _heights(_are_busy(_changes(about)))
        count += int(((heights >= ROW[0]) & (heights <= ROW[1])).sum())
        if count >= FEWEST_ROWS:
            return True
    return False


def _changes(picture: Picture) -> Bools:
    """Return for each dot whether the next one along the row is ink after paper, or paper after ink."""
    left, right = picture[:, :-1], picture[:, 1:]
    changes: Bools = np.maximum(left, right) - np.minimum(left, right) > CONTRAST
    return changes


def _are_busy(changes: Bools) -> Bools:
    """Return for each row of dots whether ink and paper change along it often enough."""
    busy: Bools = np.add.reduce(changes, axis=1, dtype=np.uint16) >= LEAST_CHANGES
    return busy


def _heights(busy: Bools) -> Ints:
    """Return how high each run of busy rows is."""
    first, last = _runs(busy).T
    heights: Ints = last - first
    return heights


def _runs(busy: Bools) -> Ints:
    """Return the first row of each run of busy rows, and the one after its last."""
    edges = np.diff(np.concatenate(([False], busy, [False])).astype(np.int8)).nonzero()[0]
    return edges.reshape(-1, 2)


def _are_lines(heights: Ints) -> bool:
    """True if the busy rows of a strip are lines of one height, and little else."""
    lines = heights[(heights >= LINE[0]) & (heights <= LINE[1])]
    if len(lines) < FEWEST_LINES or lines.sum() < LEAST_LINES * heights.sum():
        return False
    return float(median(np.abs(lines - median(lines.tolist())).tolist())) <= MOST_UNLIKE


def _is_jpeg(thing: Any) -> bool:
    name = ctypes.create_string_buffer(32)
    raw.FPDFImageObj_GetImageFilter(thing, 0, name, 32)
    return name.value == b"DCTDecode" and raw.FPDFImageObj_GetImageFilterCount(thing) == 1


def _raw(thing: Any) -> bytes:
    """Return the data of a picture as the file has it."""
    data = np.empty(raw.FPDFImageObj_GetImageDataRaw(thing, None, 0), np.uint8)
    raw.FPDFImageObj_GetImageDataRaw(thing, data.ctypes.data, len(data))
    return data.tobytes()


def _from_jpeg(data: bytes, wide: int) -> Picture | None:
    """Return a JPEG in grey; None where it cannot be decoded."""
    from PIL.JpegImagePlugin import JpegImageFile

    try:
        image = JpegImageFile(io.BytesIO(data.replace(EXIF, NO_EXIF, 1)))
        if image.width * image.height > MOST_DOTS:
            return None
        image.draft("L", (wide, max(1, int(wide * image.height / max(1, image.width)))))
        image.load()
        dots = np.asarray(image if image.mode == "L" else image.convert("L"))
        grey: Picture = _thinned(dots, wide)
        return grey
    except (SyntaxError, OSError, ValueError):  # the first: it is no JPEG
        return None


def _from_bitmap(handle: Any, wide: int) -> Picture | None:
    """Return a bitmap of pdfium in grey, and give it back."""
    if not handle:
        return None
    try:
        high, stride = raw.FPDFBitmap_GetHeight(handle), raw.FPDFBitmap_GetStride(handle)
        form = raw.FPDFBitmap_GetFormat(handle)
        channels = CHANNELS.get(form)
        if channels is None or not high or not stride:
            return None
        place = ctypes.cast(
            raw.FPDFBitmap_GetBuffer(handle), ctypes.POINTER(ctypes.c_ubyte * (stride * high))
        )
        dots = np.frombuffer(place.contents, np.uint8).reshape(high, stride)
        across = raw.FPDFBitmap_GetWidth(handle)
        every = _thinned(dots[:, : across * channels].reshape(high, across, channels), wide)
        return _grey(every[:, :, :3] if form == raw.FPDFBitmap_BGRx else every)
    finally:
        raw.FPDFBitmap_Destroy(handle)


def _thinned(picture: Any, wide: int) -> Any:
    """Return every so manieth dot of a picture that is wider than need be."""
    step = max(1, picture.shape[1] // max(1, wide))
    return picture[::step, ::step]


def _grey(picture: Any) -> Picture:
    """Return a picture by its green, or only, channel: it tells letters from paper.

    What is drawn with a mask is held against white, or against black where it is white itself.
    """
    grey: Picture = picture[:, :, min(1, picture.shape[2] - 1)].copy()
    if picture.shape[2] < 4 or int(picture[:, :, 3].min()) == 255:
        return grey
    cover = picture[:, :, 3].astype(np.uint32)
    ink = grey * cover // 255
    is_white = int(ink.sum()) > BRIGHT * int(cover.sum()) / 255
    shown: Picture = (ink if is_white else ink + 255 - cover).astype(np.uint8)
    return shown
