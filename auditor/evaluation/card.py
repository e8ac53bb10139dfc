"""The card that goes with weights: what they were learnt from, and how they did in folds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from auditor.evaluation.agreement import Estimate
from auditor.evaluation.gold import Pair
from auditor.evaluation.scoring import Scores, score_pairs
from auditor.rules.card import Card, Figure

ALL = "all"


def make_card(
    pairs: Sequence[Pair], criteria: Sequence[str], *, weights: str, judged_by: str, folds: int
) -> Card:
    """Return the card of weights whose judgements in folds are given; `weights` is their SHA-256."""
    counts = Counter(pair.gold.source for pair in pairs)
    figures: list[Figure] = []
    for source in (*sorted(counts), ALL):
        part = [pair for pair in pairs if source in (ALL, pair.gold.source)]
        figures += _figures(source, score_pairs(part, criteria))
    learnt = tuple(f"{source}: {counts[source]} statements" for source in sorted(counts))
    return Card(judged_by, learnt, len(pairs), folds, weights, tuple(figures))


def _figures(source: str, scores: Scores) -> Iterator[Figure]:
    reaches = {one.label: one for one in scores.reaches}
    measured: list[tuple[str, Estimate, int]] = [
        ("explicit F1", reaches["explicit"].f1, reaches["explicit"].gold),
        ("excluded F1", reaches["excluded"].f1, reaches["excluded"].gold),
    ]
    for agreement, name, measure in (
        (scores.reach, "reach macro-F1", "macro-F1"),
        (scores.topic, "topic accuracy", "accuracy"),
        (scores.strength, "strength kappa", "quadratic weighted kappa"),
    ):
        measured.append((name, dict(agreement.measures)[measure], agreement.statements))
    measured.append(("criteria micro-F1", scores.criteria_micro.f1, scores.statements))
    for name, one, counted in measured:
        if one.value is not None:
            low, high = one.low or 0.0, one.high or 0.0
            yield Figure(source, name, round(one.value, 3), round(low, 3), round(high, 3), counted)


def write_card(card: Card) -> str:
    """Return a card as a TOML file."""
    lines = [
        "# The card of judge.npz: what the judge's weights were learnt from, by whom it was labelled, and",
        "# how they did in folds: on statements whose pair and document the weights had not seen.",
        "# Written by `auditor train`.",
        "",
        _line("judged_by", card.judged_by),
        "learnt_from = [",
        *(f"  {_written(one)}," for one in card.learnt_from),
        "]",
        *(_line(key, getattr(card, key)) for key in ("statements", "folds", "weights")),
    ]
    for one in card.figure:
        lines += ["", "[[figure]]", *(_line(*entry) for entry in asdict(one).items())]
    return "\n".join(lines) + "\n"


def _line(key: str, value: str | float) -> str:
    return f"{key} = {_written(value)}"


def _written(value: str | float) -> str:
    return json.dumps(value, ensure_ascii=False)
