"""Files that a document carries."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from auditor.document.reading import read_document
from auditor.records import Document, Reading
from tests.document.pages import show, write_pdf

LONG = "\n".join(
    show("The council met four times last year to share the money.", 60, 780 - 14 * n)
    for n in range(12)
)


def carrying(
    path: Path, content: str, attached: bytes, name: str, *, portfolio: bool = False
) -> Document:
    """Write a document that carries a file, and read it."""
    write_pdf(path, [content])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.attachments[name] = attached
        if portfolio:
            document.Root.Collection = pikepdf.Dictionary(Type=pikepdf.Name.Collection)
        document.save(path)
    return read_document(path, Reading(ocr="off"))


@pytest.fixture
def annex(tmp_path: Path) -> bytes:
    """Make a document that speaks of babies."""
    return write_pdf(
        tmp_path / "annex.pdf", [show("We will see every baby.", 60, 700)]
    ).read_bytes()


@pytest.mark.parametrize(
    ("content", "portfolio"), [(show("Open this portfolio.", 60, 700), False), (LONG, True)]
)
def test_what_a_cover_carries_is_read(
    tmp_path: Path, annex: bytes, content: str, portfolio: bool
) -> None:
    """With the name of its file and without a page."""
    document = carrying(tmp_path / "cover.pdf", content, annex, "annex.pdf", portfolio=portfolio)
    assert document.text.endswith("We will see every baby.")
    assert document.blocks[-1].file == "annex.pdf" and len(document.pages) == 1
    assert document.words.page_at(document.blocks[-1].start, document.blocks[-1].end) is None


def test_an_attached_file_is_listed(tmp_path: Path, annex: bytes) -> None:
    """Where the document says enough itself."""
    document = carrying(tmp_path / "plan.pdf", LONG, annex, "annex.pdf")
    assert "baby" not in document.text
    assert [(part.page, part.what) for part in document.parts_unread] == [
        (None, "attached file annex.pdf")
    ]
    assert document.parts_unread[0].area == 0


def test_a_file_that_cannot_be_read_is_listed(tmp_path: Path) -> None:
    """With the reason."""
    document = carrying(
        tmp_path / "cover.pdf", show("Cover.", 60, 700), b"\x89PNG\0\0", "photo.png"
    )
    assert [part.what for part in document.parts_unread] == ["attached file photo.png"]
    assert document.parts_unread[0].area == 1
