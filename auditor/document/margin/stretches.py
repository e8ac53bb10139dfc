"""From words of a document's text back to the strings of the file that they were read from."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from auditor.document.flow.wording import Part, Piece, Source, Span, find_words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a text, and where in a string of the file they stand."""

    start: int
    end: int
    source: Source
    first: int
    last: int

    @property
    def is_exact(self) -> bool:
        """True if the text has the characters as the file has them."""
        return self.end - self.start == self.last - self.first

    def within(self, start: int, end: int) -> Stretch:
        """Return what of it stands in a span; all of it where its characters were changed."""
        if not self.is_exact:
            return self
        left, right = max(0, start - self.start), max(0, self.end - end)
        return replace(
            self,
            start=self.start + left,
            end=self.end - right,
            first=self.first + left,
            last=self.last - right,
        )


@dataclass(frozen=True, slots=True)
class Stretches:
    """All stretches of a text, in its order."""

    stretches: tuple[Stretch, ...]

    def between(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Return the stretches of a span of the text, cut to it."""
        at = bisect_right(self.stretches, start, key=lambda each: each.end)
        found: list[Stretch] = []
        while at < len(self.stretches) and self.stretches[at].start < end:
            found.append(self.stretches[at].within(start, end))
            at += 1
        return tuple(found)


def longest(groups: Iterable[list[tuple[T, Stretch]]]) -> list[tuple[T, Stretch]]:
    """Return the group whose stretches hold the most characters, the first of equals."""
    return max(groups, key=lambda one: sum(each.end - each.start for _, each in one), default=[])


def find_stretches(parts: Iterable[Part]) -> Stretches:
    """Find where in the file all words of a text stand."""
    found = [stretch for at, pieces in parts for stretch in _of_part(at, pieces)]
    return Stretches(tuple(sorted(found, key=lambda each: (each.start, each.end))))


def _of_part(at: int, pieces: Sequence[Piece]) -> Iterator[Stretch]:
    raw = "".join(piece.text for piece in pieces)
    edges = list(_edges(pieces))
    nth, begins = 0, at
    for word, (start, end) in find_words(raw):
        while edges[nth][0][1] <= start:
            nth += 1
        last = nth
        while last < len(edges) and edges[last][0][0] < end:
            last += 1
        is_exact = word == unicodedata.normalize("NFC", word) == raw[start:end]
        place = begins, begins + len(word)
        yield from _of_word(place, (start, end), edges[nth:last], is_exact)
        begins += len(word) + 1


def _edges(pieces: Sequence[Piece]) -> Iterator[tuple[Span, Source | None]]:
    """Find where each piece stands among the raw characters."""
    at = 0
    for piece in pieces:
        yield (at, at + len(piece.text)), piece.source
        at += len(piece.text)


def _of_word(
    place: Span, raw: Span, edges: Sequence[tuple[Span, Source | None]], is_exact: bool
) -> Iterator[Stretch]:
    """Give a stretch of each piece that a word stands in."""
    for (left, right), source in edges:
        first, last = max(left, raw[0]), min(right, raw[1])
        if source is None or first >= last:
            continue
        start, end = place
        if is_exact:
            start, end = place[0] + first - raw[0], place[0] + last - raw[0]
        yield Stretch(start, end, source, first - left, last - left)
