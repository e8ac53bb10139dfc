"""Answers for a consultation in the page: pasted, counted, corrected, taken away."""

from __future__ import annotations

import re
import tomllib
from html import unescape

import pytest

from auditor.report.consultation.questions import pasted_questions
from auditor.report.consultation.responses import respond
from auditor.report.story.audit_story import tell
from auditor.report.view import view_of
from auditor.serve.routes.answers import MOST_QUESTIONS
from tests.builders import rich_audit, rules
from tests.serve.conftest import Page

PASTED = "1. What is your name?\n2. What training do staff need? (60 words)\n3. Anything else? (900 characters)"


def plain(text: str) -> str:
    """Take the markup out of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def asked(page: Page) -> str:
    """Put an audit into the page, and ask it three questions."""
    id = page.keep()
    answer = page.post(f"/audits/{id}/answers", {"pasted": PASTED})
    assert (
        answer.status_code == 303 and answer.headers["Location"] == f"/audits/{id}/answers#answers"
    )
    return id


def test_the_screen_is_reached_from_the_audit_and_asks_for_questions(page: Page) -> None:
    """A link leads to it; it is empty at first."""
    id = page.keep()
    assert f'href="/audits/{id}/answers"' in page.get(f"/audits/{id}").text
    screen = page.get(f"/audits/{id}/answers").text
    assert 'name="pasted"' in screen and 'id="answer-0"' not in screen


def test_each_question_is_answered_with_its_count(page: Page) -> None:
    """The same answers as on the command line, counted against the limit."""
    screen = page.get(f"/audits/{asked(page)}/answers").text
    made = rich_audit()
    story = tell(view_of(made, rules()), rules().rubric)
    responses = respond(pasted_questions(PASTED), story)
    areas = re.findall(r"<textarea id=\"answer-\d\"[^>]*>(.*?)</textarea>", screen, re.S)
    assert [unescape(area) for area in areas] == [one.text for one in responses if one.text]
    for one in responses:
        assert (one.count if one.text else one.instead) in plain(screen)
    assert "not yet checked" in plain(screen)


def test_a_match_is_shown_and_can_be_corrected(page: Page) -> None:
    """What a person ticks stands; what is as the words say stays the words’."""
    id = asked(page)
    screen = page.get(f"/audits/{id}/answers").text
    assert "Staff are able to work with babies: from “training”, “staff”" in plain(screen) or (
        "from “staff”, “training”" in plain(screen)
    )
    answer = page.post(
        f"/audits/{id}/answers/matches", {"criteria": ["1:data", "1:access", "0:nonsense"]}
    )
    assert answer.status_code == 303
    kept = tomllib.loads(page.state.history.find_file(id, "questions").decode())  # type: ignore[union-attr]  # kept above
    assert [one.get("criteria") for one in kept["question"]] == [None, ["access", "data"], None]
    assert "As a person said" in plain(page.get(f"/audits/{id}/answers").text)
    page.post(f"/audits/{id}/answers/matches", {"criteria": ["1:workforce"]})
    kept = tomllib.loads(page.state.history.find_file(id, "questions").decode())  # type: ignore[union-attr]  # kept above
    assert "criteria" not in kept["question"][1]


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        pytest.param("  \n", "There is no question in it", id="nothing"),
        pytest.param(
            "\n".join(f"{n}. Why?" for n in range(1, MOST_QUESTIONS + 2)), "Up to 30", id="many"
        ),
        pytest.param(
            '[[question]]\nnumber = 1\ntxt = "<b>"', "unknown key “txt”", id="a wrong file"
        ),
    ],
)
def test_what_cannot_be_answered_is_told_and_stands_there_again(
    page: Page, pasted: str, said: str
) -> None:
    """With what was pasted, as text."""
    answer = page.post(f"/audits/{page.keep()}/answers", {"pasted": pasted})
    assert answer.status_code == 422 and said in plain(answer.text)
    area = re.search(r"<textarea name=\"pasted\"[^>]*>(.*?)</textarea>", answer.text, re.S)
    assert area is not None and unescape(area[1]).strip() == pasted.strip()


def test_a_file_of_questions_can_be_pasted(page: Page) -> None:
    """The one that the command line reads."""
    id = page.keep()
    page.post(
        f"/audits/{id}/answers", {"pasted": '[[question]]\nnumber = 7\ntext = "Data?"\nwords = 90'}
    )
    assert "of 90 words" in plain(page.get(f"/audits/{id}/answers").text)


def test_answers_can_be_taken_away(page: Page) -> None:
    """As text, for Word, and the questions for the command line."""
    id = asked(page)
    text = page.get(f"/audits/{id}/answers/txt")
    assert "QUESTION 2" in text.data.decode("utf-8-sig")
    assert 'filename="plan-answers.txt"' in text.headers["Content-Disposition"]
    assert page.get(f"/audits/{id}/answers/docx").data.startswith(b"PK")
    assert len(tomllib.loads(page.get(f"/audits/{id}/answers/toml").text)["question"]) == 3


def test_what_is_not_there_is_not_found(page: Page) -> None:
    """No questions, no answers; no such audit; no such form."""
    id = page.keep()
    assert page.get(f"/audits/{id}/answers/txt").status_code == 404
    assert page.post(f"/audits/{id}/answers/matches").status_code == 404
    assert page.get("/audits/none/answers").status_code == 404
    asked_id = asked(page)
    assert page.get(f"/audits/{asked_id}/answers/exe").status_code == 404


def test_questions_go_with_their_audit(page: Page) -> None:
    """Nothing is left of them."""
    id = asked(page)
    page.post(f"/audits/{id}/delete")
    assert page.state.history.find_file(id, "questions") is None
