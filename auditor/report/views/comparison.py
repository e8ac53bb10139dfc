"""Two versions of one document as plain data: the JSON of `auditor compare`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from auditor.records import VerdictName
from auditor.report.views.audit import (
    CountsView,
    FileView,
    ScoreView,
    StatementView,
    ToolView,
    UnreadPageView,
)

Direction = Literal["up", "down", "same", "unknown"]
"""`unknown` where one side cannot be told or does not apply."""
ChangeList = Literal["gained", "lost", "strengthened", "weakened"]


class VersionView(TypedDict):
    """One of the two documents, each key as in its audit."""

    name: str
    title: str
    files: NotRequired[list[FileView]]
    sha256: str
    pages: int
    pages_unread: list[UnreadPageView]
    words: int
    verdict: VerdictName
    verdict_because: str
    score: ScoreView
    counts: CountsView
    flags: list[str]


class VerdictChangeView(TypedDict):
    """The verdict before and after."""

    old: VerdictName
    new: VerdictName
    change: Direction


class ScoreChangeView(TypedDict):
    """The score before and after; null where it cannot be told."""

    old: float | None
    new: float | None
    change: float | None


class ChangeCountsView(TypedDict):
    """How many statements changed; `reworded` are among `same`."""

    gained: int
    lost: int
    strengthened: int
    weakened: int
    same: int
    reworded: int


class CriterionChangeView(TypedDict):
    """One question, before and after."""

    id: str
    title: str
    weight: int
    old: int | None
    new: int | None
    change: Direction
    old_evidence: list[str]
    new_evidence: list[str]


class FlagChangesView(TypedDict):
    """Flags by what became of them."""

    gone: list[str]
    new: list[str]
    kept: list[str]


class ChangeView(TypedDict):
    """An old and a new statement that belong together, or one without the other."""

    kind: Literal["added", "removed", "changed"]
    old: StatementView | None
    new: StatementView | None
    similar: float


class ProgressView(TypedDict):
    """What a plan promised babies, and what a later document reports of it."""

    reported: list[ChangeView]
    """Promises with the statement that seems to report on them."""
    unreported: list[ChangeView]
    further: list[ChangeView]
    """What is reported of babies beside what was promised."""


class ComparisonView(TypedDict):
    """What babies gained and lost from one version to the next."""

    schema_version: str
    tool: ToolView
    old: VersionView
    new: VersionView
    same_rules: bool
    alike: float
    """The share of the shorter version's statements that have their like in the other."""
    checked: bool
    """True if people have checked what the answers of both versions rest on."""
    of_changes: NotRequired[bool]
    """True if both are one draft, its open tracked changes rejected and accepted."""
    verdict: VerdictChangeView
    score: ScoreChangeView
    counts: ChangeCountsView
    criteria: list[CriterionChangeView]
    flags: FlagChangesView
    gained: list[ChangeView]
    lost: list[ChangeView]
    strengthened: list[ChangeView]
    weakened: list[ChangeView]
    reworded: list[ChangeView]
    progress: NotRequired[ProgressView]
    """Where the new document reports on the old one, a plan."""
