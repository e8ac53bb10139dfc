"""The nouns that every stage shares, in the order they come to be.

A file becomes a `Document` (one clean text, with the place of every word), the
document is cut into `Passage`s, each passage is judged and so becomes a
`Statement`, the statements give each criterion a `Level`, and all of it together
is an `Audit`. Records are frozen and dumb: they hold no types of the PDF, NLP or
template libraries, and every position in them is a half-open pair of offsets
into `Document.text` (or, inside a statement, into the statement's own text).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Place = Literal["body", "heading", "list", "table", "toc", "reference", "running"]
Reach = Literal[
    "explicit", "early_years", "nominal", "excluded", "older", "parental", "generic", "none"
]
Topic = Literal["mental", "other"]
VerdictName = Literal[
    "absent",
    "nominal",
    "excluded",
    "mentioned",
    "explained",
    "committed",
    "measured",
    "cannot_tell",
]
AgeKind = Literal["band", "point", "ceiling", "floor", "days"]
DocumentKind = Literal[
    "mental_health",
    "children",
    "early_years",
    "perinatal",
    "health",
    "clinical",
    "sector",
    "manifesto",
    "other",
]
Measure = Literal["lead", "money", "target", "date"]
OcrMode = Literal["auto", "off", "force"]
EngineName = Literal["pdfium", "pdfplumber"]
Changes = Literal["accepted", "rejected"]

PLACES: tuple[Place, ...] = ("body", "heading", "list", "table", "toc", "reference", "running")
DOCUMENT_KINDS: tuple[DocumentKind, ...] = (
    "mental_health",
    "children",
    "early_years",
    "perinatal",
    "health",
    "clinical",
    "sector",
    "manifesto",
    "other",
)
MEASURES: tuple[Measure, ...] = ("lead", "money", "target", "date")
SPEAKER_NOTES = "Notes of the speaker"
"""The heading under which the notes to slides stand; no slide shows it."""
SILENT_PLACES: frozenset[Place] = frozenset(("toc", "reference", "running"))
"""Places that are never evidence, whatever they name (rule 5 of the guide)."""
REACHES: tuple[Reach, ...] = (
    "explicit",
    "early_years",
    "nominal",
    "excluded",
    "older",
    "parental",
    "generic",
    "none",
)

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left of the page as displayed."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was found: its size as displayed and how it was read."""

    number: int
    """Counts from 1."""
    label: str
    """What the page calls itself ("iv", "10"); the number where it says nothing."""
    width: float
    height: float
    words: int
    unread: str | None = None
    """Why the page could not be read ("no text layer"); None where it was read."""
    ocr: bool = False
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """Where each word of a text stands: one entry a word, in the order of the text.

    Stored as columns, so that a long document stays small: `boxes` holds four
    numbers a word.
    """

    starts: array[int] = field(default_factory=lambda: array("L"))
    ends: array[int] = field(default_factory=lambda: array("L"))
    pages: array[int] = field(default_factory=lambda: array("L"))
    boxes: array[float] = field(default_factory=lambda: array("f"))

    def between(self, start: int, end: int) -> range:
        """Name the words that overlap the half-open span, by their index."""
        first = bisect_right(self.ends, start)
        return range(first, max(first, bisect_left(self.starts, end)))

    def page_at(self, start: int, end: int) -> int | None:
        """Name the page on which a span begins; None where nothing has a page."""
        found = self.between(start, end)
        return self.pages[found[0]] if found else None

    def lines(self, start: int, end: int) -> tuple[tuple[int, Box], ...]:
        """Give the page and box of each printed line that a span covers."""
        return tuple(_merge_lines(self._placed(start, end)))

    def _placed(self, start: int, end: int) -> Iterator[tuple[int, Box]]:
        for index in self.between(start, end):
            x0, top, x1, bottom = self.boxes[4 * index : 4 * index + 4]
            yield self.pages[index], (x0, top, x1, bottom)


def _merge_lines(placed: Iterator[tuple[int, Box]]) -> Iterator[tuple[int, Box]]:
    """Join boxes that continue each other to the right on one line."""
    line: tuple[int, Box] | None = None
    for page, box in placed:
        if line is not None and line[0] == page and _continues(line[1], box):
            old = line[1]
            joined = (
                min(old[0], box[0]),
                min(old[1], box[1]),
                max(old[2], box[2]),
                max(old[3], box[3]),
            )
            line = (page, joined)
            continue
        if line is not None:
            yield line
        line = (page, box)
    if line is not None:
        yield line


def _continues(left: Box, right: Box) -> bool:
    """Say whether a box goes on to the right of another, on the same line."""
    height = max(left[3] - left[1], right[3] - right[1], 1.0)
    overlap = min(left[3], right[3]) - max(left[1], right[1])
    return overlap > 0.4 * height and -height < right[0] - left[2] < 3 * height


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table row or piece of furniture.

    Rows of a table hold their cells joined by " | ".
    """

    start: int
    end: int
    place: Place
    section: tuple[str, ...] = ()
    """The headings above the block, outermost first; a heading's own text is last in its own."""
    columns: tuple[str, ...] = ()
    """For a table row: the head of each column, "" where it has none."""
    rank: int = 0
    """For a heading: 1 is the outermost."""
    file: str | None = None
    """Which file it came from, where several are read as one document."""
    why: str = ""
    """For furniture: what made it so ("same line at the head of 12 pages")."""
    ocr: bool = False
    """Whether it was read by OCR from a picture on a page that has text besides."""


@dataclass(frozen=True, slots=True)
class LanguageShare:
    """How much of a document is in one language."""

    code: str
    """ISO 639-1; "und" where it could not be told."""
    words: int
    is_read: bool
    """False where there are no word lists for it."""
    is_trial: bool = False
    """True where no native reader has confirmed lists and labels."""


@dataclass(frozen=True, slots=True)
class UnreadPart:
    """Words that are there and were not read: in a picture, a form, an attached file."""

    page: int | None
    """None where it is on no page."""
    what: str
    why: str
    area: float = 0.0
    """How much room it takes, in pages; 0 where it takes none, as a note pinned to a page."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file that went into a document."""

    name: str
    sha256: str
    pages: int
    first_page: int
    """The number of its first page in the document."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file read: one clean text in reading order, every word knowing its place."""

    name: str
    sha256: str
    title: str
    text: str
    pages: tuple[Page, ...]
    """Empty for inputs without pages (.docx, .html, .md, .txt)."""
    blocks: tuple[Block, ...]
    """In reading order, none overlapping; furniture included."""
    words: Words
    language: str = "en"
    """ISO 639-1 code; "und" where it could not be told."""
    files: tuple[SourceFile, ...] = ()
    """More than one only where several files were audited together."""
    ocr_engine: str | None = None
    kind: DocumentKind = "mental_health"
    """What kind of document it is."""
    kind_because: str = ""
    """What told the kind: "title: mental health strategy"; "" where it was given."""
    kind_given: bool = False
    """True where a person said the kind."""
    hidden: tuple[tuple[int, str], ...] = ()
    """Text that is there and cannot be seen: page and a short account of it."""
    parts_unread: tuple[UnreadPart, ...] = ()
    printed: tuple[str, ...] = ()
    """Of each page: its characters in the order of the file, without blanks and hyphens; "" where
    nothing is known. What quotes are held against."""
    inserted: tuple[tuple[int, int], ...] = ()
    """Spans of the text that open tracked changes inserted, in order."""
    language_given: bool = False
    """True where a person said the language: then all of it is read in that one."""
    languages: tuple[LanguageShare, ...] = ()
    """The languages it was read in, or could not be, most words first; () before it was judged."""

    def is_inserted(self, start: int, end: int) -> bool:
        """True if a span holds text of an open tracked change."""
        at = bisect_right(self.inserted, (start, start))
        if at and self.inserted[at - 1][1] > start:
            return True
        return at < len(self.inserted) and self.inserted[at][0] < end

    @property
    def unread(self) -> tuple[Page, ...]:
        """The pages that could not be read."""
        return tuple(page for page in self.pages if page.unread)

    @property
    def word_count(self) -> int:
        """Words of the clean text, furniture left out."""
        return sum(
            len(self.text[block.start : block.end].split())
            for block in self.blocks
            if block.place not in SILENT_PLACES
        )


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
        """Say whether the criterion applies to the document."""
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


@dataclass(frozen=True, slots=True)
class Reading:
    """How a document is to be read."""

    ocr: OcrMode = "auto"
    language: str = "auto"
    """"auto", or the ISO 639-1 code to take for granted."""
    engine: EngineName = "pdfium"
    seconds: float = 120.0
    """Time that reading one document may take, and then judging it."""
    memory: int = 2 * 1024**3
    """Bytes of address space that reading one document may take, where the system has such limits."""
    kind: DocumentKind | None = None
    """What kind of document it is, where a person says so."""
    changes: Changes = "accepted"
    """Whether open tracked changes of a Word file are read as accepted or as rejected."""
    max_pages: int = 5000
