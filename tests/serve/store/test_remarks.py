"""Decisions and replies are kept, replaced, taken back, and every step can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from auditor.report.view import view_of
from auditor.serve.store.history import History
from tests.builders import rich_audit, rules


@pytest.fixture
def history() -> Iterator[History]:
    """Make a history in memory."""
    made = History(None)
    yield made
    made.close()


@pytest.fixture
def id(history: History) -> str:
    """Keep an audit."""
    return history.keep(view_of(rich_audit(), rules()), b"")


def decision(choice: str = "reject", statement: str = "s0004", **more: Any) -> dict[str, Any]:
    """Decide on a statement."""
    told = {"statement": statement, "criterion": None, "reviewer": "A", "choice": choice}
    return {**told, **more}


def choices(history: History, id: str) -> list[str]:
    """Return what stands decided."""
    return [one["choice"] for one in history.remarks.decisions(id)]


def test_undo_puts_back_what_stood_before(history: History, id: str) -> None:
    """Step by step, a replaced decision included, until nothing is left to undo."""
    remarks = history.remarks
    remarks.decide(id, decision("reject"))
    remarks.decide(id, decision("accept"))
    remarks.withdraw(id, remarks.decisions(id)[0]["number"])
    seen = [choices(history, id)]
    while remarks.has_steps(id):
        remarks.undo(id)
        seen.append(choices(history, id))
    assert seen == [[], ["accept"], ["reject"], []]
    remarks.undo(id)
    assert choices(history, id) == []


def test_several_decisions_of_one_step_are_undone_together(history: History, id: str) -> None:
    """As when many are made at once."""
    history.remarks.decide(id, decision(), decision(statement="s0005"))
    assert len(choices(history, id)) == 2
    history.remarks.undo(id)
    assert not choices(history, id)


def test_what_settles_stands_beside_what_the_same_person_said(history: History, id: str) -> None:
    """A coder who settles a disagreement is still heard as a coder."""
    history.remarks.decide(id, decision("reject"))
    history.remarks.decide(id, decision("accept", settles=True))
    assert choices(history, id) == ["reject", "accept"]


def test_a_decision_on_a_rule_has_a_place_of_its_own(history: History, id: str) -> None:
    """Beside one on another rule."""
    for rule in ("scope.age-floor", "scope.law"):
        history.remarks.decide(id, decision(statement="", rule=rule))
    assert len(choices(history, id)) == 2


def test_a_reply_is_kept_and_can_be_taken_back(history: History, id: str) -> None:
    """The last one of each author to each thing."""
    told = {"statement": "", "criterion": None, "author": "The Council", "date": "2027-01-01"}
    history.remarks.reply(id, {**told, "text": "We disagree."})
    history.remarks.reply(id, {**told, "text": "We agree."})
    (one,) = history.remarks.replies(id)
    assert one["text"] == "We agree."
    history.remarks.withdraw(id, one["number"], "reply")
    assert not history.remarks.replies(id)
    history.remarks.undo(id)
    assert [each["text"] for each in history.remarks.replies(id)] == ["We agree."]


@pytest.mark.parametrize("number", [2**70, -(2**70), 7])
def test_a_number_that_nothing_has_takes_nothing_back(
    history: History, id: str, number: int
) -> None:
    """And leaves no step to undo."""
    history.remarks.withdraw(id, number)
    assert not history.remarks.has_steps(id)


def test_a_deleted_audit_leaves_no_remark(history: History, id: str) -> None:
    """Nor a step."""
    history.remarks.decide(id, decision())
    history.delete(id)
    assert not history.remarks.decisions(id) and not history.remarks.has_steps(id)
