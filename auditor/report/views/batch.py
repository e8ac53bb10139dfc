"""One document of a batch as plain data: a line of the JSON Lines, and what the page sees."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

Outcome = Literal["audited", "failed", "duplicate", "unreadable"]


class RowDocumentView(TypedDict):
    """The document, where it could be read."""

    name: str
    sha256: str
    title: str
    pages: int | None
    pages_read: int | None
    words: int | None
    language: str
    kind: str


class RowRangeView(TypedDict):
    """The lowest and the highest verdict that is still likely."""

    low: str
    high: str


class RowScoreView(TypedDict):
    """The score and its range."""

    value: float | None
    low: float | None
    high: float | None
    unweighted: float | None


class RowView(TypedDict):
    """An audit in short, or why there is none; `columns` are those of the manifest."""

    number: int
    source: str
    columns: dict[str, str]
    outcome: Outcome
    reason: str
    remedy: str
    duplicate_of: int | None
    document: RowDocumentView
    verdict: str
    verdict_range: RowRangeView
    checked: bool
    verdict_because: str
    score: RowScoreView
    flags: list[str]
    levels: dict[str, int | None]
    excluding: list[str]
    counts: dict[str, int]
    outputs: list[str]
    report: str | None
