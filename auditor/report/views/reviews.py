"""People's decisions on an audit as plain data: what stands under `reviews` in the JSON.

Every key is always there; lists may be empty. Every text is a person's or the document's own
and must be escaped. With reviews, the verdict, score, criteria and statements of the audit are
the machine's with people's decisions in it; what the machine said alone stands here.
"""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from auditor.records import Reach, Topic, VerdictName

Choice = Literal["accept", "reject", "relabel", "not_applicable"]
WhyConflict = Literal["disagree", "machine_changed"]
WhyUnplaced = Literal["", "gone", "reworded", "several", "unknown_criterion"]


class NewLabelsView(TypedDict, total=False):
    """The labels that a reviewer filled in: only those keys are there."""

    reach: str
    topic: str
    strength: int
    criteria: list[str]
    level: int


class DecisionView(TypedDict):
    """One decision: on a statement, or on one criterion only."""

    choice: Choice
    criterion: str | None
    new: NewLabelsView
    reviewer: str
    reason: str
    date: str
    rule: str
    """The rule, where the decision is on all statements that it made; else ""."""
    settles: bool
    """True if it settles what others disagree on."""


class LabelsView(TypedDict):
    """All labels of a statement."""

    reach: Reach
    topic: Topic | None
    strength: int
    criteria: list[str]


class RangeView(TypedDict):
    """A score with its range, as in the audit."""

    value: float | None
    low: float | None
    high: float | None
    unweighted: float | None
    max: int


class AnswerView(TypedDict):
    """A verdict and a score: the machine's, or as they stand after review."""

    verdict: VerdictName
    verdict_because: str
    score: RangeView


class DecidedStatementView(TypedDict):
    """A statement that was decided on; they stand in reading order."""

    id: str
    text: str
    page: int | None
    page_label: str | None
    section: list[str]
    machine: LabelsView
    reviewed: LabelsView
    changed: bool
    conflict: bool
    decisions: list[DecisionView]


class DecidedCriterionView(TypedDict):
    """A criterion whose level was decided on or changed."""

    id: str
    title: str
    machine: int | None
    reviewed: int | None
    changed: bool
    conflict: bool
    decisions: list[DecisionView]


class ConflictView(TypedDict):
    """What a person must settle: reviewers disagree, or the machine judges otherwise now."""

    why: WhyConflict
    statement: str | None
    criterion: str | None
    text: str
    stands: Literal["machine", "decision"]
    decisions: list[DecisionView]


class NearestView(TypedDict):
    """The statement most like the words that a decision was about."""

    id: str
    text: str


class UnplacedView(TypedDict):
    """A decision that found nothing to apply to."""

    decision: DecisionView
    text: str
    why: WhyUnplaced
    nearest: NearestView | None


class ReplyView(TypedDict):
    """What the authors reply; to the report as a whole where nothing else is named."""

    statement: str | None
    criterion: str | None
    quote: str
    text: str
    author: str
    date: str


class CorrectionView(TypedDict):
    """What was put right since an earlier issue of the report; the oldest first."""

    date: str
    text: str
    name: str


class ReviewCountsView(TypedDict):
    """How many there are; `changed` counts judgements that now differ."""

    decisions: int
    accept: int
    reject: int
    relabel: int
    not_applicable: int
    conflicts: int
    unplaced: int
    replies: int
    changed: int


class ReviewsView(TypedDict):
    """All that people said of an audit, machine and reviewed side by side."""

    reviewers: list[str]
    counts: ReviewCountsView
    machine: AnswerView
    reviewed: AnswerView
    statements: list[DecidedStatementView]
    criteria: list[DecidedCriterionView]
    conflicts: list[ConflictView]
    unplaced: list[UnplacedView]
    replies: list[ReplyView]
    corrections: list[CorrectionView]
    rows: list[dict[str, str]]
