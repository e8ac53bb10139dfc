"""A decision settles a label: no doubt of the machine stands against it."""

from __future__ import annotations

import pytest

from auditor.records import Audit
from auditor.review.applying import apply_reviews
from auditor.review.decisions import Choice, Decision, Labels, Reviews, Target, key_of
from tests.builders import audit, likely, rules, statement

TEXT = "Little ones have feelings, and we will ask after them."
SEEN = Labels("explicit", "mental", 2, ())


def decided(choice: Choice, chance: float = 0.6, new: Labels | None = None) -> Audit:
    """Return an audit in which a reviewer decided on its one doubtful statement."""
    target = Target("statement", TEXT, key_of(TEXT))
    decision = Decision(target, choice, SEEN, new or Labels(), "A. Okafor")
    made = audit([statement(), likely(chance, TEXT, criteria=("own-mental-health",))])
    return apply_reviews(made, Reviews((decision,)), rules()).audit


@pytest.mark.parametrize(
    ("choice", "new", "verdict"),
    [
        pytest.param("accept", None, "mentioned", id="accepted"),
        pytest.param("reject", None, "absent", id="rejected"),
        pytest.param("relabel", Labels(reach="nominal"), "nominal", id="relabelled"),
    ],
)
def test_a_decision_ends_the_doubt(choice: Choice, new: Labels | None, verdict: str) -> None:
    """Silent, perhaps a mention, becomes one or the other, and so does the range."""
    assert audit([statement(), likely(0.6, TEXT)]).verdict_range == ("absent", "mentioned")
    rated = decided(choice, new=new)
    assert rated.verdict.name == verdict
    assert rated.verdict_range == (verdict, verdict)
    assert rated.score.low == rated.score.value == rated.score.high
