"""Questions and word lists, to be read in the page."""

from __future__ import annotations

from auditor.serve.routes.rules import LONGEST_SENTENCE
from tests.serve.conftest import Page


def test_questions_and_lists_can_be_read(page: Page) -> None:
    """Lists are searched by words and by what they mean."""
    assert "weight" in page.get("/rubric").text
    every, some = page.get("/words").text, page.get("/words?find=infant").text
    assert "infant" in some and len(some) < len(every)
    assert len(page.get("/words?find=qqqq").text) < len(some)


def test_nothing_to_try_shows_the_form_again(page: Page) -> None:
    """Blanks are nothing, and a sentence is no book."""
    assert page.post("/try", {"sentence": "  "}).text.count("<form") == page.get("/try").text.count(
        "<form"
    )
    assert LONGEST_SENTENCE == 2000
