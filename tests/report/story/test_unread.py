"""Words that are there and were not read stand in every report."""

from __future__ import annotations

import pytest

from auditor.report.formats import render
from auditor.report.story.unread import unread_parts
from auditor.report.view import view_of
from auditor.report.views.audit import AuditView, UnreadPartView
from tests.builders import rich_audit, rules
from tests.told import words_in

PARTS: list[UnreadPartView] = [
    {"page": 3, "what": "a picture with words", "why": "OCR is off"},
    {"page": 4, "what": "a picture with words", "why": "OCR is off"},
    {"page": None, "what": "an attached file", "why": "only the document itself is read"},
]


def view() -> AuditView:
    """Make the view of a document with such parts."""
    made = view_of(rich_audit(), rules())
    made["document"]["parts_unread"] = PARTS
    return made


def test_parts_of_one_kind_stand_together() -> None:
    """Forty pictures are one line with their pages."""
    told = unread_parts(view()["document"])
    assert [(one.what, one.count, one.pages) for one in told] == [
        ("a picture with words", 2, "3–4"),
        ("an attached file", 1, ""),
    ]


@pytest.mark.parametrize("name", ["html", "md", "pdf", "docx"])
def test_every_report_names_them(name: str) -> None:
    """Silence is said only of what was read."""
    told = words_in(name, render(name, view(), rich_audit(), rules()))
    assert "a picture with words, page 3–4: OCR is off" in told
    assert "such as words in pictures" in told


def test_nothing_is_said_where_all_was_read() -> None:
    """An audit from before these were counted has none."""
    assert unread_parts(view_of(rich_audit(), rules())["document"]) == ()
