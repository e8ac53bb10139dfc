"""The gaps of a document: passages that leave babies out, and questions not met, each with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.records import Audit
from auditor.report.consultation.amendments import Heading, find_headings, find_place
from auditor.report.consultation.evidence import with_citable
from auditor.report.gaps.words import gap_words
from auditor.report.margin.remark_rules import remark_rules
from auditor.report.margin.remarks import calls_for
from auditor.report.story.answers import ENOUGH, WHOLE, Answer
from auditor.report.story.audit_story import Story
from auditor.report.story.quotes import Quote, quoted
from auditor.report.story.summary import find_telling


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that a document lacks for babies, and the place where it could be put right."""

    id: str
    """Of the question; or that of passages which leave babies out."""
    title: str
    advice: str
    """Words that could be written, or what to do about a passage."""
    why: str
    aim: str
    """What an answer looks like that needs no more; "" for a passage that leaves babies out."""
    weight: float
    """By how much the score could rise at most: the order in which to put gaps right."""
    level: int | None
    """How far the question is answered; None for a passage that leaves babies out."""
    says: Quote | None
    """The passage to change, or to write beside; None where there is none."""
    heading: Heading | None
    """Where there is no passage: the heading under which words would stand."""

    @property
    def leaves_out(self) -> bool:
        """True if it is a passage that leaves babies out."""
        return self.level is None

    @property
    def is_against(self) -> bool:
        """True if its passage leaves babies out of what a question asks."""
        return self.level is not None and self.says is not None and self.says.reach == "excluded"

    @property
    def is_beside(self) -> bool:
        """True if its passage is on something near, and nothing is said on the question."""
        return self.level == 0 and self.says is not None and not self.is_against

    @property
    def section(self) -> tuple[str, ...]:
        """The headings above its place, outermost first."""
        if self.says is not None:
            return self.says.where.section
        return self.heading.section if self.heading else ()

    @property
    def has_place(self) -> bool:
        """True if it belongs to a passage or under a heading."""
        return self.says is not None or self.heading is not None


def find_gaps(story: Story, audit: Audit) -> tuple[Gap, ...]:
    """Find the gaps of a document, the weightiest first."""
    passages = _passages(story)
    headings = find_headings(audit)
    beside = _neighbours(story, audit)
    near = {id: one for one in passages for id, neighbour in beside.items() if neighbour == one.id}
    answers = with_citable(story.answers, audit.document.language)
    unmet = [_unmet(one, near, headings) for one in answers if one.advice]
    worth = {one.id: one.weight for one in unmet}
    language = story.names.language
    left_out = [_left_out(one, worth, language) for one in passages if one.reach == "excluded"]
    return tuple(sorted((*left_out, *unmet), key=lambda gap: -gap.weight))


def _passages(story: Story) -> tuple[Quote, ...]:
    """Quote every passage that bears on babies or children, each once, in reading order."""
    view = story.view
    return tuple(
        quoted(one, view["document"]) for one in view["statements"] if not one.get("repeat_of")
    )


def _left_out(passage: Quote, worth: dict[str, float], language: str) -> Gap:
    words = gap_words(language).leaves_out
    weight = sum(worth.get(id, 0.0) for id in passage.criteria)
    return Gap(words.id, words.title, words.advice, words.why, "", weight, None, passage, None)


def _unmet(answer: Answer, near: Mapping[str, Quote], headings: Sequence[Heading]) -> Gap:
    says = find_telling(answer.counter) or find_telling((*answer.evidence, *answer.more))
    place = None if says else find_place(answer.rubric.belongs, headings)
    says = says or near.get(answer.id)
    return Gap(
        id=answer.id,
        title=answer.rubric.title,
        advice=answer.advice,
        why=answer.rubric.why,
        aim=answer.rubric.levels[ENOUGH],
        weight=answer.worth / WHOLE,
        level=answer.level or 0,
        says=says,
        heading=None if says else place,
    )


def _neighbours(story: Story, audit: Audit) -> dict[str, str]:
    """Return the first passage beside which the words for each question belong, where one calls for it.

    It is one that the margin of a draft would remark on: no figure, no name, no label in doubt.
    """
    rules = {one.id: one for one in remark_rules().remark}
    limits, language = story.rubric.limits, audit.document.language
    found: dict[str, str] = {}
    for question, kind in gap_words().beside.items():
        for one in audit.statements:
            if calls_for(one, rules[kind], limits, language):
                found.setdefault(question, one.id)
    return found


def plain_words(text: str) -> str:
    """Write a passage so that typography makes no difference.

    >>> plain_words("For those aged 5–18 ( CAMHS )")
    'for those aged 5 18 camhs'
    """
    return " ".join(re.findall(r"\w+", text.casefold()))
