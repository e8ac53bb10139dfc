"""The form in which a person decides."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.exceptions import BadRequest

from auditor.serve.routes.review_form import LONGEST_NAME, find_problem, read_decision, read_name
from tests.serve.conftest import Page

PLAIN = {"choice": "reject", "reviewer": "A", "reason": "No."}


def read(page: Page, question: str = "", rule: str = "", **form: Any) -> dict[str, Any]:
    """Read a form as it is sent."""
    with page.client.application.test_request_context("/", method="POST", data=form):
        return read_decision("s0001", question, rule)


RELABEL = {**PLAIN, "choice": "relabel", "topic": "mental", "strength": "3", "criteria": ["access"]}
CASES = [
    pytest.param(PLAIN, {}, id="reject"),
    pytest.param({**RELABEL, "reach": "older"}, {"reach": "older"}, id="others have no topic"),
    pytest.param({**RELABEL, "reach": "excluded"}, {"reach": "excluded", "criteria": ["access"]}, id="left out"),
    pytest.param(
        {**RELABEL, "reach": "explicit"},
        {"reach": "explicit", "topic": "mental", "strength": 3, "criteria": ["access"]},
        id="babies",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("form", "new"), CASES)
def test_labels_are_read_as_the_guide_allows_them(
    page: Page, form: dict[str, Any], new: dict[str, Any]
) -> None:
    """Only what names babies has topic and strength."""
    assert read(page, **form)["new"] == new


def test_a_question_has_a_level(page: Page) -> None:
    """From 0 to 4."""
    told = read(page, "access", choice="relabel", level="2", reviewer="A", reason="No.")
    assert told["new"] == {"level": 2} and told["criterion"] == "access"
    with pytest.raises(BadRequest):
        read(page, "access", choice="relabel", level="5")


@pytest.mark.parametrize(
    "form", [{"choice": "maybe"}, {**PLAIN, "criterion": "weather"}, {**RELABEL, "reach": "cats"}]
)
def test_what_is_none_of_its_own_answers_is_refused(page: Page, form: dict[str, Any]) -> None:
    """A form of this page sends nothing else."""
    with pytest.raises(BadRequest):
        read(page, **form)


@pytest.mark.parametrize(
    ("decision", "lacks"),
    [
        ({**PLAIN, "reviewer": ""}, "name"),
        ({**PLAIN, "reason": ""}, "reason"),
        ({**PLAIN, "choice": "accept", "reason": ""}, ""),
        (PLAIN, ""),
    ],
)
def test_a_decision_has_a_name_and_a_reason(decision: dict[str, Any], lacks: str) -> None:
    """To agree needs no reason."""
    assert find_problem(decision) == lacks


def test_a_name_stands_on_one_line(page: Page) -> None:
    """And is not longer than names are."""
    form = {"reviewer": "A.\n Okafor  " + "x" * 999}
    with page.client.application.test_request_context("/", method="POST", data=form):
        name = read_name("reviewer")
    assert name.startswith("A. Okafor x") and len(name) == LONGEST_NAME
