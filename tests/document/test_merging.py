"""Several files as one document."""

from __future__ import annotations

from dataclasses import replace

from auditor.document.merging import merge_documents
from auditor.records import Block, Document, Page, UnreadPart, Words


def made(name: str, text: str) -> Document:
    """Make a document of one page."""
    page = Page(1, "1", 595.0, 842.0, len(text.split()))
    unread = (UnreadPart(1, "picture with words", "OCR is switched off"),)
    return Document(
        name,
        name,
        name,
        text,
        (page,),
        (Block(0, len(text), "body"),),
        Words(),
        parts_unread=unread,
    )


def test_pages_and_parts_are_numbered_on() -> None:
    """And every block names its file."""
    merged = merge_documents([made("a", "One."), made("b", "Two.")])
    assert [page.number for page in merged.pages] == [1, 2]
    assert [part.page for part in merged.parts_unread] == [1, 2]
    assert [block.file for block in merged.blocks] == ["a", "b"]
    assert [merged.text[block.start : block.end] for block in merged.blocks] == ["One.", "Two."]


def test_one_alone_stays_as_it_is() -> None:
    """Down to its name."""
    alone = replace(made("a", "One."), title="Plan")
    assert merge_documents([alone]) is alone
