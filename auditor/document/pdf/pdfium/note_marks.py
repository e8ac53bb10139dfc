"""Marks of notes taken from the ends of words: small, raised, and no part of what is said."""

from __future__ import annotations

import re
from ctypes import byref, c_double, c_int
from itertools import repeat

import numpy as np
import pypdfium2.raw as raw

from auditor.document.page import Bools, Floats
from auditor.document.pdf.pdfium.ffi import Slots, call_each, direct
from auditor.document.pdf.pdfium.glyphs import Glyphs

MARKS = frozenset("*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰")
IN_MARKS = MARKS | frozenset("0123456789,–-")
ROMAN = frozenset("ivx")
"""Letters that number notes at the end, as word processors do."""
LAST_OF_MARKS = MARKS | ROMAN
CLOSING = ".,;:)’”\"'"
SIGNS = frozenset("+-–−±")
"""What a power, or the days after the weeks of a pregnancy, begin with."""
BASES = tuple(
    (re.compile(base), re.compile(raised))
    for base, raised in (
        (r"(?:^|[^A-Za-zµ])(?:[kcdmnµ]?m|[Kk]M|Km|ft)$", "[23²³]"),
        (r"(?:^|\W)(?:[Rrχ]|[Cc]hi)$", "[2²]"),
        (r"^(?!\W*[A-Z]\w*\s)(?:.*\W)?I$", "[2²]"),  # no "War I", which is a number
        (r"[x×]\s?10$", "[1-9¹²³⁴-⁹][0-9⁰¹²³⁴-⁹]?"),
        (r"(?:^|\W)A\*?$", r"\*"),
    )
)
"""Units, statistics, powers of ten and grades: with what they bear raised that is no mark."""
SYMBOL = re.compile(r"(?:^|\W)[^\W\d_]$")
"""A letter by itself: with what is raised between it and "=" it is squared."""
BETWEEN = ",–-"
"""What stands between the numbers of notes: raised where the number before it is."""
SET_SMALL = re.compile(r"[a-z]{3}[.,;:)’”]?(\d{1,3})$")
SMALL = 0.7
"""Of the size of a word: figures at its end that are smaller, and on its line, are a mark."""
LEAST_RISE = 0.16
"""Of the size of a word: what floats no higher above its line stands on it."""
MOST_FALL = 0.05
"""Of the size of a word: figures that stand lower are those of a formula."""
NOTHING = "\u200b"
"""Stands for a word of which nothing is left."""
_ENDS_MARKS = np.zeros(1 << 16, bool)
"""For each code whether a mark may end in it."""
_ENDS_MARKS[list(map(ord, LAST_OF_MARKS | frozenset("0123456789")))] = True
_CLOSES = np.zeros(1 << 16, bool)
_CLOSES[list(map(ord, CLOSING))] = True
_MAY_BE_CLOSED = _ENDS_MARKS | _CLOSES
"""For each code whether what closes a word may stand behind it and a mark before that."""
_MAY_BE_CLOSED[128:] = True  # other figures are among them

_tight = direct(raw.FPDFText_GetCharBox, c_int)
_origin = direct(raw.FPDFText_GetCharOrigin, c_int)
_SIDES = [c_double() for _ in range(4)]
"""Left, right, bottom, top of a character; or x and y of its origin."""
_SIDE_REFERENCES = [byref(side) for side in _SIDES]
_PLACES = Slots(c_double, 4)
"""The same of many."""


def without_marks(glyphs: Glyphs, words: list[str], way: int) -> list[str]:
    """Take the marks of notes from the ends of the words of a page that reads some way."""
    taking = _Taking(glyphs, words, way)
    ends: list[tuple[int, str]] = []
    for at in _maybe_marked(glyphs):
        bare = words[at].rstrip(CLOSING)
        if bare and (bare[-1].isdigit() or bare[-1] in LAST_OF_MARKS):
            ends.append((at, bare))
    for at, bare in ends if way else _floating(glyphs, ends):
        taking.look_at(at, bare)
    return words


def _floating(glyphs: Glyphs, ends: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Leave out words that stand on their line, and on that of the word before, on a level page.

    Figures at the end of a longer word may still be small, and a dash before one is no mark.
    """
    starts = glyphs.starts.tolist()
    short = [at for at, bare in ends if len(bare) <= 3]
    opens, before = [starts[at] for at, _ in ends], [starts[at - 1] for at in short]
    closes = [start + len(bare) - 1 for start, (_, bare) in zip(opens, ends, strict=True)]
    floors = _floors_of(glyphs, closes + [starts[at] for at in short])
    floats = (floors > _lines_of(glyphs, opens + before)).tolist()
    on_other = dict(zip(short, floats[len(ends) :], strict=True))
    return [
        (at, bare)
        for (at, bare), is_own in zip(ends, floats, strict=False)
        if is_own
        or bare[0] in BETWEEN
        or (on_other[at] if at in on_other else SET_SMALL.search(bare))
    ]


def _lines_of(glyphs: Glyphs, at: list[int]) -> Floats:
    """Return how high the lines are that some characters of a level page stand on."""
    columns = [_PLACES.references(len(at), column) for column in (0, 1)]
    found = _PLACES.numbers[: len(at), 1]
    found[:] = np.inf  # where none is given
    call_each(_origin, repeat(glyphs.pointer), at, *columns)
    return found.copy()


def _floors_of(glyphs: Glyphs, at: list[int]) -> Floats:
    """Return how high the lowest ink of some characters of a level page is."""
    columns = [_PLACES.references(len(at), column) for column in range(4)]
    found = _PLACES.numbers[: len(at), 2]
    found[:] = -np.inf  # where none is given
    call_each(_tight, repeat(glyphs.pointer), at, *columns)
    return found.copy()


def _maybe_marked(glyphs: Glyphs) -> list[int]:
    """Return the words whose last character may be a mark, or closes what may end in one."""
    last, before = glyphs.codes[glyphs.ends - 1], glyphs.codes[glyphs.ends - 2]
    maybe: Bools = _ENDS_MARKS.take(last)
    maybe |= _CLOSES.take(last) & _MAY_BE_CLOSED.take(before)
    return maybe.nonzero()[0].tolist()


def belongs(base: str, raised: str, after: str = "") -> bool:
    """True if what is raised after a word is part of it; `after` is the word that follows.

    >>> belongs("(kg/m", "2"), belongs("x 10", "12"), belongs("A", "*"), belongs("team", "2")
    (True, True, True, False)
    """
    if after[:1] == "=" and raised in ("2", "²") and SYMBOL.search(base):
        return True
    return any(given.fullmatch(raised) and form.search(base) for form, given in BASES)


class _Taking:
    """Takes marks from the words of a page."""

    def __init__(self, glyphs: Glyphs, words: list[str], way: int) -> None:
        self.glyphs, self.words, self.way = glyphs, words, way

    def look_at(self, at: int, bare: str) -> None:
        """Take the mark from a word, if it bears or is one; `bare` is what closes it left out."""
        marks = ROMAN if bare[-1] in ROMAN else IN_MARKS
        start, last = int(self.glyphs.starts[at]), len(bare) - 1
        is_short = len(bare) <= 3 and marks.issuperset(bare)  # no "’13", which begins high
        if at and is_short and self._is_raised(at - 1, start):
            if self._belongs(at - 1, self.words[at - 1], bare, at + 1):
                self.glyphs.parted.append(at)
            else:
                self.words[at] = NOTHING
                self.glyphs.raised.append(at)
        elif last and self._is_raised(at, start + last):
            last = self._first_raised(at, bare, marks)
            if not self._is_value(at, bare, last):
                self._take(at, last, len(bare))
        elif last > 2 and (small := SET_SMALL.search(bare)) and self._is_small(at, start + last):
            while last > small.start(1) and self._is_small(at, start + last - 1):
                last -= 1
            self._take(at, last, len(bare))

    def _first_raised(self, at: int, bare: str, marks: frozenset[str]) -> int:
        """Return from which character on the end of a word is raised; its last one is."""
        start, first = int(self.glyphs.starts[at]), len(bare) - 1
        while first > 1 and bare[first - 1] in marks:
            before = len(bare[:first].rstrip(BETWEEN)) - 1
            if before < 1 or not self._is_raised(at, start + before):
                break
            first = before if bare[before] in marks else before + 1
        return first

    def _take(self, at: int, first: int, end: int) -> None:
        """Take some characters out of a word."""
        glyphs, word = self.glyphs, self.words[at]
        self.words[at] = word[:first] + word[end:]
        glyphs.widened[at] = glyphs.box_at(int(glyphs.ends[at]) - 1)[2]
        glyphs.ends[at] = glyphs.starts[at] + first

    def _is_value(self, at: int, bare: str, first: int) -> bool:
        """True if what is raised at the end of a word, from some character on, is part of it."""
        base, raised = bare[:first], bare[first:]
        if base[-1] in SIGNS and first > 1:
            start = int(self.glyphs.starts[at])
            least = self._height(start) + LEAST_RISE * self.glyphs.size_at(start)
            return self._height(start + first - 1) > least
        return self._belongs(at, base, raised, at + 1)

    def _belongs(self, at: int, base: str, raised: str, after: int) -> bool:
        """True if what is raised behind the base at some word is part of it."""
        before = f"{self.words[at - 1]} {base}" if at else base
        return belongs(before, raised, self.words[after] if after < len(self.words) else "")

    def _is_raised(self, word: int, index: int) -> bool:
        """True if a character floats above the line that a word stands on."""
        glyphs = self.glyphs
        start = int(glyphs.starts[word])
        if glyphs.text[index] in BETWEEN:
            index = start + len(glyphs.text[start : index + 1].rstrip(BETWEEN)) - 1
        if index < start or not _tight(glyphs.pointer, index, *_SIDE_REFERENCES):
            return False
        rise = self._floor() - self._height(start)
        if rise <= 0 or not LEAST_RISE * (size := glyphs.size_at(start)) < rise < size:
            return False
        if self.way != glyphs.quarter_at(start):
            return False
        end = int(glyphs.ends[word])
        return start < index < end or -3 < self._gap(end - 1, index) < 0.3 * size

    def _is_small(self, word: int, index: int) -> bool:
        """True if a figure at the end of a word is smaller than it, and on its line."""
        start = int(self.glyphs.starts[word])
        size = self.glyphs.size_at(start)
        if self.glyphs.size_at(index) > SMALL * size:
            return False
        return self._height(index) > self._height(start) - MOST_FALL * size

    def _floor(self) -> float:
        """Return how high the lowest ink of the character looked up last is."""
        if not self.way:
            return _SIDES[2].value
        left, right, bottom, top = (side.value for side in _SIDES)
        return (bottom, left, -top, -right)[self.way]

    def _height(self, index: int) -> float:
        """Return how high the line is that a character stands on."""
        if not _origin(self.glyphs.pointer, index, _SIDE_REFERENCES[0], _SIDE_REFERENCES[1]):
            return float("inf")
        if not self.way:
            return _SIDES[1].value
        x, y = _SIDES[0].value, _SIDES[1].value
        return (y, x, -y, -x)[self.way]

    def _gap(self, before: int, after: int) -> float:
        """Return how far the second of two characters begins from where the first ends."""
        (left, top, right, bottom), box = self.glyphs.box_at(after), self.glyphs.box_at(before)
        starts, ends = (left, -top, -right, bottom), (box[2], -box[3], -box[0], box[1])
        return starts[self.way] - ends[self.way]
