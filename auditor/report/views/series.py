"""A series of documents as plain data: versions of one plan, and what each step did for babies."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from auditor.report.views.audit import StatementView

StepKind = Literal["version", "progress"]
Fate = Literal["further", "repeated", "untold"]


class VersionRowView(TypedDict):
    """One document of a series; `number` is its number in the batch."""

    number: int
    year: str
    is_progress: bool
    """True for a report on progress, which is held against the plan before it."""
    verdict: str


class PromiseView(TypedDict):
    """A promise of a plan, and what the report on its progress says of it."""

    statement: StatementView
    fate: Fate
    told: StatementView | None


class StepView(TypedDict):
    """From one document of a series to another: questions by id, statements in number."""

    kind: StepKind
    old: int
    new: int
    gained: list[str]
    lost: list[str]
    stalled: list[str]
    kept: list[str]
    silent: list[str]
    unknown: list[str]
    statements_gained: list[StatementView]
    statements_lost: list[StatementView]
    promises: list[PromiseView]
    alike: float
    """The share of the shorter one's statements that have their like in the other."""


class SeriesView(TypedDict):
    """A series: its documents by year, and its steps."""

    name: str
    place: str
    versions: list[VersionRowView]
    steps: list[StepView]
