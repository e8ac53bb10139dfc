"""How long an answer may be, counted as web forms count."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.report.consultation.subjects import consultation_words
from auditor.rules.sentence_templates import fill


def count_words(text: str) -> int:
    """Count words as Word and most forms do: what stands between spaces.

    >>> count_words("A parent-infant team, by 2027.")
    5
    """
    return len(text.split())


def count_characters(text: str) -> int:
    r"""Count characters as a browser sends them: a line end is two, one outside the basic plane too.

    >>> count_characters("a\nb"), count_characters("ab😀")
    (4, 4)
    """
    return len(text.replace("\n", "\r\n").encode("utf-16-le", "replace")) // 2


MARK = "#"
"""Stands for the number in what a counter says."""
COUNTS = {"words": count_words, "characters": count_characters}


@dataclass(frozen=True, slots=True)
class Counter:
    """What counts the length of an answer, on paper and while somebody types."""

    unit: str
    most: int
    """0 where there is no limit."""
    form: str
    """"# of 150 words"."""

    def count(self, text: str) -> int:
        """Return how long a text is."""
        return COUNTS[self.unit](text)

    def told(self, text: str) -> str:
        """Write how long a text is."""
        return self.form.replace(MARK, f"{self.count(text):,}")


@dataclass(frozen=True, slots=True)
class Limit:
    """The most words or characters of an answer; 0 where the form sets none."""

    words: int = 0
    characters: int = 0

    def allows(self, text: str) -> bool:
        """True if a text is short enough."""
        limits = self._set() or (("words", consultation_words().unlimited_words),)
        return all(COUNTS[unit](text) <= most for unit, most in limits)

    def _set(self) -> tuple[tuple[str, int], ...]:
        """Return the limits that the form sets, each with its unit."""
        limits = (("words", self.words), ("characters", self.characters))
        return tuple((unit, most) for unit, most in limits if most)

    def told(self) -> str:
        """Write the limit in words; "" where there is none."""
        sheet = consultation_words().sheet
        return ", ".join(fill(sheet[unit], {"n": most}) for unit, most in self._set())

    def counters(self) -> tuple[Counter, ...]:
        """Return what counts an answer: a counter a limit; one of words where there is none."""
        sheet = consultation_words().sheet
        found = tuple(
            Counter(unit, most, fill(sheet["length"], {"count": MARK, "limit": f"{most:,} {unit}"}))
            for unit, most in self._set()
        )
        return found or (Counter("words", 0, fill(sheet["unlimited"], {"count": MARK})),)

    def count(self, text: str) -> str:
        """Write how long a text is, and how long it may be."""
        return ", ".join(one.told(text) for one in self.counters())
