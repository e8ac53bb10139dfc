"""The only arithmetic of the report: levels and weights into a score, chances into its range."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.rating.criteria import cap_of, find_evidence
from auditor.rating.likelihood import at_least
from auditor.rating.tally import Tally
from auditor.records import Level, Score, Statement
from auditor.rules.rubric import Rubric

HIGHEST = 4


def score_levels(levels: tuple[Level, ...], tally: Tally, rubric: Rubric) -> Score:
    """Score the levels, with the range in which the score lies given how sure the labels are.

    All questions count: one that is not answered has level 0.
    """
    reached = {level.criterion: level.level or 0 for level in levels}
    weights = {criterion.id: criterion.weight for criterion in rubric.criteria}
    evidence = {id: find_evidence(tally, id) for id in reached}
    least = rubric.limits.range_least
    low = {id: min(reached[id], _level(evidence[id], rubric, 1 - least)) for id in reached}
    high = {id: max(reached[id], _level(evidence[id], rubric, least)) for id in reached}
    return Score(
        value=weigh(reached, weights),
        low=weigh(low, weights),
        high=weigh(high, weights),
        unweighted=weigh(reached, dict.fromkeys(weights, 1)),
    )


def weigh(levels: dict[str, int], weights: dict[str, int]) -> float:
    """Return the weighted share of the highest levels, 0 to 100, to one decimal.

    >>> weigh({"access": 2, "data": 4}, {"access": 12, "data": 7})
    68.4
    """
    reached = sum(weights[criterion] * level for criterion, level in levels.items())
    return round(100 * reached / sum(HIGHEST * weights[criterion] for criterion in levels), 1)


def _level(evidence: Sequence[Statement], rubric: Rubric, least: float) -> int:
    """Return the highest level that the evidence reaches with at least a chance."""
    for level in range(HIGHEST, 0, -1):
        if at_least(1, [_chance(one, level, rubric) for one in evidence]) >= least:
            return level
    return 0


def _chance(statement: Statement, level: int, rubric: Rubric) -> float:
    """Return the chance that a statement gives a question at least a level."""
    chances = statement.judgement.chances
    if not chances.reach:
        return float(cap_of(statement, rubric) >= level)
    mental = chances.of_mental(level)
    if level > rubric.limits.other_topic_cap:
        return mental
    return mental + chances.of_reach("explicit") * (1 - chances.mental)
