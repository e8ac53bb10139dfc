"""Words as they are gathered piece by piece, those that a tracked change inserted known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.document.characters import tidy
from auditor.document.structure.list_items import is_bullet

BLANK = re.compile(r"\s+")
WORD = re.compile(r"\S+")

Span = tuple[int, int]
Piece = tuple[str, bool]
"""Characters, and whether an open tracked change inserted them."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a paragraph or cell, and which of them were inserted."""

    text: str = ""
    inserted: tuple[Span, ...] = ()

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
        return Wording(text[2:], spans)


def clean(text: str) -> str:
    r"""Fold white space and drop what prints nothing.

    >>> clean("the  first\u00a01,001\n days")
    'the first 1,001 days'
    """
    words = unicodedata.normalize("NFC", BLANK.sub(" ", text)).strip().split(" ")
    return " ".join(word for word in map(tidy, words) if word)


def fold(pieces: Sequence[Piece]) -> Wording:
    """Return the words of pieces, white space folded, with the spans that were inserted.

    >>> fold([("We  will ", False), ("not ", True), ("wait.", False)])
    Wording(text='We will not wait.', inserted=((8, 11),))
    """
    raw = "".join(text for text, _ in pieces)
    if not any(inserted for _, inserted in pieces):
        return Wording(clean(raw))
    words: list[str] = []
    spans: list[Span] = []
    at = 0
    for word, is_inserted in _marked_words(raw, pieces):
        words.append(word)
        if is_inserted:
            spans.append((at, at + len(word)))
        at += len(word) + 1
    return Wording(" ".join(words), tuple(_joined(spans)))


def join(wordings: Iterable[Wording], between: str = " ") -> Wording:
    """Join wordings into one, empty ones left out."""
    found = [wording for wording in wordings if wording]
    spans: list[Span] = []
    at = 0
    for wording in found:
        spans += [(start + at, end + at) for start, end in wording.inserted]
        at += len(wording.text) + len(between)
    return Wording(between.join(wording.text for wording in found), tuple(spans))


def _marked_words(raw: str, pieces: Sequence[Piece]) -> Iterator[tuple[str, bool]]:
    """Find each tidy word and whether any of its letters was inserted."""
    edges = list(_edges(pieces))
    nth = 0
    for match in WORD.finditer(raw):
        while nth < len(edges) and edges[nth][1] <= match.start():
            nth += 1
        word = tidy(unicodedata.normalize("NFC", match.group()))
        if word:
            yield word, nth < len(edges) and edges[nth][0] < match.end()


def _edges(pieces: Sequence[Piece]) -> Iterator[Span]:
    """Find where inserted pieces start and end."""
    at = 0
    for text, inserted in pieces:
        if inserted and text.strip():
            yield at, at + len(text)
        at += len(text)


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Join spans of words that follow each other."""
    held: Span | None = None
    for span in spans:
        if held is not None and span[0] == held[1] + 1:
            held = held[0], span[1]
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held
