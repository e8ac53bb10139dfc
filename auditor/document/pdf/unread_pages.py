"""What a text layer leaves unread: pages without words or of nonsense, and words in pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2 as pdfium

from auditor.document.ocr.pictures import SWITCHED_OFF, read_spots
from auditor.document.page import LETTERS, LOST, ExtractedPage
from auditor.document.pdf.hidden_text import keep_lines
from auditor.document.pdf.pdfium.grey_pictures import read_picture
from auditor.document.pdf.text_quality import find_misread, why_unread
from auditor.records import Reading, UnreadPart

if TYPE_CHECKING:
    from auditor.document.ocr.tesseract import Engine

SHARE_OF_TIME = 0.7
"""Of the time that reading may take: the rest is for what comes after OCR."""
A_FEW = "a few letters"
"""What was not read of a page of which too few letters are lost to read it another way."""
NO_ENGINE = "no OCR is installed (pip install 'auditor[ocr]', or the program tesseract)"


def read_unread(
    document: pdfium.PdfDocument,
    pages: Sequence[ExtractedPage],
    reading: Reading,
    started: float,
) -> tuple[list[ExtractedPage], str | None]:
    """Return pages with what OCR reads on them, and the name of the engine if it read any.

    What is not read is said on each page: all of it, or the parts.
    """
    judged = [_judged(page, outer=page.number in (1, len(pages))) for page in pages]
    engine = _find_engine(judged, reading)
    deadline = started + SHARE_OF_TIME * reading.seconds
    read = _recognised(document, judged, engine, reading, deadline)
    read = read_spots(
        read,
        lambda page, scale: read_picture(document, page.number - 1, scale),
        engine,
        language=reading.language,
        why_not=SWITCHED_OFF if reading.ocr == "off" else NO_ENGINE,
        deadline=deadline,
    )
    has_read = any(page.ocr or page.recognised_from is not None for page in read)
    return read, engine.name if engine and has_read else None


def _find_engine(pages: Sequence[ExtractedPage], reading: Reading) -> Engine | None:
    """Find the OCR engine, where it may read something of a document."""
    if not _wants_engine(pages, reading):
        return None
    from auditor.document.ocr.tesseract import find_engine

    return find_engine(reading.language)


def _wants_engine(pages: Sequence[ExtractedPage], reading: Reading) -> bool:
    """True if OCR may read something of a document."""
    if reading.ocr != "auto":
        return reading.ocr == "force"
    return any(page.unread or page.worded_pictures or _is_misread(page) for page in pages)


def _judged(page: ExtractedPage, *, outer: bool) -> ExtractedPage:
    """Return a page with why it counts as unread, and then without what words it gave."""
    unread = why_unread(page, outer=outer)
    if unread is not None:
        return keep_lines(replace(page, unread=unread), np.zeros(len(page.lines), bool))
    what, why, words = LETTERS, "the file codes them as others", find_misread(page.words)
    if not words and LOST in "".join(page.words):
        what, why = A_FEW, "the file does not name them"
        words = [word for word in page.words if LOST in word]
    if not words:
        return page
    part = UnreadPart(page.number, what, f"{why}: {words[0]}", len(words) / len(page.words))
    return replace(page, parts_unread=(*page.parts_unread, part))


def _is_misread(page: ExtractedPage) -> bool:
    return any(part.what == LETTERS for part in page.parts_unread)


def _recognised(
    document: pdfium.PdfDocument,
    pages: list[ExtractedPage],
    engine: Engine | None,
    reading: Reading,
    deadline: float,
) -> list[ExtractedPage]:
    """Return pages with the words that OCR read on those that have none, or misread ones."""
    if reading.ocr == "off":
        return pages
    if engine is None:
        return [
            replace(page, unread=f"{page.unread}, and {NO_ENGINE}") if page.unread else page
            for page in pages
        ]
    from auditor.document.ocr.recognition import read_pictures

    wanted = [
        page
        for page in pages
        if page.width and (page.unread or _is_misread(page) or reading.ocr == "force")
    ]
    read = read_pictures(document, wanted, engine, language=reading.language, deadline=deadline)
    better = {page.number: _better(old, page) for old, page in zip(wanted, read, strict=True)}
    return [better.get(page.number, page) for page in pages]


def _better(old: ExtractedPage, read: ExtractedPage) -> ExtractedPage:
    """Return a page as OCR read it, or as it was where OCR failed over words that it had."""
    if not read.ocr:
        return read if old.unread else old
    rest = tuple(part for part in read.parts_unread if part.what != LETTERS)
    return replace(read, parts_unread=rest)
