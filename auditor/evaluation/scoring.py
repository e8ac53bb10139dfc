"""Labels held against gold: precision, recall and agreement for each kind of label."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from auditor.evaluation.agreement import (
    Estimate,
    accuracy,
    estimate,
    f1_of,
    kappa,
    macro_f1,
    quadratic_kappa,
    share,
    table,
)
from auditor.evaluation.gold import GoldStatement, Pair
from auditor.records import REACHES
from auditor.rules import Rules

STRENGTHS = (1, 2, 3, 4)
TOPICS = ("mental", "other")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Edges of the groups in which confidences are held against how often they were right."""


@dataclass(frozen=True, slots=True)
class LabelScore:
    """How well one label is found."""

    label: str
    gold: int
    said: int
    both: int
    precision: Estimate
    recall: Estimate
    f1: Estimate


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a kind of label agrees, over the statements that it is counted on."""

    statements: int
    measures: tuple[tuple[str, Estimate], ...]


@dataclass(frozen=True, slots=True)
class GroupScore:
    """How well explicit statements are found in one part of the gold set."""

    kind: str
    name: str
    statements: int
    explicit: LabelScore
    reach: Agreement


@dataclass(frozen=True, slots=True)
class Reliability:
    """Judgements of about one confidence, and how many of them are right."""

    low: float
    high: float
    statements: int
    confidence: float
    right: Estimate


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything that is said of labels held against gold."""

    statements: int
    reaches: tuple[LabelScore, ...]
    reach: Agreement
    topic: Agreement
    strength: Agreement
    criteria: tuple[LabelScore, ...]
    criteria_micro: LabelScore
    groups: tuple[GroupScore, ...]
    reliability: tuple[Reliability, ...]


def label_gold(gold: Sequence[GoldStatement], rules: Rules) -> tuple[Pair, ...]:
    """Judge every statement of a gold set."""
    from auditor.language.statements import judge_all

    said = judge_all((one.passage for one in gold), rules)
    return tuple(Pair(one, judgement) for one, judgement in zip(gold, said, strict=True))


def score_pairs(pairs: Sequence[Pair], criteria: Iterable[str]) -> Scores:
    """Hold judgements against gold."""
    both_explicit = [pair for pair in pairs if pair.gold.reach == "explicit" == pair.said.reach]
    scored = tuple(_score(pairs, criterion) for criterion in criteria)
    return Scores(
        statements=len(pairs),
        reaches=tuple(_score(pairs, reach) for reach in REACHES),
        reach=_agree_on_reach(pairs),
        topic=_agree(
            both_explicit,
            lambda said: said.topic,
            TOPICS,
            (("accuracy", accuracy), ("macro-F1", macro_f1), ("kappa", kappa)),
        ),
        strength=_agree(
            both_explicit,
            lambda said: said.strength,
            STRENGTHS,
            (("exact", accuracy), ("quadratic weighted kappa", quadratic_kappa)),
        ),
        criteria=scored,
        criteria_micro=_label_score(
            "all criteria",
            sum(one.gold for one in scored),
            sum(one.said for one in scored),
            sum(one.both for one in scored),
            _micro_f1(pairs),
        ),
        groups=tuple(_score_groups(pairs)),
        reliability=tuple(_find_reliability(pairs)),
    )


def _score(pairs: Sequence[Pair], label: str) -> LabelScore:
    """Score a reach or a criterion; none is called like one of the other."""
    gold = [label in (pair.gold.reach, *pair.gold.criteria) for pair in pairs]
    said = [label in (pair.said.reach, *pair.said.criteria) for pair in pairs]
    counts = table(gold, said, (True, False))
    f1 = estimate(counts, f1_of(0)) if sum(gold) + sum(said) else Estimate(None)
    return _label_score(label, sum(gold), sum(said), int(counts[0, 0]), f1)


def _label_score(label: str, gold: int, said: int, both: int, f1: Estimate) -> LabelScore:
    return LabelScore(label, gold, said, both, share(both, said), share(both, gold), f1)


def _micro_f1(pairs: Sequence[Pair]) -> Estimate:
    """Estimate F1 over all pairs of statement and criterion; statements are drawn again."""
    counts = np.array(
        [
            (
                len(set(pair.gold.criteria) & set(pair.said.criteria)),
                len(set(pair.gold.criteria)),
                len(set(pair.said.criteria)),
            )
            for pair in pairs
        ]
    ).reshape(-1, 3)
    if not counts[:, 1:].sum():
        return Estimate(None)
    from auditor.evaluation.agreement import DRAWS, SEED

    drawn = np.random.default_rng(SEED).integers(len(counts), size=(DRAWS, len(counts)))
    sums = counts[drawn].sum(axis=1)
    values = 2 * sums[:, 0] / np.maximum(sums[:, 1] + sums[:, 2], 1)
    low, high = np.quantile(values, (0.025, 0.975))
    both, gold, said = counts.sum(axis=0)
    return Estimate(float(2 * both / (gold + said)), float(low), float(high))


def _agree_on_reach(pairs: Sequence[Pair]) -> Agreement:
    return _agree(
        pairs,
        lambda said: said.reach,
        REACHES,
        (("accuracy", accuracy), ("macro-F1", macro_f1), ("kappa", kappa)),
    )


def _agree(
    pairs: Sequence[Pair],
    label: Callable[..., object],
    labels: Sequence[object],
    measures: Sequence[tuple[str, Callable[..., float]]],
) -> Agreement:
    gold, said = [label(pair.gold) for pair in pairs], [label(pair.said) for pair in pairs]
    counts = table(gold, said, labels)
    return Agreement(
        len(pairs), tuple((name, estimate(counts, measure)) for name, measure in measures)
    )


def _score_groups(pairs: Sequence[Pair]) -> Iterable[GroupScore]:
    """Score the parts of the gold set: by file, place, length and stratum."""
    kinds: tuple[tuple[str, Callable[[GoldStatement], str]], ...] = (
        ("file", lambda gold: gold.source),
        ("place", lambda gold: gold.place),
        ("length", lambda gold: gold.length),
        ("stratum", lambda gold: gold.stratum),
    )
    for kind, name_of in kinds:
        for name in dict.fromkeys(sorted(name_of(pair.gold) for pair in pairs)):
            part = [pair for pair in pairs if name_of(pair.gold) == name]
            yield GroupScore(kind, name, len(part), _score(part, "explicit"), _agree_on_reach(part))


def _find_reliability(pairs: Sequence[Pair]) -> Iterable[Reliability]:
    """Hold confidences against how often the reach was right."""
    for low, high in itertools.pairwise(BINS):
        last = high == BINS[-1]
        part = [
            pair
            for pair in pairs
            if low <= pair.said.confidence < high or (last and pair.said.confidence >= high)
        ]
        if part:
            right = sum(pair.gold.reach == pair.said.reach for pair in part)
            mean = sum(pair.said.confidence for pair in part) / len(part)
            yield Reliability(low, high, len(part), mean, share(right, len(part)))
