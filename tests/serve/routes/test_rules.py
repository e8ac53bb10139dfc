"""Questions and word lists, to be read in the page."""

from __future__ import annotations

import pytest

from auditor.isolation.parent_ending import WorkerEnded
from auditor.serve.jobs.messages import Failed
from auditor.serve.routes.rules import LONGEST_SENTENCE
from tests.serve.conftest import Page


def test_questions_and_lists_can_be_read(page: Page) -> None:
    """Lists are searched by words and by what they mean."""
    assert "weight" in page.get("/rubric").text
    every, some = page.get("/words").text, page.get("/words?find=infant").text
    assert "infant" in some and len(some) < len(every)
    assert len(page.get("/words?find=qqqq").text) < len(some)


def test_nothing_to_try_shows_the_form_again(page: Page) -> None:
    """With the heading and the place that were chosen; blanks are nothing, and a sentence is no book."""
    answer = page.post("/try", {"sentence": "  ", "heading": "Teams", "place": "table"})
    assert answer.status_code == 422 and "Please type a sentence" in answer.text
    assert 'value="Teams"' in answer.text and '<option value="table" selected' in answer.text
    assert LONGEST_SENTENCE == 2000


@pytest.mark.parametrize("end", [Failed("bug"), WorkerEnded(-9)])
def test_a_sentence_that_could_not_be_judged_stays_in_the_form(
    page: Page, end: Failed | WorkerEnded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With whose fault it is, and what to do."""

    def judge(question: object) -> Failed:
        if isinstance(end, Failed):
            return end
        raise end

    monkeypatch.setattr(page.state.jobs, "judge", judge)
    answer = page.post("/try", {"sentence": "Babies have feelings.", "heading": "Why"})
    assert answer.status_code == 500 and "Press the button again" in answer.text
    assert ">Babies have feelings.</textarea>" in answer.text and 'value="Why"' in answer.text
