"""Words joined into running text: cut words put together again, hyphens kept or dropped.

Whether a hyphen at a line's end belongs to its word is decided by the document's
own words: a joined form seen elsewhere is joined, a hyphenated one keeps its hyphen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from auditor.document.sheet import Sheet

HYPHENS = "-\u2010\xad\x02\ufffe"
_HYPHEN_ENDS = tuple(HYPHENS)
PRINTED_BY_BREAKING = "\u2010\xad\x02"
"""Hyphens that typesetting puts where it cuts a word, and nobody types."""
_TIDY: dict[int, str | None] = {
    ord(letter): None for letter in "\xad\x02\u200b\u200c\u200d\u2060\ufeff\ufffe\0"
}
_TIDY |= {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0x2010: "-",
    0x2011: "-",
}
DASHES = frozenset("–—/")
COMPOUND_LEFT = frozenset(
    [
        "self",
        "evidence",
        "trauma",
        "parent",
        "mother",
        "whole",
        "half",
        "full",
        "peer",
        "long",
        "short",
        "high",
        "low",
        "cross",
        "one",
        "two",
        "three",
        "four",
        "five",
        "early",
    ]
)
COMPOUND_RIGHT = frozenset(
    [
        "based",
        "led",
        "term",
        "year",
        "old",
        "olds",
        "wide",
        "related",
        "specific",
        "centred",
        "focused",
        "informed",
        "time",
        "twos",
        "fives",
        "threes",
        "infant",
        "quality",
    ]
)
_EDGES = ".,;:!?()[]{}\"'“”‘’–—•*/"
_TAIL = re.compile(r"[^\W\d_]+$")
_LEAD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_PRINTED = re.compile("[!-~£·‘’“”–—•…]*")
"""Words of these letters alone stand as they are."""

_known: dict[str, str] = {}


def tidy(word: str) -> str:
    r"""Take ligatures apart, drop what prints nothing.

    >>> tidy("o\ufb03ce"), tidy("in\xadfant"), tidy("under\u2011twos")
    ('office', 'infant', 'under-twos')
    """
    if word.isascii() and word.isprintable():
        return word
    if word not in _known:
        if len(_known) > 50_000:
            _known.clear()
        plain = unicodedata.normalize("NFC", word.translate(_TIDY))
        _known[word] = "".join(letter for letter in plain if letter.isprintable())
    return _known[word]


def tidy_words(words: list[str]) -> list[str]:
    """Tidy the words of a page; a page of plain letters stays as it is."""
    if _PRINTED.fullmatch("".join(words)):
        return words
    return [word if word.isascii() and word.isprintable() else tidy(word) for word in words]


@dataclass(slots=True)
class Span:
    """Words of one printed line that go into a block."""

    sheet: Sheet
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The document's own words, and how it prints words that are cut."""

    words: frozenset[str]
    tells_breaks: bool
    """Whether it prints another hyphen where a word is cut than within compounds."""


def gather_vocabulary(sheets: Iterable[Sheet]) -> Vocabulary:
    """Gather the document's words, halves of words cut at line ends left out."""
    seen: set[str] = set()
    plain = telling = 0
    for sheet in sheets:
        words = sheet.words
        ends = set((sheet.lines.last - 1).tolist())
        soft = set(np.flatnonzero(sheet.soft).tolist())
        every = " ".join(words) + " "
        hyphened = any(f"{hyphen} " in every for hyphen in HYPHENS)
        cut = {at for at, word in enumerate(words) if word.endswith(_HYPHEN_ENDS)} if hyphened else set()
        cut |= soft
        halved = cut & (ends | soft)
        left_out = cut | {at + 1 for at in halved}
        seen.update(words if not left_out else _others(words, left_out))
        by_breaking = sum(words[at][-1] in PRINTED_BY_BREAKING for at in halved)
        telling, plain = telling + by_breaking, plain + len(halved) - by_breaking
    found = {word.lower().strip(_EDGES) for word in seen}
    return Vocabulary(frozenset(found), telling > 3 and telling > plain)


def _others(words: Sequence[str], left_out: set[int]) -> Iterator[str]:
    return (word for at, word in enumerate(words) if at not in left_out)


@dataclass(slots=True)
class Run:
    """Words of one line that stand one after the other on their page, ready to be printed."""

    gap: bool
    """Whether a space stands before them."""
    texts: list[str]
    sheet: Sheet
    first: int
    """The index on the page of the first of them."""


@dataclass(frozen=True, slots=True)
class Joiner:
    """Joins the words of printed lines."""

    known: Vocabulary

    def text(self, spans: Sequence[Span]) -> str:
        """Give the running text of lines."""
        parts = (f" {' '.join(run.texts)}" if run.gap else " ".join(run.texts)
                 for run in self.runs(spans))
        return "".join(parts).strip()

    def runs(self, spans: Sequence[Span]) -> list[Run]:
        """Give the words of some lines, halves at line ends joined."""
        found: list[Run] = []
        for span in spans:
            for first, texts in _printed(span):
                gap = bool(found)
                if found and first == span.first:
                    kept = self._half(found[-1], texts[0])
                    if kept is not None:
                        found[-1].texts[-1], gap = kept, False
                found.append(Run(gap, texts, span.sheet, first))
        return found

    def _half(self, before: Run, following: str) -> str | None:
        """Give the last word of a run as it stands before the next line's; None for a space."""
        text, last = before.texts[-1], before.first + len(before.texts) - 1
        raw, soft = before.sheet.words[last], _is_soft(before.sheet, last)
        if text[-1:] in DASHES:
            return text if len(text) > 1 and text[-2].isdigit() and following[0].isdigit() else None
        hyphen = raw[-1] in HYPHENS
        if not (hyphen or soft):
            return None
        stem = text.rstrip("-\u2010") if hyphen else text
        tail, lead = _TAIL.search(stem), _LEAD.match(following)
        if tail is None or lead is None:
            return stem + "-" if stem and following[:1].isalnum() else None
        return stem + ("-" if self._keeps_hyphen(tail.group(), lead.group(), raw) else "")

    def _keeps_hyphen(self, left: str, right: str, raw: str) -> bool:
        """Decide by the document's own words whether a hyphen at a line's end belongs."""
        a, b = left.lower(), right.lower()
        if a + b in self.known.words:
            return False
        if f"{a}-{b}" in self.known.words:
            return True
        if raw[-1] in PRINTED_BY_BREAKING:
            return False
        if right[0].isupper() and not left.isupper():
            return True
        if self.known.tells_breaks or a in COMPOUND_LEFT or b in COMPOUND_RIGHT:
            return True
        return len(a) > 2 and len(b) > 2 and a in self.known.words and b in self.known.words


def _printed(span: Span) -> Iterator[tuple[int, list[str]]]:
    """Give the words of a span that print something, and where each run of them begins."""
    texts = span.sheet.clean[span.first : span.last]
    if all(texts):
        if texts:
            yield span.first, texts
        return
    at = 0
    for empty, group in groupby(texts, key=lambda text: not text):
        run = list(group)
        if not empty:
            yield span.first + at, run
        at += len(run)


def _is_soft(sheet: Sheet, word: int) -> bool:
    return bool(len(sheet.soft) and sheet.soft[word])
