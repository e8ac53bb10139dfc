"""A criterion's level is the highest strength among its evidence about mental health."""

from __future__ import annotations

from dataclasses import replace

from auditor.records import Audit, Level, Statement
from tests.builders import audit, excluded, explicit, rules


def level(rated: Audit, criterion: str) -> Level:
    """Find the level of one criterion."""
    return next(one for one in rated.levels if one.criterion == criterion)


def held_to(one: Statement, *measures: str) -> Statement:
    """Return a statement that has a lead, money, a target or a date."""
    return replace(one, judgement=replace(one.judgement, measures=measures))


def test_levels_stand_in_the_order_of_the_rubric() -> None:
    """Every report lists the sixteen in the same order, each with a level."""
    expected = [criterion.id for criterion in rules().rubric.criteria]
    assert [one.criterion for one in audit([]).levels] == expected
    assert len(expected) == 16
    assert all(one.level == 0 and one.applicable for one in audit([]).levels)


def test_the_highest_strength_is_the_level_and_leads_the_evidence() -> None:
    """One measured promise outweighs three mentions."""
    rated = audit(
        [
            explicit("Babies may be referred.", strength=1, criteria=("access",)),
            explicit("Babies will be seen by May 2027.", strength=4, criteria=("access",)),
            explicit("Babies are turned away.", strength=2, criteria=("access",)),
        ]
    )
    found = level(rated, "access")
    assert found.level == 4
    assert found.evidence == ("s0002", "s0003", "s0001")
    assert found.because == (
        "This is answered for babies in three passages. "
        "The strongest, on page 1, counts as “measured”."
    )


def test_statements_about_other_subjects_are_a_mention_at_most() -> None:
    """A counted birth is not a counted need."""
    births = explicit(
        "2,104 babies were born; a target was met.", topic="other", strength=4, criteria=("data",)
    )
    found = level(audit([births]), "data")
    assert found.level == 1
    assert found.because.endswith("That counts as “mentioned” at most.")


def test_exclusions_are_counter_evidence_and_do_not_lower_a_level() -> None:
    """Both are shown; the promise stands."""
    rated = audit([excluded(), explicit(strength=3, criteria=("access",))])
    assert level(rated, "access").level == 3
    assert level(rated, "access").counter == ("s0001",)
    assert "Against it, one passage leaves" in level(rated, "access").because


def test_excluded_and_silent_are_told_apart_at_level_nought() -> None:
    """A closed door and no door read differently."""
    rated = audit([excluded(criteria=("access",))])
    assert "leaves some or all of them out" in level(rated, "access").because
    assert level(rated, "workforce").because.startswith("The document is silent")


def test_only_accountability_shows_its_marks() -> None:
    """Lead, money, target and date, in that order, over all its evidence."""
    promise = held_to(explicit(strength=4, criteria=("accountability", "access")), "date", "lead")
    budget = held_to(explicit("Money is there.", criteria=("accountability",)), "money")
    rated = audit([promise, budget])
    assert level(rated, "accountability").marks == ("lead", "money", "date")
    assert level(rated, "access").marks == ()
