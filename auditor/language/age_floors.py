"""Ages with a lower bound: "from age 5", "16 and over", "the minimum age is six"."""

from __future__ import annotations

from auditor.language.age_cues import Cues
from auditor.language.age_words import AGE_WORDS, NOT_AGES, PEOPLE, PLURALS, RANGE, AgeSpan


class Floors(Cues):
    """Reads expressions that begin somewhere and have no end."""

    def _floor(self, at: int) -> AgeSpan | None:
        """Read "over-fives", "at least five years old", "from age 3", "16 and over", "aged 5+"."""
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
        """Read "from age 3", "from six years of age"; a band ("from 8 to 25") is read elsewhere."""
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
            or (unit[0] == 12.0 and self.word(stop) in ("onwards", "upwards", "up", "and"))
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
        """Read "16 and over", "two and under", "age 3+": a number, then its direction."""
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

    def _limit(self, at: int) -> AgeSpan | None:
        """Read "the minimum age for referral is six", "lower age limit | 6 years"."""
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
