"""The statements that came closest to naming babies, and were set aside."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.records import Statement
from auditor.rubric import Rubric


def find_near_misses(statements: Iterable[Statement], rubric: Rubric) -> tuple[Statement, ...]:
    """Rank what was set aside, closest first; contents pages and references may be among it.

    Up to a third of the places are for statements that hold no word for babies and to
    which the second signal points, so that neither kind crowds the other out.
    """
    close = sorted(
        (one for one in statements if is_near_miss(one, rubric)),
        key=lambda one: (-one.judgement.oblique, one.start),
    )
    worded = [one for one in close if _words(one)]
    wordless = [one for one in close if not _words(one)]
    limit = rubric.limits.near_misses
    for_wordless = max(limit // 3, limit - len(worded))
    for_worded = limit - min(len(wordless), limit // 3)
    shown = {one.id for one in (*worded[:for_worded], *wordless[:for_wordless])}
    return tuple(one for one in close if one.id in shown)


def is_near_miss(statement: Statement, rubric: Rubric) -> bool:
    """Say whether words that seem to name babies were set aside, or babies may be meant."""
    if statement.reach == "explicit" or statement.repeat_of is not None:
        return False
    return bool(_words(statement)) or (
        statement.judgement.oblique >= rubric.limits.near_miss_oblique
    )


def _words(statement: Statement) -> str:
    return statement.judgement.set_aside
