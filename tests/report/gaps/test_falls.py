"""What fell from one audit to the next, in plain words."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from auditor.records import Statement
from auditor.report.gaps.falls import Fall, find_falls, is_by_other_rules
from auditor.report.view import view_of
from auditor.report.views.audit import AuditView
from tests.builders import audit, excluded, explicit, rubric, rules, statement

PROMISE = explicit("We will see babies within four weeks.", strength=4, criteria=("access",))
MENTION = explicit("Babies can be seen.", strength=1, criteria=("access",))


def view(statements: Iterable[Statement], **more: object) -> AuditView:
    """Audit a few statements."""
    return view_of(audit(statements, **more), rules())


def falls(old: Iterable[Statement], new: Iterable[Statement]) -> tuple[Fall, ...]:
    """Find what fell between two lists of statements."""
    return find_falls(view(old), view(new), rubric())


def test_nothing_falls_where_nothing_changed_or_more_was_promised() -> None:
    """The same draft, and a better one."""
    assert falls([PROMISE], [PROMISE]) == ()
    assert falls([MENTION], [MENTION, PROMISE]) == ()


def test_a_question_that_fell_names_the_passage_that_is_gone() -> None:
    """Levels by their names, and the words on which the earlier one rested."""
    told = {one.what: one.sentence for one in falls([PROMISE], [MENTION])}
    title = rubric().criterion_named("access").title
    assert told["question"].startswith(f"“{title}” fell from measured to mentioned.")
    assert "We will see babies within four weeks." in told["question"]
    assert "score" in told


def test_a_passage_that_is_still_there_is_not_called_gone() -> None:
    """A level can fall by another label; then only that is said."""
    weaker = explicit("We will see babies within four weeks.", strength=2, criteria=("access",))
    told = {one.what: one.sentence for one in falls([PROMISE], [weaker])}
    assert "no longer" not in told["question"]


def test_the_answer_falls_by_the_order_of_the_rubric() -> None:
    """From action to a mention."""
    told = [one.sentence for one in falls([PROMISE, PROMISE], [MENTION]) if one.what == "answer"]
    assert len(told) <= 1
    two = explicit("We will fund a team for babies.", strength=4, criteria=("access",))
    (answer,) = [one for one in falls([PROMISE, two], [MENTION]) if one.what == "answer"]
    assert answer.sentence == "The answer fell from “Measured action” to “Only mentioned”."


def test_a_limit_come_new_is_told_although_no_level_fell() -> None:
    """Silent before, left out now: no number says so."""
    (limit, *_) = [one for one in falls([statement()], [excluded()]) if one.what == "limit"]
    assert limit.passage == "CAMHS is for those aged 5 to 18."
    assert "leaves some or all children under three out" in limit.sentence


def test_an_answer_that_can_no_longer_be_told_has_fallen() -> None:
    """A scanned draft does not pass for the one before."""
    unread = view([statement()], unread=range(2, 12), pages=12)
    assert unread["verdict"] == "cannot_tell"
    told = find_falls(view([PROMISE]), unread, rubric())
    assert [one.what for one in told[:2]] == ["answer", "score"]
    assert "from measured to nothing found" in told[2].sentence


@pytest.mark.parametrize("part", ["version", "rubric", "lexicons"])
def test_other_rules_are_noticed(part: str) -> None:
    """Two audits by different words cannot be held against each other without a warning."""
    old, new = view([PROMISE]), view([PROMISE])
    assert not is_by_other_rules(old, new)
    old["tool"] = {**old["tool"], part: "other"}
    assert is_by_other_rules(old, new)
