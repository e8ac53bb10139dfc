"""What a printed report, PDF or Word, is made of: a story as plain data, ready to set.

Everything here is text, numbers, lists and dictionaries, so that a template in any
language can read it. Words of the report itself stand in the templates and the rubric.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Literal

from auditor.report.figures import number
from auditor.report.story.audit_story import Listing, Story, Warned
from auditor.report.story.equiframe import Index
from auditor.report.story.names import Names
from auditor.report.story.question_data import question_data, reviews_data, score_words
from auditor.report.story.quote_data import LONGEST, quote_data, quotes_data, shared_data, shown
from auditor.report.story.quotes import page_ranges, shortened
from auditor.report.story.unread import UnreadParts
from auditor.report.views.audit import AuditView, CountsView
from auditor.report.views.plain import Plain
from auditor.rules.sentence_templates import shorten

Part = Literal["whole", "summary"]
"""What of a printed report is written."""
LONGEST_LISTED = 300
"""Characters of a statement in the list at the end."""
MOST_DECIDING = 3
MOST_MISSES = 10
MOST_LISTED = 25
"""Statements listed of each label."""
RUNNING = 70
"""Characters of the title in the head of each page."""


def printed(story: Story) -> Plain:
    """Return the data that a printed report is made of."""
    view, labels = story.view, story.names
    language, more = view["document"]["language"], len(story.near_misses) - MOST_MISSES
    plain: Plain = shown(
        {
            **shared_data(labels, story.imprint, view["tool"]),
            "title": story.title,
            "running": shorten(story.title, RUNNING),
            "document": dict(view["document"]),
            "schema": view["schema_version"],
            "language": "" if language == "und" else language,
            "say": dict(labels.sentence),
            "cite": _cite(story),
            "verdict": _verdict(story),
            "score": _score(story),
            "summary": _summary(story),
            "counts": _counts(view["counts"]),
            "facts": _facts(view),
            "unread": _unread(view, labels),
            "parts": [_part(one, labels) for one in story.unread_parts],
            "flags": [_flag(one, labels) for one in story.flags],
            "doubts": [_flag(one, labels) for one in story.doubts],
            **_questions(story),
            "groups": _groups(story),
            "near_misses": quotes_data(story.near_misses[:MOST_MISSES], labels, LONGEST),
            "more_misses": labels.say("many_misses", n=more) if more > 0 else "",
            "listings": [_listing(listing, labels) for listing in story.listings],
            "equiframe": _equiframe(story),
            "reviews": reviews_data(story),
            "untranslated": story.untranslated,
            "texts": _texts(story),
            **_scales(story),
        }
    )
    return plain


def _questions(story: Story) -> Plain:
    """Return all questions, then by whether there is something to show."""
    told = {"questions": story.answers, "answered": story.answered, "silent": story.silent}
    return {key: [question_data(one, story) for one in some] for key, some in told.items()}


def _scales(story: Story) -> Plain:
    """Return what strengths and answers mean, and by which rubric."""
    rubric, verdicts = story.rubric, story.names.verdict.values()
    return {
        "strengths": [
            {"id": one.id, "name": one.name, "meaning": one.meaning}
            for one in rubric.strength
            if one.id
        ],
        "verdicts": [{"title": one.title, "meaning": one.meaning} for one in verdicts],
        "rubric": {"guide": rubric.guide, "title": rubric.title},
    }


def _cite(story: Story) -> str:
    """Return how a report is cited."""
    document, tool, imprint = story.view["document"], story.view["tool"], story.imprint
    cite = story.names.tell(
        "report",
        "cite_on" if imprint.date else "cite",
        title=f"“{story.title}”",
        name=document["name"],
        hash=f"{document['sha256'][:16]}…",
        date=imprint.date,
        tool=f"{tool['name']} {tool['version']}",
        rubric=tool["rubric"],
        lists=f"{tool['lexicons'][:23]}…",
    )
    by = imprint.author
    return story.names.tell("report", "cite_by", author=by, cite=cite) if by else cite


def _flag(flag: Warned, labels: Names) -> Plain:
    return {
        "id": flag.rule.id,
        "title": flag.rule.title,
        "explanation": flag.rule.explanation,
        "more": flag.more,
        "quotes": quotes_data(flag.quotes, labels, LONGEST),
    }


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
        **score_words(story.view["score"]),
        "range": story.score_range,
        "apart": story.names.say(
            "score_unweighted", unweighted=number(story.view["score"]["unweighted"])
        ),
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


def _unread(view: AuditView, labels: Names) -> list[Plain]:
    """Gather the unread pages by their reason."""
    pages: dict[str, list[int]] = {}
    for one in sorted(view["document"]["pages_unread"], key=lambda one: one["why"]):
        pages.setdefault(one["why"], []).append(one["page"])
    return [
        {
            "why": labels.unread(why),
            "pages": page_ranges(some),
            "several": len(some) > 1,
            "n": len(some),
        }
        for why, some in pages.items()
    ]


def _part(one: UnreadParts, labels: Names) -> Plain:
    return {**asdict(one), "what": labels.unread(one.what), "why": labels.unread(one.why)}


def _groups(story: Story) -> Plain:
    """Return the groups of people on one scale from the first page to the last."""
    labels = story.names
    return {
        "paged": story.strips.paged,
        "steps": [asdict(one) for one in story.strips.steps],
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
    return {**asdict(index), "percent": number(index.percent)}


def _texts(story: Story) -> Plain:
    texts = asdict(story.rubric.texts)
    kept = ("about", "score", "weights", "absence", "contest", "changed")
    in_doubt = story.rubric.phrases.flag_in_doubt
    return {**{name: texts[name] for name in kept}, "in_doubt": in_doubt}
