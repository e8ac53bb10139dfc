"""What makes a number an age: people, "aged", a series of bands; and what unmakes it."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.language.age_words import (
    AGE_WORDS,
    BABY_WORDS,
    CHILD_WORDS,
    MOTHERS,
    PEOPLE,
    WAITS,
    Words,
)

PLANS = frozenset(("plan", "contract", "month", "weeks"))
"""Words whose months from nought are no ages."""
BEFORE_SPANS = frozenset(("of", "aged", "for", "from", "in", "(", "|", "", "-", "by", ":"))
PERIODS = frozenset(("term", "next", "over", "period", "plan", "every", "last", "past"))
"""Words of a stretch of time that is no age."""
OFFERS = frozenset(
    (
        *("children's", "service", "services", "offer", "strategy", "support", "system", "pathway"),
        *("wellbeing", "nursing", "adulthood", "infancy", "health"),
    )
)
"""What is made for an age, before the range."""
NUMBERED = frozenset(("year", "years", "stage", "phase", "wave", "by", "in"))
"""Words before a range that numbers something else."""
BANDED = frozenset(
    (
        *("age", "population", "offer", "service", "services", "pathway", "strategy", "band", "year"),
        *("programme", "team", "workforce", "partnership", "system", "agenda"),
    )
)
"""What an age range stands before: "0-25 service"."""


class Cues(Words):
    """Tells an age from a score, a wait, a sum, a contract year or a mother's months."""

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

    def _has_cue(self, start: int, end: int, unit: bool = False) -> bool:
        """Say whether something near makes a range of numbers an age."""
        if self.near(start, WAITS, 3) or self.word(start - 1) in ("£", "$", "€", "/", "."):
            return False
        if self._is_wide(start, end) or self.near(start, AGE_WORDS, 3) or self.is_old(end):
            return True
        if unit and self.word(start) == "0" and not self.near(start, PLANS, 4):
            return True
        if unit and self.word(start - 1) in BEFORE_SPANS:
            return not self.near(start, PERIODS, 3)
        if self.near(start, PEOPLE | OFFERS, 5):
            return self.word(start - 1) not in NUMBERED
        if self.after(end, PEOPLE | BANDED, 3):
            return True
        in_cell = self.table and self.word(start - 1) in ("|", "", "(", ":", "ages")
        return in_cell or self._is_series(start, end)

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

    def _is_childs_years(self, at: int, end: int, months: float) -> bool:
        """Read "pregnancy and the first two years": the years of a child, for nothing follows them."""
        if (
            self.word(end) in ("of", "after", "in", "as", "post", "following", "postpartum")
            or months > 72
        ):
            return False
        if self.near(at, frozenset(("pregnancy", "conception", "birth")), 5):
            return True
        if months < 12 or months % 12:
            return self.after(end, BABY_WORDS, 10) or self.near(at, BABY_WORDS, 5)
        return self.after(end, CHILD_WORDS, 10) or self.near(at, CHILD_WORDS, 5)

    def _of_life(self, at: int) -> bool:
        follows = self.words[at : at + 6]
        if self.word(at) == "after" and "birth" in follows[:3]:
            return not self.near(at, MOTHERS, 12)
        return self.word(at) == "of" and ("life" in follows or "infancy" in follows)

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
