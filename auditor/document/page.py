"""A page on its way to text, a record a stage: extracted, segmented, screened, ordered, classified.

Each stage is a record of its own that holds what the one before it holds and adds what
it found, so that a pass can only be called with a page that has what it needs.
Everything stands in the upright frame of the page: points from the top left, with the
page turned so that most of its words read from left to right, on level lines.
`shown` turns boxes back to the page as displayed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from auditor.document.characters import BULLET, FIRST_SIGN, opens_with_sign
from auditor.document.plain_lines import PlainLines
from auditor.records import Place, UnreadPart

LETTERS = "some letters"
"""What was not read of a page that codes letters as others."""
LOST = "\ufffd"
"""Stands for a letter, often two in one, that is printed and that the file does not name."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Kind = Literal[Place, "note"]
"""What a line is part of; of a note it is settled later whether it cites or speaks."""
Turn = Literal[0, 1, 2, 3]
Rect = tuple[float, float, float, float]
Stage = TypeVar("Stage", bound="ExtractedPage")

NO_FLOATS: Floats = np.zeros(0)
NO_RECTS: Floats = np.zeros((0, 4))
NO_INTS: Ints = np.zeros(0, np.int64)
NO_BOOLS: Bools = np.zeros(0, bool)


@dataclass(frozen=True)
class Lines:
    """Printed lines of a page, each within one column: one entry a line.

    `first` and `last` are half-open indexes into the words of the page.
    """

    first: Ints = field(default_factory=lambda: NO_INTS)
    last: Ints = field(default_factory=lambda: NO_INTS)
    x0: Floats = field(default_factory=lambda: NO_FLOATS)
    top: Floats = field(default_factory=lambda: NO_FLOATS)
    x1: Floats = field(default_factory=lambda: NO_FLOATS)
    bottom: Floats = field(default_factory=lambda: NO_FLOATS)
    size: Floats = field(default_factory=lambda: NO_FLOATS)
    """Type size in points, to the nearest half."""
    bold: Bools = field(default_factory=lambda: NO_BOOLS)
    way: Ints = field(default_factory=lambda: NO_INTS)
    """Quarter turns, clockwise, of the way a line reads in the frame of the page; 0: to the right."""
    colour: Ints = field(default_factory=lambda: NO_INTS)
    """The colour of the letters, as one number; empty where it is not known."""

    def __len__(self) -> int:
        """Count the lines."""
        return len(self.first)

    @property
    def sideways(self) -> Bools:
        """Return for each line whether it does not read from left to right."""
        return np.not_equal(self.way, 0)

    @cached_property
    def plain(self) -> PlainLines:
        """The lines as lists, for what looks at one after the other."""
        return PlainLines(self)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page besides words, as bounding boxes."""

    paths: Floats = field(default_factory=lambda: NO_RECTS)
    fills: tuple[Rect, ...] = ()
    """Those of the paths that are filled with a colour other than white."""
    images: tuple[Rect, ...] = ()


Cells = Sequence[Sequence[int]]
"""For each column of a row the words in it, by their index, in reading order."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its place on the page and its rows."""

    box: Rect
    rows: tuple[Cells, ...]
    words: frozenset[int]
    heads: int = 0
    """How many rows at the top are heads of the columns."""
    edges: tuple[float, ...] = ()
    """Where its columns are parted: a table that goes on has the same."""
    is_open: bool = False
    """Whether no rule closes the last row: it may go on on the next page."""
    is_contents: bool = False
    """Whether its rows only point to pages."""
    is_ruled: bool = False
    """Whether rules part its rows, and not its text."""


@dataclass(frozen=True, kw_only=True)
class ExtractedPage:
    """A page as an engine found it: words with boxes, gathered into printed lines."""

    number: int
    label: str
    width: float
    height: float
    """Width and height as displayed."""
    words: tuple[str, ...] = ()
    boxes: Floats = field(default_factory=lambda: NO_RECTS)
    soft: Bools = field(default_factory=lambda: NO_BOOLS)
    """Words that end in a hyphen which the engine took for one of a line's end."""
    lines: Lines = field(default_factory=Lines)
    drawn: Drawn = field(default_factory=Drawn)
    turn: Turn = 0
    """Quarter turns, clockwise, from the upright frame to the page as displayed."""
    skew: float = 0.0
    """Radians by which its lines fall to the right on the page as displayed: a crooked scan."""
    fold: float | None = None
    """Where two facing pages part that were scanned as one picture."""
    unread: str | None = None
    ocr: bool = False
    hidden: tuple[str, ...] = ()
    """Accounts of text that is there and cannot be seen."""
    parts_unread: tuple[UnreadPart, ...] = ()
    worded_pictures: tuple[Rect, ...] = ()
    """Pictures across which rows of letters seem to run."""
    printed: str = ""
    """Its characters as the file gives them, in the order of the file, without blanks and hyphens."""
    recognised_from: int | None = None
    """The first of the words that OCR read in pictures on a page with text of its own."""

    @property
    def frame(self) -> tuple[float, float]:
        """Width and height of the upright frame."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)

    def line_text(self, line: int) -> str:
        """Return the words of a line, joined."""
        lines = self.lines.plain
        return " ".join(self.words[lines.first[line] : lines.last[line]])

    def first_word(self, line: int) -> str:
        """Return the first word of a line."""
        return self.words[self.lines.plain.first[line]]

    def last_word(self, line: int) -> str:
        """Return the last word of a line."""
        return self.words[self.lines.plain.last[line] - 1]

    def shown(self) -> Floats:
        """Return the boxes of the words on the page as displayed."""
        return turned(skewed(self.boxes, self.skew, *self.frame), self.turn, *self.frame)


@dataclass(frozen=True, kw_only=True)
class SegmentedPage(ExtractedPage):
    """A page whose ruled tables were found; no line stands half inside one."""

    tables: tuple[Table, ...]
    gutter: float | None
    """Where two facing pages part that share the sheet."""
    leaf: int
    """Which page this is in the order of binding; on a spread, its left page."""

    def is_right(self, line: int) -> bool:
        """True if a line stands on the right page of two."""
        lines, gutter = self.lines.plain, self.gutter
        return gutter is not None and lines.x0[line] + lines.x1[line] > 2 * gutter

    def free_lines(self) -> Ints:
        """Return the lines that no table has."""
        if not self.tables:
            return np.arange(len(self.lines))
        return (~are_inside(self.tables, len(self.words))[self.lines.first]).nonzero()[0]


@dataclass(frozen=True, slots=True)
class Aside:
    """Why a line is no part of the text: it runs along, or is one of a contents list."""

    place: Literal["running", "toc"]
    why: str


@dataclass(frozen=True, kw_only=True)
class ScreenedPage(SegmentedPage):
    """A page whose running lines and contents lists were told from its text."""

    aside: Mapping[int, Aside]
    """For each line set aside: what made it so."""


@dataclass(frozen=True, kw_only=True)
class OrderedPage(ScreenedPage):
    """A page in reading order."""

    order: tuple[int, ...]
    """Lines in reading order; -1 stands for the first table, -2 for the second."""
    block: Ints
    """For each line: lines with the same number belong to one run of text."""
    columns: int
    mark: Mapping[int, int]
    """For lines whose bullet, number or large initial stands apart: its word."""
    initials: frozenset[int]
    """Words that are the large initial letter of the line they mark."""
    bulleted: frozenset[int]
    """Lines before which a bullet is drawn that is no letter."""

    @cached_property
    def plain_block(self) -> list[int]:
        """The same as plain numbers."""
        return list(self.block.tolist())

    @cached_property
    def openings(self) -> list[str]:
        """For each line its first word, or the mark that stands before it."""
        at = {**dict(enumerate(self.lines.plain.first)), **self.mark}
        found = [self.words[first] for first in at.values()]
        if max(found, default="") > FIRST_SIGN:
            found = [BULLET if opens_with_sign(word) else word for word in found]
        for line in self.bulleted:
            found[line] = BULLET
        return found


@dataclass(frozen=True, kw_only=True)
class ClassifiedPage(OrderedPage):
    """A page of which it is known for each line what it is part of."""

    kinds: tuple[Kind, ...]
    """For each line: what it is part of."""
    clean: tuple[str, ...]
    """The words as they are printed: no ligatures, nothing that cannot be seen."""
    is_plain: bool = False
    """Whether each of them prints something, and none is a stop alone."""


def are_inside(tables: Sequence[Table], words: int) -> Bools:
    """Return for each of so many words whether one of some tables has it."""
    inside = np.zeros(words, bool)
    for table in tables:
        inside[list(table.words)] = True
    return inside


def advanced(page: ExtractedPage, stage: type[Stage], **found: Any) -> Stage:
    """Return a page as the record of its next stage, or of its own, with what that found."""
    made = object.__new__(stage)
    object.__setattr__(made, "__dict__", {**vars(page), **found})
    return made


def rects_of(boxes: Floats) -> tuple[Rect, ...]:
    """Return boxes as plain numbers."""
    return tuple((x0, top, x1, bottom) for x0, top, x1, bottom in boxes.tolist())


def turned(boxes: Floats, turn: int, width: float, height: float) -> Floats:
    """Turn boxes clockwise by quarters; width and height are those before the turn.

    >>> turned(np.array([[1.0, 2.0, 3.0, 4.0]]), 1, 100, 50).tolist()
    [[46.0, 1.0, 48.0, 3.0]]
    """
    if not turn:
        return boxes
    x0, top, x1, bottom = boxes.T
    if turn == 1:
        return np.stack((height - bottom, x0, height - top, x1), axis=1)
    if turn == 2:
        return np.stack((width - x1, height - bottom, width - x0, height - top), axis=1)
    return np.stack((top, width - x1, bottom, width - x0), axis=1)


def skewed(boxes: Floats, skew: float, width: float, height: float) -> Floats:
    """Carry boxes clockwise about the middle by a small angle; they keep their size.

    >>> skewed(np.array([[90.0, 48.0, 94.0, 52.0]]), 0.1, 100, 100).round(1).tolist()
    [[89.8, 52.2, 93.8, 56.2]]
    """
    if not skew:
        return boxes
    x = (boxes[:, 0] + boxes[:, 2] - width) / 2
    y = (boxes[:, 1] + boxes[:, 3] - height) / 2
    along = x * np.cos(skew) - y * np.sin(skew) - x
    down = x * np.sin(skew) + y * np.cos(skew) - y
    moved: Floats = boxes + np.stack((along, down, along, down), axis=1)
    return moved
