"""The JSON Schema of an audit, made from types that say what stands where.

Keys that are not named here may stand beside those that are.
"""

from __future__ import annotations

import functools
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field, TypeAdapter, ValidationError
from typing_extensions import TypedDict

Reach = Literal[
    "explicit", "early_years", "nominal", "excluded", "older", "parental", "generic", "none"
]
Topic = Literal["mental", "other"]
Place = Literal["body", "heading", "list", "table", "toc", "reference", "running"]
VerdictName = Literal[
    "absent", "nominal", "excluded", "mentioned", "explained", "committed", "measured",
    "cannot_tell",
]
Count = Annotated[int, Field(ge=0)]
Strength = Annotated[int, Field(ge=0, le=4)]
Share = Annotated[float, Field(ge=0, le=100)]
Box = Annotated[list[float], Field(min_length=4, max_length=4)]
PageNumber = Annotated[int, Field(ge=1)]


class ToolView(TypedDict):
    """What made the audit; `ocr` names the OCR engine and its version where it was used."""

    name: str
    version: str
    rubric: str
    lexicons: str
    ocr: NotRequired[str]


class UnreadPageView(TypedDict):
    """A page that could not be read."""

    page: PageNumber
    page_label: NotRequired[str | None]
    why: str


class FileView(TypedDict):
    """One of several files that were audited as one document."""

    name: str
    sha256: str
    pages: Count
    first_page: int


class HiddenView(TypedDict):
    """Text that is there and cannot be seen; it is never evidence."""

    page: int
    page_label: NotRequired[str | None]
    what: str


class DocumentView(TypedDict):
    """The document; `pages` is 0 for inputs without pages."""

    name: str
    sha256: str
    title: str
    pages: Count
    pages_read: Count
    pages_unread: list[UnreadPageView]
    words: Count
    language: str
    files: NotRequired[list[FileView]]
    hidden: NotRequired[list[HiddenView]]


class FlagView(TypedDict):
    """Something to know beside the verdict, with the statements that raise it."""

    id: str
    statements: list[str]


class ScoreView(TypedDict):
    """The score and its range; null where the verdict is cannot_tell."""

    value: Share | None
    low: Share | None
    high: Share | None
    unweighted: Share | None
    max: int


class CountsView(TypedDict):
    """How many statements there are of each reach, repeated ones included."""

    statements: Count
    explicit: Count
    early_years: Count
    nominal: Count
    excluded: Count
    older: Count
    parental: Count
    generic: Count
    none: Count


class CriterionView(TypedDict):
    """One question with its level; level is null where it does not apply."""

    id: str
    title: str
    weight: Count
    applicable: bool
    level: Strength | None
    because: str
    evidence: list[str]
    counter: list[str]
    advice: str


class BecauseView(TypedDict):
    """A rule, and the words that made it apply: offsets into the statement's text."""

    rule: str
    text: str
    start: Count
    end: Count


class StatementView(TypedDict):
    """A statement, where it stands and how it was judged."""

    id: str
    text: str
    page: PageNumber | None
    page_label: str | None
    boxes: list[Box] | None
    section: list[str]
    place: Place
    reach: Reach
    topic: Topic | None
    strength: Strength
    criteria: list[str]
    confidence: Annotated[float, Field(ge=0, le=1)]
    because: list[BecauseView]
    file: NotRequired[str]
    ocr: NotRequired[bool]
    repeat_of: NotRequired[str]
    columns: NotRequired[list[str]]


class NearMissView(StatementView):
    """A statement that came close to naming babies, and why it was set aside."""

    oblique: NotRequired[float]
    why: str


class SearchedView(TypedDict):
    """How much was searched for."""

    terms: Count
    patterns: Count


class AuditView(TypedDict):
    """An audit of one document by the auditor."""

    schema_version: Annotated[str, Field(pattern=r"^1\.\d+$")]
    tool: ToolView
    document: DocumentView
    verdict: VerdictName
    verdict_because: str
    verdict_statements: NotRequired[list[str]]
    flags: list[FlagView]
    score: ScoreView
    counts: CountsView
    criteria: Annotated[list[CriterionView], Field(min_length=16, max_length=16)]
    statements: list[StatementView]
    near_misses: list[NearMissView]
    searched: SearchedView
    reviews: NotRequired[dict[str, Any]]


@functools.cache
def _adapter() -> TypeAdapter[AuditView]:
    return TypeAdapter(AuditView)


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of an audit."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_adapter().json_schema(mode="serialization"),
    }


def find_faults(view: object) -> str:
    """Say where plain data first differs from the schema; "" where it does not."""
    try:
        _adapter().validate_python(view)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(map(str, first['loc'])) or 'at the top'}: {first['msg'].lower()}"
    return ""
