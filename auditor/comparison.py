"""Two versions of one document, statement by statement: what babies gained and lost.

`compare(old, new, rules)` takes two audits as plain data (`auditor.report.view.view_of`, or
an audit in JSON read back) and answers with plain data again, which is the JSON of
`auditor compare --format json` and all that the comparison's page sees; what stands in it,
`auditor.report.views.comparison` says.

`change` is "up", "down", "same", or "unknown" where one side cannot be told or does not apply.
STATEMENT is a statement as it stands in the audit. `kind` is "changed" where an old wording and
a new one belong together ("children and young people" became "infants, children and young
people"), with how similar they are. Lists of `gained` and `strengthened` are in the order of
the new version, `lost` and `weakened` in that of the old. Only statements that count are
compared: no repeats.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from auditor.report.story.audit_story import is_checked
from auditor.rules import Rules

if TYPE_CHECKING:
    from auditor.report.views.audit import AuditView, CriterionView, StatementView
    from auditor.report.views.comparison import (
        ChangeList,
        ChangeView,
        ComparisonView,
        CriterionChangeView,
        Direction,
        FlagChangesView,
        ScoreChangeView,
        VerdictChangeView,
        VersionView,
    )

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


def find_changes(old: AuditView, new: AuditView, rules: Rules) -> list[Change]:
    """Lay the statements of two audits side by side."""
    return align(_counting(old), _counting(new), rules.rubric.limits.similar_from)


def compare(
    old: AuditView, new: AuditView, rules: Rules, *, changes: Sequence[Change] | None = None
) -> ComparisonView:
    """Say what babies gained and lost from one audit to the next.

    `changes` are those of `find_changes`, where they are at hand.
    """
    changes = find_changes(old, new, rules) if changes is None else changes
    said_again = [one for one in changes if one.direction == "same" and one.before != 0.0]
    reworded = [one for one in said_again if one.similar < 1.0]
    gained, lost = _listed(changes, "gained"), _listed(changes, "lost")
    strengthened, weakened = _listed(changes, "strengthened"), _listed(changes, "weakened")
    return {
        "schema_version": "1.0",
        "tool": new["tool"],
        "old": _version(old),
        "new": _version(new),
        "same_rules": old["tool"] == new["tool"],
        "alike": _alike(changes),
        "checked": is_checked(old) and is_checked(new),
        "verdict": _compare_verdicts(old, new, rules),
        "score": _compare_scores(old, new),
        "counts": {
            "gained": len(gained),
            "lost": len(lost),
            "strengthened": len(strengthened),
            "weakened": len(weakened),
            "same": len(said_again),
            "reworded": len(reworded),
        },
        "criteria": _compare_criteria(old, new),
        "flags": _compare_flags(old, new),
        "gained": gained,
        "lost": lost,
        "strengthened": strengthened,
        "weakened": weakened,
        "reworded": [one.as_plain() for one in reworded],
    }


def find_promises(changes: Iterable[Change], *, from_strength: int) -> list[Change]:
    """Find the promises of a plan for babies' mental health, each with its like in a report on it."""
    return [one for one in changes if _is_promise(one.old, from_strength)]


def _is_promise(statement: StatementView | None, from_strength: int) -> bool:
    return statement is not None and (
        statement["reach"] == "explicit"
        and statement["topic"] == "mental"
        and statement["strength"] >= from_strength
    )


def _alike(changes: Sequence[Change]) -> float:
    """Return the share of the shorter list that has its like in the other, 0 to 1."""
    paired = sum(1 for one in changes if one.old is not None and one.new is not None)
    shorter = min(
        sum(1 for one in changes if one.old is not None),
        sum(1 for one in changes if one.new is not None),
    )
    return round(paired / shorter, 2) if shorter else 1.0


def _listed(changes: Iterable[Change], name: ChangeList) -> list[ChangeView]:
    return [one.as_plain() for one in changes if one.direction == name]


def _counting(view: AuditView) -> list[StatementView]:
    return [one for one in view["statements"] if not one.get("repeat_of")]


def align(
    old: Sequence[StatementView], new: Sequence[StatementView], similar_from: float
) -> list[Change]:
    """Pair old and new statements: the same words first, then the most similar ones."""
    pairs = _pair_same(old, new)
    paired_old, paired_new = {a for a, _ in pairs}, {b for _, b in pairs}
    left = [one for index, one in enumerate(old) if index not in paired_old]
    right = [one for index, one in enumerate(new) if index not in paired_new]
    changes = [Change(old[a], new[b], 1.0) for a, b in pairs]
    similar = _pair_similar(left, right, similar_from)
    changes += [Change(left[a], right[b], how) for a, b, how in similar]
    gone, come = {a for a, _, _ in similar}, {b for _, b, _ in similar}
    changes += [Change(one, None) for index, one in enumerate(left) if index not in gone]
    changes += [Change(None, one) for index, one in enumerate(right) if index not in come]
    return sorted(changes, key=_order)


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
        places.setdefault(_plain(one), []).append(index)
    pairs = []
    for index, one in enumerate(new):
        if waiting := places.get(_plain(one)):
            pairs.append((waiting.pop(0), index))
    return pairs


def _pair_similar(
    old: Sequence[StatementView], new: Sequence[StatementView], similar_from: float
) -> list[tuple[int, int, float]]:
    """Pair what is left, the most similar first; only where babies are concerned in one of them."""
    words = [Counter(_words(one["text"])) for one in old]
    homes: dict[str, set[int]] = {}
    for index, bag in enumerate(words):
        for word in bag:
            homes.setdefault(word, set()).add(index)
    found = []
    for b, one in enumerate(new):
        for a in _find_candidates(one, words, homes, similar_from):
            if worth(one) == 0.0 == worth(old[a]):
                continue
            how = _similarity(old[a], one)
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
    bag = Counter(_words(one["text"]))
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


def _similarity(old: StatementView, new: StatementView) -> float:
    """Compare two wordings word by word, in order."""
    return SequenceMatcher(None, _words(old["text"]), _words(new["text"]), autojunk=False).ratio()


def _plain(statement: StatementView) -> str:
    """Write a statement so that typography makes no difference."""
    return " ".join(_words(statement["text"]))


@lru_cache(maxsize=_KNOWN_TEXTS)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_SIGNS.sub(" ", text).casefold().split())


def _version(view: AuditView) -> VersionView:
    document = view["document"]
    return {
        "name": document["name"],
        "title": document["title"],
        "sha256": document["sha256"],
        "pages": document["pages"],
        "pages_unread": document["pages_unread"],
        "words": document["words"],
        "verdict": view["verdict"],
        "verdict_because": view["verdict_because"],
        "score": view["score"],
        "counts": view["counts"],
        "flags": [flag["id"] for flag in view["flags"]],
    }


def _compare_verdicts(old: AuditView, new: AuditView, rules: Rules) -> VerdictChangeView:
    """Compare verdicts by their order in the rubric, the best first."""
    ranks = {rule.id: -index for index, rule in enumerate(rules.rubric.verdict)}
    before, after = ranks.get(old["verdict"]), ranks.get(new["verdict"])
    return {"old": old["verdict"], "new": new["verdict"], "change": _direction(before, after)}


def _compare_scores(old: AuditView, new: AuditView) -> ScoreChangeView:
    before, after = old["score"]["value"], new["score"]["value"]
    if before is None or after is None:
        return {"old": before, "new": after, "change": None}
    return {"old": before, "new": after, "change": round(after - before, 1)}


def _compare_criteria(old: AuditView, new: AuditView) -> list[CriterionChangeView]:
    before = {one["id"]: one for one in old["criteria"]}
    return [_compare_criterion(before.get(one["id"]), one) for one in new["criteria"]]


def _compare_criterion(old: CriterionView | None, new: CriterionView) -> CriterionChangeView:
    level = old["level"] if old else None
    return {
        "id": new["id"],
        "title": new["title"],
        "weight": new["weight"],
        "old": level,
        "new": new["level"],
        "change": _direction(level, new["level"]),
        "old_evidence": old["evidence"] if old else [],
        "new_evidence": new["evidence"],
    }


def _direction(before: int | None, after: int | None) -> Direction:
    if before is None or after is None:
        return "same" if before == after else "unknown"
    return "up" if after > before else "down" if after < before else "same"


def _compare_flags(old: AuditView, new: AuditView) -> FlagChangesView:
    before = [flag["id"] for flag in old["flags"]]
    after = [flag["id"] for flag in new["flags"]]
    return {
        "gone": [id for id in before if id not in after],
        "new": [id for id in after if id not in before],
        "kept": [id for id in before if id in after],
    }
