"""Two versions of one document, statement by statement: what babies gained and lost.

`compare(old, new, rules)` takes two audits as plain data (`auditor.report.view.view_of`, or
an audit in JSON read back) and answers with plain data again, which is the JSON of
`auditor compare --format json` and all that the comparison's page sees:

    {
      "schema_version": "1.0",
      "tool": {... of the new audit ...},
      "old": VERSION, "new": VERSION,
      "same_rules": true,              false: the audits were made by different word lists, rubric
                                       or version, so that differences may come from those
      "verdict": {"old": "mentioned", "new": "committed", "change": "up"},
      "score":   {"old": 12.5, "new": 37.5, "change": 25.0},      null where it cannot be told
      "counts":  {"gained": 3, "lost": 1, "strengthened": 2, "weakened": 0, "same": 11,
                  "reworded": 2},      `reworded` are among `same`: other words, same judgement
      "criteria": [{"id": "access", "title": "...", "weight": 12, "old": 0, "new": 3,
                    "change": "up", "old_evidence": ["s0012"], "new_evidence": ["s0034"]},
                   ... all sixteen, in the order of the new audit ...],
      "flags": {"gone": ["excludes"], "new": ["draft"], "kept": ["pages_unread"]},
      "gained":       [CHANGE, ...],   names babies now and did not; or an exclusion is gone
      "lost":         [CHANGE, ...],   named babies and does no longer; or an exclusion is new
      "strengthened": [CHANGE, ...],   names babies in both, and goes further now
      "weakened":     [CHANGE, ...],   names babies in both, and goes less far now
      "reworded":     [CHANGE, ...]    says the same of babies in other words
    }

    VERSION = {"name", "title", "sha256", "pages", "pages_unread": [...], "words", "verdict",
               "verdict_because", "score": {...}, "counts": {...}, "flags": ["excludes", ...]}
               (each as in the audit)
    CHANGE  = {"kind": "added" | "removed" | "changed", "old": STATEMENT or null,
               "new": STATEMENT or null, "similar": 0.83}

`change` is "up", "down", "same", or "unknown" where one side cannot be told or does not apply.
STATEMENT is a statement as it stands in the audit. `kind` is "changed" where an old wording and
a new one belong together ("children and young people" became "infants, children and young
people"), with how similar they are. Lists of `gained` and `strengthened` are in the order of
the new version, `lost` and `weakened` in that of the old. Only statements that count are
compared: no repeats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from auditor.rules import Rules

View = dict[str, Any]
_WORTH = {"excluded": -1.0, "nominal": 0.5, "early_years": 0.5}
"""What a statement is worth to babies; one that names them, from 0.75 to 4."""
_CANDIDATES = 8
"""How many statements with the most words in common are looked at closely."""


@dataclass(frozen=True, slots=True)
class Change:
    """An old and a new statement that belong together, or one without the other."""

    old: View | None
    new: View | None
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
    def direction(self) -> str:
        """What the change is to babies: the name of its list."""
        if self.before == self.after:
            return "same"
        named_before, named_after = self.before > 0, self.after > 0
        if named_before and named_after:
            return "strengthened" if self.after > self.before else "weakened"
        return "gained" if self.after > self.before else "lost"

    def as_plain(self) -> View:
        """Give the change as plain data."""
        kind = "added" if self.old is None else "removed" if self.new is None else "changed"
        return {"kind": kind, "old": self.old, "new": self.new, "similar": round(self.similar, 2)}


def worth(statement: View | None) -> float:
    """Order statements by what they are worth to babies.

    An exclusion is below silence, a range above it; naming babies on another subject is
    above a range, and about mental health it is as strong as it goes.
    """
    if statement is None:
        return 0.0
    if statement["reach"] == "explicit":
        return float(statement["strength"]) if statement["topic"] == "mental" else 0.75
    return _WORTH.get(statement["reach"], 0.0)


def compare(old: View, new: View, rules: Rules) -> View:
    """Say what babies gained and lost from one audit to the next."""
    changes = align(_counting(old), _counting(new), rules.rubric.limits.similar_from)
    lists = {
        name: [one for one in changes if one.direction == name]
        for name in ("gained", "lost", "strengthened", "weakened", "same")
    }
    reworded = [one for one in lists["same"] if one.similar < 1.0 and one.before != 0.0]
    listed = {name: lists[name] for name in ("gained", "lost", "strengthened", "weakened")}
    return {
        "schema_version": "1.0",
        "tool": new["tool"],
        "old": _version(old), "new": _version(new),
        "same_rules": old["tool"] == new["tool"],
        "verdict": _compare_verdicts(old, new, rules),
        "score": _compare_scores(old, new),
        "counts": {
            **{name: len(found) for name, found in listed.items()},
            "same": sum(1 for one in lists["same"] if one.before != 0.0),
            "reworded": len(reworded),
        },
        "criteria": _compare_criteria(old, new),
        "flags": _compare_flags(old, new),
        **{name: [one.as_plain() for one in found] for name, found in listed.items()},
        "reworded": [one.as_plain() for one in reworded],
    }


def _counting(view: View) -> list[View]:
    return [one for one in view["statements"] if not one.get("repeat_of")]


def align(old: Sequence[View], new: Sequence[View], similar_from: float) -> list[Change]:
    """Pair old and new statements: the same words first, then the most similar ones."""
    pairs = _pair_same(old, new)
    left = [one for index, one in enumerate(old) if index not in {a for a, _ in pairs}]
    right = [one for index, one in enumerate(new) if index not in {b for _, b in pairs}]
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
    shown = first or change.old or change.new or {}
    return (str(shown["id"]).rjust(12), str((change.old or shown)["id"]).rjust(12))


def _pair_same(old: Sequence[View], new: Sequence[View]) -> list[tuple[int, int]]:
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
    old: Sequence[View], new: Sequence[View], similar_from: float
) -> list[tuple[int, int, float]]:
    """Pair what is left, the most similar first; only where babies are concerned in one of them."""
    words = [Counter(_plain(one).split()) for one in old]
    homes: dict[str, set[int]] = {}
    for index, bag in enumerate(words):
        for word in bag:
            homes.setdefault(word, set()).add(index)
    found = []
    for b, one in enumerate(new):
        for a in _find_candidates(one, words, homes):
            if worth(one) == 0.0 == worth(old[a]):
                continue
            how = _similarity(old[a], one)
            if how >= similar_from:
                found.append((how, a, b))
    return _take_best(found)


def _find_candidates(
    one: View, words: Sequence[Counter[str]], homes: dict[str, set[int]]
) -> Iterable[int]:
    """Find the old statements that share the most words with a new one."""
    bag = Counter(_plain(one).split())
    shared: Counter[int] = Counter()
    for word, count in bag.items():
        for index in homes.get(word, ()):
            shared[index] += min(count, words[index][word])
    total = bag.total()
    ranked = sorted(shared, key=lambda index: (
        -2 * shared[index] / (total + words[index].total()), index
    ))
    return ranked[:_CANDIDATES]


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


def _similarity(old: View, new: View) -> float:
    """Compare two wordings word by word, in order."""
    return SequenceMatcher(None, _plain(old).split(), _plain(new).split(), autojunk=False).ratio()


def _plain(statement: View) -> str:
    """Write a statement so that typography makes no difference."""
    kept = (char if char.isalnum() or char.isspace() else " " for char in statement["text"])
    return " ".join("".join(kept).casefold().split())


def _version(view: View) -> View:
    document = view["document"]
    return {
        **{key: document[key] for key in
           ("name", "title", "sha256", "pages", "pages_unread", "words")},
        **{key: view[key] for key in ("verdict", "verdict_because", "score", "counts")},
        "flags": [flag["id"] for flag in view["flags"]],
    }


def _compare_verdicts(old: View, new: View, rules: Rules) -> View:
    """Compare verdicts by their order in the rubric, the best first."""
    ranks = {rule.id: -index for index, rule in enumerate(rules.rubric.verdict)}
    before, after = ranks.get(old["verdict"]), ranks.get(new["verdict"])
    return {"old": old["verdict"], "new": new["verdict"], "change": _direction(before, after)}


def _compare_scores(old: View, new: View) -> View:
    before, after = old["score"]["value"], new["score"]["value"]
    known = before is not None and after is not None
    return {"old": before, "new": after, "change": round(after - before, 1) if known else None}


def _compare_criteria(old: View, new: View) -> list[View]:
    before = {one["id"]: one for one in old["criteria"]}
    return [_compare_criterion(before.get(one["id"]), one) for one in new["criteria"]]


def _compare_criterion(old: View | None, new: View) -> View:
    level = old["level"] if old else None
    return {
        "id": new["id"], "title": new["title"], "weight": new["weight"],
        "old": level, "new": new["level"], "change": _direction(level, new["level"]),
        "old_evidence": old["evidence"] if old else [], "new_evidence": new["evidence"],
    }


def _direction(before: int | None, after: int | None) -> str:
    if before is None or after is None:
        return "same" if before == after else "unknown"
    return "up" if after > before else "down" if after < before else "same"


def _compare_flags(old: View, new: View) -> View:
    before = [flag["id"] for flag in old["flags"]]
    after = [flag["id"] for flag in new["flags"]]
    return {
        "gone": [id for id in before if id not in after],
        "new": [id for id in after if id not in before],
        "kept": [id for id in before if id in after],
    }
