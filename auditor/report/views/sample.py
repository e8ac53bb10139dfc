"""What people found when they checked a sample, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict


class StratumView(TypedDict):
    """One part of all statements: how many there are, how many were checked, how many were wrong."""

    name: str
    size: int
    checked: int
    wrong: int


class ShareView(TypedDict):
    """A share of statements that are wrong, weighted, with its 95 % interval."""

    wrong: int
    """How many were found wrong, unweighted."""
    share: float
    low: float
    high: float


class ErrorView(TypedDict):
    """How often the machine errs, each part of the sample weighing as much as it has statements."""

    size: int
    """Statements that the sample stands for."""
    checked: int
    any_label: ShareView
    """Statements of which people changed any label."""
    reach: ShareView
    """Statements that address others than the machine said."""
    reviewers: list[str]
    strata: list[StratumView]
