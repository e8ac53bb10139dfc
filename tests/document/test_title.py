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
        ("Report (Equity theme)", "Starting Well in Anywhere"),
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


Line = tuple[str, int]


@pytest.mark.parametrize(
    ("lines", "name", "title"),
    [
        pytest.param(
            [("Ashwell Early Years Needs Assessment", 18), ("SUMMARY AND RECOMMENDATIONS", 24)],
            "ashwell.pdf",
            "Ashwell Early Years Needs Assessment",
            id="the name of a part is no title",
        ),
        pytest.param(
            [("Ministry of Health", 20), ("National Framework for Newborn Care", 20)],
            "a.pdf",
            "National Framework for Newborn Care",
            id="an office is no title",
        ),
        pytest.param(
            [("Table of Contents", 20), ("Foreword", 20)],
            "child_health_policy.pdf",
            "child_health_policy",
            id="the file, where the page has parts alone",
        ),
        pytest.param(
            [
                ("Please check that this printout is the most recent version of it.", 20),
                ("Bonding After Birth Guideline", 14),
            ],
            "a.pdf",
            "Bonding After Birth Guideline",
            id="a notice is no title, however large",
        ),
        pytest.param(
            [("Start Well, Live Well:", 30), ("A Joint Wellbeing Strategy", 18)],
            "a.pdf",
            "Start Well, Live Well: A Joint Wellbeing Strategy",
            id="a line that ends with a colon goes on",
        ),
        pytest.param(
            [("A Growing Guide", 30), ("for parents in Eastmoor", 18)],
            "a.pdf",
            "A Growing Guide for parents in Eastmoor",
            id="a line in lower case goes on",
        ),
        pytest.param(
            [("Held Close", 30), ("A mental health strategy for Eastmoor", 18)],
            "eastmoor-strategy.pdf",
            "Held Close",
            id="the largest words, where they are a name",
        ),
        pytest.param(
            [("STRONGER", 40), ("The Meadow Party Manifesto", 24)],
            "meadow_manifesto.pdf",
            "The Meadow Party Manifesto",
            id="one word alone is a slogan",
        ),
        pytest.param(
            [("April 2031", 30), ("A Plan for Families", 18)],
            "a.pdf",
            "A Plan for Families",
            id="a date is no title",
        ),
    ],
)
def test_the_cover_is_read_with_a_sense_of_what_a_title_is(
    tmp_path: Path, lines: list[Line], name: str, title: str
) -> None:
    """Parts, offices, notices and dates are no titles, however large they stand."""
    content = "\n".join(
        show(text, 60, 700 - 80 * index, size) for index, (text, size) in enumerate(lines)
    )
    body = "\n".join(show("We will read to every child.", 60, 300 - 14 * i, 9) for i in range(3))
    path = write_pdf(tmp_path / name, [content + "\n" + body])
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
        ("", [PlainDraft("heading", ["Contents"], 1), BODY], ""),
        ("", [], ""),
    ],
)
def test_a_word_file_is_called_by_the_heading_that_it_opens_with(
    stated: str, drafts: list[PlainDraft], title: str
) -> None:
    """Where it states no title of its own; else its file gives the name."""
    assert name_draft(stated, drafts) == title
