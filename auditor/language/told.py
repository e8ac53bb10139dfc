"""What is known of an explicit statement while its topic and criteria are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.language.marking import Marked
from auditor.language.mentions import Mention
from auditor.records import Because, Place, Topic


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that names babies, with what it must be read together with."""

    marked: Marked
    mentions: Sequence[Mention]
    place: Place
    contexts: Sequence[Marked]
    """Heading, lead-in and column heads."""
    title: Marked | None = None
    """The title of the document."""
    topic: Topic | None = None
    strength: int = 0

    def first(self, group: str, rule: str = "") -> Because | None:
        """The first phrase of a group, as a reason; None where there is none."""
        spans = self.marked.phrases.get(group, ())
        return self.marked.because(rule or group, spans[0]) if spans else None


def without_words(rule: str) -> Because:
    """A reason that lies in the shape of a statement or outside it, not in its words."""
    return Because(rule, "", 0, 0)
