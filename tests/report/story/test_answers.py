"""Questions joined with their evidence; nobody is asked to lift a limit that is not there."""

from __future__ import annotations

from auditor.report.story.audit_story import tell
from auditor.report.view import view_of
from tests.builders import audit, excluded, explicit, rubric, rules


def test_a_limit_is_asked_to_be_lifted_only_where_there_is_one() -> None:
    """The question of access has two asks, by what the document says."""
    with_limit = tell(view_of(audit([excluded()]), rules()), rubric())
    without = tell(view_of(audit([explicit(strength=1)]), rules()), rubric())
    asked = [
        next(one.advice for one in told.answers if one.id == "access")
        for told in (with_limit, without)
    ]
    assert asked[0] == rubric().criterion_named("access").advice
    assert "limit" in asked[0] and "limit" not in asked[1]


def test_evidence_is_the_strongest_first_and_the_rest_at_hand() -> None:
    """Five at once, the others folded away, none lost."""
    said = [explicit(f"Babies {n} need care.", strength=1 + n % 3) for n in range(9)]
    told = tell(view_of(audit(said), rules()), rubric())
    answer = next(one for one in told.answers if one.id == "own-mental-health")
    assert [one.strength for one in answer.evidence] == [3, 3, 3, 2, 2]
    assert len(answer.evidence) + len(answer.more) == 9


def test_every_question_is_answered_or_silent() -> None:
    """None stands in both parts of a report, and none in neither."""
    told = tell(view_of(audit([explicit(), excluded()]), rules()), rubric())
    assert len(told.answered) + len(told.silent) == len(told.answers) == 16
    assert not set(told.answered) & set(told.silent)
