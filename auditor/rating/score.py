"""The only arithmetic: levels and weights into a score, doubt into its range."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from auditor.rating.criteria import find_evidence, level_of
from auditor.rating.tally import Tally
from auditor.records import Level, Score, Statement
from auditor.rubric import Rubric

HIGHEST = 4


def score_levels(levels: tuple[Level, ...], tally: Tally, rubric: Rubric) -> Score:
    """Score the levels that apply, and once more with doubtful labels turned down and up."""
    applicable = {level.criterion: level.level for level in levels if level.level is not None}
    if not applicable:
        return Score(None, None, None, None)
    weights = {criterion.id: criterion.weight for criterion in rubric.criteria}
    down = _rescore(applicable, _turn_down(tally.statements, rubric), rubric)
    up = _rescore(applicable, _turn_up(tally.statements, rubric), rubric)
    return Score(
        value=weigh(applicable, weights), low=weigh(down, weights), high=weigh(up, weights),
        unweighted=weigh(applicable, dict.fromkeys(weights, 1)),
    )


def weigh(levels: dict[str, int], weights: dict[str, int]) -> float:
    """Give the weighted share of the highest levels, 0 to 100, to one decimal.

    >>> weigh({"access": 2, "data": 4}, {"access": 12, "data": 7})
    68.4
    """
    reached = sum(weights[criterion] * level for criterion, level in levels.items())
    return round(100 * reached / sum(HIGHEST * weights[criterion] for criterion in levels), 1)


def is_doubtful(statement: Statement, rubric: Rubric) -> bool:
    """Say whether a label is so unsure that the score shows what it would change."""
    return statement.judgement.confidence < rubric.limits.doubtful_below


def _rescore(
    applicable: dict[str, int], statements: Iterable[Statement], rubric: Rubric
) -> dict[str, int]:
    tally = Tally.of(statements)
    return {id: level_of(find_evidence(tally, id), rubric) for id in applicable}


def _turn_down(statements: Iterable[Statement], rubric: Rubric) -> Iterable[Statement]:
    """Leave out the explicit statements that may not be explicit."""
    return (
        one for one in statements if one.reach != "explicit" or not is_doubtful(one, rubric)
    )


def _turn_up(statements: Iterable[Statement], rubric: Rubric) -> Iterable[Statement]:
    """Take each doubtful statement for the most that it could be."""
    return (_at_most(one, rubric) if is_doubtful(one, rubric) else one for one in statements)


def _at_most(statement: Statement, rubric: Rubric) -> Statement:
    """A doubtful explicit statement goes a step further; any other may name babies after all."""
    limits, said = rubric.limits, statement.judgement
    if said.reach == "explicit":
        further = replace(said, topic="mental", strength=min(said.strength + 1, HIGHEST))
    else:
        further = replace(
            said, reach="explicit", topic="mental", strength=limits.doubtful_strength,
            criteria=said.criteria or limits.doubtful_criteria,
        )
    return replace(statement, judgement=further)
