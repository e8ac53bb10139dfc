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


@dataclass(frozen=True, slots=True)
class Limit:
    """The most words or characters of an answer; 0 where the form sets none."""

    words: int = 0
    characters: int = 0

    def allows(self, text: str) -> bool:
        """True if a text is short enough."""
        words = self.words or (0 if self.characters else consultation_words().unlimited_words)
        return not (
            (words and count_words(text) > words)
            or (self.characters and count_characters(text) > self.characters)
        )

    def told(self) -> str:
        """Write the limit in words; "" where there is none."""
        sheet = consultation_words().sheet
        parts = (("words", self.words), ("characters", self.characters))
        return ", ".join(fill(sheet[unit], {"n": most}) for unit, most in parts if most)

    def count(self, text: str) -> str:
        """Write how long a text is, and how long it may be."""
        sheet = consultation_words().sheet
        counts = {"words": count_words(text), "characters": count_characters(text)}
        if not self.words and not self.characters:
            return fill(sheet["words"], {"n": counts["words"]})
        parts = (("words", self.words), ("characters", self.characters))
        return ", ".join(
            fill(sheet["length"], {"count": f"{counts[unit]:,}", "limit": f"{most:,} {unit}"})
            for unit, most in parts
            if most
        )
