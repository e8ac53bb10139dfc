"""Decisions on a question, or on all that one rule made, in the page."""

from __future__ import annotations

import re

import pytest

from tests.builders import audit, excluded, explicit
from tests.serve.conftest import Page

FLOOR = "scope.age-floor"


@pytest.fixture
def id(page: Page) -> str:
    """Keep an audit in which one rule made three statements."""
    texts = ("those aged 5 to 18", "those aged 8 to 18", "those over 11")
    left_out = [excluded(f"The clinic is for {one}.", rule=FLOOR) for one in texts]
    return page.keep(audit([*left_out, explicit("Babies will be seen.")]))


def reaches(page: Page, id: str) -> list[str]:
    """Return the reaches that stand."""
    report = page.get(f"/audits/{id}/download/json").json
    assert report is not None
    return [one["reach"] for one in report["statements"]]


def decide(page: Page, id: str, **fields: str) -> int:
    """Reject all statements of the rule."""
    data = {"choice": "reject", "reviewer": "A. Okafor", "reason": "No offer.", **fields}
    return page.post(f"/audits/{id}/rules/{FLOOR}", data).status_code


def test_all_statements_of_a_rule_are_rejected_at_once_and_undone_at_once(
    page: Page, id: str
) -> None:
    """The list says how many; one decision changes all; one step takes it back."""
    assert "3 statements" in page.get(f"/audits/{id}/review").text
    screen = page.get(f"/audits/{id}/rules/{FLOOR}").text
    assert "those aged 8 to 18" in screen and "age limit" in screen
    assert decide(page, id) == 303
    assert reaches(page, id) == ["explicit"]
    assert "rejected by" in page.get(f"/audits/{id}/review").text
    assert page.post(f"/audits/{id}/undo").status_code == 303
    assert reaches(page, id) == ["excluded"] * 3 + ["explicit"]


def test_all_statements_of_a_rule_are_relabelled_at_once(page: Page, id: str) -> None:
    """With the labels of the form."""
    labels = {"choice": "relabel", "reach": "older", "topic": "mental", "strength": "1"}
    assert decide(page, id, **labels) == 303
    assert reaches(page, id) == ["older"] * 3 + ["explicit"]


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"reason": ""}, 422), ({"reviewer": ""}, 422), ({"choice": "explode"}, 400)],
)
def test_a_decision_on_a_rule_is_held_to_the_form(
    page: Page, id: str, fields: dict[str, str], status: int
) -> None:
    """Name and reason are asked for here too."""
    assert decide(page, id, **fields) == status
    assert reaches(page, id)[0] == "excluded"


def test_what_was_typed_on_a_rule_or_a_question_stands_again(page: Page, id: str) -> None:
    """With the labels or the level that were chosen."""
    typed = {"choice": "relabel", "reviewer": "A. Okafor", "reason": " ", "level": "3"}
    labels = {"reach": "nominal", "topic": "other", "strength": "2", "criteria": "access"}
    form = page.post(f"/audits/{id}/rules/{FLOOR}", {**typed, **labels}).text
    assert re.findall(r'<option value="(\w+)" selected', form) == ["nominal", "other", "2"]
    assert re.findall(r'id="criterion-([\w-]+)"[^>]* checked', form) == ["access"]
    form = page.post(f"/audits/{id}/questions/access", typed).text
    assert re.findall(r'<option value="(\w+)" selected', form) == ["3"]


def test_a_rule_that_made_nothing_here_has_no_screen(page: Page, id: str) -> None:
    """Nor can it be decided on."""
    assert page.get(f"/audits/{id}/rules/babies.people").status_code == 404
    assert page.get(f"/audits/{id}/questions/none").status_code == 404


def test_each_line_of_the_list_names_its_words(page: Page, id: str) -> None:
    """A name alone may stand for several lists of words; a value of a mark is no line at all."""
    text = (
        page.get(f"/audits/{id}/review").text.partition('id="rules"')[2].partition("</section>")[0]
    )
    lines = [re.sub("<[^>]*>", "", one) for one in re.findall(r"<a [^>]*>(.*?)</a>", text)]
    assert lines == ["Age limit (“the”)"]
