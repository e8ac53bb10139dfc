"""Chances of statements become chances of verdicts, which add up to one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.rating.likelihood import Odds, at_least, chance_of, find_odds
from auditor.records import Chances, Statement
from tests.builders import excluded, explicit, likely, rubric, statement

CHANCES = st.lists(st.floats(0.0, 1.0), max_size=8)
RULES = {rule.id: rule for rule in rubric().verdict}
MIXED = Odds((("absent", 0.05), ("nominal", 0.25), ("mentioned", 0.65), ("explained", 0.05)))


@pytest.mark.parametrize(
    ("needed", "chances", "expected"),
    [
        pytest.param(1, [], 0.0, id="nothing there"),
        pytest.param(1, [0.5, 0.5], 0.75, id="one of two coins"),
        pytest.param(2, [0.5, 0.5], 0.25, id="both of two coins"),
        pytest.param(2, [0.9, 0.8, 0.1], 0.746, id="two of three"),
        pytest.param(2, [1.0], 0.0, id="one is not two"),
        pytest.param(2, [1.0, 1.0, 0.3], 1.0, id="two that are certain"),
    ],
)
def test_the_chance_of_so_many(needed: int, chances: list[float], expected: float) -> None:
    """As worked out by hand."""
    assert at_least(needed, chances) == pytest.approx(expected, abs=1e-9)


@given(CHANCES, st.floats(0.0, 1.0), st.integers(1, 3))
def test_one_more_chance_never_makes_it_less_likely(
    chances: list[float], more: float, needed: int
) -> None:
    """What is there cannot be taken back by more."""
    assert at_least(needed, [*chances, more]) >= at_least(needed, chances)


@given(CHANCES.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_of_chances_makes_no_difference(both: tuple[list[float], list[float]]) -> None:
    """Not even in the last digit, on which a limit could turn."""
    assert at_least(2, both[0]) == at_least(2, both[1])


@given(st.lists(CHANCES, min_size=6, max_size=6))
def test_the_chances_of_all_verdicts_add_up_to_one(several: list[list[float]]) -> None:
    """Some verdict is the right one."""
    rules = rubric().verdict
    odds = find_odds(
        rules, {rule.id: chances for rule, chances in zip(rules, several, strict=False)}
    )
    assert sum(chance for _, chance in odds.chances) == pytest.approx(1.0)
    assert all(-1e-9 <= chance <= 1 + 1e-9 for _, chance in odds.chances)
    assert odds.order == tuple(rule.id for rule in reversed(rules))


def test_the_range_leaves_out_what_is_hardly_possible() -> None:
    """Below its lowest and above its highest there is less than the least chance."""
    assert MIXED.range(0.1) == ("nominal", "mentioned")
    assert MIXED.range(0.01) == ("absent", "explained")
    assert MIXED.at_least("mentioned") == pytest.approx(0.7)
    assert MIXED.at_most("nominal") == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("one", "verdict", "expected"),
    [
        pytest.param(explicit(strength=3), "committed", 1.0, id="an action"),
        pytest.param(explicit(strength=3), "measured", 0.0, id="not measured"),
        pytest.param(explicit(topic="other", strength=4), "mentioned", 0.0, id="another subject"),
        pytest.param(excluded(), "excluded", 1.0, id="left out"),
        pytest.param(statement(reach="early_years"), "nominal", 1.0, id="the early years"),
    ],
)
def test_settled_labels_count_or_do_not(one: Statement, verdict: str, expected: float) -> None:
    """Without chances a label is certain, as one that a person has set."""
    assert chance_of(one, RULES[verdict]) == expected


def test_chances_of_reach_topic_and_strength_are_multiplied() -> None:
    """Half likely to name babies, half of that about minds, nine in ten of that an action."""
    one = likely(0.5, mental=0.5, strength=3, sure=0.9)
    assert chance_of(one, RULES["committed"]) == pytest.approx(0.225)
    assert chance_of(one, RULES["explained"]) == pytest.approx(0.25)


def test_chances_of_several_reaches_are_added() -> None:
    """A range and the early years are one verdict."""
    chances = Chances((("nominal", 0.5), ("early_years", 0.25), ("none", 0.25)))
    one = statement(reach="nominal", chances=chances)
    assert chance_of(one, RULES["nominal"]) == pytest.approx(0.75)
