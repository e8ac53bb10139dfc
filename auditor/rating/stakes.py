"""What verdict and range follow from the statements that may count, and on which they turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.rating.likelihood import Odds, at_least, chance_of, find_odds
from auditor.rating.tally import Tally
from auditor.records import Statement
from auditor.rules.rubric import Rubric, VerdictRule


@dataclass(frozen=True, slots=True)
class Stake:
    """A statement with its chance to count towards each verdict."""

    statement: Statement
    mental: float
    """The chance that it speaks of babies' minds at all."""
    chances: Mapping[str, float]
    """By the id of a verdict, where there is any."""

    def is_reckoned(self, rule: VerdictRule, least: float) -> bool:
        """True if the label that a verdict asks for is likely enough for it to be reckoned with."""
        return (self.mental if rule.strength else self.chances.get(rule.id, 0.0)) >= least

    def is_shown(self, rule: VerdictRule) -> bool:
        """True if its labels as they are shown count towards a rung of the ladder."""
        one = self.statement
        return one.topic == "mental" and one.strength >= rule.strength


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands: its verdict, and the lowest and highest still possible."""

    rule: VerdictRule
    low: str
    high: str


def find_stakes(tally: Tally, rubric: Rubric) -> tuple[Stake, ...]:
    """Find the statements that may count towards any verdict; the others change nothing."""
    found = (_stake(one, rubric) for one in tally.statements)
    least = rubric.limits.possible_from
    return tuple(
        one
        for one in found
        if any(one.is_reckoned(rule, least) for rule in rubric.verdict if _asks(rule))
    )


def _stake(statement: Statement, rubric: Rubric) -> Stake:
    chances = {rule.id: chance_of(statement, rule) for rule in rubric.verdict if _asks(rule)}
    ladder = [chances[rule.id] for rule in rubric.verdict if rule.strength]
    return Stake(statement, max(ladder, default=0.0), chances)


def _asks(rule: VerdictRule) -> bool:
    """True if a verdict asks for statements; the last holds without."""
    return bool(rule.strength or rule.reach)


def find_standing(stakes: Sequence[Stake], rubric: Rubric) -> Standing:
    """Return the verdict and its range; the verdict lies between the two."""
    rule = _find_verdict(stakes, rubric)
    low, high = find_verdict_odds(stakes, rubric).range(rubric.limits.range_least)
    order = [one.id for one in reversed(rubric.verdict)]
    place = order.index(rule.id)
    return Standing(rule, order[min(order.index(low), place)], order[max(order.index(high), place)])


def _find_verdict(stakes: Sequence[Stake], rubric: Rubric) -> VerdictRule:
    """Return the highest verdict that is sure enough, from labels at least as likely as not.

    A rung of the ladder needs as many statements that are shown to reach it as the guide
    asks for: many that might, and are not said to, never make a promise.
    """
    for rule in rubric.verdict:
        likely = [one for one in stakes if one.is_reckoned(rule, rubric.limits.likely_from)]
        if _holds(rule, likely, rubric.limits.sure_enough):
            return rule
    return rubric.verdict[-1]


def _holds(rule: VerdictRule, likely: Sequence[Stake], sure: float) -> bool:
    """True if a verdict holds by the statements that are reckoned with for it."""
    if not rule.strength:
        return bool(likely) or not rule.reach
    if sum(one.is_shown(rule) for one in likely) < rule.statements:
        return False
    return at_least(rule.statements, (one.chances[rule.id] for one in likely)) >= sure


def find_verdict_odds(stakes: Sequence[Stake], rubric: Rubric) -> Odds:
    """Return the chance of every verdict."""
    least = rubric.limits.possible_from
    return find_odds(
        rubric.verdict,
        {
            rule.id: [one.chances[rule.id] for one in stakes if one.is_reckoned(rule, least)]
            for rule in rubric.verdict
            if _asks(rule)
        },
    )


def find_deciding(stakes: Sequence[Stake], rubric: Rubric) -> tuple[Statement, ...]:
    """Return the statements without which verdict or range would be another, weightiest first."""
    whole, odds = find_standing(stakes, rubric), find_verdict_odds(stakes, rubric)
    found: list[tuple[float, int, Statement]] = []
    for one in _likeliest(stakes, rubric):
        rest = [other for other in stakes if other is not one]
        if find_standing(rest, rubric) != whole:
            moved = _distance(odds, find_verdict_odds(rest, rubric))
            found.append((-moved, one.statement.start, one.statement))
    found.sort(key=lambda entry: entry[:2])
    return tuple(one for _, _, one in found[: rubric.limits.deciding])


def _likeliest(stakes: Sequence[Stake], rubric: Rubric) -> list[Stake]:
    """Return the likeliest for each verdict: where there are many, one alone changes little."""
    most = 2 * rubric.limits.deciding
    kept: dict[str, Stake] = {}
    for rule in filter(_asks, rubric.verdict):
        ranked = sorted(stakes, key=lambda one: (-one.chances[rule.id], one.statement.start))
        kept.update((one.statement.id, one) for one in ranked[:most] if one.chances[rule.id])
    return list(kept.values())


def _distance(one: Odds, other: Odds) -> float:
    """Return how far two answers lie apart, from 0 to 1."""
    theirs = dict(other.chances)
    apart = sum(abs(chance - theirs[name]) for name, chance in one.chances) / 2
    return round(apart, 9)
