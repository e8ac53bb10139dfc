"""What people found when they checked a sample, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict


class StratumView(TypedDict):
    """One part of all statements: how many there are, how many were checked, how many were wrong."""

    name: str
    size: int
    checked: int
    wrong: int


class ErrorView(TypedDict):
    """The share of labels that people found wrong, weighted by how many statements each part has."""

    size: int
    """Statements that the sample stands for."""
    checked: int
    wrong: int
    share: float
    low: float
    high: float
    """The ends of the 95 % interval."""
    reviewers: list[str]
    strata: list[StratumView]
