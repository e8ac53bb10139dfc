"""An audit as plain data: what stands in the JSON, key by key, in the order of the file.

Keys that are not named here may stand beside those that are.
"""

from __future__ import annotations

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from auditor.records import DocumentKind, Place, Reach, Topic, VerdictName
from auditor.report.views.limits import Limit
from auditor.report.views.reviews import ReviewsView
from auditor.rules.rubric_reading import CRITERION_IDS

QUESTIONS = len(CRITERION_IDS)
Count = Annotated[int, Limit(ge=0)]
Strength = Annotated[int, Limit(ge=0, le=4)]
Share = Annotated[float, Limit(ge=0, le=100)]
Box = Annotated[list[float], Limit(min_length=4, max_length=4)]
PageNumber = Annotated[int, Limit(ge=1)]


class ToolView(TypedDict):
    """What made the audit; `ocr` names the OCR engine and its version where it was used."""

    name: str
    version: str
    rubric: str
    lexicons: str
    judge: NotRequired[str]
    judged_by: NotRequired[str]
    """Who labelled what the weights were learnt and measured on."""
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


class SourceView(TypedDict):
    """What must be known of a document to lead a reader to a page of it."""

    name: str
    title: str
    files: NotRequired[list[FileView]]


class UnreadPartView(TypedDict):
    """Words that are there and were not read: in a picture, a form, an attached file."""

    page: int | None
    what: str
    why: str
    area: NotRequired[float]
    """How much room it takes, in pages."""


class LanguageShareView(TypedDict):
    """How much of a document is in one language."""

    language: str
    words: Count
    read: bool
    """False where there are no word lists for it."""
    trial: bool
    """True where no native reader has confirmed lists and labels."""


class DocumentView(TypedDict):
    """The document; `pages` is 0 for inputs without pages."""

    name: str
    sha256: str
    title: str
    pages: Count
    pages_read: Count
    pages_unread: list[UnreadPageView]
    parts_unread: NotRequired[list[UnreadPartView]]
    words: Count
    language: str
    languages: NotRequired[list[LanguageShareView]]
    """The languages of its statements, most words first."""
    kind: NotRequired[DocumentKind]
    kind_because: NotRequired[str]
    kind_given: NotRequired[bool]
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
    marks: NotRequired[list[str]]
    """For accountability: which of lead, money, target and date the evidence has."""


class BecauseView(TypedDict):
    """A rule, and the words that made it apply: offsets into the statement's text."""

    rule: str
    text: str
    start: Count
    end: Count
    weight: NotRequired[float]
    """How much it spoke for the label, or against it where it is negative."""


class LikelyView(TypedDict):
    """The two likeliest labels of each question, with their chances; none where not asked."""

    reach: dict[Reach, float]
    topic: dict[str, float]
    strength: dict[str, float]


class JudgementView(TypedDict):
    """What is said of one passage: its labels, and the rules that made them."""

    reach: Reach
    topic: Topic | None
    strength: Strength
    criteria: list[str]
    confidence: Annotated[float, Limit(ge=0, le=1)]
    because: list[BecauseView]
    likely: LikelyView
    set_aside: NotRequired[str]


class StatementView(TypedDict):
    """A statement, where it stands and how it was judged."""

    id: str
    text: str
    page: PageNumber | None
    page_label: str | None
    boxes: list[Box] | None
    section: list[str]
    place: Place
    language: NotRequired[str]
    """The language it was read in, by its ISO 639-1 code."""
    reach: Reach
    topic: Topic | None
    strength: Strength
    criteria: list[str]
    confidence: Annotated[float, Limit(ge=0, le=1)]
    because: list[BecauseView]
    likely: NotRequired[LikelyView]
    revision: NotRequired[str | None]
    """"inserted" where it holds text of an open tracked change."""
    file: NotRequired[str]
    ocr: NotRequired[bool]
    read_with_doubt: NotRequired[bool]
    """True where its words were not found again on the page as they were read."""
    repeat_of: NotRequired[str]
    """The first statement with the same words, or its other half in another language."""
    columns: NotRequired[list[str]]


class NearMissView(StatementView):
    """A statement that came close to naming babies, and why it was set aside."""

    chance: NotRequired[float]
    """How likely it is that babies are addressed after all."""
    why: str


class SearchedView(TypedDict):
    """How much was searched for."""

    terms: Count
    patterns: Count


class VerdictRangeView(TypedDict):
    """The lowest and the highest verdict that is still likely; equal where nothing is in doubt."""

    low: VerdictName
    high: VerdictName


class AuditView(TypedDict):
    """An audit of one document by the auditor."""

    schema_version: Annotated[str, Limit(pattern=r"^1\.\d+$")]
    tool: ToolView
    document: DocumentView
    verdict: VerdictName
    verdict_because: str
    verdict_statements: NotRequired[list[str]]
    verdict_range: NotRequired[VerdictRangeView]
    deciding: NotRequired[list[str]]
    flags: list[FlagView]
    flags_in_doubt: NotRequired[list[FlagView]]
    score: ScoreView
    counts: CountsView
    criteria: Annotated[list[CriterionView], Limit(min_length=QUESTIONS, max_length=QUESTIONS)]
    statements: list[StatementView]
    near_misses: list[NearMissView]
    searched: SearchedView
    reviews: NotRequired[ReviewsView]
