"""Small made files, each with the sentences beside it that must come out whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor.document.reading import read_document
from auditor.records import SILENT_PLACES, Reading

TRUTH = ".truth.txt"
PRINTED = (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'))
HYPHENS = (("\u2011", "-"), ("\u2010", "-"), ("\u00ad", ""))


def folded(text: str) -> str:
    """Fold what generators print alike."""
    for printed, plain in (*PRINTED, *HYPHENS):
        text = text.replace(printed, plain)
    return " ".join(text.split()).lower()


def _live_blocks(path: Path) -> list[str]:
    """Return the blocks of a file that are evidence."""
    document = read_document(path, Reading(ocr="off"))
    return [
        folded(document.text[block.start : block.end])
        for block in document.blocks
        if block.place not in SILENT_PLACES
    ]


def missing(path: Path, sentences: Sequence[str]) -> list[str]:
    """Give the sentences that stand in no block of the text, or not exactly once."""
    return _missing(_live_blocks(path), sentences)


def _missing(live: Sequence[str], sentences: Sequence[str]) -> list[str]:
    return [one for one in sentences if sum(text.count(folded(one)) for text in live) != 1]


def find_faults(path: Path) -> list[str]:
    """Give the lines of the truth beside a file that it is not read by.

    A line that begins with "-" is one that the file does not show.
    """
    truth = path.with_name(path.name + TRUTH).read_text("utf-8").splitlines()
    live = _live_blocks(path)
    shown = [line for line in truth if line and not line.startswith("-")]
    unseen = [line for line in truth if line.startswith("-")]
    return [*_missing(live, shown), *(one for one in unseen if folded(one[1:]) in "\n".join(live))]
