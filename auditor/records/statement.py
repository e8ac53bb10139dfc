"""A passage of a document, and the statement it becomes when it has been judged."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.records.labels import SPEAKER_NOTES, DocumentKind, Measure, Place, Reach, Topic


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text to be judged as one, with what it must be read together with."""

    text: str
    place: Place = "body"
    heading: str | None = None
    """The heading it stands under."""
    lead_in: str | None = None
    """For a list item: the sentence that opens the list ("We will:")."""
    columns: tuple[str, ...] = ()
    """For a table row: the heads of its columns."""
    language: str = "en"
    start: int = 0
    """Offset into `Document.text`; 0 where there is no document."""
    section: tuple[str, ...] = ()
    file: str | None = None
    kind: DocumentKind | None = None
    """What kind of document it stands in, where that is known."""
    ocr: bool = False
    """True where it was read by OCR from a picture on a page that has text besides."""
    in_document: bool = False
    """True where a whole document is judged, in which few statements speak of babies."""


@dataclass(frozen=True, slots=True)
class Because:
    """One reason for a label: the rule, and the words that made it apply."""

    rule: str
    text: str
    start: int
    end: int
    """Offsets into the statement's text; start == end where words outside it decided."""
    weight: float | None = None
    """How much it spoke for the label (+) or against it (-); None for a rule that hangs on no weight."""


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely each label of a statement is, calibrated on labelled statements."""

    reach: tuple[tuple[Reach, float], ...] = ()
    """Every reach that is not ruled out, likeliest first."""
    mental: float = 0.0
    """That it is about babies' minds, if it addresses them."""
    strength: tuple[float, ...] = ()
    """Of strength 1, 2, 3 and 4, if it addresses babies; empty where that was not asked."""

    def of_reach(self, wanted: Reach) -> float:
        """Return the chance of a reach; 0 where it is ruled out."""
        return next((chance for reach, chance in self.reach if reach == wanted), 0.0)

    def of_mental(self, strength: int) -> float:
        """Return the chance that babies' minds are addressed with at least a strength, 1 to 4."""
        reached = sum(self.strength[strength - 1 :]) if self.strength else float(strength == 1)
        return self.of_reach("explicit") * self.mental * reached


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the language stage says of one passage."""

    reach: Reach
    topic: Topic | None = None
    strength: int = 0
    criteria: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()
    confidence: float = 1.0
    """The chance that reach is right; 1 where a rule of the guide settled it."""
    chances: Chances = Chances()
    set_aside: str = ""
    """Why words that seem to name babies were not counted; "" where there were none."""
    measures: tuple[Measure, ...] = ()
    """What there is to hold an explicit statement to: a lead, money, a target, a date."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A judged passage: a fact about the document."""

    id: str
    """"s0001" and on, in reading order, counting every statement."""
    text: str
    start: int
    end: int
    place: Place
    section: tuple[str, ...]
    judgement: Judgement
    file: str | None = None
    ocr: bool = False
    repeat_of: str | None = None
    """The id of the first statement with the same words: one repeated counts once."""
    columns: tuple[str, ...] = ()
    """For a row of a table: the heads of its columns."""
    in_doubt: bool = False
    """True where its words do not stand on the page as they were read: it may be spliced."""
    language: str = "en"
    """ISO 639-1 code of the language it was read in."""

    @property
    def is_spoken(self) -> bool:
        """True if it stands in what a speaker is to say, which no slide shows."""
        return SPEAKER_NOTES in self.section

    @property
    def reach(self) -> Reach:
        """Whom the statement addresses."""
        return self.judgement.reach

    @property
    def topic(self) -> Topic | None:
        """What an explicit statement is about."""
        return self.judgement.topic

    @property
    def strength(self) -> int:
        """How far an explicit statement goes: 1 to 4; 0 for the others."""
        return self.judgement.strength

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria it is evidence for, or counter-evidence against."""
        return self.judgement.criteria
