"""What is said of a document: levels, verdict, flags, score, and all of it together."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.records.document import Document
from auditor.records.labels import Measure, VerdictName
from auditor.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Level:
    """One criterion's answer, with its evidence."""

    criterion: str
    level: int | None
    """0 to 4; None where the criterion does not apply."""
    because: str
    evidence: tuple[str, ...] = ()
    """Ids of statements, strongest first."""
    counter: tuple[str, ...] = ()
    marks: tuple[Measure, ...] = ()
    """For accountability: which of lead, money, target and date the evidence has."""

    @property
    def applicable(self) -> bool:
        """True if the criterion applies to the document."""
        return self.level is not None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer in one word, and the sentence that gives it."""

    name: VerdictName
    because: str
    statements: tuple[str, ...] = ()
    """The statements that decided it, strongest first."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader must know beside the verdict."""

    id: str
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Weighted share of the highest levels, 0 to 100, with its range of doubt."""

    value: float | None
    low: float | None
    high: float | None
    unweighted: float | None
    max: int = 100


@dataclass(frozen=True, slots=True)
class Searched:
    """How much was searched for: the proof behind a silence."""

    terms: int
    patterns: int


@dataclass(frozen=True, slots=True)
class Tool:
    """What made an audit: versions and hashes, no dates and no paths."""

    version: str
    rubric: str
    lexicons: str
    """"sha256:..." over the word lists."""
    name: str = "auditor"
    ocr: str | None = None
    judge: str = ""
    """"sha256:..." of the judge's weights."""
    judged_by: str = ""
    """Who labelled what the weights were learnt and measured on, in words."""


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything the auditor says of one document."""

    tool: Tool
    document: Document
    statements: tuple[Statement, ...]
    """Every statement, also those whose reach is "none"."""
    levels: tuple[Level, ...]
    """In the order of the rubric file."""
    verdict: Verdict
    flags: tuple[Flag, ...]
    score: Score
    near_misses: tuple[Statement, ...]
    searched: Searched
    verdict_range: tuple[VerdictName, VerdictName] | None = None
    """The lowest and the highest verdict still possible, given how sure the labels are."""
    deciding: tuple[str, ...] = ()
    """Ids of the statements on which the verdict turns, the weightiest first."""
    flags_in_doubt: tuple[Flag, ...] = ()
    """Flags that may hold, for a line in the report and not a banner."""

    def statement(self, id: str) -> Statement:
        """Find a statement by its id.

        Raises:
            KeyError: no statement has that id.

        """
        for statement in self.statements:
            if statement.id == id:
                return statement
        raise KeyError(id)
