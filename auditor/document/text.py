"""One clean text out of words, each character knowing its place.

Ligatures are taken apart, soft hyphens and odd spaces removed, words that were
cut at the end of a line joined again; every word keeps its page and box.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from auditor.document.sheet import Sheet
from auditor.records import Block, Place, Words

HYPHENS = "-\u2010\xad\x02\ufffe"
_TIDY = {ord(letter): None for letter in "\xad\x02\u200b\u200c\u200d\u2060\ufeff\ufffe\0"}
_TIDY |= {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st", 0x2010: "-", 0x2011: "-",
}
_EDGES = ".,;:!?()[]{}\"'“”‘’–—•*/"
_TAIL = re.compile(r"[^\W\d_]+$")
_LEAD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_known: dict[str, str] = {}


def tidy(word: str) -> str:
    """Take ligatures apart, drop what prints nothing.

    >>> tidy("o\\ufb03ce"), tidy("in\\xadfant"), tidy("under\\u2011twos")
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


@dataclass(slots=True)
class Span:
    """Words of one printed line that go into a block."""

    sheet: Sheet
    first: int
    last: int


@dataclass(slots=True)
class Draft:
    """A block before it has its text: its cells (one, unless it is a table row)."""

    place: Place
    cells: list[list[Span]]
    rank: int = 0
    why: str = ""
    section: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def spans(self) -> list[Span]:
        """The spans of all cells."""
        return [span for cell in self.cells for span in cell]


def vocabulary(sheets: Iterable[Sheet]) -> frozenset[str]:
    """Gather the document's own words, halves of words cut at line ends left out."""
    words: set[str] = set()
    for sheet in sheets:
        ends = set((sheet.lines.last - 1).tolist())
        starts = set(sheet.lines.first.tolist())
        soft = sheet.soft
        for at, word in enumerate(sheet.words):
            cut = at in ends and (word[-1] in HYPHENS or soft[at])
            rest = at in starts and at > 0 and (sheet.words[at - 1][-1] in HYPHENS or soft[at - 1])
            if not cut and not rest:
                words.add(word.lower().strip(_EDGES))
    return frozenset(words)


@dataclass(slots=True)
class Composer:
    """Writes drafts into one text and remembers where each word went."""

    known: frozenset[str]
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    words: Words = field(default_factory=Words)
    blocks: list[Block] = field(default_factory=list)
    _shown: dict[int, array[float]] = field(default_factory=dict)

    def compose(self, drafts: Sequence[Draft]) -> str:
        """Write every draft that has words; return the text."""
        for draft in drafts:
            self._write(draft)
        return "".join(self.pieces)

    def _write(self, draft: Draft) -> None:
        cells = [list(self._joined(cell)) for cell in draft.cells]
        if not any(cells):
            return
        if self.length:
            self._add("\n\n")
        start = self.length
        for number, cell in enumerate(cells):
            if number:
                self._add(" | " if cell or number < len(cells) - 1 else " |")
            for gap, text, sheet, word in cell:
                if gap:
                    self._add(" ")
                self._place(text, sheet, word)
        self.blocks.append(
            Block(start, self.length, draft.place, draft.section, draft.columns, draft.rank,
                  why=draft.why)
        )

    def _joined(self, cell: list[Span]) -> Iterable[tuple[bool, str, Sheet, int]]:
        """Give each word of a cell, and whether a space stands before it."""
        glue = True
        ended: tuple[str, str] = ("", "")
        pending: tuple[bool, str, Sheet, int] | None = None
        for span in cell:
            for word in range(span.first, span.last):
                raw = span.sheet.words[word]
                text = tidy(raw)
                if not text:
                    continue
                gap = not glue
                if pending is not None and word == span.first:
                    kept = self._half(ended[0], ended[1], text)
                    if kept is not None:
                        pending, gap = (pending[0], kept, *pending[2:]), False
                if pending is not None:
                    yield pending
                pending, glue = (gap, text, span.sheet, word), False
                ended = (raw, "soft" if _is_soft(span.sheet, word) else "")
        if pending is not None:
            yield pending

    def _half(self, raw: str, soft: str, following: str) -> str | None:
        """Give the first half of a word cut at a line's end as it is to stand; else None."""
        text = tidy(raw)
        hyphen = raw[-1] in HYPHENS
        if not (hyphen or soft):
            return None
        stem = text.rstrip("-\u2010") if hyphen else text
        tail, lead = _TAIL.search(stem), _LEAD.match(following)
        if tail is None or lead is None:
            return text if hyphen and stem and following[:1].isalnum() else None
        return stem + ("-" if self._keeps_hyphen(tail.group(), lead.group(), raw) else "")

    def _keeps_hyphen(self, left: str, right: str, raw: str) -> bool:
        """Decide by the document's own words whether a hyphen at a line's end belongs."""
        a, b = left.lower(), right.lower()
        if a + b in self.known:
            return False
        if f"{a}-{b}" in self.known or (right[0].isupper() and not left.isupper()):
            return True
        if raw[-1] in "\xad\x02":
            return False
        return len(a) > 2 and len(b) > 2 and a in self.known and b in self.known

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _place(self, text: str, sheet: Sheet, word: int) -> None:
        boxes = self._shown.get(sheet.number)
        if boxes is None:
            boxes = self._shown[sheet.number] = array("f", sheet.shown().ravel().tolist())
        words = self.words
        words.starts.append(self.length)
        self._add(text)
        words.ends.append(self.length)
        words.pages.append(sheet.number)
        words.boxes.extend(boxes[4 * word : 4 * word + 4])


def _is_soft(sheet: Sheet, word: int) -> bool:
    return bool(len(sheet.soft) and sheet.soft[word])
