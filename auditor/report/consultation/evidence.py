"""The passages that may be cited on a subject: those in which a word says that they are on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from auditor.report.consultation.matching import find_cues
from auditor.report.consultation.subjects import consultation_words
from auditor.report.story.answers import ENOUGH, Answer
from auditor.report.story.quotes import Quote
from auditor.rules.translating.shared_texts import ENGLISH


def find_bearing(answer: Answer) -> tuple[Quote, ...]:
    """Find the passages that give an answer its level, the strongest first."""
    level = answer.level or 0
    quotes = (*answer.evidence, *answer.more)
    mental = [one for one in quotes if one.topic == "mental" and one.strength >= min(level, ENOUGH)]
    return tuple(sorted(mental or quotes, key=lambda one: -one.strength))


def with_citable(answers: Iterable[Answer], language: str = ENGLISH) -> tuple[Answer, ...]:
    """Leave each answer the passages that may be cited.

    A commitment keeps its passages where none has such a word; weaker evidence keeps none. In a
    document of another language all keep theirs, since the words are English.
    """
    return tuple(_with_citable(one) for one in answers) if language == ENGLISH else tuple(answers)


def _with_citable(answer: Answer) -> Answer:
    words = consultation_words().subject_named(answer.id).shown
    bearing = find_bearing(answer)
    told = tuple(one for one in bearing if not words or find_cues(words, _said(one)))
    if not told and (answer.level or 0) >= ENOUGH:
        told = bearing
    return replace(answer, evidence=told, more=())


def _said(quote: Quote) -> str:
    """Return a passage with the heading that it stands under."""
    return " ".join((*quote.where.section[-1:], quote.text))
