"""Sums made into chances that come true: a temperature, and for yes and no a shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_TEMPERATURES = np.linspace(0.4, 4.0, 181)
_SHIFTS = np.linspace(-2.5, 2.5, 101)


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
