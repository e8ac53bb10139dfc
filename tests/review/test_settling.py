"""What people would have stand, and whether they agree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.review.decisions import Choice, Decision, Labels, Target, key_of
from auditor.review.settling import outcome, settle_decisions
from tests.builders import audit, explicit

TEXT = "We will open a clinic for babies."
SEEN = Labels("explicit", "mental", 3, ("access",))


def decision(choice: Choice, reviewer: str = "A", new: Labels | None = None) -> Decision:
    """Decide on the one statement."""
    return Decision(
        Target("statement", TEXT, key_of(TEXT)), choice, SEEN, new or Labels(), reviewer
    )


@pytest.mark.parametrize(
    ("made", "stands"),
    [
        pytest.param(decision("accept"), SEEN, id="accept"),
        pytest.param(decision("reject"), Labels("none", None, 0, ()), id="reject"),
        pytest.param(decision("not_applicable"), Labels("none", None, 0, ()), id="left out"),
        pytest.param(
            decision("relabel", new=Labels(strength=4)),
            Labels("explicit", "mental", 4, ("access",)),
            id="one label",
        ),
        pytest.param(
            decision("relabel", new=Labels(reach="generic")),
            Labels("generic", None, 0, ()),
            id="only explicit ones go further",
        ),
        pytest.param(
            decision("relabel", new=Labels(reach="excluded", criteria=("data", "access"))),
            Labels("excluded", None, 0, ("access",)),
            id="what exclusion speaks to",
        ),
    ],
)
def test_an_outcome_is_whole_and_consistent(made: Decision, stands: Labels) -> None:
    """By the labelling guide, whatever the reviewer left open."""
    assert outcome(made, SEEN) == stands


def settled(*made: Decision) -> tuple[bool, bool, int]:
    """Whether they agree, whether the machine has changed since, and how many count."""
    one = audit([explicit(TEXT, strength=3, criteria=("access",))])
    found = settle_decisions(made, one).statements[("s0001", None)]
    return found.agreed, found.changed_since, len(found.decisions)


def test_the_last_word_of_each_reviewer_counts() -> None:
    """Whoever changes their mind is heard once."""
    assert settled(decision("reject"), decision("accept")) == (True, False, 1)


def test_reviewers_who_want_the_same_agree() -> None:
    """However each put it."""
    same = decision("relabel", "B", Labels(strength=3))
    assert settled(decision("accept"), same) == (True, False, 2)
    assert settled(decision("accept"), decision("reject", "B")) == (False, False, 2)


def test_a_question_the_rubric_does_not_have_is_not_settled() -> None:
    """A relabelling to an unknown question is listed as unplaced."""
    made = decision("relabel", new=Labels(criteria=("astrology",)))
    found = settle_decisions((made,), audit([explicit(TEXT)]))
    assert not found.statements and found.unplaced[0][1].why == "unknown_criterion"


def test_a_decision_that_settles_stands_alone() -> None:
    """Whoever disagreed before, and whenever they wrote it down."""
    said = (decision("accept"), decision("reject", "B"))
    third = replace(decision("relabel", "C", Labels(strength=1)), settles=True)
    for order in ((*said, third), (third, *said)):
        one = audit([explicit(TEXT, strength=3, criteria=("access",))])
        found = settle_decisions(order, one).statements[("s0001", None)]
        assert found.agreed and found.decisions[-1] is third and len(found.decisions) == 3


def test_whoever_settles_keeps_what_they_said_before() -> None:
    """A coder may settle as well; both decisions are told."""
    own = replace(decision("reject", "A"), settles=True)
    assert settled(decision("accept", "A"), decision("reject", "B"), own) == (True, False, 3)
