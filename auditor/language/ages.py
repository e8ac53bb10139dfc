"""Age expressions as intervals in months.

A small grammar over words: a number or a boundary ("birth", "conception", "school
entry"), a unit, and the words that make a floor, a ceiling, a band or a point of
it. Intervals are half-open and read as printed: "under two" and "0-2" are
[0, 24), "aged two and under" is [0, 36), "conception to two" starts at -9, and a
floor such as "from age 5" has no end. Numbers that are not ages (scores, waits,
sums, clauses, contract years, a mother's months after birth) are left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditor.language.age_bands import Bands
from auditor.language.age_ceilings import Ceilings
from auditor.language.age_days import Days
from auditor.language.age_floors import Floors
from auditor.language.age_words import (
    BOUNDARIES,
    ORDINALS,
    PLURALS,
    WORD_NUMBERS,
    AgeSpan,
    may_be_age,
)

_STARTERS = (
    frozenset(WORD_NUMBERS)
    | frozenset(PLURALS)
    | frozenset(ORDINALS)
    | frozenset(("birth", "conception", "birthday", "newborn", "thousand", "hundred"))
)
_OPENERS = (
    frozenset(
        [
            "<",
            "through",
            "first",
            "earliest",
            "initial",
            "under",
            "below",
            "u",
            "younger",
            "less",
            "fewer",
            "not",
            "before",
            "over",
            "above",
            "older",
            "beyond",
            "past",
            "at",
            "from",
            "starting",
            "beginning",
            "begins",
            "start",
            "starts",
            "opens",
            "completed",
            "turned",
            "reached",
            "up",
            "until",
            "till",
            "between",
            "-",
            "minus",
            "one",
            "two",
            "a",
            "thousand",
        ]
    )
    | frozenset(BOUNDARIES)
    | frozenset(WORD_NUMBERS)
    | frozenset(ORDINALS)
)


def find_ages(words: Sequence[str], *, table: bool = False) -> tuple[AgeSpan, ...]:
    """Find age expressions among lower-case words, as `split_words` gives them.

    In a table a bare range in a cell of its own ("0-2 | ...") counts as an age.

    >>> [age.months for age in find_ages("for under two s and aged 0 - 5".split())]
    [(0, 24.0), (0.0, 60.0)]
    """
    if not may_have_ages(words):
        return ()
    return tuple(_Reader(words, table).read())


def may_have_ages(words: Sequence[str]) -> bool:
    """Say whether any word could belong to an age expression."""
    return not _STARTERS.isdisjoint(words) or any(map(may_be_age, words))


Form = Callable[["_Reader", int], AgeSpan | None]
"""A form of expression: reads an age that begins at a place, or nothing."""


class _Reader(Days, Ceilings, Floors, Bands):
    """Reads words from left to right; each form of expression is tried in turn."""

    def read(self) -> list[AgeSpan]:
        found: list[AgeSpan] = []
        at = 0
        while at < self.count:
            word = self.words[at]
            age = self._read_at(at) if word in _OPENERS or may_be_age(word) else None
            if age is None:
                at += 1
                continue
            found.append(age)
            at = max(age.end, at + 1)
        return found

    def _read_at(self, at: int) -> AgeSpan | None:
        for form in _FIGURE_FORMS if self.words[at][0].isdigit() else _FORMS:
            age = form(self, at)
            if age is not None:
                return age
        return None


_FORMS: tuple[Form, ...] = (
    _Reader._days,
    _Reader._first,
    _Reader._birthday,
    _Reader._under,
    _Reader._floor,
    _Reader._up_to,
    _Reader._through,
    _Reader._limit,
    _Reader._boundary_band,
    _Reader._band,
    _Reader._listed,
    _Reader._point,
)
_FIGURE_FORMS: tuple[Form, ...] = (
    _Reader._days,
    _Reader._and_over,
    _Reader._limit,
    _Reader._band,
    _Reader._listed,
    _Reader._point,
)
"""Those that can begin with a number in figures; the others begin with words."""
