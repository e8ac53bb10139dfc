"""The statements that came closest to addressing babies' minds, and were not counted."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.records import Statement
from auditor.rules.rubric import Rubric


def find_near_misses(statements: Iterable[Statement], rubric: Rubric) -> tuple[Statement, ...]:
    """Rank what was not called an address, the likeliest first.

    Statements whose words for babies were set aside come after those that the judge was
    unsure of; contents pages and references may be among them.
    """
    close = sorted(
        (one for one in statements if is_near_miss(one, rubric)),
        key=lambda one: (-_chance(one), -bool(one.judgement.set_aside), one.start),
    )
    return tuple(close[: rubric.limits.near_misses])


def is_near_miss(statement: Statement, rubric: Rubric) -> bool:
    """True if a statement that is not called explicit might be, or has words for babies in it."""
    if statement.reach == "explicit" or statement.repeat_of is not None:
        return False
    return bool(statement.judgement.set_aside) or _chance(statement) >= rubric.limits.near_miss_from


def _chance(statement: Statement) -> float:
    """Return how likely it is that babies are addressed after all."""
    return statement.judgement.chances.of_reach("explicit")
