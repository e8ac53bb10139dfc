"""A page as an engine found it: words with boxes, gathered into printed lines.

Everything stands in the upright frame of the page: points from the top left, with
the page turned so that most of its words read from left to right, on level lines.
`Sheet.shown` turns boxes back to the page as displayed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from auditor.records import Place

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Kind = Literal[Place, "note"]
"""What a line is part of; of a note it is settled later whether it cites or speaks."""
Turn = Literal[0, 1, 2, 3]
Rect = tuple[float, float, float, float]

NO_FLOATS: Floats = np.zeros(0)
NO_INTS: Ints = np.zeros(0, np.int64)
NO_BOOLS: Bools = np.zeros(0, bool)


@dataclass(slots=True)
class Lines:
    """Printed lines of a page, each within one column: one entry a line.

    `first` and `last` are half-open indexes into the words of the sheet.
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
    sideways: Bools = field(default_factory=lambda: NO_BOOLS)
    """Lines that do not read from left to right in the frame of the page."""

    colour: Ints = field(default_factory=lambda: NO_INTS)
    """The colour of the letters, as one number; empty where it is not known."""

    def __len__(self) -> int:
        """Count the lines."""
        return len(self.first)


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page besides words, as bounding boxes."""

    paths: list[Rect] = field(default_factory=list)
    fills: list[Rect] = field(default_factory=list)
    """Those of the paths that are filled with a colour other than white."""
    images: list[Rect] = field(default_factory=list)


Cells = list[list[int]]
"""For each column of a row the words in it, by their index, in reading order."""


@dataclass(slots=True)
class Table:
    """A table: its place on the page and its rows."""

    box: Rect
    rows: list[Cells]
    heads: int = 0
    """How many rows at the top are heads of the columns."""
    edges: tuple[float, ...] = ()
    """Where its columns are parted: a table that goes on has the same."""
    words: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Sheet:
    """One page before it is put in order."""

    number: int
    label: str
    width: float
    height: float
    """Width and height as displayed."""
    words: list[str] = field(default_factory=list)
    clean: list[str] = field(default_factory=list)
    """The words as they are printed: no ligatures, nothing that cannot be seen."""
    boxes: Floats = field(default_factory=lambda: np.zeros((0, 4)))
    soft: Bools = field(default_factory=lambda: NO_BOOLS)
    """Words that end in a hyphen which the engine took for one of a line's end."""
    lines: Lines = field(default_factory=Lines)
    drawn: Drawn = field(default_factory=Drawn)
    turn: Turn = 0
    """Quarter turns, clockwise, from the upright frame to the page as displayed."""
    tilt: float = 0.0
    """Radians by which its lines fall to the right on the page as displayed: a crooked scan."""
    gutter: float | None = None
    """Where two facing pages part that share the sheet."""
    leaf: int = 1
    """Which page this is in the order of binding; on a spread, its left page."""
    unread: str | None = None
    ocr: bool = False
    scanned: bool = False
    """Whether its words are a layer that another program laid over a picture."""
    hidden: list[str] = field(default_factory=list)
    """Accounts of text that is there and cannot be seen."""
    order: list[int] = field(default_factory=list)
    """Lines in reading order; -1 stands for the first table, -2 for the second."""
    block: Ints = field(default_factory=lambda: NO_INTS)
    """For each line: lines with the same number belong to one run of text."""
    columns: int = 1
    place: list[Kind] = field(default_factory=list)
    """For each line: what it is part of."""
    mark: dict[int, int] = field(default_factory=dict)
    """For lines whose bullet or number stands apart: its word."""
    tables: list[Table] = field(default_factory=list)
    why: dict[int, str] = field(default_factory=dict)
    """For lines set aside: what made them so."""

    @property
    def frame(self) -> tuple[float, float]:
        """Width and height of the upright frame."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)

    def opening(self, line: int) -> str:
        """Give the first word of a line, or the mark that stands before it."""
        return self.words[self.mark.get(line, int(self.lines.first[line]))]

    def line_text(self, line: int) -> str:
        """Join the words of a line."""
        return " ".join(self.words[self.lines.first[line] : self.lines.last[line]])

    def shown(self) -> Floats:
        """Give the boxes of the words on the page as displayed."""
        crooked = tilted(self.boxes, self.tilt, *self.frame)
        return turned(crooked, self.turn, *self.frame)

    def turn_to(self, turn: Turn) -> None:
        """Turn the frame, and what is drawn, to another way up."""
        for rects in (self.drawn.paths, self.drawn.fills, self.drawn.images):
            shown = turned(np.array(rects).reshape(-1, 4), self.turn, *self.frame)
            back = turned(shown, (4 - turn) % 4, self.width, self.height)
            rects[:] = [(x0, top, x1, bottom) for x0, top, x1, bottom in back.tolist()]
        self.turn = turn

    def is_right(self, line: int) -> bool:
        """Say whether a line stands on the right page of two."""
        middle = (self.lines.x0[line] + self.lines.x1[line]) / 2
        return self.gutter is not None and bool(middle > self.gutter)


def turned(boxes: Floats, turn: int, width: float, height: float) -> Floats:
    """Turn boxes clockwise by quarters; width and height are those before the turn.

    >>> turned(np.array([[1.0, 2.0, 3.0, 4.0]]), 1, 100, 50).tolist()
    [[46.0, 1.0, 48.0, 3.0]]
    """
    x0, top, x1, bottom = boxes.T
    if turn == 1:
        return np.stack((height - bottom, x0, height - top, x1), axis=1)
    if turn == 2:
        return np.stack((width - x1, height - bottom, width - x0, height - top), axis=1)
    if turn == 3:
        return np.stack((top, width - x1, bottom, width - x0), axis=1)
    return boxes


def tilted(boxes: Floats, tilt: float, width: float, height: float) -> Floats:
    """Carry boxes clockwise about the middle by a small angle; they keep their size.

    >>> tilted(np.array([[90.0, 48.0, 94.0, 52.0]]), 0.1, 100, 100).round(1).tolist()
    [[89.8, 52.2, 93.8, 56.2]]
    """
    if not tilt:
        return boxes
    x = (boxes[:, 0] + boxes[:, 2] - width) / 2
    y = (boxes[:, 1] + boxes[:, 3] - height) / 2
    along = x * np.cos(tilt) - y * np.sin(tilt) - x
    down = x * np.sin(tilt) + y * np.cos(tilt) - y
    moved: Floats = boxes + np.stack((along, down, along, down), axis=1)
    return moved
