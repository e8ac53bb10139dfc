"""Pages that are pictures: set upright and straight, parted at the fold, and read by OCR."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pypdfium2 as pdfium

from auditor.document.ocr.deskew import find_skew, straighten
from auditor.document.ocr.recognised import SURE, Recognised, side_by_side
from auditor.document.ocr.tesseract import DPI, Engine, choose_language, read_in_time
from auditor.document.page import Drawn, ExtractedPage, Floats, Rect, Turn, rects_of, turned
from auditor.document.pdf.added_words import lines_around
from auditor.document.pdf.layout.two_page_spreads import find_fold
from auditor.document.pdf.pdfium.grey_pictures import Picture, read_picture

NO_TIME = "no text layer, and no time was left for OCR"
FAILED = "no text layer, and OCR failed"
MOST_DOTS = 5000


@dataclass(frozen=True, slots=True)
class _Upright:
    """A picture that was turned and then read; measures in dots of the turned picture."""

    read: Recognised
    turn: Turn
    """Quarter turns, clockwise, back to the page as displayed."""
    skew: float
    """Radians, clockwise, by which the picture was crooked besides."""
    width: int
    fold: int | None
    """Where two facing pages part."""

    @property
    def other_turns(self) -> tuple[Turn, ...]:
        """Return the turns to try next, the likeliest first; none where this one is right.

        Lines that run down the page are read as if they ran from its top; so those that
        were read with confidence ran so, and others run from its foot.
        """
        is_sure = self.read.mean_confidence >= SURE
        if self.read.is_sideways:
            return (1, 3) if is_sure else (3, 1)
        return () if is_sure else (2,)

    @property
    def merit(self) -> tuple[bool, float]:
        """Return which of two turns is the better one."""
        return not self.read.is_sideways, float(self.read.confidence.sum())


@dataclass(frozen=True, slots=True)
class _Reader:
    """An engine with the language and the time it has."""

    engine: Engine
    code: str
    deadline: float

    def upright(self, picture: Picture) -> _Upright | None:
        """Read a picture the way it lies, and another way where that makes little sense."""
        first = self._turned(picture, 0)
        tried = [first]
        for turn in first.other_turns if first else ():
            tried.append(self._turned(picture, turn))
            if tried[-1] is None or not tried[-1].other_turns:
                break
        return max(filter(None, tried), key=lambda upright: upright.merit, default=None)

    def _turned(self, picture: Picture, turn: Turn) -> _Upright | None:
        crooked = np.rot90(picture, turn)
        skew = find_skew(crooked)
        upright = straighten(crooked, skew)
        fold = find_fold(upright)
        read = self._recognise(upright) if fold is None else self._halves(upright, fold)
        return None if read is None else _Upright(read, turn, skew, upright.shape[1], fold)

    def _halves(self, picture: Picture, fold: int) -> Recognised | None:
        left, right = (self._recognise(half) for half in (picture[:, :fold], picture[:, fold:]))
        if left is None or right is None:
            return None
        return side_by_side(left, right, fold)

    def _recognise(self, picture: Picture) -> Recognised | None:
        seconds = max(1.0, self.deadline - time.monotonic())
        return self.engine.recognise(picture, self.code, seconds)


def read_pictures(
    document: pdfium.PdfDocument,
    pages: Sequence[ExtractedPage],
    engine: Engine,
    *,
    language: str,
    deadline: float,
) -> list[ExtractedPage]:
    """Return pages with the words that the engine reads on their pictures, until the deadline."""
    reader = _Reader(engine, choose_language(engine, language), deadline)
    read = read_in_time(pages, lambda page: _picture(document, page), reader.upright, deadline)
    found = [_with_words(page, upright) for page, upright in zip(pages, read, strict=False)]
    return [*found, *(replace(page, unread=NO_TIME) for page in pages[len(found) :])]


def _picture(document: pdfium.PdfDocument, page: ExtractedPage) -> Picture:
    """Draw a page as displayed, in grey."""
    scale = min(DPI / 72, MOST_DOTS / max(page.width, page.height, 1))
    return read_picture(document, page.number - 1, scale)


def _with_words(page: ExtractedPage, upright: _Upright | None) -> ExtractedPage:
    """Return a page with what was read on it."""
    if upright is None:
        return replace(page, unread=FAILED)
    read = upright.read.likely()
    page = turn_to(page, upright.turn)
    scale = page.frame[0] / upright.width
    boxes = read.boxes * scale
    lines = lines_around(boxes, read.first_words())
    return replace(
        page,
        unread=None,
        ocr=True,
        fold=None if upright.fold is None else upright.fold * scale,
        skew=upright.skew,
        words=tuple(read.words),
        boxes=boxes,
        soft=np.zeros(len(read), bool),
        lines=replace(lines, size=np.round((lines.bottom - lines.top) * 1.5) / 2),
    )


def turn_to(page: ExtractedPage, turn: Turn) -> ExtractedPage:
    """Return the page with its frame, and what is drawn, turned another way up."""

    def moved(rects: Floats | Sequence[Rect]) -> Floats:
        shown = turned(np.array(rects).reshape(-1, 4), page.turn, *page.frame)
        return turned(shown, (4 - turn) % 4, page.width, page.height)

    fills, images = (rects_of(moved(rects)) for rects in (page.drawn.fills, page.drawn.images))
    return replace(page, turn=turn, drawn=Drawn(moved(page.drawn.paths), fills, images))
