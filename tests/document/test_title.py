"""What a document is called."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from auditor.document.flow.drafts import PlainDraft
from auditor.document.reading import read_document
from auditor.document.title import name_draft
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


HEADING, BODY = PlainDraft("heading", ["A plan for all"], 1), PlainDraft("body", ["We will."])


@pytest.mark.parametrize(
    ("stated", "drafts", "title"),
    [
        ("Our plan", [HEADING, BODY], "Our plan"),
        ("", [HEADING, BODY], "A plan for all"),
        ("Microsoft Word - draft7.docx", [HEADING, BODY], "A plan for all"),
        (
            "",
            [PlainDraft("running", ["Draft"]), PlainDraft("body", [""]), HEADING],
            "A plan for all",
        ),
        ("", [BODY, HEADING], ""),
        ("", [], ""),
    ],
)
def test_a_word_file_is_called_by_the_heading_that_it_opens_with(
    stated: str, drafts: list[PlainDraft], title: str
) -> None:
    """Where it states no title of its own; else its file gives the name."""
    assert name_draft(stated, drafts) == title
