"""The questions, and what people decided on them, as plain data for a printed report."""

from __future__ import annotations

from auditor.report.figures import number
from auditor.report.story.answers import Answer
from auditor.report.story.audit_story import Story
from auditor.report.story.quote_data import LONGEST, quotes_data
from auditor.report.views.audit import ScoreView
from auditor.report.views.plain import Plain
from auditor.report.views.reviews import RangeView

SHOWN = 2
"""Quotes shown for a question; the rest are named by number and page."""
MOST_NAMED = 12
"""Further statements named for a question."""


def question_data(answer: Answer, story: Story) -> Plain:
    """Return one criterion with its answer, evidence and model wording."""
    rubric, quotes = answer.rubric, (*answer.evidence, *answer.more)
    return {
        "id": answer.id,
        "title": rubric.title,
        "question": rubric.question,
        "why": rubric.why,
        "source": rubric.source,
        "weight": rubric.weight,
        "weight_reason": rubric.weight_reason,
        "level": answer.level,
        "level_short": story.level_short(answer),
        "level_long": story.level_long(answer),
        "because": answer.because,
        "advice": answer.advice,
        "evidence": quotes_data(answer.evidence[:SHOWN], story.names, LONGEST),
        "more": [
            {"id": one.id, "where": story.names.where(one.where)}
            for one in quotes[SHOWN:][:MOST_NAMED]
        ],
        "unnamed": max(0, len(quotes) - SHOWN - MOST_NAMED),
        "best_page": quotes[0].where.page if quotes else None,
        "counter": quotes_data(answer.counter[:SHOWN], story.names, LONGEST),
        "more_counter": len(answer.counter[SHOWN:]),
        "replies": [dict(one) for one in answer.replies],
        "marks": story.marks_said(answer),
        "reviewed": _reviewed(story, answer.id),
    }


def _reviewed(story: Story, criterion: str) -> Plain | None:
    """Find what people decided on one criterion."""
    found = story.reviews["criteria"] if story.reviews else []
    return next((dict(one) for one in found if one["id"] == criterion), None)


def reviews_data(story: Story) -> Plain | None:
    """Give people's decisions with the names of labels in place of their ids."""
    if story.reviews is None:
        return None
    labels = story.names
    reviews: Plain = dict(story.reviews)
    reviews["titles"] = {one.id: one.title for one in story.rubric.criteria}
    reviews["names"] = {
        "reach": {id: one.name for id, one in labels.reach.items()},
        "topic": {id: one.name for id, one in labels.topic.items()},
        "level": {str(level): labels.level_short(level) for level in (*labels.strength, None)},
    }
    for side in ("machine", "reviewed"):
        one = reviews[side]
        reviews[side] = {
            **one,
            "title": labels.verdict[one["verdict"]].title,
            "score": score_words(one["score"]),
        }
    return reviews


def score_words(score: ScoreView | RangeView) -> Plain:
    """Return a score with its numbers as a reader expects them."""
    texts = {f"{name}_text": number(score[name]) for name in ("value", "low", "high", "unweighted")}
    return {**score, **texts}
