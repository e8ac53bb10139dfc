"""Ages between two bounds, and single ages."""

from __future__ import annotations

from auditor.language.age_cues import Cues
from auditor.language.age_words import (
    AGE_WORDS,
    BOUNDARIES,
    CHILD_WORDS,
    MOTHERS,
    NOT_AGES,
    ORDINALS,
    PEOPLE,
    PLURALS,
    RANGE,
    WAITS,
    AgeSpan,
)


class Bands(Cues):
    """Reads "0-2s", "birth to three", "one- and two-year-olds", "a two-month-old"."""

    def _boundary_band(self, at: int) -> AgeSpan | None:
        """Read "birth to two", "conception to age 2", "-9 to 24 months", "pregnancy to school entry"."""
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
        """Read "0-2s", "aged 5 to 18", "between 8 and 25", "6-24 months old", "2 to 2½ years"."""
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
        if not is_possible(span, high, unit is not None) or self.word(end) in NOT_AGES:
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
        """Read "be seen at 18 to 30 months, in children ...": months of a child, said a little off."""
        if self.word(span.start - 1) in ("at", "aged", "age") and not self.near(
            span.start, MOTHERS | WAITS, 8
        ):
            near_child = self.after(span.end, CHILD_WORDS, 5) or self.near(
                span.start, CHILD_WORDS, 8
            )
            return span if near_child else None
        return None

    def _listed(self, at: int) -> AgeSpan | None:
        """Read "aged nought, one or two", "one- and two-year-olds"."""
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

    def _point(self, at: int) -> AgeSpan | None:
        """Read "two-year-olds", "aged two", "a two-month-old", "at age five"."""
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


def is_possible(span: AgeSpan, high: float, has_unit: bool) -> bool:
    """Say whether a band goes upwards and ends in a lifetime."""
    if span.high is None or span.low >= span.high:
        return False
    return high <= 120 or has_unit
