"""Pages into a document: what stands on them put in order, set aside and joined."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import pypdfium2 as pdfium

from auditor.document.attachments import Attachment
from auditor.document.page import ClassifiedPage, ExtractedPage, OrderedPage
from auditor.document.pdf.layout.hyphenation import gather_vocabulary
from auditor.document.pdf.layout.joining import Joiner
from auditor.document.pdf.layout.labels import find_labels
from auditor.document.pdf.layout.paragraphs import gather_drafts
from auditor.document.pdf.stages import (
    classify_pages,
    order_pages,
    screen_pages,
    segment_pages,
)
from auditor.document.pdf.unread_pages import read_unread
from auditor.document.structure.displaced_running_lines import settle_stray_feet
from auditor.document.structure.references import settle_references
from auditor.document.structure.repeated_headings import mark_repeated_headings
from auditor.document.structure.running_headers import body_size
from auditor.document.structure.sections import outline, settle_headings
from auditor.document.text import Draft, Written, compose, lay_out
from auditor.document.title import name_document
from auditor.errors import TooLargeDocumentError
from auditor.language_detection import detect_language
from auditor.records import Document, Page, Reading, SourceFile, Words


@dataclass(frozen=True, slots=True)
class PdfReading:
    """A PDF as it was read, and the files that it carries."""

    document: Document
    attachments: tuple[Attachment, ...]
    is_portfolio: bool
    """Whether it is a wrapper for those files."""


def read_pdf(data: bytes, path: Path, sha256: str, reading: Reading) -> PdfReading:
    """Read a PDF, and what is attached to it.

    Raises:
        DocumentError: it cannot be read.

    """
    from auditor.document.pdf.pdfium.opening import find_attachments, is_portfolio, open_pdf

    started = time.monotonic()
    opened = open_pdf(data, path.name)
    try:
        found = _read_pages(opened, data, path.name, reading)
        extracted, engine = read_unread(opened, found, reading, started)
        attachments = find_attachments(opened)
        title = _own_title(opened)
    finally:
        opened.close()
    document = _compose(extracted, path, title)
    del found, extracted  # the places of all words take as much room as what is made of them
    told = reading.language
    document = replace(
        document,
        sha256=sha256,
        language=detect_language(document.text, document.blocks) if told == "auto" else told,
        files=(SourceFile(path.name, sha256, len(document.pages), 1),),
        ocr_engine=engine,
    )
    return PdfReading(document, attachments, bool(attachments) and is_portfolio(data))


def _compose(extracted: Sequence[ExtractedPage], path: Path, title: str) -> Document:
    """Return the document that pages make; its hash and its language are still to be told."""
    pages, drafts, joiner = arrange(extracted)
    named = Document(
        name=path.name,
        sha256="",
        title=name_document(title, drafts, 1, path.stem),
        text="",
        pages=tuple(map(_describe, pages)),
        blocks=(),
        words=Words(),
        language="",
        hidden=tuple((page.number, account) for page in pages for account in page.hidden),
        parts_unread=tuple(part for page in pages for part in page.parts_unread),
        printed=tuple("" if page.ocr else page.printed for page in pages),
    )
    return _with_text(named, compose(drafts, joiner), joiner)


def _with_text(named: Document, written: list[Written], joiner: Joiner) -> Document:
    """Return a document with the text of its drafts, labels of charts apart."""
    read = lay_out(written)
    parted = find_labels(read, replace(named, text=read.text, words=read.words))
    if parted:
        parts = (
            compose(parted[at], joiner) if at in parted else (one,)
            for at, one in enumerate(written)
        )
        read = lay_out(list(chain.from_iterable(parts)))
    return replace(named, text=read.text, blocks=tuple(read.blocks()), words=read.words)


def _own_title(opened: pdfium.PdfDocument) -> str:
    """Return the title that a file gives itself; "" where it is damaged, which costs it alone."""
    try:
        return str(opened.get_metadata_value("Title") or "").strip()
    except (UnicodeError, ValueError, pdfium.PdfiumError):
        return ""


def _read_pages(
    opened: pdfium.PdfDocument, data: bytes, name: str, reading: Reading
) -> list[ExtractedPage]:
    """Read the pages with the engine that is wanted, if they are not too many."""
    from auditor.document.pdf.pdfium.annotations import open_forms
    from auditor.document.pdf.pdfium.extraction import read_pages
    from auditor.document.pdf.pdfplumber_engine import read_plumbed_pages

    if len(opened) > reading.max_pages:
        raise TooLargeDocumentError(
            f"has {len(opened)} pages, more than {reading.max_pages}",
            place=name,
            remedy="Split it into parts.",
        )
    if reading.engine == "pdfium":
        unread = open_forms(opened, data)
        first, *others = read_pages(opened, data)
        return [replace(first, parts_unread=(*unread, *first.parts_unread)), *others]
    labels = [opened.get_page_label(at) or str(at + 1) for at in range(len(opened))]
    return list(read_plumbed_pages(data, name, labels))


def _describe(page: OrderedPage) -> Page:
    """Return how a page was found."""
    return Page(
        page.number,
        page.label,
        page.width,
        page.height,
        len(page.words),
        page.unread,
        page.ocr,
        page.columns,
    )


def arrange(pages: Sequence[ExtractedPage]) -> tuple[list[ClassifiedPage], list[Draft], Joiner]:
    """Return the pages classified, their blocks in reading order, and what joins their words."""
    body = body_size(pages)
    classified = classify_pages(order_pages(screen_pages(segment_pages(pages), body)), body)
    joiner = Joiner(gather_vocabulary(classified))
    drafts = gather_drafts(classified, joiner)
    settle_headings(drafts)
    mark_repeated_headings(drafts)
    settle_stray_feet(drafts)
    settle_references(drafts)
    outline(drafts, joiner)
    return classified, drafts, joiner
