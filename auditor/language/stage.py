"""The language stage of a set of rules: for each language an annotator, a splitter and a judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from threading import Lock

from auditor.errors import DataError
from auditor.language.judging.features import Seen, Statement
from auditor.language.judging.judge import Judge
from auditor.language.marking.annotator import Annotator
from auditor.language.text.sentences import SentenceSplitter
from auditor.records import Judgement, Passage
from auditor.rules import Language, Rules

COLUMN_JOIN = " | "
_REMEMBERED = 1024
"""Texts that are kept marked: headings, column heads and running lines come again and again."""
_LONGEST = 300
"""Characters of a passage that is kept; longer ones seldom come twice."""


@dataclass
class LanguageStage:
    """What judges the passages of one language."""

    language: Language
    criteria: tuple[str, ...]

    @cached_property
    def _remembered(self) -> Callable[[str, bool], Seen]:
        """What marks texts, and knows the last ones again."""
        return lru_cache(_REMEMBERED)(self._mark)

    @cached_property
    def annotator(self) -> Annotator:
        """What marks texts."""
        return Annotator(self.language)

    @cached_property
    def splitter(self) -> SentenceSplitter:
        """What cuts paragraphs into sentences."""
        return SentenceSplitter(self.language.small_words)

    @cached_property
    def judge_of(self) -> Judge:
        """What weighs marks and words.

        Raises:
            DataError: the rules were read without weights.

        """
        if self.language.weights is None:
            raise DataError("the judge has no weights", remedy="Read the rules with their weights.")
        return Judge(
            self.language.weights,
            self.criteria,
            measures=self.language.inventory.measures,
            base_rates=self.language.base_rates,
        )

    def see(self, passage: Passage) -> Statement:
        """Mark a passage and all that it is read together with."""
        mark = self._remembered if len(passage.text) <= _LONGEST else self._mark
        return Statement(
            mark(passage.text, passage.place == "heading"),
            self._context(passage.lead_in or passage.heading),
            self._context(COLUMN_JOIN.join(passage.columns) if any(passage.columns) else None),
            passage.place,
            passage.kind,
            passage.in_document,
        )

    def _context(self, text: str | None) -> Seen | None:
        """Mark a heading or column heads; None where there are none."""
        return self._remembered(text, True) if text else None

    def _mark(self, text: str, heading: bool) -> Seen:
        annotated = self.annotator.annotate(self.annotator.split(text))
        return Seen(annotated, self.annotator.mentions(annotated, heading=heading))

    def judge(self, passage: Passage) -> Judgement:
        """Judge one passage by the labelling guide."""
        return self.judge_of.judge(self.see(passage))


_BUILT: dict[tuple[str, tuple[str, ...]], LanguageStage] = {}
_BUILDING = Lock()


def stage_of(rules: Rules, code: str) -> LanguageStage:
    """Return what judges a language by some rules: built once a process, the same for the same rules.

    It is told by the hash of the rules, so that other rules are never judged by these.
    """
    language = rules.language(code)
    key = language.sha256, rules.criterion_ids
    with _BUILDING:
        stage = _BUILT.get(key)
        if stage is None:
            stage = _BUILT[key] = LanguageStage(language, rules.criterion_ids)
    return stage
