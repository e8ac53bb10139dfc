"""A plan and a report on it: which promises to babies the report seems to speak of.

A promise and what is reported of it are seldom alike in words, so that not the share of equal
words counts but of those that are rare in both documents: “parent-infant team”, not “we will”.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from auditor.comparison.alignment import Change, words_of
from auditor.report.views.audit import StatementView
from auditor.report.views.comparison import ProgressView

PROMISED = 3
"""Strength from which a statement is a promise."""
TAKEN_UP = 0.4
"""Share of a promise's weight in words from which another statement seems to report on it."""
STEM = 6
"""Letters that tell a word: “established” reports on “establish”."""


def follow_promises(plan: Sequence[StatementView], report: Sequence[StatementView]) -> ProgressView:
    """Return what came of each promise to babies, and what is reported of babies besides."""
    weights = _weigh([*plan, *report])
    promises = [one for one in plan if is_promise(one)]
    found = [_find_report(one, report, weights) for one in promises]
    spoken = {one.new["id"] for one in found if one.new is not None}
    further = [one for one in report if one["reach"] == "explicit" and one["id"] not in spoken]
    return {
        "reported": [one.as_plain() for one in found if one.new is not None],
        "unreported": [one.as_plain() for one in found if one.new is None],
        "further": [Change(None, one).as_plain() for one in further],
    }


def is_promise(statement: StatementView) -> bool:
    """True if a statement commits to something for babies."""
    return statement["reach"] == "explicit" and statement["strength"] >= PROMISED


def _find_report(
    promise: StatementView, report: Iterable[StatementView], weights: Mapping[str, float]
) -> Change:
    """Find the statement that holds most of what is rare in a promise; none where it is too little."""
    wanted = _stems(promise)
    whole = sum(weights[one] for one in wanted) or 1.0
    ranked = ((sum(weights[stem] for stem in wanted & _stems(one)) / whole, one) for one in report)
    share, best = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or share < TAKEN_UP:
        return Change(promise, None)
    return Change(promise, best, share)


def _weigh(statements: Sequence[StatementView]) -> Mapping[str, float]:
    """Weigh each word by how few statements have it."""
    held = Counter(stem for one in statements for stem in _stems(one))
    return {stem: math.log((1 + len(statements)) / count) for stem, count in held.items()}


def _stems(statement: StatementView) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words_of(statement) if len(word) > 2)
