"""Marking a text: which phrases and ages stand where, by the rules of one language."""

from __future__ import annotations

from typing import cast

from auditor.language.marking.age_forms import AgeSpan
from auditor.language.marking.ages import AgeReader
from auditor.language.marking.annotated_text import AnnotatedText, Span, SplitText
from auditor.language.marking.mentions import Mention, MentionFinder
from auditor.language.marking.names import NameFinder
from auditor.language.marking.phrases import PhraseFinder
from auditor.language.marking.pipeline import build_pipeline
from auditor.language.text.normalise import Normaliser
from auditor.rules import WORDS_OF, Language


class Annotator:
    """Marks texts of one language; made once, used for every text."""

    def __init__(self, language: Language) -> None:
        """Build what finds phrases, ages, names and mentions."""
        self.language = language
        self._own = "" if language.code == WORDS_OF else f"{language.code}:"
        self.pipeline = build_pipeline(language)
        self._phrases = cast(PhraseFinder, self.pipeline.get_pipe("auditor_phrases"))
        self.spelling = self._phrases.spelling
        self._ages = AgeReader(language.ages, self.spelling)
        self._normaliser = Normaliser(language.small_words)
        names = NameFinder(language.inventory, language.small_words, self.spelling)
        self._mentions = MentionFinder(language.inventory, names, self._phrases)

    def split(self, text: str) -> SplitText:
        """Write a text as it is searched and cut it into words."""
        normalised = self._normaliser.read(text)
        spelling = self.spelling
        cased = spelling.splitter.cut(normalised.text)
        return SplitText(
            text,
            normalised,
            cased,
            spelling.read(cased),
            spelling.headwords(cased),
            spelling.splitter,
        )

    def find_ages(self, split: SplitText) -> tuple[AgeSpan, ...]:
        """Return the ages in a text that has been split."""
        return self._ages.find(split.words)

    def annotate(self, split: SplitText) -> AnnotatedText:
        """Mark every age in a text, and every phrase once they are asked for."""
        return AnnotatedText(split, self._find_phrases, self.find_ages(split), self._own)

    def _find_phrases(self, split: SplitText) -> dict[str, list[Span]]:
        return self._phrases.find(split.words, headwords=split.headwords)

    def mentions(self, text: AnnotatedText, *, heading: bool) -> tuple[Mention, ...]:
        """Return every mention of people in a marked text, those set aside included."""
        return self._mentions.find(text, heading=heading)
