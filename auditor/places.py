"""Where a span stands, as a person would say it: page, printed label, file, boxes."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.records import Box, Document, SourceFile, Statement


@dataclass(frozen=True, slots=True)
class Location:
    """The place of a statement; page and label are None in a document without pages."""

    page: int | None
    """Counts from 1 through all files, where several were audited together."""
    label: str | None
    boxes: tuple[Box, ...]
    """Only those on that page; a statement may run on to the next."""
    file: str | None


def locate(statement: Statement, document: Document) -> Location:
    """Return where a statement stands."""
    file = statement.file if len(document.files) > 1 else None
    lines = document.words.lines(statement.start, statement.end) if document.pages else ()
    if not lines:
        return Location(None, None, (), file)
    number = lines[0][0]
    boxes = tuple(box for page, box in lines if page == number)
    return Location(number, label_of(number, document), boxes, file)


def label_of(number: int, document: Document) -> str | None:
    """Return what a page calls itself; None where there is no such page."""
    return document.pages[number - 1].label if 1 <= number <= len(document.pages) else None


def file_of(number: int, document: Document) -> SourceFile | None:
    """Return the file that a page belongs to, where several were audited together."""
    if len(document.files) < 2:
        return None
    earlier = [file for file in document.files if file.pages and file.first_page <= number]
    return earlier[-1] if earlier else None


def page_in_file(number: int, document: Document) -> int:
    """Count a page from the beginning of its own file."""
    file = file_of(number, document)
    return number - file.first_page + 1 if file else number
