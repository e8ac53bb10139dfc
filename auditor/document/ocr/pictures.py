"""Pictures with words on pages that have text of their own: posters, infographics, scans.

Which pictures may hold words was told when the page was extracted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

import numpy as np

from auditor.document.page import Bools, ExtractedPage, Floats, Rect, turned
from auditor.document.pdf.added_words import AddedWords, with_words
from auditor.document.pdf.pdfium.grey_pictures import Picture
from auditor.records import UnreadPart

if TYPE_CHECKING:
    from auditor.document.ocr.recognised import Recognised
    from auditor.document.ocr.tesseract import Engine

MOST_REPEATS = 2
"""Pages on which a picture may come back: others are decoration."""
SURE = 60.0
FEWEST_WORDS = 4
MOST_PICTURES = 60
WORDS = "picture with words"
NO_TIME = "no time was left for OCR"
SWITCHED_OFF = "OCR is switched off"


@dataclass(frozen=True, slots=True)
class Spot:
    """A picture that may hold words, and where it lies in the upright frame of its page."""

    page: ExtractedPage
    box: Rect

    @property
    def area(self) -> float:
        """The share of its page that it takes."""
        (width, height), (x0, top, x1, bottom) = self.page.frame, self.box
        whole = width * height
        return float(min(1.0, (x1 - x0) * (bottom - top) / whole)) if whole else 0.0


def find_spots(pages: Sequence[ExtractedPage]) -> list[Spot]:
    """Find pictures that may hold words and are no decoration."""
    found = [Spot(page, box) for page in pages if not page.ocr for box in page.worded_pictures]
    count: dict[Rect, int] = {}
    for spot in found:
        count[_rounded(spot.box)] = count.get(_rounded(spot.box), 0) + 1
    return [spot for spot in found if count[_rounded(spot.box)] <= MOST_REPEATS]


def _rounded(box: Rect) -> Rect:
    x0, top, x1, bottom = (float(round(side / 8)) for side in box)
    return x0, top, x1, bottom


Draw = Callable[[ExtractedPage, float], Picture]
"""Draws a page as displayed, at so many dots to a point."""


def read_spots(
    pages: Sequence[ExtractedPage],
    draw: Draw,
    engine: Engine | None,
    *,
    language: str,
    why_not: str,
    deadline: float,
) -> list[ExtractedPage]:
    """Return pages with the words of their pictures, or with the pictures listed as unread."""
    spots = find_spots(pages)
    read: dict[int, list[AddedWords]] = {}
    unread: dict[int, list[UnreadPart]] = {}
    for spot, why, words in _results(spots, draw, engine, language, why_not, deadline):
        if why:
            part = UnreadPart(spot.page.number, WORDS, why, spot.area)
            unread.setdefault(spot.page.number, []).append(part)
        elif words is not None:
            read.setdefault(spot.page.number, []).append(words)
    return [_completed(page, read.get(page.number), unread.get(page.number)) for page in pages]


def _completed(
    page: ExtractedPage, read: list[AddedWords] | None, unread: list[UnreadPart] | None
) -> ExtractedPage:
    if unread:
        page = replace(page, parts_unread=(*page.parts_unread, *unread))
    if read:
        page = replace(with_words(page, read), recognised_from=len(page.words))
    return page


def _cut_out(picture: Picture, spot: Spot, scale: float) -> Picture:
    """Return the part of a picture of a page that a spot takes, upright."""
    page = spot.page
    shown = turned(np.array([spot.box]), page.turn, *page.frame)[0] * scale
    x0, top, x1, bottom = shown.round().astype(int).tolist()
    part = picture[max(0, top) : bottom, max(0, x0) : x1]
    return np.ascontiguousarray(np.rot90(part, page.turn))


Result = tuple[Spot, str, AddedWords | None]


def _results(
    spots: Sequence[Spot],
    draw: Draw,
    engine: Engine | None,
    language: str,
    why_not: str,
    deadline: float,
) -> list[Result]:
    """Return for each picture why it was not read, or its words."""
    if engine is None:
        return [(spot, why_not, None) for spot in spots]
    from auditor.document.ocr.tesseract import DPI, choose_language, read_in_time

    code, scale = choose_language(engine, language), DPI / 72
    every = read_in_time(
        spots[:MOST_PICTURES],
        lambda spot: _cut_out(draw(spot.page, scale), spot, scale),
        lambda part: engine.recognise(part, code, max(1.0, deadline - time.monotonic())),
        deadline,
    )
    return [
        (spot, NO_TIME, None) if read is None else (spot, "", _placed(read, spot, scale))
        for spot, read in zip_longest(spots, every)
    ]


def _placed(read: Recognised, spot: Spot, scale: float) -> AddedWords | None:
    """Return the words that were read with confidence, where they stand on the page."""
    boxes: Floats = read.boxes / scale + np.array([*spot.box[:2], *spot.box[:2]])
    keep = ((read.confidence >= SURE) & ~_are_known(spot.page, boxes)).nonzero()[0].tolist()
    words = [read.words[at] for at in keep]
    if sum(len(word) > 2 and word.isalpha() for word in words) < FEWEST_WORDS:
        return None
    boxes = boxes[keep]
    first = np.diff(read.line[keep], prepend=-1).nonzero()[0]
    return AddedWords(tuple(words), boxes, first)


def _are_known(page: ExtractedPage, boxes: Floats) -> Bools:
    """Return for each word read whether the page has one in its place, as a scan's text layer has."""
    x, y = boxes[:, None, ::2].mean(axis=2), boxes[:, None, 1::2].mean(axis=2)
    x0, top, x1, bottom = page.boxes.T
    found: Bools = ((x > x0) & (x < x1) & (y > top) & (y < bottom)).any(axis=1)
    return found
