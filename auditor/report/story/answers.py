"""One question of the rubric, joined with its answer and the statements that give it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.report.story.quotes import Quote, strongest_first
from auditor.report.views.audit import AuditView, CriterionView
from auditor.report.views.reviews import ReplyView
from auditor.rules.rubric import Criterion, Rubric
from auditor.rules.translating.shared_texts import shared_words

SHOWN_AT_ONCE = 5
"""Quotes shown for a criterion before the rest is folded away."""
ENOUGH, WHOLE = 3, 4
"""The level of a commitment to act, and the highest that a question can have."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to hold a promise to, and whether the evidence has it."""

    name: str
    meaning: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """One criterion: what is asked, what the document answers, and on what evidence."""

    id: str
    rubric: Criterion
    level: int | None
    because: str
    advice: str
    """Model wording; "" where the level needs none."""
    evidence: tuple[Quote, ...]
    """The strongest, shown at once."""
    more: tuple[Quote, ...]
    """The rest, folded away."""
    counter: tuple[Quote, ...]
    replies: tuple[ReplyView, ...]
    marks: tuple[Mark, ...] = ()
    """For the question of accountability: lead, money, target and date."""

    @property
    def worth(self) -> int:
        """What a better answer could still add to the score."""
        return self.rubric.weight * (WHOLE - (self.level or 0))


def answer_to(
    one: CriterionView, view: AuditView, rubric: Rubric, quotes: Mapping[str, Quote]
) -> Answer:
    """Join a criterion's answer with its question and its quotes."""
    evidence = strongest_first(find_known(one["evidence"], quotes))
    level = one["level"]
    return Answer(
        id=one["id"],
        rubric=rubric.criterion_named(one["id"]),
        level=level,
        because=one["because"],
        advice=_advice(one, rubric),
        evidence=evidence[:SHOWN_AT_ONCE],
        more=evidence[SHOWN_AT_ONCE:],
        counter=find_known(one["counter"], quotes),
        replies=_replies(view, one["id"]),
        marks=_marks(one, rubric),
    )


def _marks(one: CriterionView, rubric: Rubric) -> tuple[Mark, ...]:
    """Return what there is to hold a promise to, where the question asks for it."""
    if "marks" not in one:
        return ()
    return tuple(Mark(mark.name, mark.meaning, mark.id in one["marks"]) for mark in rubric.mark)


def _advice(one: CriterionView, rubric: Rubric) -> str:
    """Return words that could be written; nobody is asked to lift a limit that is not there."""
    if one["level"] is None or one["level"] >= rubric.limits.advice_below:
        return ""
    unlimited = shared_words(rubric.report_language)["advice_without_limit"]
    return one["advice"] if one["counter"] else unlimited.get(one["id"], one["advice"])


def find_known(ids: Iterable[str], quotes: Mapping[str, Quote]) -> tuple[Quote, ...]:
    """Find the quotes of some statements; one that is not listed is left out."""
    return tuple(quotes[id] for id in ids if id in quotes)


def _replies(view: AuditView, criterion: str) -> tuple[ReplyView, ...]:
    """Find what the authors replied on one criterion."""
    reviews = view.get("reviews")
    replies = reviews["replies"] if reviews else []
    return tuple(one for one in replies if one["criterion"] == criterion)
