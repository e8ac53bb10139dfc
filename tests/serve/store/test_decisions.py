"""Decisions made in the page, as a reviews file holds them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from auditor.report.view import view_of
from auditor.report.views.audit import AuditView
from auditor.serve.store.decisions import apply_decisions, read_decisions, write_reviews
from tests.builders import rich_audit, rules


@pytest.fixture(scope="module")
def machine() -> AuditView:
    """What the machine said."""
    return view_of(rich_audit(), rules())


def decision(machine: AuditView, **more: Any) -> dict[str, Any]:
    """Reject the first statement."""
    told = {"statement": machine["statements"][0]["id"], "criterion": None, "choice": "reject"}
    return {**told, "new": {}, "reviewer": "A", "reason": "No.", "date": "2026-01-02", **more}


def test_a_decision_stands_in_the_row_of_its_statement(machine: AuditView) -> None:
    """As a sheet has it."""
    (row,) = json.loads(write_reviews(machine, [decision(machine, settles=True)]))["rows"]
    assert row["decision"] == "reject" and row["settles"] == "yes"
    assert row["text"] == machine["statements"][0]["text"]


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({}, "statement"),
        ({"criterion": "language"}, "evidence"),
        ({"statement": "", "criterion": "language"}, "criterion"),
    ],
)
def test_what_a_decision_is_on_follows_from_what_it_names(
    machine: AuditView, more: dict[str, Any], kind: str
) -> None:
    """A statement, its part in a question, or a question's level."""
    named = next(one for one in machine["statements"] if "language" in one["criteria"])
    told = decision(machine, **{"statement": named["id"], **more})
    (made,) = read_decisions(machine, [told]).decisions
    assert made.target.kind == kind


def test_an_audit_is_rated_again(machine: AuditView) -> None:
    """With the account beside it; replies need no decision."""
    reply = {
        "statement": "",
        "criterion": None,
        "text": "Thanks.",
        "author": "B",
        "date": "2026-01-03",
    }
    _, view = apply_decisions(rich_audit(), machine, [decision(machine)], [reply], rules())
    assert view["reviews"]["counts"]["reject"] == 1
    assert [one["text"] for one in view["reviews"]["replies"]] == ["Thanks."]
