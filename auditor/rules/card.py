"""The card of the judge's weights: what they were learnt from, by whom labelled, how well they do."""

from __future__ import annotations

from dataclasses import dataclass

CARD_FILE = "judge.toml"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value, with its 95 % interval."""

    set: str
    """Which statements it was measured on."""
    measure: str
    value: float
    low: float
    high: float
    counted: int
    """Statements that it was counted on."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a reader of a report may ask of the weights."""

    judged_by: str
    """Who labelled what the weights were learnt and measured on, in words."""
    learnt_from: tuple[str, ...]
    """Each set of statements, with their number."""
    statements: int
    folds: int
    weights: str
    """SHA-256 of judge.npz."""
    figure: tuple[Figure, ...] = ()
    """Measured in folds: on statements whose pair and document the weights had not seen."""
