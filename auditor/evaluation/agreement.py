"""How far two series of labels agree, with 95 % intervals.

Shares have Wilson intervals. Measures that are no shares (F1, kappa) have bootstrap
intervals: statements drawn again with replacement, from a fixed seed, so that the
same labels give the same interval.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DRAWS = 1000
SEED = 20260101
Z = 1.959964
Counts = NDArray[np.int64]
Measure = Callable[[Counts], float]
"""From a table of counts, rows gold and columns said, to a number."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its 95 % interval; None where there is nothing to count."""

    value: float | None
    low: float | None = None
    high: float | None = None

    def as_plain(self) -> dict[str, float | None]:
        """Give the three numbers, to four decimals."""
        numbers = {"value": self.value, "low": self.low, "high": self.high}
        return {key: None if x is None else round(x, 4) for key, x in numbers.items()}


def share(part: int, whole: int) -> Estimate:
    """Estimate a share, with its Wilson interval.

    >>> share(9, 10).as_plain()
    {'value': 0.9, 'low': 0.5958, 'high': 0.9821}
    """
    if not whole:
        return Estimate(None)
    p = part / whole
    centre = (p + Z * Z / (2 * whole)) / (1 + Z * Z / whole)
    half = Z * math.sqrt(p * (1 - p) / whole + Z * Z / (4 * whole * whole)) / (1 + Z * Z / whole)
    return Estimate(p, max(0.0, centre - half), min(1.0, centre + half))


def table(gold: Sequence[object], said: Sequence[object], labels: Sequence[object]) -> Counts:
    """Count pairs of labels: rows as gold says, columns as the auditor says."""
    index = {label: position for position, label in enumerate(labels)}
    codes = [len(labels) * index[g] + index[s] for g, s in zip(gold, said, strict=True)]
    size = len(labels) ** 2
    return np.bincount(np.array(codes, dtype=np.int64), minlength=size).reshape(-1, len(labels))


def estimate(counts: Counts, measure: Measure) -> Estimate:
    """Estimate a measure of agreement, with its bootstrap interval."""
    total = int(counts.sum())
    if not total:
        return Estimate(None)
    generator = np.random.default_rng(SEED)
    drawn = generator.multinomial(total, (counts / total).ravel(), size=DRAWS)
    values = np.array([measure(one.reshape(counts.shape)) for one in drawn])
    low, high = np.nanquantile(values, (0.025, 0.975))
    return Estimate(measure(counts), float(low), float(high))


def accuracy(counts: Counts) -> float:
    """Give the share on which both agree."""
    return float(np.trace(counts) / max(counts.sum(), 1))


def f1_of(row: int) -> Measure:
    """Make the measure F1 of one label.

    >>> round(f1_of(0)(np.array([[8, 2], [2, 8]])), 2)
    0.8
    """
    return lambda counts: _f1(counts)[row]


def macro_f1(counts: Counts) -> float:
    """Average F1 over the labels that either side used."""
    used = (counts.sum(0) + counts.sum(1)) > 0
    return float(np.mean(np.array(_f1(counts))[used])) if used.any() else 0.0


def _f1(counts: Counts) -> list[float]:
    both = np.diag(counts)
    either = counts.sum(0) + counts.sum(1)
    return [float(2 * b / e) if e else 0.0 for b, e in zip(both, either, strict=True)]


def kappa(counts: Counts) -> float:
    """Give Cohen's kappa: agreement beyond what chance would give.

    >>> round(kappa(np.array([[20, 5], [10, 15]])), 2)
    0.4
    """
    return _kappa(counts, 1.0 - np.eye(len(counts)))


def quadratic_kappa(counts: Counts) -> float:
    """Give Cohen's kappa with squared distances: a near miss counts for little.

    >>> quadratic_kappa(np.diag([5, 5, 5, 5]))
    1.0
    >>> quadratic_kappa(np.array([[5, 0], [5, 0]]))
    0.0
    """
    steps = np.arange(len(counts), dtype=float)
    return _kappa(counts, (steps[:, None] - steps[None, :]) ** 2)


def _kappa(counts: Counts, weights: NDArray[np.float64]) -> float:
    total = counts.sum()
    if not total:
        return 0.0
    expected = np.outer(counts.sum(1), counts.sum(0)) / total
    by_chance = float((weights * expected).sum())
    if by_chance == 0.0:
        return 1.0 if np.trace(counts) == total else 0.0
    return 1.0 - float((weights * counts).sum()) / by_chance
