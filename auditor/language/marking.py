"""A text with everything found in it: phrases of the word lists and ages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from auditor.language.age_words import AgeSpan
from auditor.language.ages import find_ages
from auditor.language.nlp import phrase_finder
from auditor.language.phrases import NAMING
from auditor.language.splitting import cut_words, split_words
from auditor.language.wording import Wording, read_wording
from auditor.lexicon import Lexicon
from auditor.records import Because

Span = tuple[int, int]
"""Half-open pair of word numbers."""

CLAUSE_ENDS = frozenset((";", "but", "however", "whereas", "while", "|", "."))


@dataclass(slots=True)
class Marked:
    """A text, its words, and what stands where (by word number)."""

    wording: Wording
    cased: list[str]
    words: list[str]
    phrases: dict[str, list[Span]]
    ages: tuple[AgeSpan, ...]
    source: str
    _clauses: list[int] = field(default_factory=list)
    _offsets: tuple[list[int], list[int]] | None = None

    @property
    def offsets(self) -> tuple[list[int], list[int]]:
        """Where words start and where they end in the text as it is searched; seldom asked for."""
        if self._offsets is None:
            _, starts, ends = split_words(self.wording.text)
            self._offsets = starts, ends
        return self._offsets

    @property
    def names_somebody(self) -> bool:
        """Say whether an age or a group of people or stage of life stands in the text."""
        return bool(self.ages) or any(group.startswith(NAMING) for group in self.phrases)

    def has(self, *groups: str) -> bool:
        """Say whether a phrase of one of the groups stands in the text."""
        return any(group in self.phrases for group in groups)

    def spans(self, *groups: str) -> list[Span]:
        """Every phrase of the groups, in the order of the text."""
        found = [span for group in groups for span in self.phrases.get(group, ())]
        return sorted(found)

    def because(self, rule: str, span: Span) -> Because:
        """Make a reason out of a span: the rule, and the words of the source."""
        if span[1] <= span[0]:
            return Because(rule, "", 0, 0)
        starts, ends = self.offsets
        start, end = self.wording.source(starts[span[0]], ends[span[1] - 1])
        return Because(rule, self.source[start:end], start, end)

    def clause(self, at: int) -> int:
        """Number the clause that a word stands in."""
        if not self._clauses:
            number = 0
            for word in self.words:
                number += word in CLAUSE_ENDS
                self._clauses.append(number)
        return self._clauses[at] if at < len(self._clauses) else 0

    def word(self, at: int) -> str:
        """The lower-case word at a place, "" beyond either end."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def any_word(self, wanted: Iterable[str], start: int, end: int) -> bool:
        """Say whether one of the words stands between two places."""
        part = self.words[max(0, start) : max(0, end)]
        return any(word in part for word in wanted)


@dataclass(frozen=True, slots=True)
class Split:
    """A text cut into words: as printed, and in lower case."""

    source: str
    wording: Wording
    cased: list[str]
    words: list[str]


def split(text: str) -> Split:
    """Write a text as it is searched and cut it into words."""
    wording = read_wording(text)
    cased = cut_words(wording.text)
    return Split(text, wording, cased, [word.lower() for word in cased])


def mark(text: str, lexicon: Lexicon) -> Marked:
    """Find every phrase and age in a text."""
    part = split(text)
    return mark_words(part, lexicon, find_ages(part.words))


def mark_words(part: Split, lexicon: Lexicon, ages: Sequence[AgeSpan]) -> Marked:
    """Find every phrase in a text that has been split into words, and its ages read."""
    return Marked(
        wording=part.wording,
        cased=part.cased,
        words=part.words,
        phrases=phrase_finder(lexicon).find(part.words),
        ages=tuple(ages),
        source=part.source,
    )


_CONTEXTS: dict[tuple[str, str], Marked] = {}


def mark_context(text: str, lexicon: Lexicon) -> Marked:
    """Mark a heading or lead-in, once for the many statements that share it."""
    key = (lexicon.sha256, text)
    found = _CONTEXTS.get(key)
    if found is None:
        if len(_CONTEXTS) > 4096:
            _CONTEXTS.clear()
        found = _CONTEXTS[key] = mark(text, lexicon)
    return found


def may_name(part: Split, lexicon: Lexicon) -> bool:
    """Say at little cost whether the words of a text could name people or a stage of life."""
    return phrase_finder(lexicon).may_name(part.words)


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Say whether a span shares a word with one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)
