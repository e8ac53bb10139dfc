"""A PDF from its bytes to one document."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.document.pdf.reading import read_pdf
from auditor.errors import UnreadableDocumentError
from auditor.records import Reading
from tests.document.pages import show, write_pdf

PLAIN = Reading(ocr="off")


def test_pages_and_blocks_are_one_document(tmp_path: Path) -> None:
    """Each word knows its page."""
    path = write_pdf(
        tmp_path / "a.pdf", [show("We see babies.", 72, 700), show("Always.", 72, 700)]
    )
    document = read_pdf(path.read_bytes(), path, "ab" * 32, PLAIN).document
    assert document.name == "a.pdf" and document.sha256 == "ab" * 32
    assert document.text.split() == ["We", "see", "babies.", "Always."]
    at = document.text.index("Always")
    assert document.words.page_at(at, at + 6) == 2


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing", b""], ids=["damaged", "empty"])
def test_what_is_no_pdf_is_refused(tmp_path: Path, data: bytes) -> None:
    """With a remedy."""
    with pytest.raises(UnreadableDocumentError) as caught:
        read_pdf(data, tmp_path / "a.pdf", "", PLAIN)
    assert caught.value.remedy
