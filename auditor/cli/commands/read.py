"""`auditor read`: what was read of a file, and what was set aside and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from auditor.cli.options import choice_option, flag, reading_options
from auditor.records import SILENT_PLACES, Block, Document, EngineName, Reading


@click.command("read")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@choice_option("--format form", ["text", "json"], "Text for people, or JSON with page and boxes.")
@flag(
    "--check", "Read PDFs with a second engine too, and list the words that only one of them sees."
)
@reading_options
def command(files: tuple[Path, ...], form: str, check: bool, reading: Reading) -> None:
    """Show what was read of FILE: its pages, its blocks in reading order with their
    sections, and what was set aside as furniture and why. Several files are read as
    one document.
    """
    from auditor.document.sandbox import read_in_sandbox

    document = read_in_sandbox(files, reading)
    if check:
        other: EngineName = "pdfium" if reading.engine == "pdfplumber" else "pdfplumber"
        second = read_in_sandbox(files, replace(reading, engine=other))
        for line in differences(document, second, reading.engine, other):
            click.echo(line)
        return
    if form == "json":
        click.echo(json.dumps(as_data(document), ensure_ascii=False, indent=2))
    else:
        for line in as_lines(document):
            click.echo(line)


def differences(first: Document, second: Document, engine: str, other: str) -> Iterator[str]:
    """Give as lines for people what only one of two readings has."""
    from auditor.document.second_opinion import find_differences

    found = find_differences(first, second)
    for one in found:
        for name, words in ((engine, one.only_first), (other, one.only_second)):
            if words:
                yield f"Page {one.page}, only {name}: {' '.join(words)}"
    if not found:
        yield f"{engine} and {other} see the same words on all {len(first.pages)} pages."


def as_data(document: Document) -> dict[str, object]:
    """Give a document as plain data."""
    from auditor.report.view import view_files, view_parts_unread

    return {
        "name": document.name,
        "sha256": document.sha256,
        "title": document.title,
        "language": document.language,
        "words": document.word_count,
        "ocr_engine": document.ocr_engine,
        "files": view_files(document),
        "pages": [
            {
                "page": page.number,
                "label": page.label,
                "width": round(page.width, 2),
                "height": round(page.height, 2),
                "words": page.words,
                "columns": page.columns,
                "ocr": page.ocr,
                "unread": page.unread,
            }
            for page in document.pages
        ],
        "hidden": [{"page": page, "what": what} for page, what in document.hidden],
        "parts_unread": view_parts_unread(document),
        "blocks": [_block_data(document, block) for block in document.blocks],
    }


def _block_data(document: Document, block: Block) -> dict[str, object]:
    lines = document.words.lines(block.start, block.end)
    return {
        "place": block.place,
        "text": document.text[block.start : block.end],
        "start": block.start,
        "end": block.end,
        "page": lines[0][0] if lines else None,
        "boxes": [{"page": page, "box": [round(side, 2) for side in box]} for page, box in lines],
        "section": list(block.section),
        "columns": list(block.columns),
        "rank": block.rank or None,
        "why": block.why or None,
        "revision": "inserted" if document.is_inserted(block.start, block.end) else None,
        "file": block.file,
        "ocr": block.ocr,
    }


def as_lines(document: Document) -> Iterator[str]:
    """Give a document as lines for people."""
    yield f"{document.name}: {document.title}"
    yield _counts(document)
    for page in document.unread:
        yield f"Page {page.number} could not be read: {page.unread}"
    for where, account in document.hidden:
        yield f"Page {where}: {account}" if where else f"Not shown: {account}"
    for part in document.parts_unread:
        stands = f"Page {part.page}: " if part.page else ""
        yield f"{stands}{part.what} was not read: {part.why}"
    shown: int | None = None
    for block in document.blocks:
        number = document.words.page_at(block.start, block.end)
        if number is not None and number != shown:
            shown = number
            yield ""
            yield _page_line(document, number)
        yield from _block_lines(document, block)


def _counts(document: Document) -> str:
    pages = f"{len(document.pages)} pages, " if document.pages else ""
    return f"{pages}{document.word_count} words, language {document.language}"


def _page_line(document: Document, number: int) -> str:
    page = document.pages[number - 1]
    notes = [f"labelled {page.label}"] if page.label != str(number) else []
    notes += [f"{page.columns} columns"] if page.columns > 1 else []
    notes += ["read by OCR"] if page.ocr else []
    return f"--- page {number}{': ' + ', '.join(notes) if notes else ''} ---"


def _block_lines(document: Document, block: Block) -> Iterator[str]:
    text = document.text[block.start : block.end]
    if block.place in SILENT_PLACES:
        yield f"  [set aside: {block.place}{', ' + block.why if block.why else ''}] {text}"
    elif block.place == "heading":
        yield f"{'#' * max(1, min(block.rank, 6))} {text}"
    elif block.place == "list":
        yield f"  - {text}"
    elif block.place == "table":
        heads = f"   ({' | '.join(block.columns)})" if block.columns else ""
        yield f"  | {text}{heads}"
    else:
        yield text
