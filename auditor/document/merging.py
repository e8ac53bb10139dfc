"""Several files as one document: pages numbered on, every block naming its file."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from auditor.records import Block, Document, Page, SourceFile, UnreadPart, Words

BETWEEN = "\n\n"


def merge_documents(documents: Sequence[Document]) -> Document:
    """Join documents in their order; one alone stays as it is."""
    if len(documents) == 1:
        return documents[0]
    words = Words()
    blocks: list[Block] = []
    pages: list[Page] = []
    files: list[SourceFile] = []
    hidden: list[tuple[int, str]] = []
    inserted: list[tuple[int, int]] = []
    parts: list[UnreadPart] = []
    texts: list[str] = []
    at = 0
    for document in documents:
        turned = len(pages)
        _add_words(words, document.words, at, turned)
        blocks += [_moved(block, at, document.name) for block in document.blocks]
        pages += [replace(page, number=page.number + turned) for page in document.pages]
        parts += [
            replace(part, page=part.page and part.page + turned) for part in document.parts_unread
        ]
        hidden += [(page + turned, account) for page, account in document.hidden]
        inserted += [(start + at, end + at) for start, end in document.inserted]
        first = turned + 1 if document.pages else 0
        files.append(SourceFile(document.name, document.sha256, len(document.pages), first))
        texts.append(document.text)
        at += len(document.text) + len(BETWEEN)
    first_read = documents[0]
    return Document(
        name=first_read.name,
        sha256=hashlib.sha256("".join(d.sha256 for d in documents).encode()).hexdigest(),
        title=first_read.title,
        text=BETWEEN.join(texts),
        pages=tuple(pages),
        blocks=tuple(blocks),
        words=words,
        language=_main_language(documents),
        files=tuple(files),
        ocr_engine=next((d.ocr_engine for d in documents if d.ocr_engine), None),
        hidden=tuple(hidden),
        inserted=tuple(inserted),
        parts_unread=tuple(parts),
        printed=tuple(chain.from_iterable(map(_printed, documents))),
    )


def _printed(document: Document) -> tuple[str, ...]:
    """Return the characters of each page, "" for those of which none are known."""
    return document.printed or ("",) * len(document.pages)


def _moved(block: Block, by: int, file: str) -> Block:
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
