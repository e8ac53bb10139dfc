"""A text with everything marked in it: its words, phrases of the word lists, and ages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from auditor.language.marking.age_forms import AgeSpan
from auditor.language.text.normalise import Normalised
from auditor.language.text.words import PLAIN_SPLITTER, WordSplitter
from auditor.records import Because

Span = tuple[int, int]
"""Half-open pair of word numbers."""


@dataclass(frozen=True, slots=True)
class SplitText:
    """A text cut into words: as printed, and in lower case."""

    source: str
    normalised: Normalised
    cased: list[str]
    words: list[str]
    headwords: list[str] | None = None
    """The headword of each word, in languages that have them looked up."""
    splitter: WordSplitter = PLAIN_SPLITTER


@dataclass
class AnnotatedText:
    """A text, its words, and what stands where (by word number)."""

    split: SplitText
    find_phrases: Callable[[SplitText], dict[str, list[Span]]]
    """What finds the phrases, when they are asked for: most texts name nobody, and never are."""
    ages: tuple[AgeSpan, ...]
    own: str = ""
    """What the judge's features put before a word, so that no other language's weights touch it."""
    _offsets: tuple[list[int], list[int]] | None = field(default=None)

    @cached_property
    def phrases(self) -> dict[str, list[Span]]:
        """By kind of mark, in order; what an aside takes away under "kind~"."""
        return self.find_phrases(self.split)

    @property
    def words(self) -> list[str]:
        """The words in lower case."""
        return self.split.words

    @property
    def cased(self) -> list[str]:
        """The words as printed."""
        return self.split.cased

    @property
    def terms(self) -> list[str]:
        """The words as the judge learns them: their headwords, where a language has them."""
        words, own = self.split.words, self.own
        if not own:
            return words
        both = zip(words, self.split.headwords or words, strict=True)
        return [f"{own}{head}" if word[0].isalpha() else word for word, head in both]

    def word(self, at: int) -> str:
        """Return the word at a place, "" beyond either end."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def spans(self, kinds: Iterable[str]) -> list[Span]:
        """Return every phrase of some kinds, in the order of the text."""
        return sorted(span for kind in kinds for span in self.phrases.get(kind, ()))

    def because(self, rule: str, span: Span, weight: float | None = None) -> Because:
        """Return a span as a reason: the rule, and the words of the source."""
        if span[1] <= span[0]:
            return Because(rule, "", 0, 0, weight)
        if self._offsets is None:  # seldom asked for
            _, starts, ends = self.split.splitter.split(self.split.normalised.text)
            self._offsets = starts, ends
        first, last = self._offsets[0][span[0]], self._offsets[1][span[1] - 1]
        start, end = self.split.normalised.source(first, last)
        return Because(rule, self.split.source[start:end], start, end, weight)


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """True if a span shares a word with one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)
