"""Ages with an upper bound: "under two", "up to the second birthday"."""

from __future__ import annotations

from auditor.language.age_cues import Cues
from auditor.language.age_words import (
    AFTER_ONE,
    AGE_WORDS,
    BOUNDARIES,
    CLINICAL,
    MOTHERS,
    NOT_AGES,
    ORDINALS,
    PEOPLE,
    PLURALS,
    AgeSpan,
)

BABIES = frozenset(("babies", "baby", "infants", "infant", "children", "child"))
BEFORE_CEILINGS = (
    *("and", "including", "the", "age", "ages", "of", "they", "are", "turn", "child", "children"),
    *("is", "turns", "a", "their"),
)
"""Small words between "up to" or "until" and a number."""


class Ceilings(Cues):
    """Reads expressions that begin at nought and end somewhere."""

    def _under(self, at: int) -> AgeSpan | None:
        """Read "under-twos", "younger than 24 months", "below the age of two", "not yet two"."""
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
        if word == "before" and (not aged or self.near(at, CLINICAL, 12)):
            return None
        plural = PLURALS.get(self.word(end))
        if plural is not None and word in ("under", "below", "u"):
            return AgeSpan(at, end + 1, 0, plural * 12.0, "ceiling")
        return self._ceiling(at, end, aged)

    def _ceiling(self, at: int, end: int, aged: bool) -> AgeSpan | None:
        """Read the number after "under": with its unit, or bare where people stand near."""
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
        if self._is_no_ceiling(at, end, value, aged):
            return None
        if self.word(end) in ("s", "'s"):
            return AgeSpan(at, end + 1, 0, value * 12.0, "ceiling")
        grown = value in (16, 18, 21, 25) and self.word(at) in ("under", "below")
        if grown or aged or self._is_of_people(at, end):
            return AgeSpan(at, end, 0, value * 12.0, "ceiling")
        return None

    def _is_of_people(self, at: int, end: int) -> bool:
        return self.near(at, PEOPLE, 3) or self._ends_clause(end) or self.after(end, PEOPLE, 2)

    def _is_no_ceiling(self, at: int, end: int, value: float, aged: bool) -> bool:
        """Say whether a bare number after "under" is a count, a share or "one roof"."""
        following = self.word(end)
        if (self.word(at) in ("less", "fewer") and not aged) or self._is_share(end):
            return True
        if value > 30 or following in NOT_AGES or following in ("roof", "-", ":"):
            return True
        if self.word(at - 1) in (".", "just") and not aged:
            return True
        told = aged or self._ends_clause(end) or following in PEOPLE or following in AFTER_ONE
        return value == 1 and following.isalpha() and not told

    def _up_to(self, at: int) -> AgeSpan | None:
        """Read "up to the age of two", "until they are two", "to age 3"."""
        word = self.word(at)
        if word == "up" and self.word(at + 1) == "to":
            end = at + 2
        elif word in ("until", "till"):
            end = at + 1
        else:
            return None
        end = self._skip(end, BEFORE_CEILINGS)
        aged = self.near(end, AGE_WORDS | frozenset(("are", "turn", "turns")), 3) and end > at + 1
        read = self.number(end)
        if read is None:
            return None
        value, stop = read
        unit = self.unit(stop)
        if unit is not None:
            months, stop = unit
            told = aged or self.is_old(stop) or self._is_of_babies(at, stop)
            return AgeSpan(at, stop, 0, round(value * months, 2), "ceiling") if told else None
        people = self.near(at, PEOPLE, 2) and self.word(stop) not in NOT_AGES and word == "up"
        if not (aged or people) or value > 30:
            return None
        return AgeSpan(at, stop, 0, value * 12.0, "ceiling")

    def _is_of_babies(self, at: int, stop: int) -> bool:
        """Say whether a stretch of time is a child's age, and not one after a mother's birth."""
        after_birth = self.after(stop, frozenset(("after", "following")), 1)
        return self.near(at, BABIES, 4) and not (after_birth and self.near(at, MOTHERS, 9))

    def _through(self, at: int) -> AgeSpan | None:
        """Read "through age 20": up to and with that age, from nought."""
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

    def _birthday(self, at: int) -> AgeSpan | None:
        """Read "up to their second birthday", "from the first birthday", "before age two"."""
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
