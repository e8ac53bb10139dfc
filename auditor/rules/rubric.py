"""The rubric's records: the questions an audit asks, and all that reports say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from auditor.records import DocumentKind, Reach

L = TypeVar("L", bound="Label | KindLabel | StrengthLabel | VerdictRule | FlagRule | Criterion")


@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers that decide: shares, caps and thresholds."""

    unread_share: float
    trial_share: float
    page_words: int
    """Words that stand for a page in what has no pages."""
    least_words: int
    other_topic_cap: int
    advice_below: int
    doubtful_below: float
    sure_enough: float
    likely_from: float
    possible_from: float
    range_least: float
    deciding: int
    flag_from: float
    near_misses: int
    near_miss_from: float
    similar_from: float
    quote_characters: int
    cover_blocks: int
    cover_words: int
    cover_begins: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """Parts of sentences, and the sentences of a criterion's level."""

    where_page: str
    where_label: str
    where_file: str
    where_section: str
    where_nowhere: str
    where_doubt: str
    """The same of words that were not found again on their page as they were read."""
    extent_pages: str
    extent_words: str
    extent_parts: str
    """The same where parts of what was read were not: pictures with words, say."""
    because_evidence: str
    because_other: str
    because_excluded: str
    because_silent: str
    because_counter: str
    near_miss: str
    """Why a near miss that no mark caught is shown."""
    range: str
    """What else the answer could be, and on how many statements it rests."""
    range_at_large: str
    """The same where no single statement decides."""
    rest_doubt: str
    """What stands behind an answer where the labels would give a higher one, but not surely."""
    could_be_one: str
    could_be_two: str
    could_be_many: str
    """The other verdicts that are possible: one, two, or the ends of more."""
    opening: str
    opening_doubt: str
    """How the sentence of a verdict begins, and where another verdict is possible."""
    opening_kind: str
    opening_kind_doubt: str
    """The same where it must first be said what the document is not."""
    trial: str
    """What stands behind an answer that rests on a language no native reader has confirmed."""
    language_unread: str
    language_unread_why: str
    """A part that was not read for its language, and why."""
    flag_in_doubt: str
    """What stands before flags that may hold."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Longer texts that stand in every report."""

    about: str
    score: str
    weights: str
    absence: str
    contest: str
    unchecked: str
    """What stands beside every answer that no person has checked."""
    certainty: str
    """What the chances were measured on, and who labelled that."""
    changed: str
    """What is new in this rubric, for readers of older reports."""


@dataclass(frozen=True, slots=True)
class VerdictRule:
    """A verdict: when it holds, and the sentence that gives it."""

    id: str
    title: str
    meaning: str
    sentence: str
    """The answer in one sentence."""
    rest: str
    """How many statements stand behind it, and the strongest of them."""
    strength: int = 0
    statements: int = 0
    reach: tuple[Reach, ...] = ()
    needs_reading: bool = False


@dataclass(frozen=True, slots=True)
class CannotTell:
    """The answer where too much could not be read, with a sentence a reason."""

    title: str
    meaning: str
    unread: str
    unread_parts: str
    """Why nothing can be told where parts of pages were not read, by their area."""
    language: str
    language_part: str
    unknown_language: str
    empty: str
    id: str = "cannot_tell"


@dataclass(frozen=True, slots=True)
class FlagRule:
    """A flag: its words and limits; the kind of rule behind each id is code."""

    id: str
    title: str
    explanation: str
    words: tuple[str, ...] = ()
    at_least: int = 1
    share: float = 0.0
    kinds: tuple[DocumentKind, ...] = ()
    """Kinds of document in which it is raised; in all where empty."""
    language: str = "en"
    """The language of its words: of a document in another they say nothing."""


@dataclass(frozen=True, slots=True)
class Label:
    """A reach, topic or place, by the name that reports give it."""

    id: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class KindLabel:
    """A kind of document, by the name that reports give it."""

    id: DocumentKind
    name: str
    opening: str = ""
    """What the answer must first say of such a document; empty where nothing need be said."""


@dataclass(frozen=True, slots=True)
class StrengthLabel:
    """A strength from 0 to 4, by the name that reports give it."""

    id: int
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Equiframe:
    """The core concepts of EquiFrame, for the second reading of the evidence."""

    source: str
    concepts: tuple[str, ...]
    quality_from: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the sixteen questions, and all that a report says about it."""

    id: str
    title: str
    question: str
    why: str
    source: str
    weight: int
    weight_reason: str
    levels: tuple[str, ...]
    """What each level looks like, from 0 to 4."""
    advice: str
    """Model wording for a consultation response."""
    belongs: tuple[str, ...]
    """Words of headings under which a suggested amendment would stand."""
    equiframe: str
    has_marks: bool = False
    """True for the question whose lead, money, target and date are shown."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """The questions an audit asks, and every sentence it answers in."""

    version: str
    guide: str
    date: str
    title: str
    limits: Limits
    phrases: Phrases
    texts: Texts
    verdict: tuple[VerdictRule, ...]
    cannot_tell: CannotTell
    flag: tuple[FlagRule, ...]
    reach: tuple[Label, ...]
    topic: tuple[Label, ...]
    strength: tuple[StrengthLabel, ...]
    place: tuple[Label, ...]
    kind: tuple[KindLabel, ...]
    mark: tuple[Label, ...]
    """What there is to hold a promise to: the marks of the question of accountability."""
    equiframe: Equiframe
    criterion: tuple[Criterion, ...]
    languages: Mapping[str, str] = field(default_factory=dict)
    """What languages are called, by their codes."""
    sha256: str = field(default="", compare=False)
    """Of the file's bytes."""
    report_language: str = field(default="en", compare=False)
    """The language of its texts, and so of the report."""
    untranslated: tuple[str, ...] = field(default=(), compare=False)
    """The texts that are English still in another language, by their names."""

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The sixteen criteria, in the order of the file and of every report."""
        return self.criterion

    def criterion_named(self, id: str) -> Criterion:
        """Find a criterion by its id.

        Raises:
            KeyError: the rubric has no such criterion.

        """
        return _named(self.criterion, id)

    def verdict_named(self, id: str) -> VerdictRule | CannotTell:
        """Find a verdict by its id, `cannot_tell` included."""
        return self.cannot_tell if id == self.cannot_tell.id else _named(self.verdict, id)

    def flag_named(self, id: str) -> FlagRule:
        """Find a flag by its id."""
        return _named(self.flag, id)

    def reach_named(self, id: str) -> Label:
        """Find the name and meaning of a reach."""
        return _named(self.reach, id)

    def topic_named(self, id: str) -> Label:
        """Find the name and meaning of a topic."""
        return _named(self.topic, id)

    def kind_named(self, id: str) -> KindLabel:
        """Find the name of a kind of document, and what must be said of it first."""
        return _named(self.kind, id)

    def language_named(self, code: str) -> str:
        """Return what a language is called; its code where the rubric has no name for it."""
        return self.languages.get(code, code)

    def strength_named(self, value: int) -> StrengthLabel:
        """Find the name and meaning of a strength; level n is called as strength n is."""
        return _named(self.strength, value)


def _named(records: tuple[L, ...], id: str | int) -> L:
    """Find a record by its id; KeyError where there is none."""
    for record in records:
        if record.id == id:
            return record
    raise KeyError(id)
