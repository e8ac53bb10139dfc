"""Which of our subjects a consultation's question asks about: by its words, or as a person said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from auditor.report.consultation.questions import Question
from auditor.report.consultation.subjects import consultation_words

How = Literal["words", "general", "rest", "respondent", "elsewhere", "others", "unknown", "given"]


@dataclass(frozen=True, slots=True)
class Match:
    """What a question was taken to ask about, and why."""

    question: Question
    how: How
    criteria: tuple[str, ...] = ()
    """The subjects that its words name, the surest first; none where all or no subject is meant."""
    cues: tuple[tuple[str, ...], ...] = ()
    """The words that named each."""

    @property
    def is_open(self) -> bool:
        """True if it asks about the plan as a whole, or for anything else."""
        return self.how in ("general", "rest")


def match(question: Question) -> Match:
    """Find what a question asks about."""
    if question.criteria is not None:
        return Match(question, "given", question.criteria)
    if aside := _aside(question.text):
        return Match(question, aside)
    asked = consultation_words().asked
    if find_cues(asked.rest, question.text):
        return Match(question, "rest")
    if named := _named(question.text)[: consultation_words().most]:
        return Match(
            question, "words", tuple(id for id, _ in named), tuple(cue for _, cue in named)
        )
    return Match(question, "general" if find_cues(asked.general, question.text) else "unknown")


def _aside(text: str) -> How | None:
    """Say why a question is none for us; None where it may be one."""
    asked = consultation_words().asked
    if find_cues(asked.respondent, text):
        return "respondent"
    if find_cues(asked.elsewhere, text):
        return "elsewhere"
    if find_cues(asked.others, text) and not find_cues(asked.children, text):
        return "others"
    return None


def _named(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Find the subjects whose cues a text holds, those with most words of them first."""
    subjects = consultation_words().subject
    found = [(one.id, find_cues(one.cues, text)) for one in subjects]
    named = [(id, cues) for id, cues in found if cues]
    return sorted(named, key=lambda one: -sum(len(cue.split()) for cue in one[1]))


def find_cues(cues: Sequence[str], text: str) -> tuple[str, ...]:
    """Find the words of a text that are cues, each once, in lower case.

    >>> find_cues(("refer*", "gp"), "Referral by your GP, and referrals by others")
    ('referral', 'referrals', 'gp')
    """
    plain = " ".join(text.casefold().replace("'", "’").split())
    found = [one.group() for cue in cues for one in _pattern(cue).finditer(plain)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1024)
def _pattern(cue: str) -> re.Pattern[str]:
    """Make a pattern of a cue: a star stands for more letters."""
    words = re.escape(cue.casefold().replace("'", "’")).replace(r"\*", r"\w*")
    return re.compile(rf"(?<!\w){words}(?!\w)")
