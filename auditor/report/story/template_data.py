"""What a printed report, PDF or Word, is made of: a story as plain data, ready to set.

Everything here is text, numbers, lists and dictionaries, so that a template in any
language can read it. Words of the report itself stand in the templates and the rubric.
"""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from auditor.report.figures import number
from auditor.report.story.answers import Answer
from auditor.report.story.audit_story import Listing, Story
from auditor.report.story.equiframe import Index
from auditor.report.story.names import Names, where_words
from auditor.report.story.quote_data import quote_data, quotes_data, shown
from auditor.report.story.quotes import page_ranges, shortened
from auditor.report.views.plain import Plain
from auditor.rules.sentence_templates import shorten

if TYPE_CHECKING:
    from auditor.report.views.audit import AuditView, CountsView, ScoreView
    from auditor.report.views.reviews import RangeView

LONGEST_LISTED = 300
"""Characters of a statement in the list at the end."""
SHOWN = 2
"""Quotes shown for a question; the rest are named by number and page."""
MOST_NAMED = 12
"""Further statements named for a question."""
MOST_DECIDING = 3
MOST_MISSES = 10
MOST_LISTED = 25
"""Statements listed of each label."""

LONGEST = 900
"""Characters of a quote; the HTML report and the JSON have the whole statement."""
RUNNING = 70
"""Characters of the title in the head of each page."""


def printed(story: Story) -> Plain:
    """Return the data that a printed report is made of."""
    view, labels = story.view, story.names
    plain: Plain = shown(
        {
            "title": story.title,
            "running": shorten(story.title, RUNNING),
            "document": dict(view["document"]),
            "tool": dict(view["tool"]),
            "schema": view["schema_version"],
            "date": story.imprint.date,
            "author": story.imprint.author,
            "language": _language(view["document"]["language"]),
            "heading": dict(labels.heading),
            "say": dict(labels.sentence),
            "verdict": _verdict(story),
            "score": _score(story),
            "summary": _summary(story),
            "counts": _counts(view["counts"]),
            "facts": _facts(view),
            "unread": _unread(view),
            "parts": [asdict(one) for one in story.unread_parts],
            "flags": [
                {
                    "id": flag.rule.id,
                    "title": flag.rule.title,
                    "explanation": flag.rule.explanation,
                    "more": flag.more,
                    "quotes": quotes_data(flag.quotes, labels, LONGEST),
                }
                for flag in story.flags
            ],
            "questions": [_question(answer, story) for answer in story.answers],
            "answered": [_question(answer, story) for answer in story.answered],
            "silent": [_question(answer, story) for answer in story.silent],
            "groups": _groups(story),
            "near_misses": quotes_data(story.near_misses[:MOST_MISSES], labels, LONGEST),
            "more_misses": _more(labels, len(story.near_misses) - MOST_MISSES),
            "listings": [_listing(listing, labels) for listing in story.listings],
            "equiframe": _equiframe(story),
            "reviews": _reviews(story),
            "texts": _texts(story),
            "strengths": [_label(one) for one in story.rubric.strength if one.id],
            "verdicts": [
                {"title": one.title, "meaning": one.meaning} for one in labels.verdict.values()
            ],
            "rubric": {"guide": story.rubric.guide, "title": story.rubric.title},
        }
    )
    return plain


def _summary(story: Story) -> Plain:
    """Return what the first two pages tell."""
    return {
        "checked": story.is_checked,
        "rests": story.rests,
        "deciding": quotes_data(story.deciding[:MOST_DECIDING], story.names, LONGEST),
        "best": [
            {
                "title": one.answer.rubric.title,
                "level": one.answer.level,
                "level_short": story.level_short(one.answer),
                "quote": quote_data(one.quote, story.names, LONGEST),
            }
            for one in story.summary.best
        ],
        "missing": [
            {"title": one.rubric.title, "level_short": story.level_short(one)}
            for one in story.summary.missing
        ],
        "asks": [{"title": one.rubric.title, "advice": one.advice} for one in story.summary.asks],
    }


def _more(labels: Names, count: int) -> str:
    return labels.say("many_misses", n=count) if count > 0 else ""


def _language(code: str) -> str:
    return code if code and code != "und" else ""


def _verdict(story: Story) -> Plain:
    rule = story.rubric.verdict_named(story.view["verdict"])
    rungs = [one for one in reversed(story.rubric.verdict) if one.strength]
    standing = rule.id in [one.id for one in rungs]
    return {
        "id": rule.id,
        "title": rule.title,
        "meaning": rule.meaning,
        "sentence": story.answer,
        "rest": story.answer_rest,
        "between": story.between,
        "standing": standing,
        "rungs": [{"title": one.title, "here": one.id == rule.id} for one in rungs],
    }


def _counts(counts: CountsView) -> dict[str, str]:
    return {name: number(count) for name, count in counts.items() if isinstance(count, int)}


def _score(story: Story) -> Plain:
    return {
        **_score_words(story.view["score"]),
        "range": story.score_range,
        "apart": story.names.say(
            "score_unweighted", unweighted=number(story.view["score"]["unweighted"])
        ),
    }


def _score_words(score: ScoreView | RangeView) -> Plain:
    return {
        **score,
        "value_text": number(score["value"]),
        "low_text": number(score["low"]),
        "high_text": number(score["high"]),
        "unweighted_text": number(score["unweighted"]),
    }


def _facts(view: AuditView) -> Plain:
    document = view["document"]
    return {
        "paged": bool(document["pages"]),
        "pages": number(document["pages"]),
        "read": number(document["pages_read"]),
        "not_read": len(document["pages_unread"]),
        "words": number(document["words"]),
        "terms": number(view["searched"]["terms"]),
        "patterns": number(view["searched"]["patterns"]),
    }


def _unread(view: AuditView) -> list[Plain]:
    """Gather the unread pages by their reason."""
    pages = sorted(view["document"]["pages_unread"], key=lambda one: one["why"])
    grouped = {
        why: [one["page"] for one in some]
        for why, some in groupby(pages, key=lambda one: str(one["why"]))
    }
    return [
        {"why": why, "pages": page_ranges(some), "several": len(some) > 1}
        for why, some in grouped.items()
    ]


def _label(one: Any) -> Plain:
    return {"id": one.id, "name": one.name, "meaning": one.meaning}


def _question(answer: Answer, story: Story) -> Plain:
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
            {"id": one.id, "where": where_words(one.where)} for one in quotes[SHOWN:][:MOST_NAMED]
        ],
        "unnamed": max(0, len(quotes) - SHOWN - MOST_NAMED),
        "best_page": quotes[0].where.page if quotes else None,
        "counter": quotes_data(answer.counter[:SHOWN], story.names, LONGEST),
        "more_counter": len(answer.counter[SHOWN:]),
        "replies": [dict(one) for one in answer.replies],
        "reviewed": _reviewed(story, answer.id),
    }


def _reviewed(story: Story, criterion: str) -> Plain | None:
    """Find what people decided on one criterion."""
    found = story.reviews["criteria"] if story.reviews else []
    return next((dict(one) for one in found if one["id"] == criterion), None)


def _groups(story: Story) -> Plain:
    """Return the groups of people on one scale from the first page to the last."""
    labels = story.names
    return {
        "paged": story.strips.paged,
        "steps": [
            {"first": one.first, "last": one.last, "unread": one.unread}
            for one in story.strips.steps
        ],
        "rows": [
            {
                "id": one.reach,
                "name": labels.group[one.reach],
                "meaning": labels.reach[one.reach].meaning,
                "statements": number(one.statements),
                "heights": [round(height, 4) for height in one.heights],
                "pages": shortened(one.pages, 16),
            }
            for one in story.strips.groups
        ],
    }


def _listing(listing: Listing, labels: Names) -> Plain:
    label = labels.reach[listing.reach]
    return {
        "id": listing.reach,
        "name": label.name,
        "meaning": label.meaning,
        "quotes": quotes_data(listing.quotes[:MOST_LISTED], labels, LONGEST_LISTED),
        "more": len(listing.quotes[MOST_LISTED:]),
    }


def _equiframe(story: Story) -> Plain:
    frame, read = story.rubric.equiframe, story.crosswalk
    return {
        "source": frame.source,
        "meaning": frame.meaning,
        "coverage": _index(read.coverage),
        "quality": _index(read.quality),
        "coverage_asked": _index(read.coverage_asked),
        "quality_asked": _index(read.quality_asked),
        "concepts": [
            {
                "name": one.name,
                "level_short": story.names.level_short(one.level),
                "asked": bool(one.criteria),
            }
            for one in read.concepts
        ],
    }


def _index(index: Index) -> Plain:
    return {
        "numerator": index.numerator,
        "denominator": index.denominator,
        "percent": number(index.percent),
    }


def _reviews(story: Story) -> Plain | None:
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
            "score": _score_words(one["score"]),
        }
    return reviews


def _texts(story: Story) -> Plain:
    texts = story.rubric.texts
    return {
        "about": texts.about,
        "score": texts.score,
        "weights": texts.weights,
        "absence": texts.absence,
        "contest": texts.contest,
    }
