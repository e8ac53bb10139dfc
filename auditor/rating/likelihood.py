"""How likely each verdict is, from the chances of the statements.

Statements are taken as independent. A rung of the ladder (so many statements of so
much strength) holds with the chance that at least so many of them do; the chances of
all verdicts add up to one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.records import Statement
from auditor.rules.rubric import VerdictRule

_DIGITS = 9
"""Chances are rounded, so that neither order nor the last bit of a sum decides anything."""


@dataclass(frozen=True, slots=True)
class Odds:
    """The chance of each verdict, from the lowest to the highest."""

    chances: tuple[tuple[str, float], ...]

    @property
    def order(self) -> tuple[str, ...]:
        """The verdicts, lowest first."""
        return tuple(name for name, _ in self.chances)

    def at_least(self, name: str) -> float:
        """Return the chance of a verdict or a higher one."""
        place = self.order.index(name)
        return round(sum(chance for _, chance in self.chances[place:]), _DIGITS)

    def at_most(self, name: str) -> float:
        """Return the chance of a verdict or a lower one."""
        place = self.order.index(name)
        return round(sum(chance for _, chance in self.chances[: place + 1]), _DIGITS)

    def range(self, least: float) -> tuple[str, str]:
        """Return the lowest and the highest verdict between which the answer lies.

        Below the lowest, and above the highest, there is less than `least` chance.
        """
        low = next(name for name in self.order if self.at_most(name) >= least)
        high = next(name for name in reversed(self.order) if self.at_least(name) >= least)
        return low, high


def chance_of(statement: Statement, rule: VerdictRule) -> float:
    """Return the chance that a statement counts towards a verdict."""
    chances = statement.judgement.chances
    if not chances.reach:
        return float(_counts(statement, rule))
    if rule.strength:
        return chances.of_mental(rule.strength)
    return sum(chances.of_reach(reach) for reach in rule.reach)


def _counts(statement: Statement, rule: VerdictRule) -> bool:
    """True if a statement counts whose labels are settled, by a rule or a person."""
    if rule.strength:
        is_mental = statement.reach == "explicit" and statement.topic == "mental"
        return is_mental and statement.strength >= rule.strength
    return statement.reach in rule.reach


def at_least(needed: int, chances: Iterable[float]) -> float:
    """Return the chance that at least so many of independent things happen.

    >>> round(at_least(1, [0.5, 0.5]), 2), round(at_least(2, [0.9, 0.9, 0.0]), 2)
    (0.75, 0.81)
    """
    exactly = [1.0] + [0.0] * (needed - 1)
    for chance in sorted(chances):
        for count in range(needed - 1, 0, -1):
            exactly[count] = exactly[count] * (1 - chance) + exactly[count - 1] * chance
        exactly[0] *= 1 - chance
    return round(1.0 - sum(exactly), _DIGITS)


def find_odds(rules: Sequence[VerdictRule], chances: Mapping[str, Sequence[float]]) -> Odds:
    """Return the chance of every verdict; `rules` stand highest first, the last holds always.

    `chances` gives for each verdict those of the statements that may count towards it.
    """
    found: list[tuple[str, float]] = []
    above = 0.0
    for rule in rules:
        reached = 1.0 if rule is rules[-1] else at_least(rule.statements or 1, chances[rule.id])
        if rule.strength:
            reached = max(reached, above)
            found.append((rule.id, reached - above))
            above = reached
        else:
            found.append((rule.id, (1 - above) * reached))
            above += (1 - above) * reached
    return Odds(tuple(reversed(found)))
