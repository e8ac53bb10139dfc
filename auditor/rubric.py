"""The rubric: from a file anyone may edit to records that code may trust."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from importlib.resources.abc import Traversable
from typing import TypeVar

from auditor.toml_file import build, read_toml

L = TypeVar("L", bound="Label | StrengthLabel | VerdictRule | FlagRule | Criterion")

@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers that decide: shares, caps and thresholds."""

    unread_share: float
    least_words: int
    other_topic_cap: int
    advice_below: int
    doubtful_below: float
    doubtful_criteria: tuple[str, ...]
    doubtful_strength: int
    near_misses: int
    near_miss_oblique: float
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
    extent_pages: str
    extent_words: str
    because_evidence: str
    because_other: str
    because_excluded: str
    because_silent: str
    because_counter: str
    oblique: str
    """Why a near miss that no rule caught is shown."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Longer texts that stand in every report."""

    about: str
    score: str
    weights: str
    absence: str
    contest: str


@dataclass(frozen=True, slots=True)
class VerdictRule:
    """A verdict: when it holds, and the sentence that gives it."""

    id: str
    title: str
    meaning: str
    sentence: str
    strength: int = 0
    statements: int = 0
    reach: tuple[str, ...] = ()
    needs_reading: bool = False


@dataclass(frozen=True, slots=True)
class CannotTell:
    """The answer where too much could not be read, with a sentence a reason."""

    title: str
    meaning: str
    unread: str
    language: str
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


@dataclass(frozen=True, slots=True)
class Label:
    """A reach, topic or place, by the name that reports give it."""

    id: str
    name: str
    meaning: str


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
    not_applicable: str = ""
    """Why the question may not apply; "" where it always does."""
    applies_with: tuple[str, ...] = ()
    applies_with_reach: tuple[str, ...] = ()

    @property
    def always_applies(self) -> bool:
        """Say whether the question applies to every document."""
        return not (self.applies_with or self.applies_with_reach)


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
    equiframe: Equiframe
    criterion: tuple[Criterion, ...]
    sha256: str = field(default="", compare=False)
    """Of the file's bytes."""

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
        """Find a verdict by its id, `cannot_tell` included.

        Raises:
            KeyError: there is no such verdict.

        """
        return self.cannot_tell if id == self.cannot_tell.id else _named(self.verdict, id)

    def flag_named(self, id: str) -> FlagRule:
        """Find a flag by its id.

        Raises:
            KeyError: there is no such flag.

        """
        return _named(self.flag, id)

    def reach_named(self, id: str) -> Label:
        """Find the name and meaning of a reach."""
        return _named(self.reach, id)

    def topic_named(self, id: str) -> Label:
        """Find the name and meaning of a topic."""
        return _named(self.topic, id)

    def place_named(self, id: str) -> Label:
        """Find the name and meaning of a place."""
        return _named(self.place, id)

    def strength_named(self, value: int) -> StrengthLabel:
        """Find the name and meaning of a strength; level n is called as strength n is."""
        return _named(self.strength, value)


def _named(records: tuple[L, ...], id: str | int) -> L:
    for record in records:
        if record.id == id:
            return record
    raise KeyError(id)


def read_rubric(file: Traversable) -> Rubric:
    """Read the rubric and check everything in it.

    Raises:
        DataError: the file has a mistake; its place names file, line and column.

    """
    from auditor.rubric_checks import check_rubric

    source = read_toml(file)
    digest = hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    if "sha256" in source.content:
        raise source.mistake(("sha256",), "unknown key “sha256”", "Take the line out.")
    rubric = build(Rubric, source)
    check_rubric(rubric, source)
    return replace(rubric, sha256=digest)
