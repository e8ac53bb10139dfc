"""The slide: real text that can be changed, a title, alternative texts, the audit inside."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from pptx import Presentation

from auditor.records import Audit
from auditor.report.data.embedded import find_embedded
from auditor.report.office.slide import render_pptx
from auditor.report.story.imprint import Imprint, Logo
from auditor.report.view import view_of
from tests.builders import audit, excluded, explicit, rich_audit, rules, statement

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def slide_of(one: Audit, **imprint: Any) -> Any:
    """Return the one slide of an audit's presentation."""
    made = render_pptx(view_of(one, rules()), one, rules(), imprint=Imprint(**imprint))
    show = Presentation(io.BytesIO(made))
    assert len(show.slides) == 1
    return show.slides[0]


def words_of(slide: Any) -> str:
    """Return all words of a slide."""
    return "\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)


def test_the_slide_tells_the_answer_and_what_is_missing() -> None:
    """With a title that a screen reader finds, and that nobody has checked it."""
    slide = slide_of(rich_audit(), author="A charity", date="2027-01-01")
    assert slide.shapes.title.text_frame.text.startswith("The answer: ")
    said = words_of(slide)
    for told in ("What is missing most", "Not yet checked by a person.", "A charity", "2027-01-01"):
        assert told in said


@pytest.mark.parametrize(
    ("one", "here"),
    [
        pytest.param(
            audit([explicit(f"We will fund {n} teams for babies.", strength=3) for n in (2, 3, 4)]),
            "▸ Action",
            id="action",
        ),
        pytest.param(audit([excluded()]), "▸ Left out", id="left-out"),
        pytest.param(
            audit([statement("Our streets are lit.", reach="none")] * 30), "▸ Silent", id="silent"
        ),
    ],
)
def test_the_ladder_marks_the_answer_in_words(one: Audit, here: str) -> None:
    """Not by colour alone."""
    marked = [line for line in words_of(slide_of(one)).splitlines() if line.startswith("▸")]
    assert marked == [here]


def test_the_notes_hold_the_proof() -> None:
    """The statements that decide, with their pages, and how sure the labels are."""
    notes = slide_of(rich_audit()).notes_slide.notes_text_frame.text
    assert "page" in notes and "language model" in notes


def test_pictures_and_bars_say_what_they_show() -> None:
    """Each has words in place of it."""
    slide = slide_of(rich_audit(), author="A charity", logo=Logo(PIXEL, "png"))
    told = [
        one._element.xpath(".//p:cNvPr/@descr") for one in slide.shapes if not one.has_text_frame
    ]
    assert all(told) and told[-1] == ["A charity"]


def test_the_slide_holds_the_audit() -> None:
    """`auditor verify` finds it."""
    one = rich_audit()
    made = render_pptx(view_of(one, rules()), one, rules())
    assert b'"verdict"' in find_embedded(made, "slide.pptx")


def test_no_sentence_of_the_slide_is_cut() -> None:
    """An ask stands whole, or its first sentence does."""
    said = words_of(slide_of(audit([excluded()])))
    assert " …" not in said
