"""The score: weighted, bounded, over all sixteen questions, never lower for more evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from auditor.rating.score import score_levels
from auditor.rating.tally import Tally
from auditor.records import Level, Score, Statement
from tests.builders import audit, explicit, likely, rubric, statement
from tests.rating.drawn import CRITERIA, MANY, clear_address


def score(**levels: int) -> Score:
    """Score levels named by criterion, with underscores; all others are 0."""
    found = tuple(Level(id, levels.get(id.replace("-", "_"), 0), "") for id in CRITERIA)
    return score_levels(found, Tally.of(()), rubric())


def test_the_score_is_the_weighted_share_of_the_highest_levels() -> None:
    """Access (12) at 2 and data (7) at 4: (24 + 28) of 400; unweighted, 6 of 64."""
    assert score(access=2, data=4).value == 13.0
    assert score(access=2, data=4).unweighted == 9.4


def test_all_sixteen_questions_always_count() -> None:
    """A question that is not answered has level 0 and stays in the sum."""
    assert score().value == 0.0
    assert score(**{id.replace("-", "_"): 4 for id in CRITERIA}).value == 100.0
    assert score(crisis_response=4).value == 2.0
    assert score(age_scope=4).value == 7.0


def test_a_sentence_in_favour_of_babies_never_lowers_it() -> None:
    """An age range or a pandemic that is mentioned takes no question into the sum or out of it."""
    before = audit([explicit(strength=3, criteria=("access",))])
    after = audit(
        [
            explicit(strength=3, criteria=("access",)),
            explicit("Babies in the pandemic.", strength=1, criteria=("crisis-response",)),
            statement("From birth to 25.", reach="nominal"),
        ]
    )
    assert after.score.value is not None and before.score.value is not None
    assert after.score.value > before.score.value


@pytest.mark.parametrize(
    ("one", "low", "value", "high"),
    [
        pytest.param(explicit(strength=2, criteria=("access",)), 6.0, 6.0, 6.0, id="certain"),
        pytest.param(
            likely(0.6, strength=2, criteria=("access",)), 0.0, 6.0, 6.0, id="perhaps none"
        ),
        pytest.param(
            likely(0.95, strength=3, sure=0.6, criteria=("access",)),
            6.0,
            9.0,
            9.0,
            id="perhaps a level less",
        ),
        pytest.param(
            likely(1.0, strength=3, sure=0.4, criteria=("access",)),
            6.0,
            6.0,
            9.0,
            id="perhaps a level more",
        ),
        pytest.param(
            likely(1.0, strength=2, mental=0.6, criteria=("data",)),
            1.8,
            3.5,
            3.5,
            id="perhaps another subject",
        ),
        pytest.param(
            explicit(topic="other", strength=4, criteria=("data",)),
            1.8,
            1.8,
            1.8,
            id="another subject",
        ),
    ],
)
def test_doubtful_labels_make_the_range(
    one: Statement, low: float, value: float, high: float
) -> None:
    """From the chances of each level; certain labels leave one point."""
    found = audit([one]).score
    assert (found.low, found.value, found.high) == (low, value, high)


def test_several_doubtful_statements_make_a_level_surer() -> None:
    """Three that are each likely are hardly all wrong."""
    three = [
        likely(0.6, f"Reason {index}.", strength=2, criteria=("access",)) for index in range(3)
    ]
    assert audit(three).score.low == 6.0


def test_where_the_answer_cannot_be_told_there_is_no_score() -> None:
    """No number stands for what was not read."""
    assert audit([statement()], unread=(1, 2, 3)).score == Score(None, None, None, None)


@settings(deadline=None)
@given(MANY)
def test_the_score_stays_in_bounds_and_in_its_range(several: list[Statement]) -> None:
    """0 <= low <= value <= high <= 100, whatever the statements say."""
    found = audit(several).score
    assert found.value is not None and found.low is not None and found.high is not None
    assert 0.0 <= found.low <= found.value <= found.high <= 100.0


@settings(deadline=None)
@given(MANY, clear_address())
def test_an_address_never_lowers_the_score(several: list[Statement], more: Statement) -> None:
    """Nor its range, nor the level of any question."""
    before = audit(several)
    after = audit([*several, replace(more, text=f"{more.text} and more")])
    for old, new in zip(before.levels, after.levels, strict=True):
        assert (new.level or 0) >= (old.level or 0)
    for part in ("value", "low", "high", "unweighted"):
        assert getattr(after.score, part) >= getattr(before.score, part)
