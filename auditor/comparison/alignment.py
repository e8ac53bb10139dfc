"""Statements of two documents laid side by side: the same words first, then the most similar."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from auditor.report.views.audit import AuditView, StatementView
from auditor.report.views.comparison import ChangeList, ChangeView

_WORTH = {"excluded": -1.0, "nominal": 0.5, "early_years": 0.5}
"""What a statement is worth to babies; one that names them, from 0.75 to 4."""
_SIGNS = re.compile(r"[^\w\s]|_")
"""What is neither letter, number nor space."""
_KNOWN_TEXTS = 20_000
_CANDIDATES = 8
"""How many statements with the most words in common are looked at closely."""


@dataclass(frozen=True, slots=True)
class Change:
    """An old and a new statement that belong together, or one without the other."""

    old: StatementView | None
    new: StatementView | None
    similar: float = 0.0

    @property
    def before(self) -> float:
        """What the old statement is worth to babies; 0 where there is none."""
        return worth(self.old)

    @property
    def after(self) -> float:
        """What the new statement is worth to babies; 0 where there is none."""
        return worth(self.new)

    @property
    def direction(self) -> ChangeList | Literal["same"]:
        """What the change is to babies: the name of its list."""
        if self.before == self.after:
            return "same"
        named_before, named_after = self.before > 0, self.after > 0
        if named_before and named_after:
            return "strengthened" if self.after > self.before else "weakened"
        return "gained" if self.after > self.before else "lost"

    def as_plain(self) -> ChangeView:
        """Give the change as plain data."""
        return {
            "kind": "added" if self.old is None else "removed" if self.new is None else "changed",
            "old": self.old,
            "new": self.new,
            "similar": round(self.similar, 2),
        }


def worth(statement: StatementView | None) -> float:
    """Order statements by what they are worth to babies.

    An exclusion is below silence, a range above it; naming babies on another subject is
    above a range, and about mental health it is as strong as it goes.
    """
    if statement is None:
        return 0.0
    if statement["reach"] == "explicit":
        return float(statement["strength"]) if statement["topic"] == "mental" else 0.75
    return _WORTH.get(statement["reach"], 0.0)


def counting(view: AuditView) -> list[StatementView]:
    """List the statements that count: no repeats."""
    return [one for one in view["statements"] if not one.get("repeat_of")]


def align(
    old: Sequence[StatementView], new: Sequence[StatementView], similar_from: float
) -> list[Change]:
    """Pair old and new statements: the same words first, then the most similar ones."""
    pairs = _pair_same(old, new)
    paired_old, paired_new = {a for a, _ in pairs}, {b for _, b in pairs}
    left, right = _left_over(old, paired_old), _left_over(new, paired_new)
    changes = [Change(old[a], new[b], 1.0) for a, b in pairs]
    similar = _pair_similar(left, right, similar_from)
    changes += [Change(left[a], right[b], how) for a, b, how in similar]
    gone, come = {a for a, _, _ in similar}, {b for _, b, _ in similar}
    changes += [Change(one, None) for one in _left_over(left, gone)]
    changes += [Change(None, one) for one in _left_over(right, come)]
    return sorted(changes, key=_order)


def _left_over(listed: Sequence[StatementView], paired: set[int]) -> list[StatementView]:
    return [one for index, one in enumerate(listed) if index not in paired]


def _order(change: Change) -> tuple[str, str]:
    """Sort by the version whose order the list follows; ids count statements in it."""
    first = change.old if change.direction in ("lost", "weakened") else change.new
    shown = first or change.old or change.new
    assert shown is not None, "a change has a statement on one side at least"
    return (str(shown["id"]).rjust(12), str((change.old or shown)["id"]).rjust(12))


def _pair_same(old: Sequence[StatementView], new: Sequence[StatementView]) -> list[tuple[int, int]]:
    """Pair statements with the same words, each at most once."""
    places: dict[str, list[int]] = {}
    for index, one in enumerate(old):
        places.setdefault(plain_words(one), []).append(index)
    pairs = []
    for index, one in enumerate(new):
        if waiting := places.get(plain_words(one)):
            pairs.append((waiting.pop(0), index))
    return pairs


def _pair_similar(
    old: Sequence[StatementView], new: Sequence[StatementView], similar_from: float
) -> list[tuple[int, int, float]]:
    """Pair what is left, the most similar first; only where babies are concerned in one of them."""
    words = [Counter(words_of(one)) for one in old]
    homes: dict[str, set[int]] = {}
    for index, bag in enumerate(words):
        for word in bag:
            homes.setdefault(word, set()).add(index)
    found = []
    for b, one in enumerate(new):
        for a in _find_candidates(one, words, homes, similar_from):
            if worth(one) == 0.0 == worth(old[a]):
                continue
            how = SequenceMatcher(None, words_of(old[a]), words_of(one), autojunk=False).ratio()
            if how >= similar_from:
                found.append((how, a, b))
    return _take_best(found)


def _find_candidates(
    one: StatementView,
    words: Sequence[Counter[str]],
    homes: dict[str, set[int]],
    similar_from: float,
) -> Iterable[int]:
    """Find the old statements that share the most words with a new one, in whatever order.

    Words in order are never more alike than words in any order: what falls short here would
    fall short there.
    """
    bag = Counter(words_of(one))
    shared: Counter[int] = Counter()
    for word, count in bag.items():
        for index in homes.get(word, ()):
            shared[index] += min(count, words[index][word])
    total = bag.total()
    alike = {index: 2 * shared[index] / (total + words[index].total()) for index in shared}
    near = (index for index in shared if alike[index] >= similar_from)
    return sorted(near, key=lambda index: (-alike[index], index))[:_CANDIDATES]


def _take_best(found: Iterable[tuple[float, int, int]]) -> list[tuple[int, int, float]]:
    """Take pairs from the most similar on, each statement once."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    best = []
    for how, a, b in sorted(found, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1:])):
        if a not in taken_old and b not in taken_new:
            taken_old.add(a)
            taken_new.add(b)
            best.append((a, b, how))
    return best


def plain_words(statement: StatementView) -> str:
    """Write a statement so that typography makes no difference."""
    return " ".join(words_of(statement))


def words_of(statement: StatementView) -> tuple[str, ...]:
    """Return the words of a statement, without signs and capitals."""
    return _cut(statement["text"])


@lru_cache(maxsize=_KNOWN_TEXTS)
def _cut(text: str) -> tuple[str, ...]:
    return tuple(_SIGNS.sub(" ", text).casefold().split())
