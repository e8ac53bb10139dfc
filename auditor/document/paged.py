"""Pages into a document: what stands on them put in order, set aside and joined."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium

from auditor.document.citations import settle_references
from auditor.document.contents import leave_out_contents_tables, mark_contents
from auditor.document.furniture import body_size, mark_notes, mark_running, settle_stray_feet
from auditor.document.hidden import keep_lines
from auditor.document.items import attach_marks
from auditor.document.joining import Joiner, gather_vocabulary, tidy_words
from auditor.document.layout import part_lines
from auditor.document.legible import why_unread
from auditor.document.naming import name_document
from auditor.document.ocr import SHARE_OF_TIME, read_pictures
from auditor.document.ordering import put_in_order
from auditor.document.sections import gather_drafts, mark_headings, outline, settle_headings
from auditor.document.sheet import NO_INTS, Bools, Drawn, Ints, Sheet, Table
from auditor.document.spreads import number_leaves, settle_gutters
from auditor.document.tables import find_tables
from auditor.document.tesseract import find_engine
from auditor.document.text import Composer, Draft
from auditor.document.tongue import tell_language
from auditor.document.unruled import find_unruled_tables
from auditor.errors import TooLargeDocumentError
from auditor.records import Document, Page, Reading, SourceFile

NO_ENGINE = "no OCR is installed (pip install 'auditor[ocr]', or the program tesseract)"


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles: reading makes many records and no cycles of them.

    The search costs a tenth of the reading.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_without_collecting()
def read_pdf(data: bytes, path: Path, sha256: str, reading: Reading) -> Document:
    """Read a PDF.

    Raises:
        DocumentError: it cannot be read.

    """
    from auditor.document.pdf import open_pdf

    started = time.monotonic()
    opened = open_pdf(data, path.name)
    try:
        sheets = _read_sheets(opened, data, path.name, reading)
        engine = _read_unread(opened, sheets, reading, started)
        title = str(opened.get_metadata_dict().get("Title") or "").strip()
    finally:
        opened.close()
    drafts, joiner = arrange(sheets)
    composer = Composer(joiner)
    text = composer.compose(drafts)
    blocks = tuple(composer.blocks)
    title = name_document(title, drafts, 1, path.stem)
    pages = tuple(map(_describe, sheets))
    hidden = tuple((sheet.number, account) for sheet in sheets for account in sheet.hidden)
    del sheets, drafts  # the places of all words take as much room as these leave
    language = reading.language
    return Document(
        name=path.name,
        sha256=sha256,
        title=title,
        text=text,
        pages=pages,
        blocks=blocks,
        words=composer.words,
        language=tell_language(text, blocks) if language == "auto" else language,
        files=(SourceFile(path.name, sha256, len(pages), 1),),
        ocr_engine=engine,
        hidden=hidden,
    )


def _read_sheets(
    opened: pdfium.PdfDocument, data: bytes, name: str, reading: Reading
) -> list[Sheet]:
    """Read the pages with the engine that is wanted, if they are not too many."""
    from auditor.document.pdf import read_sheets
    from auditor.document.plumber import read_plumbed_sheets

    if len(opened) > reading.max_pages:
        raise TooLargeDocumentError(
            f"has {len(opened)} pages, more than {reading.max_pages}",
            place=name,
            remedy="Split it into parts.",
        )
    if reading.engine == "pdfium":
        return list(read_sheets(opened))
    labels = [opened.get_page_label(at) or str(at + 1) for at in range(len(opened))]
    return list(read_plumbed_sheets(data, name, labels))


def _describe(sheet: Sheet) -> Page:
    """Say how a page was found."""
    return Page(
        sheet.number,
        sheet.label,
        sheet.width,
        sheet.height,
        len(sheet.words),
        sheet.unread,
        sheet.ocr,
        sheet.columns,
    )


def _read_unread(
    document: pdfium.PdfDocument, sheets: Sequence[Sheet], reading: Reading, started: float
) -> str | None:
    """Find the pages that gave no text, and read them by OCR where that can be; name the engine."""
    for sheet in sheets:
        sheet.unread = why_unread(sheet, outer=sheet.number in (1, len(sheets)))
        if sheet.unread:
            keep_lines(sheet, np.zeros(len(sheet.lines), bool))
    wanted = [
        sheet
        for sheet in sheets
        if (sheet.unread and sheet.width) or (reading.ocr == "force" and sheet.width)
    ]
    if not wanted or reading.ocr == "off":
        return None
    engine = find_engine(reading.language)
    if engine is None:
        for sheet in sheets:
            sheet.unread = sheet.unread and f"{sheet.unread}, and {NO_ENGINE}"
        return None
    deadline = started + SHARE_OF_TIME * reading.seconds
    read_pictures(document, wanted, engine, language=reading.language, deadline=deadline)
    return engine.name if any(sheet.ocr for sheet in sheets) else None


def arrange(sheets: Sequence[Sheet]) -> tuple[list[Draft], Joiner]:
    """Turn the lines of all pages into blocks, in reading order."""
    body = body_size(sheets)
    before: Table | None = None
    for sheet in sheets:
        sheet.tables = find_tables(sheet, before)
        leave_out_contents_tables(sheet, len(sheets))
        if sheet.tables:
            before = sheet.tables[-1]
            inside = _in_tables(sheet)
            changes = np.append(False, inside[1:] != inside[:-1])
            sheet.lines = part_lines(sheet.lines, sheet.boxes, changes)
        sheet.place = ["body"] * len(sheet.lines)
    settle_gutters(sheets)
    number_leaves(sheets)
    mark_running(sheets, body)
    mark_contents(sheets)
    unruled: list[Table] = []
    for sheet in sheets:
        unruled = find_unruled_tables(sheet, _text_lines(sheet), unruled[-1] if unruled else None)
        sheet.tables += unruled
        put_in_order(sheet, attach_marks(sheet, _free_lines(sheet)))
        mark_notes(sheet, body)
        sheet.drawn = Drawn()  # told of tables; a long document has much of it
    mark_headings(sheets, body)
    for sheet in sheets:
        sheet.clean = tidy_words(sheet.words)
    joiner = Joiner(gather_vocabulary(sheets))
    drafts = gather_drafts(sheets, joiner)
    settle_headings(drafts)
    settle_stray_feet(drafts)
    settle_references(drafts)
    outline(drafts, joiner)
    return drafts, joiner


def _in_tables(sheet: Sheet) -> Bools:
    """Say of each word whether a table has it."""
    inside = np.zeros(len(sheet.words), bool)
    for table in sheet.tables:
        inside[list(table.words)] = True
    return inside


def _free_lines(sheet: Sheet) -> Ints:
    """Name the lines that no table has."""
    if not len(sheet.lines):
        return NO_INTS
    found: Ints = np.flatnonzero(~_in_tables(sheet)[sheet.lines.first])
    return found


def _text_lines(sheet: Sheet) -> Ints:
    """Name the free lines that read as the page does and are not set aside."""
    free = _free_lines(sheet)
    kept = [line for line in free.tolist() if sheet.place[line] == "body"]
    found = np.array(kept, np.int64)
    return found[~sheet.lines.sideways[found]]
