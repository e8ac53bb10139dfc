"""A document as it was read: one clean text, with the place of every word."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from auditor.records.labels import SILENT_PLACES, DocumentKind, Place

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
        """Return the words that overlap the half-open span, by their index."""
        first = bisect_right(self.ends, start)
        return range(first, max(first, bisect_left(self.starts, end)))

    def page_at(self, start: int, end: int) -> int | None:
        """Return the page on which a span begins; None where nothing has a page."""
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
    """True if a box goes on to the right of another, on the same line."""
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
