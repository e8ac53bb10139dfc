"""The first days and years of a life."""

from __future__ import annotations

from auditor.language.age_cues import Cues
from auditor.language.age_words import CHILD_WORDS, AgeSpan, read_figure


class Days(Cues):
    """Reads "the first 1,001 days" and "the first two years of life"."""

    def _days(self, at: int) -> AgeSpan | None:
        """Read "(the first) 1,001 (critical) days", "thousand or so days that follow conception"."""
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

    def _thousands(self, at: int) -> tuple[float, int] | None:
        word = self.word(at)
        if word and word[0].isdigit():
            value = read_figure(word)
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
        """Read "the first two years of life", "the first twelve months", "first year of life"."""
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

    def _first_few(self, at: int, end: int) -> AgeSpan | None:
        if self.word(end) == "few":
            end += 1
        if self.word(end) not in ("weeks", "months", "days", "hours") or not self._of_life(end + 1):
            return None
        return AgeSpan(at, end + 1, 0, 12, "band")
