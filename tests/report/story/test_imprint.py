"""Whose report it is: said by a person, and in every format that people read."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pptx import Presentation

from auditor.report.formats import FORMATS, render
from auditor.report.story.imprint import Imprint, Logo
from auditor.report.view import view_of
from tests.builders import rich_audit, rules
from tests.told import words_in


def picture() -> bytes:
    """Draw a small logo."""
    made = io.BytesIO()
    Image.new("RGB", (60, 30), "#0b6b66").save(made, "PNG")
    return made.getvalue()


IMPRINT = Imprint("Our own title", "2027-05-01", "A charity", Logo(picture(), "png"))
READ = [name for name, kind in FORMATS.items() if kind.signed]


def text_of(name: str, content: bytes) -> str:
    """Give the words of a report."""
    if name.endswith(("pdf", "docx")):
        return words_in(name, content)
    if name == "pptx":
        shapes = Presentation(io.BytesIO(content)).slides[0].shapes
        return " ".join(one.text_frame.text for one in shapes if one.has_text_frame)
    return content.decode("utf-8")


@pytest.mark.parametrize("name", READ)
def test_title_date_and_author_stand_in_the_report(name: str) -> None:
    """And the same report without them has none of them."""
    one = rich_audit()
    view = view_of(one, rules())
    told = text_of(name, render(name, view, one, rules(), imprint=IMPRINT))
    plain = text_of(name, render(name, view, one, rules()))
    for words in ("Our own title", "2027-05-01", "A charity"):
        assert words in told and words not in plain


@pytest.mark.parametrize("name", ["pdf", "docx", "html", "summary-pdf", "summary-docx", "pptx"])
def test_a_logo_makes_a_picture_more(name: str) -> None:
    """The picture is inside the file."""
    one = rich_audit()
    view = view_of(one, rules())
    bare = Imprint(IMPRINT.title, IMPRINT.date, IMPRINT.author)
    with_logo = render(name, view, one, rules(), imprint=IMPRINT)
    assert len(with_logo) > len(render(name, view, one, rules(), imprint=bare))
