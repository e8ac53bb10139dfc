"""Measures of agreement agree with what textbooks and hand calculation give."""

from __future__ import annotations

import numpy as np
import pytest

from auditor.evaluation.agreement import (
    accuracy,
    estimate,
    kappa,
    macro_f1,
    quadratic_kappa,
    share,
    table,
)


def test_wilson_intervals_stay_between_nought_and_one() -> None:
    """Ten of ten is not a certainty."""
    all_right = share(10, 10)
    assert all_right.value == 1.0 and all_right.high == pytest.approx(1.0)
    assert all_right.low == pytest.approx(0.7225, abs=1e-4)
    assert share(0, 0).value is None


def test_tables_count_gold_in_rows() -> None:
    """Two labels, three statements."""
    counts = table(["a", "a", "b"], ["a", "b", "b"], ["a", "b"])
    assert counts.tolist() == [[1, 1], [0, 1]]
    assert accuracy(counts) == pytest.approx(2 / 3)


def test_kappa_of_a_constant_guess_is_nought() -> None:
    """A guess that never varies agrees by chance only."""
    assert kappa(np.array([[90, 0], [10, 0]])) == 0.0
    assert quadratic_kappa(np.array([[3, 0, 0], [3, 0, 0], [3, 0, 0]])) == 0.0


def test_quadratic_kappa_forgives_near_misses() -> None:
    """One step off weighs less than three."""
    near = np.diag([5, 5, 5, 5])
    near[0, 1] = 2
    far = np.diag([5, 5, 5, 5])
    far[0, 3] = 2
    assert 1.0 > quadratic_kappa(near) > quadratic_kappa(far)


def test_quadratic_kappa_agrees_with_a_worked_example() -> None:
    """By hand: observed 2 of 9 squared steps, expected 12 of 9."""
    counts = np.array([[2, 1, 0], [0, 3, 0], [0, 1, 2]])
    rows, columns = counts.sum(1), counts.sum(0)
    steps = (np.arange(3)[:, None] - np.arange(3)) ** 2
    expected = (steps * np.outer(rows, columns) / 9).sum()
    assert quadratic_kappa(counts) == pytest.approx(1 - 2 / expected)


def test_macro_f1_averages_over_labels_in_use() -> None:
    """A label that nobody used says nothing."""
    assert macro_f1(np.array([[4, 0, 0], [0, 4, 0], [0, 0, 0]])) == 1.0
    assert macro_f1(np.array([[4, 0, 0], [4, 0, 0], [0, 0, 0]])) == pytest.approx((2 / 3) / 2)


def test_the_same_labels_give_the_same_interval() -> None:
    """The bootstrap has a fixed seed, and holds the value."""
    counts = np.array([[40, 5], [8, 30]])
    first = estimate(counts, kappa)
    assert first == estimate(counts, kappa)
    assert first.value is not None and first.low is not None and first.high is not None
    assert first.low < first.value < first.high
