"""Words as they are gathered piece by piece, those that a tracked change inserted known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from auditor.document.characters import tidy
from auditor.document.structure.list_items import is_bullet

BLANK = re.compile(r"\s+")
WORD = re.compile(r"\S+")
NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?(?:\s?[,–-]\s?\d{1,3})*")
MEASURE = re.compile(r"(?:^|[\s\d(/])(?:[kcmdµ]?m|ft|[Rrχ])$|[×x·]\s?10$")
"""What a raised figure is a power of: a length, a coefficient, ten."""
POWERS = ("2", "3")
LONGEST_MEASURE = 5

Span = tuple[int, int]


class Source(NamedTuple):
    """The string of a file's tree that characters were read from."""

    element: Any
    is_tail: bool = False
    """True if they follow the element and do not stand in it."""

    @property
    def holder(self) -> Any:
        """The element that the characters stand in."""
        return self.element.getparent() if self.is_tail else self.element


class Piece(NamedTuple):
    """Characters of a paragraph as they were read."""

    text: str
    is_inserted: bool = False
    """True if an open tracked change inserted them."""
    source: Source | None = None
    """Where the file has them; None where that is of no use to anybody."""


Part = tuple[int, tuple[Piece, ...]]
"""Where in a text the words of some pieces begin, and the pieces."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a paragraph or cell, and which of them were inserted."""

    text: str = ""
    inserted: tuple[Span, ...] = ()
    parts: tuple[Part, ...] = field(default=(), compare=False, repr=False)
    """What it was made of, where the file can be asked for it again."""

    def __bool__(self) -> bool:
        """True if there are words."""
        return bool(self.text)

    @property
    def is_short(self) -> bool:
        """True if it can be the label of several rows: few words, no sentence."""
        return len(self.text.split()) <= 12 and not self.text.endswith((".", "!", "?"))

    def without_bullet(self) -> Wording:
        """Return the same without a bullet that was typed; itself where there is none."""
        text = self.text
        if len(text) <= 2 or not is_bullet(text[0]) or text[1] != " ":
            return self
        spans = tuple((max(0, start - 2), end - 2) for start, end in self.inserted if end > 2)
        return Wording(text[2:], spans, moved(self.parts, -2))


def clean(text: str) -> str:
    r"""Fold white space and drop what prints nothing.

    >>> clean("the  first\u00a01,001\n days")
    'the first 1,001 days'
    """
    words = unicodedata.normalize("NFC", BLANK.sub(" ", text)).strip().split(" ")
    return " ".join(word for word in map(tidy, words) if word)


def fold(pieces: Sequence[Piece]) -> Wording:
    """Return the words of pieces, white space folded, with the spans that were inserted.

    >>> fold([Piece("We  will "), Piece("not ", True), Piece("wait.")])
    Wording(text='We will not wait.', inserted=((8, 11),))
    """
    raw = "".join(piece.text for piece in pieces)
    has_source = any(piece.source for piece in pieces)
    parts: tuple[Part, ...] = ((0, tuple(pieces)),) if has_source else ()
    if not any(piece.is_inserted for piece in pieces):
        return Wording(clean(raw), (), parts)
    marked = list(_marked_words(raw, pieces))
    spans: list[Span] = []
    at = 0
    for is_inserted, words in groupby(marked, itemgetter(1)):
        end = at + len(" ".join(word for word, _ in words))
        if is_inserted:
            spans.append((at, end))
        at = end + 1
    return Wording(" ".join(word for word, _ in marked), tuple(spans), parts)


def join(wordings: Iterable[Wording], between: str = " ") -> Wording:
    """Join wordings into one, empty ones left out."""
    found = [wording for wording in wordings if wording]
    spans: list[Span] = []
    parts: list[Part] = []
    at = 0
    for wording in found:
        parts += moved(wording.parts, at)
        spans += [(start + at, end + at) for start, end in wording.inserted]
        at += len(wording.text) + len(between)
    return Wording(between.join(wording.text for wording in found), tuple(spans), tuple(parts))


def moved(parts: Iterable[Part], by: int) -> tuple[Part, ...]:
    """Return parts that begin later in their text."""
    return tuple((at + by, pieces) for at, pieces in parts)


def is_note_mark(raised: str, before: str = "") -> bool:
    """True if raised letters are the mark of a note, and no power of what stands before them.

    >>> is_note_mark("3"), is_note_mark(" [4] "), is_note_mark("th"), is_note_mark("2", "84 km")
    (True, True, False, False)
    """
    if NOTE_MARK.fullmatch(raised.strip()) is None:
        return False
    measured = MEASURE.search(before[-LONGEST_MEASURE:])
    return not measured or (raised.strip() not in POWERS and not measured[0].endswith("10"))


def ending(pieces: Sequence[Piece]) -> str:
    """Return the last letters of pieces."""
    return "".join(piece.text for piece in pieces[-LONGEST_MEASURE:])[-LONGEST_MEASURE:]


def find_words(raw: str) -> Iterator[tuple[str, Span]]:
    """Find the words of raw characters: each as it is read, and where it stands among them."""
    for match in WORD.finditer(raw):
        word = tidy(unicodedata.normalize("NFC", match.group()))
        if word:
            yield word, match.span()


def _marked_words(raw: str, pieces: Sequence[Piece]) -> Iterator[tuple[str, bool]]:
    """Find each tidy word and whether any of its letters was inserted."""
    edges = list(_edges(pieces))
    nth = 0
    for word, (start, end) in find_words(raw):
        while nth < len(edges) and edges[nth][1] <= start:
            nth += 1
        yield word, nth < len(edges) and edges[nth][0] < end


def _edges(pieces: Sequence[Piece]) -> Iterator[Span]:
    """Find where inserted pieces start and end."""
    at = 0
    for piece in pieces:
        if piece.is_inserted and piece.text.strip():
            yield at, at + len(piece.text)
        at += len(piece.text)
