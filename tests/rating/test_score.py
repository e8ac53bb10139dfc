"""The score: weighted, bounded, indifferent to order, never lower for more evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.rating.audit import rate
from auditor.rating.score import score_levels
from auditor.rating.tally import Tally
from auditor.records import Audit, Level, Score, Statement
from tests.builders import audit, document, explicit, number_statements, rules, statement

CRITERIA = [criterion.id for criterion in rules().rubric.criteria]


def score(**levels: int | None) -> Score:
    """Score levels named by criterion, with underscores; all others do not apply."""
    given_levels = tuple(
        Level(id, levels.get(id.replace("-", "_")), "") for id in CRITERIA
    )
    return score_levels(given_levels, Tally.of(()), rules().rubric)


def test_the_score_is_the_weighted_share_of_the_highest_levels() -> None:
    """Access (12) at 2 and data (7) at 4: (24 + 28) of (48 + 28)."""
    assert score(access=2, data=4).value == 68.4
    assert score(access=2, data=4).unweighted == 75.0


def test_what_does_not_apply_leaves_the_sum() -> None:
    """Level 0 counts, no level does not."""
    assert score(access=4).value == 100.0
    assert score(access=4, data=0).value == pytest.approx(63.2)


def test_doubtful_labels_make_the_range() -> None:
    """Turned down, a doubtful statement is not evidence; turned up, it goes a step further."""
    rated = audit([explicit(strength=2, confidence=0.5)])
    assert rated.score.low == 0.0
    assert rated.score.value is not None and rated.score.high is not None
    assert rated.score.value < rated.score.high


def test_a_doubtful_silence_widens_the_range_upwards_only() -> None:
    """A statement that may name babies after all raises only the upper end."""
    rated = audit([statement(confidence=0.5)])
    assert (rated.score.low, rated.score.value) == (0.0, 0.0)
    assert rated.score.high is not None and rated.score.high > 0.0


def test_sure_labels_give_a_range_of_one_point() -> None:
    """No doubt, no range."""
    rated = audit([explicit(), statement()])
    assert rated.score.low == rated.score.value == rated.score.high


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Draw a statement with any labels that the guide allows."""
    reach = draw(st.sampled_from(
        ["explicit", "early_years", "nominal", "excluded", "older", "generic", "none"]
    ))
    text = draw(st.text("abcde ", min_size=1, max_size=12).map(lambda text: f"x{text}".strip()))
    confidence = draw(st.sampled_from([0.4, 0.74, 0.75, 1.0]))
    chosen = draw(st.lists(st.sampled_from(CRITERIA), unique=True, max_size=4))
    if reach == "explicit":
        return explicit(text, topic=draw(st.sampled_from(["mental", "other"])), criteria=chosen,
                        strength=draw(st.integers(1, 4)), confidence=confidence)
    counted = [id for id in chosen if id in ("access", "age-scope")] if reach == "excluded" else []
    return statement(text, reach=reach, criteria=counted, confidence=confidence)


MANY = st.lists(statements(), min_size=1, max_size=12)


@settings(deadline=None)
@given(MANY)
def test_the_score_stays_in_bounds_and_in_its_range(several: list[Statement]) -> None:
    """0 <= low <= value <= high <= 100, whatever the statements say."""
    found = audit(several).score
    assert found.value is not None and found.low is not None and found.high is not None
    assert 0.0 <= found.low <= found.value <= found.high <= 100.0


@settings(deadline=None)
@given(MANY, st.randoms())
def test_the_score_does_not_depend_on_order(several: list[Statement], random: object) -> None:
    """Statements rated in another order give the same levels, verdict and score."""
    made = document(several)
    numbered = list(number_statements(several))
    first = rate(made, numbered, rules())
    random.shuffle(numbered)  # type: ignore[attr-defined]
    again = rate(made, numbered, rules())
    assert _without_lists(first) == _without_lists(again)


def _without_lists(rated: Audit) -> object:
    """Leave out what is in reading order by definition."""
    levels = [(one.criterion, one.level) for one in rated.levels]
    return levels, rated.verdict.name, rated.score


@settings(deadline=None)
@given(MANY, statements().filter(lambda one: one.reach == "explicit"))
def test_explicit_evidence_never_lowers_the_score(
    several: list[Statement], more: Statement
) -> None:
    """More evidence can only raise a level, where the same questions apply."""
    more = replace(more, text=more.text + " and more")
    before, after = audit(several), audit([*several, more])
    if [one.applicable for one in before.levels] == [one.applicable for one in after.levels]:
        assert after.score.value is not None and before.score.value is not None
        assert after.score.value >= before.score.value
