"""What was read of a file, in a form that tests can write down."""

from __future__ import annotations

from pathlib import Path

from auditor.document.file_type import tell_kind
from auditor.document.unpaged import read_unpaged
from auditor.records import Document, Reading

Outline = list[tuple[str, str]]
SEEN = "We will see every baby under two."
UNSEEN = "Children under five are not seen by this service."


def read(data: bytes, name: str) -> Document:
    """Read a file that is given as its bytes."""
    return read_unpaged(data, tell_kind(data, name), Path(name), "0" * 64, Reading(ocr="off"))


def outline(document: Document) -> Outline:
    """Return the place and text of every block."""
    return [(block.place, document.text[block.start : block.end]) for block in document.blocks]


def inserted(document: Document) -> list[str]:
    """Return the words that open tracked changes inserted."""
    return [document.text[start:end] for start, end in document.inserted]
