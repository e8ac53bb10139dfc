"""The statements that came closest to naming babies, and were set aside."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.records import Statement
from auditor.rubric import Rubric


def find_near_misses(statements: Iterable[Statement], rubric: Rubric) -> tuple[Statement, ...]:
    """Rank what was set aside, closest first; contents pages and references may be among it."""
    close = (one for one in statements if is_near_miss(one, rubric))
    ranked = sorted(close, key=lambda one: (-one.judgement.oblique, not _words(one), one.start))
    return tuple(ranked[: rubric.limits.near_misses])


def is_near_miss(statement: Statement, rubric: Rubric) -> bool:
    """Say whether words that seem to name babies were set aside, or babies may be meant."""
    if statement.reach == "explicit" or statement.repeat_of is not None:
        return False
    return bool(_words(statement)) or (
        statement.judgement.oblique >= rubric.limits.near_miss_oblique
    )


def _words(statement: Statement) -> str:
    return statement.judgement.set_aside
