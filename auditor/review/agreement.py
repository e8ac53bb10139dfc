"""How far two coders agree: plain agreement, and Cohen's kappa, which takes chance away."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.report.data.audit_json import read_audit_json
from auditor.report.views.audit import StatementView
from auditor.review.decisions import Decision, Labels, key_of
from auditor.review.reading import read_reviews
from auditor.review.settling import outcome


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two coders on one kind of label."""

    name: str
    items: int
    same: int
    kappa: float | None
    """None where there is nothing to compare, or only one label was ever used."""

    @property
    def share(self) -> float | None:
        """The share on which they say the same; None of nothing."""
        return self.same / self.items if self.items else None


@dataclass(frozen=True, slots=True)
class Compared:
    """Two coders on everything that both labelled."""

    shared: int
    only_first: int
    only_second: int
    labels: tuple[Agreement, ...]
    differ: tuple[tuple[str, Labels, Labels], ...]
    """The statements on which they differ, with what each said."""


def cohens_kappa(
    first: Sequence[Hashable], second: Sequence[Hashable], *, weights: str = "none"
) -> float | None:
    """Work out Cohen's kappa; with quadratic weights for numbers on a scale.

    >>> cohens_kappa("aabb", "aaba"), cohens_kappa("aa", "aa")
    (0.5, None)
    """
    count = len(first)
    if not count:
        return None
    apart = _squared if weights == "quadratic" else operator.ne
    observed = sum(apart(a, b) for a, b in zip(first, second, strict=True)) / count
    ours, theirs = Counter(first), Counter(second)
    expected = sum(ours[a] * theirs[b] * apart(a, b) for a in ours for b in theirs) / count**2
    return None if expected == 0 else round(1 - observed / expected, 4)


def _squared(a: Any, b: Any) -> float:
    return float((a - b) ** 2)


def compare_coders(first: Mapping[str, Labels], second: Mapping[str, Labels]) -> Compared:
    """Compare two coders on the statements that both labelled."""
    shared = [key for key in first if key in second]
    pairs = [(first[key], second[key]) for key in shared]
    both = [(a, b) for a, b in pairs if a.reach == b.reach == "explicit"]
    return Compared(
        len(shared),
        len(first) - len(shared),
        len(second) - len(shared),
        (
            _agree("reach", [(a.reach, b.reach) for a, b in pairs]),
            _agree("topic", [(a.topic, b.topic) for a, b in both]),
            _agree("strength", [(a.strength or 0, b.strength or 0) for a, b in both], "quadratic"),
            _agree("criteria", list(_criteria_pairs(both))),
        ),
        tuple((key, first[key], second[key]) for key in shared if first[key] != second[key]),
    )


def _agree(name: str, pairs: Sequence[tuple[Any, Any]], weights: str = "none") -> Agreement:
    ours, theirs = [a for a, _ in pairs], [b for _, b in pairs]
    same = sum(a == b for a, b in pairs)
    return Agreement(name, len(pairs), same, cohens_kappa(ours, theirs, weights=weights))


def _criteria_pairs(pairs: Sequence[tuple[Labels, Labels]]) -> Iterable[tuple[bool, bool]]:
    """Ask of each statement and each criterion that either named: did both name it?"""
    named = sorted({id for a, b in pairs for id in (*(a.criteria or ()), *(b.criteria or ()))})
    return ((id in (a.criteria or ()), id in (b.criteria or ())) for a, b in pairs for id in named)


def read_coder(path: Path) -> tuple[dict[str, Labels], dict[str, str]]:
    """Read what one coder said of each statement, and the words, from a sheet or an audit.

    An audit as JSON stands for the machine, unless it holds nothing but rows of a sheet.

    Raises:
        UsageError: there is no such file.
        DataError: a row cannot be understood.

    """
    if path.suffix.lower() == ".json":
        view = read_audit_json(path)
        said = {key_of(one["text"]): one for one in (*view["near_misses"], *view["statements"])}
        texts = {key: one["text"] for key, one in said.items()}
        return {key: _said(one) for key, one in said.items()}, texts
    return _decided(read_reviews(path, coding=True).decisions)


def _said(one: StatementView) -> Labels:
    return Labels(one["reach"], one["topic"], one["strength"] or 0, tuple(sorted(one["criteria"])))


def _decided(decisions: Iterable[Decision]) -> tuple[dict[str, Labels], dict[str, str]]:
    """Take a coder's last word on each statement."""
    found: dict[str, Labels] = {}
    texts: dict[str, str] = {}
    for decision in decisions:
        if decision.target.kind == "statement":
            found[decision.target.key] = outcome(decision, Labels())
            texts[decision.target.key] = decision.target.text
    return found, texts
