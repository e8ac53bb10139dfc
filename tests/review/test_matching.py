"""Which statement a decision speaks of, when the document has changed since."""

from __future__ import annotations

import pytest

from auditor.records import Audit
from auditor.review.decisions import Target, key_of
from auditor.review.matching import find_matches
from tests.builders import audit, explicit, statement

TEAM = "We will open a clinic for babies in the north."


def target(text: str, **more: object) -> Target:
    """Speak of a statement by its words."""
    return Target("statement", text, key_of(text), **more)  # type: ignore[arg-type]


def found(one: Audit, wanted: Target) -> tuple[list[str], str]:
    """The ids that a target matches, and why there are none."""
    match = find_matches([wanted], one)[0]
    return [each.id for each in match.statements], match.why


@pytest.mark.parametrize(
    ("text", "ids", "why"),
    [
        pytest.param(TEAM, ["s0002"], "", id="the same words"),
        pytest.param("We will open a clinic, for babies in the North", ["s0002"], "", id="signs"),
        pytest.param("We will open one clinic for babies in the north.", [], "reworded", id="new"),
        pytest.param("Trams run on Sunday.", [], "gone", id="gone"),
    ],
)
def test_words_are_found_again(text: str, ids: list[str], why: str) -> None:
    """Punctuation may change; words may not."""
    one = audit([statement("Children matter."), explicit(TEAM)])
    assert found(one, target(text)) == (ids, why)


def test_repeats_follow_the_first() -> None:
    """A decision on words holds wherever the document repeats them."""
    one = audit([explicit(TEAM), statement("And more."), explicit(TEAM)])
    assert found(one, target(TEAM)) == (["s0001", "s0003"], "")


def test_a_question_that_the_rubric_no_longer_has_is_unknown() -> None:
    """It is said, not skipped."""
    wanted = Target("criterion", criterion="astrology")
    assert found(audit([explicit()]), wanted) == ([], "unknown_criterion")
