"""The features of a statement weighed: what is known of it, and what that makes of a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from auditor.language.judging.features import BLOCK_WEIGHTS, Statement, find_features
from auditor.language.marking.annotated_text import Span
from auditor.rules.weights import Question

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The features of a statement that the judge has learnt, and how much each counts."""

    names: tuple[str, ...]
    rows: NDArray[np.int64]
    counts: Floats
    """By how much the weights of each feature are multiplied: blocks weigh as a whole."""
    spans: tuple[Span, ...]


def weigh(statement: Statement, index: Mapping[str, int]) -> Weighed:
    """Return the features of a statement that have weights, and how much each counts."""
    names: list[str] = []
    spans: list[Span] = []
    counts: list[float] = []
    for block, weight in zip(find_features(statement, index), BLOCK_WEIGHTS, strict=True):
        known = [name for name in block if name in index]
        names += known
        spans += map(block.__getitem__, known)
        counts += [weight / max(1, len(known)) ** 0.5] * len(known)
    rows = np.array([index[name] for name in names], dtype=np.int64)
    return Weighed(tuple(names), rows, np.array(counts, dtype=np.float32), tuple(spans))


def sums_of(question: Question, weighed: Weighed) -> Floats:
    """Return what speaks for each label, in all."""
    return cast("Floats", weighed.counts @ question.table[weighed.rows] + question.bias)


def chance_of_yes(question: Question, weighed: Weighed, rarer: float = 0.0) -> float:
    """Return the chance that a question of yes or no is answered yes."""
    total = float(sums_of(question, weighed)[0]) / question.temperature + rarer
    return float(1 / (1 + np.exp(-np.clip(total, -30, 30))))


def softmax(sums: Floats) -> Floats:
    """Return chances that add up to one."""
    raised = np.exp(sums - sums.max())
    return cast("Floats", raised / raised.sum())
