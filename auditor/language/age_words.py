"""The words of an age expression: numbers, units, boundaries, and what stands near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from auditor.language.grammar import word_set

MOST_DAYS = 2000
"""The most days of a life's beginning that plans count; larger numbers are years, sums and counts."""
Kind = Literal["band", "point", "ceiling", "floor", "days"]

_UNITS_WRITTEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
WORD_NUMBERS = {word: number for number, word in enumerate(_UNITS_WRITTEN.split())}
WORD_NUMBERS |= {
    "nought": 0,
    "naught": 0,
    "nil": 0,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
PLURALS = {
    "ones": 1,
    "twos": 2,
    "threes": 3,
    "fours": 4,
    "fives": 5,
    "sixes": 6,
    "sevens": 7,
    "eights": 8,
    "nines": 9,
    "tens": 10,
    "elevens": 11,
    "twelves": 12,
    "thirteens": 13,
    "fourteens": 14,
    "fifteens": 15,
    "sixteens": 16,
    "eighteens": 18,
    "twenties": 20,
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "sixteenth": 16,
    "eighteenth": 18,
    "nineteenth": 19,
    "twenty-first": 21,
    "twenty-fifth": 25,
}
UNITS = {
    "year": 12.0,
    "years": 12.0,
    "yr": 12.0,
    "yrs": 12.0,
    "y": 12.0,
    "yo": 12.0,
    "month": 1.0,
    "months": 1.0,
    "mth": 1.0,
    "mths": 1.0,
    "mo": 1.0,
    "mos": 1.0,
    "week": 12 / 52,
    "weeks": 12 / 52,
    "wk": 12 / 52,
    "wks": 12 / 52,
    "day": 12 / 365,
    "days": 12 / 365,
}
BOUNDARIES: dict[str, float] = {
    "birth": 0,
    "newborn": 0,
    "newborns": 0,
    "born": 0,
    "conception": -9,
    "preconception": -9,
    "pregnancy": -9,
    "prenatal": -9,
    "antenatal": -9,
    "prebirth": -9,
    "bump": -9,
    "womb": -9,
    "cradle": 0,
}
RANGE = frozenset(("-", "to", "until", "through", "till"))
PEOPLE = word_set("people")
AGE_WORDS = frozenset(("aged", "age", "ages"))
NOT_AGES = word_set("not-ages")
WAITS = word_set("waits")
MOTHERS = word_set("mothers")
AFTER_ONE = word_set("after-one")
CHILD_WORDS = word_set("child-words")
BABY_WORDS = word_set("baby-words")
CLINICAL = word_set("clinical")


@dataclass(frozen=True, slots=True)
class AgeSpan:
    """An age expression: words from start to end (half-open), and its months."""

    start: int
    end: int
    low: float
    high: float | None
    """None for a floor with no end."""
    kind: Kind

    @property
    def months(self) -> tuple[float, float | None]:
        """The half-open interval."""
        return self.low, self.high


class Words:
    """A text as words, and what can be read at each place."""

    def __init__(self, words: Sequence[str], table: bool) -> None:
        self.words = words
        self.table = table
        self.count = len(words)

    def word(self, at: int) -> str:
        """The word at a place, "" beyond either end."""
        return self.words[at] if 0 <= at < self.count else ""

    def number(self, at: int) -> tuple[float, int] | None:
        """Read a number: its value and the place after it."""
        word = self.word(at)
        if word and word[0].isdigit():
            value = read_figure(word)
            if value is not None and self.word(at + 1) in ("½", "¼", "¾"):
                return value + 0.5, at + 2
            return None if value is None else (value, at + 1)
        if word in WORD_NUMBERS:
            value = float(WORD_NUMBERS[word])
            tail = WORD_NUMBERS.get(self.word(at + 1), 0)
            if value >= 20 and 0 < tail < 10:
                return value + tail, at + 2
            return value, at + 1
        return None

    def unit(self, at: int) -> tuple[float, int] | None:
        """Read "years", "months old", "years of age": months in the unit, and the place after."""
        word = self.word(at)
        if word not in UNITS:
            return None
        end = at + 1
        if self.word(end) == "." and UNITS[word] and len(word) < 4:
            end += 1
        if self.word(end) in ("old", "olds"):
            end += 1
            if self.word(end) in ("'s", "s"):
                end += 1
        elif self.word(end) == "of" and self.word(end + 1) == "age":
            end += 2
        return UNITS[word], end

    def near(self, at: int, wanted: frozenset[str], back: int) -> bool:
        """Say whether one of the wanted words stands shortly before a place."""
        return any(self.word(i) in wanted for i in range(max(0, at - back), at))

    def after(self, at: int, wanted: frozenset[str], ahead: int) -> bool:
        """Say whether one of the wanted words stands shortly after a place."""
        return any(self.word(i) in wanted for i in range(at, min(self.count, at + ahead)))

    def is_old(self, end: int) -> bool:
        """Say whether what was just read ended in "old", "of age" or "s"."""
        return self.word(end - 1) in ("old", "olds", "age", "s")

    def _skip(self, at: int, words: Sequence[str]) -> int:
        while self.word(at) in words and self.word(at):
            at += 1
        return at

    def _ends_clause(self, at: int) -> bool:
        return self.word(at) in (
            "",
            ".",
            ",",
            ";",
            ")",
            "|",
            ":",
            "who",
            "in",
            "with",
            "are",
            "and",
        )

    def _is_share(self, end: int) -> bool:
        """Say whether the number was a share: "2 per cent", "1 in 3"."""
        after = self.words[end : end + 2]
        return (after[:1] == ["per"] and after[1:] in (["cent"], ["1,000"], ["1000"])) or (
            after[:1] == ["in"] and len(after) == 2 and after[1][0].isdigit()
        )


def may_be_age(word: str) -> bool:
    """Say whether a word is a number in figures that an age, or a count of first days, can have.

    >>> may_be_age("24"), may_be_age("1,001"), may_be_age("2024"), may_be_age("3.7")
    (True, True, False, False)
    """
    if not word[0].isdigit():
        return False
    value = read_figure(word)
    return value is not None and value <= MOST_DAYS


@lru_cache(maxsize=4096)
def read_figure(word: str) -> float | None:
    """Read a number written in figures; None for a decimal, which is no age."""
    half = 0.0
    if word[-1] in "½¼¾":
        half = {"½": 0.5, "¼": 0.25, "¾": 0.75}[word[-1]]
        word = word[:-1]
        if not word:
            return half
    plain = word.replace(",", "")
    if "." in plain:
        return float(plain) if plain.endswith(".5") and plain.count(".") == 1 else None
    return float(plain) + half
