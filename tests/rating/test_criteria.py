"""A criterion's level is the highest strength among its evidence about mental health."""

from __future__ import annotations

import pytest

from auditor.records import Audit, Level
from tests.builders import audit, excluded, explicit, rules, statement


def level(rated: Audit, criterion: str) -> Level:
    """Find the level of one criterion."""
    return next(one for one in rated.levels if one.criterion == criterion)


def test_levels_stand_in_the_order_of_the_rubric() -> None:
    """Every report lists the sixteen in the same order."""
    expected = [criterion.id for criterion in rules().rubric.criteria]
    assert [one.criterion for one in audit([]).levels] == expected
    assert len(expected) == 16


def test_the_highest_strength_is_the_level_and_leads_the_evidence() -> None:
    """One measured promise outweighs three mentions."""
    rated = audit([
        explicit("Babies may be referred.", strength=1, criteria=("access",)),
        explicit("Babies will be seen by May 2027.", strength=4, criteria=("access",)),
        explicit("Babies are turned away.", strength=2, criteria=("access",)),
    ])
    assert level(rated, "access").level == 4
    assert level(rated, "access").evidence == ("s0002", "s0003", "s0001")


def test_statements_about_other_subjects_give_level_one_at_most() -> None:
    """A counted birth is not a counted need."""
    births = explicit("2,104 babies were born; a target was met.", topic="other", strength=4,
                      criteria=("data",))
    assert level(audit([births]), "data").level == 1
    assert "level 1 at most" in level(audit([births]), "data").because


def test_exclusions_are_counter_evidence_and_do_not_lower_a_level() -> None:
    """Both are shown; the promise stands."""
    rated = audit([excluded(), explicit(strength=3, criteria=("access",))])
    assert level(rated, "access").level == 3
    assert level(rated, "access").counter == ("s0001",)
    assert "Against it" in level(rated, "access").because


def test_excluded_and_silent_are_told_apart_at_level_nought() -> None:
    """A closed door and no door read differently."""
    rated = audit([excluded(criteria=("access",))])
    assert "excludes" in level(rated, "access").because
    assert "silent" in level(rated, "workforce").because


APPLIES = [
    pytest.param("crisis-response", statement("The pandemic closed clinics."), True, id="pandemic"),
    pytest.param("crisis-response", statement("Crisis teams answer."), False, id="crisis care"),
    pytest.param("crisis-response", explicit(criteria=("crisis-response",)), True, id="evidence"),
    pytest.param("crisis-response",
                 statement("Covid-19: a review.", place="reference"), False, id="a cited title"),
    pytest.param("age-scope", statement(reach="nominal"), True, id="a range from birth"),
    pytest.param("age-scope", excluded(criteria=("access",)), True, id="a floor"),
    pytest.param("age-scope", explicit(criteria=("age-scope",)), True, id="ages named"),
    pytest.param("age-scope", statement(reach="older"), False, id="no range"),
    pytest.param("access", statement(), True, id="always"),
]


@pytest.mark.parametrize(("criterion", "one", "applies"), APPLIES)
def test_a_question_applies_only_where_the_document_raises_it(
    criterion: str, one: object, applies: bool
) -> None:
    """What does not apply has no level and leaves the sum."""
    found = level(audit([one]), criterion)  # type: ignore[list-item]
    assert found.applicable is applies
    if not applies:
        assert found.because == rules().rubric.criterion_named(criterion).not_applicable
