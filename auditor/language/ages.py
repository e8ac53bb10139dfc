"""Age expressions as intervals in months.

A small grammar over words: a number or a boundary ("birth", "conception", "school
entry"), a unit, and the words that make a floor, a ceiling, a band or a point of
it. Intervals are half-open and read as printed: "under two" and "0-2" are
[0, 24), "aged two and under" is [0, 36), "conception to two" starts at -9, and a
floor such as "from age 5" has no end. Numbers that are not ages (scores, waits,
sums, clauses, contract years, a mother's months after birth) are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from auditor.language.grammar import word_set

Kind = Literal["band", "point", "ceiling", "floor", "days"]

_UNITS_WRITTEN = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
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
SHORT_UNITS = frozenset(unit for unit, months in UNITS.items() if months < 12)
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
CHILD_WORDS = word_set("child-words")


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
    return any(word[0].isdigit() or word in _STARTERS for word in words)


_OPENERS = (
    frozenset(
        ["<", "through", "first", "earliest", "initial", "under", "below", "u", "younger", "less", "fewer", "not", "before", "over", "above", "older", "beyond", "past", "at", "from", "starting", "beginning", "begins", "start", "starts", "opens", "completed", "turned", "reached", "up", "until", "till", "between", "-", "minus", "one", "two", "a", "thousand"]
    )
    | frozenset(BOUNDARIES)
    | frozenset(WORD_NUMBERS)
    | frozenset(ORDINALS)
)
_BABIES = word_set("baby-words")
_CLINICAL = word_set("clinical")
_STARTERS = (
    frozenset(WORD_NUMBERS)
    | frozenset(PLURALS)
    | frozenset(ORDINALS)
    | frozenset(("birth", "conception", "birthday", "newborn", "thousand", "hundred"))
)


class _Reader:
    """Reads words from left to right; each method reads one form of expression."""

    def __init__(self, words: Sequence[str], table: bool) -> None:
        self.words = words
        self.table = table
        self.count = len(words)

    def read(self) -> list[AgeSpan]:
        found: list[AgeSpan] = []
        at = 0
        while at < self.count:
            word = self.words[at]
            age = self._read_at(at) if word in _OPENERS or word[0].isdigit() else None
            if age is None:
                at += 1
                continue
            found.append(age)
            at = max(age.end, at + 1)
        return found

    def _read_at(self, at: int) -> AgeSpan | None:
        for form in (
            self._days,
            self._first,
            self._birthday,
            self._under,
            self._floor,
            self._up_to,
            self._through,
            self._limit,
            self._boundary_band,
            self._band,
            self._listed,
            self._point,
        ):
            age = form(at)
            if age is not None:
                return age
        return None

    # -- words ------------------------------------------------------------------
    def word(self, at: int) -> str:
        """The word at a place, "" beyond either end."""
        return self.words[at] if 0 <= at < self.count else ""

    def number(self, at: int) -> tuple[float, int] | None:
        """Read a number: its value and the place after it."""
        word = self.word(at)
        if word and word[0].isdigit():
            value = _figure(word)
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

    # -- forms ------------------------------------------------------------------
    def _days(self, at: int) -> AgeSpan | None:
        """ "(the first) 1,001 (critical) days", "thousand or so days that follow conception"."""
        start, end = at, at
        if self.word(at - 1) == "first":
            return None
        if self.word(end) == "first":
            end += 1
        count = self._thousands(end)
        if count is None:
            return None
        value, end = count
        while self.word(end) in ("critical", "golden", "or", "so", "precious", "crucial", "early"):
            end += 1
        if self.word(end) not in ("day", "days"):
            return None
        end += 1
        follows = self.words[end : end + 7]
        if self._is_office(start, follows):
            return None
        of_life = any(
            word in follows for word in ("life", "conception", "child's", "child", "born")
        )
        if (
            self.word(start) != "first"
            and not of_life
            and value != 1001
            and not self.after(end, CHILD_WORDS, 8)
        ):
            return None
        if of_life and "of" in follows[:1] and "life" in follows:
            end += follows.index("life") + 1
        return AgeSpan(start, end, -9, round(value / 365 * 12 - 9, 2), "days")

    def _is_office(self, at: int, follows: Sequence[str]) -> bool:
        """Say whether the days are those of an organisation or a plan."""
        if self.word(at - 1) in ("its", "our"):
            return True
        if (
            self.near(at, CHILD_WORDS, 3)
            or not follows
            or follows[0] not in ("of", "in", "since", "as", "under")
        ):
            return False
        return not any(
            word in CHILD_WORDS or word in ("conception", "baby's", "infancy", "every")
            for word in follows
        )

    def _thousands(self, at: int) -> tuple[float, int] | None:
        word = self.word(at)
        if word and word[0].isdigit():
            value = _figure(word)
            return (value, at + 1) if value in (1000.0, 1001.0, 2000.0, 1.0) and value > 1 else None
        factor = 1
        if word in ("one", "two", "a"):
            factor = 2 if word == "two" else 1
            at += 1
        if self.word(at) != "thousand":
            return None
        at += 1
        if self.word(at) == "and" and self.word(at + 1) == "one":
            return 1001.0 * factor, at + 2
        return 1000.0 * factor, at

    def _first(self, at: int) -> AgeSpan | None:
        """ "the first two years of life", "the first twelve months", "first year of life"."""
        if self.word(at) not in ("first", "earliest", "initial"):
            return None
        end = at + 1
        if self.word(end) in ("few", "weeks", "months", "days", "hours"):
            return self._first_few(at, end)
        read = self.number(end)
        value, end = read if read else (1.0, end)
        unit = self.unit(end)
        if unit is None:
            return None
        months, end = unit
        if value * months > 72 or value >= 900 or self.word(at - 1) in ("its", "our"):
            return None
        if not self._of_life(end) and not (read and self._is_childs_years(at, end, value * months)):
            return None
        while self.word(end) in (
            "of",
            "a",
            "the",
            "child",
            "child's",
            "'s",
            "baby",
            "their",
            "life",
            "her",
            "his",
            "our",
        ):
            end += 1
        return AgeSpan(at, end, 0, round(value * months, 2), "band")

    def _is_childs_years(self, at: int, end: int, months: float) -> bool:
        """ "pregnancy and the first two years": the years of a child, for nothing follows them."""
        if (
            self.word(end) in ("of", "after", "in", "as", "post", "following", "postpartum")
            or months > 72
        ):
            return False
        if self.near(at, frozenset(("pregnancy", "conception", "birth")), 5):
            return True
        if months < 12 or months % 12:
            return self.after(end, _BABIES, 10) or self.near(at, _BABIES, 5)
        return self.after(end, CHILD_WORDS, 10) or self.near(at, CHILD_WORDS, 5)

    def _first_few(self, at: int, end: int) -> AgeSpan | None:
        if self.word(end) == "few":
            end += 1
        if self.word(end) not in ("weeks", "months", "days", "hours") or not self._of_life(end + 1):
            return None
        return AgeSpan(at, end + 1, 0, 12, "band")

    def _of_life(self, at: int) -> bool:
        follows = self.words[at : at + 6]
        if self.word(at) == "after" and "birth" in follows[:3]:
            return not self.near(at, MOTHERS, 12)
        return self.word(at) == "of" and ("life" in follows or "infancy" in follows)

    def _birthday(self, at: int) -> AgeSpan | None:
        """ "up to their second birthday", "from the first birthday", "before age two"."""
        word = self.word(at)
        value = ORDINALS.get(word)
        if value is None or self.word(at + 1) not in ("birthday", "birthdays"):
            return None
        before = [self.word(i) for i in range(max(0, at - 4), at)]
        if "from" in before or "after" in before or "past" in before or "reached" in before:
            if not any(word in BOUNDARIES for word in before):
                return AgeSpan(at, at + 2, value * 12.0, None, "floor")
            if "to" not in before and "until" not in before:
                return AgeSpan(at, at + 2, value * 12.0, None, "floor")
        return AgeSpan(at, at + 2, 0, value * 12.0, "ceiling")

    def _under(self, at: int) -> AgeSpan | None:
        """ "under-twos", "younger than 24 months", "below the age of two", "not yet two"."""
        word = self.word(at)
        end = at + 1
        if word in ("younger", "less", "fewer"):
            if self.word(end) != "than":
                return None
            end += 1
        elif word == "not":
            end = self._skip(
                end,
                (
                    "yet",
                    "turned",
                    "reached",
                    "attained",
                    "aged",
                    "completed",
                    "the",
                    "age",
                    "of",
                    "their",
                ),
            )
            if end == at + 1 or self.number(end) is None:
                return None
        elif word not in ("under", "below", "u", "before", "<"):
            return None
        end = self._skip(end, ("the", "age", "ages", "of", "aged"))
        aged = self.near(end, AGE_WORDS, 3)
        if word == "<" and not (aged or self.near(at, PEOPLE, 3)):
            return None
        if word == "before" and (not aged or self.near(at, _CLINICAL, 12)):
            return None
        plural = PLURALS.get(self.word(end))
        if plural is not None and word in ("under", "below", "u"):
            return AgeSpan(at, end + 1, 0, plural * 12.0, "ceiling")
        return self._ceiling(at, end, aged)

    def _ceiling(self, at: int, end: int, aged: bool) -> AgeSpan | None:
        read = self.number(end)
        if read is None or read[0] <= 0:
            return None
        value, end = read
        unit = self.unit(end)
        if unit is not None:
            months, end = unit
            if not self._is_childs(at, end, months, aged):
                return None
            return AgeSpan(at, end, 0, round(value * months, 2), "ceiling")
        if (self.word(at) in ("less", "fewer") and not aged) or self._is_share(end):
            return None
        if (
            value > 30
            or self.word(end) in NOT_AGES
            or self.word(end) in ("roof", "-", ":")
            or (self.word(at - 1) in (".", "just") and not aged)
        ):
            return None
        if self.word(end) == "s":
            return AgeSpan(at, end + 1, 0, value * 12.0, "ceiling")
        if self.word(end) == "'s":
            return AgeSpan(at, end + 1, 0, value * 12.0, "ceiling")
        if (
            value == 1
            and self.word(end).isalpha()
            and not (
                aged
                or self._ends_clause(end)
                or self.word(end)
                in PEOPLE
                | {
                    "is",
                    "were",
                    "was",
                    "will",
                    "s",
                    "have",
                    "has",
                    "had",
                    "can",
                    "may",
                    "must",
                    "should",
                    "need",
                    "do",
                }
            )
        ):
            return None  # "under one tent"
        if value in (16, 18, 21, 25) and self.word(at) in ("under", "below"):
            return AgeSpan(at, end, 0, value * 12.0, "ceiling")
        if aged or self.near(at, PEOPLE, 3) or self._ends_clause(end) or self.after(end, PEOPLE, 2):
            return AgeSpan(at, end, 0, value * 12.0, "ceiling")
        return None

    def _is_share(self, end: int) -> bool:
        """Say whether the number was a share: "2 per cent", "1 in 3"."""
        after = self.words[end : end + 2]
        return (
            (after[:1] == ["per"]
            and after[1:] in (["cent"], ["1,000"], ["1000"]))
            or (after[:1] == ["in"] and len(after) == 2 and after[1][0].isdigit())
        )

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

    def _is_childs(self, at: int, end: int, months: float, aged: bool) -> bool:
        """Say whether a length of time is somebody's age and not a wait or a term."""
        if aged or self.is_old(end):
            return True
        if self.after(end, frozenset(("review", "check", "reviews", "checks", "developmental")), 2):
            return not self.near(at, MOTHERS, 6)
        if self.after(
            end, frozenset(("after", "following", "since", "postpartum", "postnatally")), 2
        ):
            return False
        if self.near(at, WAITS, 4):
            return False
        if self.near(at, PEOPLE, 3):
            return not self.near(at, MOTHERS, 2)
        return months == 12.0 and self._ends_clause(end) and self.near(at, PEOPLE, 5)

    def _through(self, at: int) -> AgeSpan | None:
        """ "through age 20": up to and with that age, from nought."""
        if self.word(at) != "through" or self.word(at + 1) != "age":
            return None
        read = self.number(at + 2)
        if (
            read is None
            or self.number(at - 1) is not None
            or self.near(at, AGE_WORDS | frozenset(("birth",)), 4)
        ):
            return None
        return AgeSpan(at, read[1], 0, (read[0] + 1) * 12.0, "ceiling")

    def _floor(self, at: int) -> AgeSpan | None:
        """ "over-fives", "at least five years old", "from age 3", "16 and over", "aged 5+"."""
        word = self.word(at)
        if word in ("over", "above", "older", "beyond", "past"):
            end = at + 1 + (word == "older" and self.word(at + 1) == "than")
            return self._floor_number(at, end, word)
        if word == "at" and self.word(at + 1) == "least":
            return self._floor_number(at, at + 2, "least")
        if word == "from" or (
            word in ("starting", "beginning", "begins", "start", "starts", "opens")
            and self.word(at + 1) == "at"
        ):
            end = at + 1 + (word != "from")
            return self._from(at, end)
        if word in ("completed", "turned", "reached"):
            return self._turned(at)
        return self._and_over(at)

    def _turned(self, at: int) -> AgeSpan | None:
        read = self.number(self._skip(at + 1, ("the", "age", "of")))
        if read is None or self.near(at, frozenset(("not", "yet", "until")), 2):
            return None
        value, end = read
        unit = self.unit(end)
        if unit is None and not (
            self._ends_clause(end) or self.word(end) in ("by", "on", "before", "at", "or")
        ):
            return None
        if unit is not None and unit[0] < 12:
            return None
        return AgeSpan(at, unit[1] if unit else end, value * 12.0, None, "floor")

    def _floor_number(self, at: int, end: int, word: str) -> AgeSpan | None:
        end = self._skip(end, ("the", "age", "ages", "of", "aged"))
        aged = self.near(end, AGE_WORDS, 3)
        if self.word(end) in PLURALS and word in ("over", "above"):
            return AgeSpan(at, end + 1, PLURALS[self.word(end)] * 12.0, None, "floor")
        read = self.number(end)
        if read is None:
            return None
        value, end = read
        unit = self.unit(end)
        if unit is not None and (unit[0] == 12.0 or self.is_old(unit[1])):
            if not (aged or self.is_old(unit[1]) or self.near(at, PEOPLE, 4)):
                return None
            return AgeSpan(at, unit[1], round(value * unit[0], 2), None, "floor")
        plural = self.word(end) in ("s", "'s")
        you = (
            self.near(at, frozenset(("be", "you", "'re", "are")), 2)
            and word in ("least", "over", "above")
            and value < 30
            and self._ends_clause(end)
        )
        if (
            plural
            or aged
            or you
            or (word in ("over", "above") and self.near(at, PEOPLE, 2) and self._ends_clause(end))
        ):
            return AgeSpan(at, end + plural, value * 12.0, None, "floor")
        return None

    def _from(self, at: int, end: int) -> AgeSpan | None:
        """ "from age 3", "from six years of age"; a band ("from 8 to 25") is read elsewhere."""
        skipped = self._skip(end, ("the", "age", "ages", "of", "aged"))
        aged = skipped > end and self.near(skipped, AGE_WORDS, 3)
        read = self.number(skipped)
        if read is None:
            return None
        value, stop = read
        if value > 30 or value == 0:
            return None
        unit = self.unit(stop)
        stop = unit[1] if unit else stop
        if self.word(stop) in RANGE and (
            self.number(stop + 1) or self.word(stop + 1) in ("the", "age")
        ):
            return None
        if unit is not None and not (
            aged
            or self.is_old(stop)
            or (unit[0] == 12.0
            and self.word(stop) in ("onwards", "upwards", "up", "and"))
        ):
            return None
        upwards = self.word(stop) in ("onwards", "upwards", "onward", "up", "and") and self.word(
            stop + (self.word(stop) == "and")
        ) in ("onwards", "upwards", "onward", "up", "above", "over")
        if not (aged or unit or (upwards and self.near(at, PEOPLE | AGE_WORDS, 6))):
            return None
        return AgeSpan(
            at,
            stop + (2 if upwards and self.word(stop) == "and" else int(upwards)),
            round(value * (unit[0] if unit else 12.0), 2),
            None,
            "floor",
        )

    def _and_over(self, at: int) -> AgeSpan | None:
        """ "16 and over", "two and under", "age 3+": a number, then its direction."""
        read = self.number(at)
        if read is None:
            return None
        value, end = read
        unit = self.unit(end)
        months, end = unit if unit else (12.0, end)
        if self.word(end) == "+":
            if value > 25 and not self._has_cue(at, end):
                return None
            return AgeSpan(at, end + 1, round(value * months, 2), None, "floor")
        if self.word(end) not in ("and", "or", "years"):
            return None
        way = self.word(end + 1)
        old = self.near(at, AGE_WORDS, 2) or unit is not None or self.near(at, PEOPLE, 4)
        if not old or self.near(at, frozenset(("year", "table", "with", "section", "page")), 1):
            return None
        if way in ("over", "above", "older", "upwards", "up"):
            return AgeSpan(at, end + 2, round(value * months, 2), None, "floor")
        if way in ("under", "younger", "below"):
            high = (value + 1) * months if months == 12.0 else value * months
            return AgeSpan(at, end + 2, 0, round(high, 2), "ceiling")
        return None

    def _up_to(self, at: int) -> AgeSpan | None:
        """ "up to the age of two", "until they are two", "to age 3"."""
        word = self.word(at)
        if word == "up" and self.word(at + 1) == "to":
            end = at + 2
        elif word in ("until", "till"):
            end = at + 1
        else:
            return None
        end = self._skip(
            end,
            (
                "and",
                "including",
                "the",
                "age",
                "ages",
                "of",
                "they",
                "are",
                "turn",
                "child",
                "children",
                "is",
                "turns",
                "a",
                "their",
            ),
        )
        aged = self.near(end, AGE_WORDS | frozenset(("are", "turn", "turns")), 3) and end > at + 1
        read = self.number(end)
        if read is None:
            return None
        value, stop = read
        unit = self.unit(stop)
        if unit is not None:
            months, stop = unit
            babies = self.near(
                at, frozenset(("babies", "baby", "infants", "infant", "children", "child")), 4
            )
            after_birth = self.after(stop, frozenset(("after", "following")), 1)
            if not (
                aged
                or self.is_old(stop)
                or (babies
                and not (after_birth and self.near(at, MOTHERS, 9)))
            ):
                return None
            return AgeSpan(at, stop, 0, round(value * months, 2), "ceiling")
        people = self.near(at, PEOPLE, 2) and self.word(stop) not in NOT_AGES and word == "up"
        if not (aged or people) or value > 30:
            return None
        return AgeSpan(at, stop, 0, value * 12.0, "ceiling")

    def _boundary_band(self, at: int) -> AgeSpan | None:
        """ "birth to two", "conception to age 2", "-9 to 24 months", "pregnancy to school entry"."""
        low = BOUNDARIES.get(self.word(at))
        start = at
        if low is None and self.word(at) in ("-", "minus") and self.word(at + 1) in ("9", "nine"):
            low, at = -9.0, at + 1
        if low is None:
            return None
        end = at + 1
        if self.word(end) == "months":
            end += 1
        if self.word(end) in ("and", "or") and self.word(end + 1) in ("the", "up"):
            end += 1
        between = self.word(start - 1) == "between" and self.word(end) == "and"
        if between:
            end += 1
        elif self.word(end) not in RANGE and not (
            self.word(end) == "up" and self.word(end + 1) == "to"
        ):
            glued = self.number(end)
            if (
                glued is None
                or not self.word(end)[0].isdigit()
                or self.word(at) not in ("birth", "conception", "newborn")
            ):
                return None
        else:
            end += 1 + (self.word(end) == "up")
        return self._boundary_end(start, end, low)

    def _boundary_end(self, start: int, end: int, low: float) -> AgeSpan | None:
        end = self._skip(
            end,
            (
                "the",
                "a",
                "child's",
                "their",
                "age",
                "ages",
                "of",
                "and",
                "including",
                "+",
                "his",
                "her",
            ),
        )
        if self.word(end) in ORDINALS and self.word(end + 1) == "birthday":
            return AgeSpan(start, end + 2, low, ORDINALS[self.word(end)] * 12.0, "band")
        if self.word(end) == "school" or (
            self.word(end) in ("start", "starting", "end") and "school" in self.words[end : end + 4]
        ):
            return AgeSpan(start, end + 1, low, 60, "band")
        if self.word(end) in ("adulthood", "adult", "old", "death", "young"):
            return AgeSpan(start, end + 1, low, 216, "band")
        if self.word(end) in PLURALS:
            return AgeSpan(start, end + 1, low, PLURALS[self.word(end)] * 12.0, "band")
        read = self.number(end)
        if read is None:
            return None
        value, end = read
        unit = self.unit(end)
        if unit is None and self.word(end) in NOT_AGES:
            return None
        months, end = unit if unit else (12.0, end + (self.word(end) == "s"))
        if low < 0 and unit is not None and months < 1 and value > 8:
            return None  # weeks of a pregnancy
        return AgeSpan(start, end, low, round(value * months, 2), "band")

    def _band(self, at: int) -> AgeSpan | None:
        """ "0-2s", "aged 5 to 18", "between 8 and 25", "6-24 months old", "2 to 2½ years"."""
        start = at
        between = self.word(at) == "between"
        if between:
            at = self._skip(at + 1, ("the", "ages", "age", "of"))
        read = self.number(at)
        if read is None:
            return None
        low, end = read
        first = self.unit(end)
        if first is not None:
            end = first[1]
        joins = RANGE | frozenset(("and",)) if between else RANGE
        if self.word(end) not in joins:
            return None
        end += 1
        if self.word(end) in ("to", "-", "and") and self.word(end - 1) == "-":
            end += 1  # "0- to 2-year-olds"
        end = self._skip(end, ("the", "age", "of", "under", "aged", "<"))
        return self._band_end(start, at, low, first, end)

    def _band_end(
        self, start: int, at: int, low: float, first: tuple[float, int] | None, end: int
    ) -> AgeSpan | None:
        read = self.number(end)
        plural = self.word(end) in PLURALS
        if read is None and plural:
            read = (float(PLURALS[self.word(end)]), end + 1)
        if read is None:
            return None
        high, end = read
        unit = self.unit(end)
        months_high, end = unit if unit else (12.0, end)
        months_low = first[0] if first else months_high
        if self.word(end) in ("s", "'s") and unit is None:
            end, plural = end + 1, True
        span = AgeSpan(start, end, round(low * months_low, 2), round(high * months_high, 2), "band")
        if not _is_possible(span, high, unit is not None) or self.word(end) in NOT_AGES:
            return None
        if (
            unit is not None
            and months_high < 12
            and not self._is_childs(start, end, months_high, self.near(at, AGE_WORDS, 2))
        ):
            return self._at_months(span)
        if not (plural or self._has_cue(start, end, unit is not None)):
            return None
        return span

    def _at_months(self, span: AgeSpan) -> AgeSpan | None:
        """ "be seen at 18 to 30 months, in children ...": months of a child, said a little off."""
        if self.word(span.start - 1) in ("at", "aged", "age") and not self.near(
            span.start, MOTHERS | WAITS, 8
        ):
            if self.after(span.end, CHILD_WORDS, 5) or self.near(span.start, CHILD_WORDS, 8):
                return span
        return None

    def _has_cue(self, start: int, end: int, unit: bool = False) -> bool:
        """Say whether something near makes a range of numbers an age."""
        if self.near(start, WAITS, 3) or self.word(start - 1) in ("£", "$", "€", "/", "."):
            return False
        if self._is_wide(start, end):
            return True
        if self.near(start, AGE_WORDS, 3) or self.is_old(end):
            return True
        if (
            unit
            and self.word(start) == "0"
            and not self.near(start, frozenset(("plan", "contract", "month", "weeks")), 4)
        ):
            return True
        if unit and self.word(start - 1) in (
            "of",
            "aged",
            "for",
            "from",
            "in",
            "(",
            "|",
            "",
            "-",
            "by",
            ":",
        ):
            return not self.near(
                start,
                frozenset(("term", "next", "over", "period", "plan", "every", "last", "past")),
                3,
            )
        if self.near(
            start,
            PEOPLE
            | frozenset(
                (
                    "children's",
                    "service",
                    "services",
                    "offer",
                    "strategy",
                    "support",
                    "system",
                    "pathway",
                    "wellbeing",
                    "nursing",
                    "adulthood",
                    "infancy",
                    "health",
                )
            ),
            5,
        ):
            return (
                self.word(start - 1) not in ("year", "years", "stage", "phase", "wave", "by", "in")
                or self.word(start - 1) == "for"
            )
        if self.after(
            end,
            PEOPLE
            | frozenset(
                (
                    "age",
                    "population",
                    "offer",
                    "service",
                    "services",
                    "pathway",
                    "strategy",
                    "band",
                    "year",
                    "programme",
                    "team",
                    "workforce",
                    "partnership",
                    "system",
                    "agenda",
                )
            ),
            3,
        ):
            return True
        return (
            (self.table
            and self.word(start - 1) in ("|", "", "(", ":", "ages"))
            or self._is_series(start, end)
        )

    def _is_wide(self, start: int, end: int) -> bool:
        """Say whether a range is one that only ages have: "0-5", "0-19", "0-25"."""
        if self.word(start) != "0" or self.word(start + 1) not in ("-", "to") or end - start != 3:
            return False
        return self.word(start + 2) in (
            "4",
            "5",
            "6",
            "8",
            "11",
            "16",
            "17",
            "18",
            "19",
            "21",
            "24",
            "25",
            "26",
        )

    def _is_series(self, start: int, end: int) -> bool:
        """Say whether the range is one of several in a row: "0-2 / 3-4 / 5-10", "0-2 | 3-5"."""
        for at in (end + 1, end + 2):
            read = self.number(at)
            if (
                self.word(at - 1) in ("/", "|", ",", "and")
                and read
                and self.word(read[1]) in ("-", "to")
            ):
                return self.near(start, AGE_WORDS, 8) or self.table
        if self.word(start - 1) in ("/", "|", ",", "and") and self.word(start - 3) in ("-", "to"):
            return self.near(start, AGE_WORDS, 30) or self.table
        return False

    def _listed(self, at: int) -> AgeSpan | None:
        """ "aged nought, one or two", "one- and two-year-olds"."""
        read = self.number(at)
        if read is None:
            return None
        values, end = [read[0]], read[1]
        while True:
            step = end
            while self.word(step) in (",", "and", "or", "&") or (
                self.word(step) == "-" and self.word(step + 1) in (",", "and", "or")
            ):
                step += 1
            more = self.number(step) if step > end else None
            if more is None:
                break
            values.append(more[0])
            end = more[1]
        if len(values) < 2 or values != sorted(values) or values[-1] > 25:
            return None
        unit = self.unit(end)
        if unit is not None and unit[0] == 12.0 and self.is_old(unit[1]):
            return AgeSpan(at, unit[1], values[0] * 12, (values[-1] + 1) * 12, "point")
        if self.near(at, AGE_WORDS, 1) and unit is None:
            return AgeSpan(at, end, values[0] * 12, (values[-1] + 1) * 12, "point")
        return None

    def _limit(self, at: int) -> AgeSpan | None:
        """ "the minimum age for referral is six", "lower age limit | 6 years"."""
        read = self.number(at)
        if read is None or read[0] > 30 or read[0] == 0:
            return None
        before = self.words[max(0, at - 8) : at]
        lower = "minimum" in before or "lower" in before or "lowest" in before
        if (
            not lower
            or not ("age" in before or "limit" in before)
            or self.word(at - 1) not in ("is", "of", "at", "|", ":", "=", "be", "was")
        ):
            return None
        unit = self.unit(read[1])
        if unit is None and self.word(read[1]) in NOT_AGES:
            return None
        return AgeSpan(
            at,
            unit[1] if unit else read[1],
            round(read[0] * (unit[0] if unit else 12.0), 2),
            None,
            "floor",
        )

    def _point(self, at: int) -> AgeSpan | None:
        """ "two-year-olds", "aged two", "a two-month-old", "at age five"."""
        read = self.number(at)
        if read is None:
            return None
        value, end = read
        unit = self.unit(end)
        aged = self.near(at, AGE_WORDS, 1) or (
            self.word(at - 1) == "of" and self.word(at - 2) == "age"
        )
        if unit is not None and (
            self.word(unit[1] - 1) in ("old", "olds", "s", "age", "'s") or aged
        ):
            months, end = unit
            if value > 130 or (value > 120 and months == 12):
                return None
            return AgeSpan(
                at, end, round(value * months, 2), round((value + 1) * months, 2), "point"
            )
        if (
            unit is None
            and self.word(at - 1) == "at"
            and 9 < value < 26
            and self.after(end, PEOPLE, 4)
            and self.word(end) not in NOT_AGES
        ):
            return AgeSpan(at, end, value * 12.0, (value + 1) * 12.0, "point")
        if (
            aged
            and unit is None
            and 0 <= value <= 120
            and self.word(end) not in NOT_AGES
            and self.word(at - 1) != "ages"
        ):
            return AgeSpan(at, end, value * 12.0, (value + 1) * 12.0, "point")
        return None

    def _skip(self, at: int, words: Sequence[str]) -> int:
        while self.word(at) in words and self.word(at):
            at += 1
        return at


def _is_possible(span: AgeSpan, high: float, has_unit: bool) -> bool:
    if span.high is None or span.low >= span.high:
        return False
    return high <= 120 or has_unit


def _figure(word: str) -> float | None:
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
