"""What the page and its workers say to each other about a document or a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from auditor.records import Judgement


@dataclass(frozen=True, slots=True)
class ToAudit:
    """A question: audit these files as one document."""

    paths: tuple[Path, ...]
    language: str
    ocr: str


@dataclass(frozen=True, slots=True)
class ToJudge:
    """A question: judge this sentence."""

    sentence: str
    heading: str
    place: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work on a document has come."""

    work: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Audited:
    """An audit, serialised."""

    audit: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of the document as a PNG."""

    page: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Download:
    """A file that can be made only while the document is there."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of a sentence."""

    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no audit."""

    kind: str
    """The name of the error's class, or "bug"."""
    message: str = ""
    remedy: str = ""
