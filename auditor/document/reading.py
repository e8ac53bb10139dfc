"""A file into a `Document`, in this process. Start reading here."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from auditor.document.citations import settle_references
from auditor.document.contents import mark_contents
from auditor.document.furniture import body_size, mark_notes, mark_running
from auditor.document.items import attach_marks
from auditor.document.joining import Joiner, gather_vocabulary
from auditor.document.layout import part_lines, put_in_order
from auditor.document.sections import gather_drafts, mark_headings, outline
from auditor.document.sheet import NO_INTS, Bools, Ints, Sheet
from auditor.document.tables import find_tables
from auditor.document.text import Composer
from auditor.errors import TooLargeDocumentError, UsageError
from auditor.records import Document, Page, Reading, SourceFile


def read_document(source: Path | Sequence[Path], reading: Reading) -> Document:
    """Read one file, or several as one document.

    Raises:
        UsageError: a path is missing or a folder.
        DocumentError: a file cannot be read.
    """
    paths = [source] if isinstance(source, Path) else list(source)
    for path in paths:
        _check_path(path)
    documents = [_read_one(path, reading) for path in paths]
    return documents[0]


def _check_path(path: Path) -> None:
    if not path.exists():
        raise UsageError("no such file", place=str(path), remedy="Check the path.")
    if path.is_dir():
        raise UsageError("is a folder", place=str(path), remedy="Give a file, or use `auditor batch`.")


def _read_one(path: Path, reading: Reading) -> Document:
    from auditor.document.pdf import open_pdf, read_sheets

    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    opened = open_pdf(path)
    try:
        if len(opened) > reading.max_pages:
            raise TooLargeDocumentError(
                f"has {len(opened)} pages", place=path.name, remedy="Split it into parts."
            )
        sheets = list(read_sheets(opened))
        title = str(opened.get_metadata_dict().get("Title") or "").strip()
    finally:
        opened.close()
    return _compose(path, sha256, title, sheets)


def _compose(path: Path, sha256: str, title: str, sheets: list[Sheet]) -> Document:
    body = body_size(sheets)
    for sheet in sheets:
        sheet.tables = find_tables(sheet)
        if sheet.tables:
            sheet.lines = part_lines(sheet.lines, sheet.boxes, _in_tables(sheet))
        sheet.place = ["body"] * len(sheet.lines)
    mark_running(sheets, body)
    mark_contents(sheets)
    for sheet in sheets:
        put_in_order(sheet, attach_marks(sheet, _free_lines(sheet)))
    for sheet in sheets:
        mark_notes(sheet, body)
    mark_headings(sheets, body)
    joiner = Joiner(gather_vocabulary(sheets))
    drafts = gather_drafts(sheets, joiner)
    settle_references(drafts)
    outline(drafts, joiner)
    composer = Composer(joiner)
    text = composer.compose(drafts)
    pages = tuple(_page(sheet) for sheet in sheets)
    return Document(
        name=path.name,
        sha256=sha256,
        title=title or path.stem,
        text=text,
        pages=pages,
        blocks=tuple(composer.blocks),
        words=composer.words,
        files=(SourceFile(path.name, sha256, len(pages), 1),),
    )


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


def _page(sheet: Sheet) -> Page:
    unread = sheet.unread or (None if sheet.words else "no text layer")
    return Page(
        sheet.number, sheet.label, sheet.width, sheet.height, len(sheet.words), unread,
        sheet.ocr, sheet.columns,
    )
