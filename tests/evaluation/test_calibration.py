"""Chances that are too sure are made less so; those that come true stay."""

from __future__ import annotations

import numpy as np
import pytest

from auditor.evaluation.calibration import fit_temperature


def drawn(sure: float, count: int = 4000) -> tuple[np.ndarray, np.ndarray]:
    """Draw answers to three labels, and sums that are `sure` times as sure as they may be."""
    random = np.random.default_rng(7)
    sums = random.normal(size=(count, 3)) * 2
    chances = np.exp(sums) / np.exp(sums).sum(axis=1, keepdims=True)
    answers = np.array([random.choice(3, p=row) for row in chances])
    return sums * sure, answers


@pytest.mark.parametrize("sure", [0.5, 1.0, 2.0, 3.0])
def test_the_temperature_takes_back_what_is_too_sure(sure: float) -> None:
    """Sums that are twice as sure as they may be are halved."""
    temperature, shift = fit_temperature(*drawn(sure))
    assert temperature == pytest.approx(sure, rel=0.15) and shift == 0.0


def test_a_question_of_yes_and_no_is_shifted_too() -> None:
    """Sums that say yes too often are moved towards no."""
    random = np.random.default_rng(7)
    sums = random.normal(size=(6000, 1)) * 2
    answers = (random.random(6000) < 1 / (1 + np.exp(-sums[:, 0]))).astype(int)
    temperature, shift = fit_temperature(sums + 1.0, answers)
    assert shift == pytest.approx(-1.0, abs=0.2) and temperature == pytest.approx(1.0, rel=0.2)
