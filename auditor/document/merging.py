"""Several files as one document: pages numbered on, every block naming its file."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from auditor.records import Block, Document, SourceFile, Words

BETWEEN = "\n\n"


def merge_documents(documents: Sequence[Document]) -> Document:
    """Join documents in their order; one alone stays as it is."""
    if len(documents) == 1:
        return documents[0]
    words, first = Words(), documents[0]
    placed = tuple(_placed(documents))
    for one, at, before in placed:
        _add_words(words, one.words, at, before)
    return Document(
        name=first.name,
        sha256=hashlib.sha256("".join(d.sha256 for d in documents).encode()).hexdigest(),
        title=first.title,
        text=BETWEEN.join(one.text for one in documents),
        pages=tuple(
            replace(page, number=page.number + before)
            for one, _, before in placed
            for page in one.pages
        ),
        blocks=tuple(
            moved_block(block, at, one.name) for one, at, _ in placed for block in one.blocks
        ),
        words=words,
        language=_main_language(documents),
        files=tuple(_file(one, before) for one, _, before in placed),
        ocr_engine=next((d.ocr_engine for d in documents if d.ocr_engine), None),
        hidden=tuple(
            (page + before, account) for one, _, before in placed for page, account in one.hidden
        ),
        inserted=tuple(
            (start + at, end + at) for one, at, _ in placed for start, end in one.inserted
        ),
        parts_unread=tuple(
            replace(part, page=part.page and part.page + before)
            for one, _, before in placed
            for part in one.parts_unread
        ),
        printed=tuple(chain.from_iterable(map(_printed, documents))),
    )


def _placed(documents: Sequence[Document]) -> Iterator[tuple[Document, int, int]]:
    """Give each document with the characters and the pages before it."""
    at = pages = 0
    for one in documents:
        yield one, at, pages
        at += len(one.text) + len(BETWEEN)
        pages += len(one.pages)


def _file(document: Document, before: int) -> SourceFile:
    pages = len(document.pages)
    return SourceFile(document.name, document.sha256, pages, before + 1 if pages else 0)


def _printed(document: Document) -> tuple[str, ...]:
    """Return the characters of each page, "" for those of which none are known."""
    return document.printed or ("",) * len(document.pages)


def moved_block(block: Block, by: int, file: str) -> Block:
    """Return a block of a file as it stands in a text that is joined of several."""
    return replace(block, start=block.start + by, end=block.end + by, file=file)


def _add_words(words: Words, more: Words, by: int, pages: int) -> None:
    words.starts.extend(array("L", (start + by for start in more.starts)))
    words.ends.extend(array("L", (end + by for end in more.ends)))
    words.pages.extend(array("L", (page + pages for page in more.pages)))
    words.boxes.extend(more.boxes)


def _main_language(documents: Sequence[Document]) -> str:
    """Return the language of the longest document whose language is known."""
    known = [document for document in documents if document.language != "und"]
    return max(known, key=lambda document: len(document.text)).language if known else "und"
