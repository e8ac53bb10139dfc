"""What a document is called."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import show, write_pdf


@pytest.mark.parametrize(
    ("metadata", "title"),
    [
        ("A Plan for Every Baby", "A Plan for Every Baby"),
        ("Microsoft Word - draft7.docx", "Starting Well in Anywhere"),
        ("Untitled", "Starting Well in Anywhere"),
        ("", "Starting Well in Anywhere"),
    ],
)
def test_the_title_is_one_a_reader_would_give(tmp_path: Path, metadata: str, title: str) -> None:
    """Metadata that say nothing give way to the largest words of the first page."""
    content = show("Starting Well in Anywhere", 60, 600, 24) + "\n" + show("A strategy.", 60, 500)
    path = write_pdf(tmp_path / "file.pdf", [content])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.docinfo["/Title"] = metadata
        document.save(path)
    assert read_document(path, Reading(ocr="off")).title == title
