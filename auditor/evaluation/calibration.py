"""Sums made into chances that come true: a temperature, and for yes and no a shift."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from auditor.evaluation.material import Material, asked_of
from auditor.rules.weights import Question

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_TEMPERATURES = np.linspace(0.4, 4.0, 181)
_SHIFTS = np.linspace(-2.5, 2.5, 101)
Calibration = dict[str, tuple[float, float]]
"""For each question the temperature, and by how much its bias is shifted."""


class Learner(Protocol):
    """Somebody who has learnt from all folds but one."""

    questions: dict[str, Question]

    def sums(self, name: str, material: Material, rows: Sequence[int]) -> Floats:
        """Return what speaks for each label of some statements."""


def calibrate(learners: Sequence[Learner], material: Material) -> Calibration:
    """Return for each question what makes its chances come true in folds."""
    return {name: _calibrate(name, learners, material) for name in learners[0].questions}


def _calibrate(name: str, learners: Sequence[Learner], material: Material) -> tuple[float, float]:
    is_asked, answer = asked_of(name)
    sums, answers = [], []
    for learner, (_, test) in zip(learners, material.parts(), strict=True):
        rows = [int(at) for at in test if is_asked(material.gold[at])]
        sums.append(learner.sums(name, material, rows))
        answers += [answer(material.gold[at]) for at in rows]
    return fit_temperature(np.concatenate(sums), np.array(answers))


def calibrated(questions: Mapping[str, Question], found: Calibration) -> dict[str, Question]:
    """Return questions with their calibration."""
    return {
        name: replace(
            one,
            temperature=found[name][0],
            bias=(one.bias + found[name][1]).astype(np.float32),
        )
        for name, one in questions.items()
    }


def fit_temperature(sums: Floats, answers: NDArray[np.int64]) -> tuple[float, float]:
    """Return the temperature, and for yes and no the shift, under which the answers are likeliest."""
    if sums.shape[1] > 1:
        losses = [_loss(sums / heat, answers) for heat in _TEMPERATURES]
        return round(float(_TEMPERATURES[int(np.argmin(losses))]), 3), 0.0
    best = min(
        (
            _binary_loss((sums[:, 0] + shift) / heat, answers),
            round(float(heat), 3),
            round(float(shift), 3),
        )
        for heat in _TEMPERATURES[::4]
        for shift in _SHIFTS
    )
    return best[1], best[2]


def _loss(sums: Floats, answers: NDArray[np.int64]) -> float:
    top = sums.max(axis=1, keepdims=True)
    logs = sums - top - np.log(np.exp(sums - top).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(answers)), answers].mean())


def _binary_loss(sums: Floats, answers: NDArray[np.int64]) -> float:
    return float((np.logaddexp(0, sums) - answers * sums).mean())
