"""Pages that are pictures: set upright and straight, parted at the fold, and read by OCR."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium

from auditor.document.hidden import Picture
from auditor.document.layout import line_extents
from auditor.document.pdf import render_page
from auditor.document.recognised import SURE, Recognised, side_by_side
from auditor.document.sheet import Lines, Sheet, Turn
from auditor.document.spreads import find_fold
from auditor.document.tesseract import DPI, Engine, choose_tongue
from auditor.document.tilt import find_tilt, straighten

SHARE_OF_TIME = 0.7
"""Of the time that reading may take: the rest is for what comes after."""
NO_TIME = "no text layer, and no time was left for OCR"
FAILED = "no text layer, and OCR failed"
MOST_DOTS = 5000


@dataclass(frozen=True, slots=True)
class _Upright:
    """A picture that was turned and then read; measures in dots of the turned picture."""

    read: Recognised
    turn: Turn
    """Quarter turns, clockwise, back to the page as displayed."""
    tilt: float
    """Radians, clockwise, by which the picture was crooked besides."""
    width: int
    fold: int | None
    """Where two facing pages part."""

    @property
    def other_turns(self) -> tuple[Turn, ...]:
        """Name the turns to try next, the likeliest first; none where this one is right.

        Lines that run down the page are read as if they ran from its top; so those that
        were read with confidence ran so, and others run from its foot.
        """
        is_sure = self.read.mean_confidence >= SURE
        if self.read.is_sideways:
            return (1, 3) if is_sure else (3, 1)
        return () if is_sure else (2,)

    @property
    def merit(self) -> tuple[bool, float]:
        """Tell which of two turns is the better one."""
        return not self.read.is_sideways, float(self.read.confidence.sum())


@dataclass(frozen=True, slots=True)
class _Reader:
    """An engine with the language and the time it has."""

    engine: Engine
    tongue: str
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
        tilt = find_tilt(crooked)
        upright = straighten(crooked, tilt)
        fold = find_fold(upright)
        read = self._recognise(upright) if fold is None else self._halves(upright, fold)
        return None if read is None else _Upright(read, turn, tilt, upright.shape[1], fold)

    def _halves(self, picture: Picture, fold: int) -> Recognised | None:
        left, right = (self._recognise(half) for half in (picture[:, :fold], picture[:, fold:]))
        if left is None or right is None:
            return None
        return side_by_side(left, right, fold)

    def _recognise(self, picture: Picture) -> Recognised | None:
        seconds = max(1.0, self.deadline - time.monotonic())
        return self.engine.recognise(picture, self.tongue, seconds)


def read_pictures(
    document: pdfium.PdfDocument,
    sheets: Sequence[Sheet],
    engine: Engine,
    *,
    language: str,
    deadline: float,
) -> None:
    """Give sheets the words that the engine reads on their pictures, until the deadline."""
    reader = _Reader(engine, choose_tongue(engine, language), deadline)
    workers = max(1, min(4, os.cpu_count() or 1))
    with ThreadPoolExecutor(workers) as pool:
        for start in range(0, len(sheets), workers):
            group = sheets[start : start + workers]
            if time.monotonic() > deadline:
                for sheet in group:
                    sheet.unread = NO_TIME
                continue
            pictures = [_picture(document, sheet) for sheet in group]
            for sheet, upright in zip(group, pool.map(reader.upright, pictures), strict=True):
                _take(sheet, upright)


def _picture(document: pdfium.PdfDocument, sheet: Sheet) -> Picture:
    """Draw a page as displayed, in grey."""
    scale = min(DPI / 72, MOST_DOTS / max(sheet.width, sheet.height, 1))
    return render_page(document, sheet.number - 1, scale)


def _take(sheet: Sheet, upright: _Upright | None) -> None:
    """Fill a sheet with what was read."""
    if upright is None:
        sheet.unread = FAILED
        return
    read = upright.read.likely()
    sheet.unread, sheet.ocr = None, True
    sheet.turn_to(upright.turn)
    scale = sheet.frame[0] / upright.width
    sheet.gutter = None if upright.fold is None else upright.fold * scale
    sheet.tilt = upright.tilt
    sheet.words = list(read.words)
    sheet.boxes = read.boxes * scale
    sheet.soft = np.zeros(len(read), bool)
    sheet.lines = _lines(sheet, read)


def _lines(sheet: Sheet, read: Recognised) -> Lines:
    if not len(read):
        return Lines()
    first = read.first_words()
    x0, top, x1, bottom = line_extents(sheet.boxes, first)
    plain = np.zeros(len(first), bool)
    size = np.round((bottom - top) * 1.5) / 2
    return Lines(
        first, np.append(first[1:], len(read)), x0, top, x1, bottom, size, plain, plain.copy()
    )
