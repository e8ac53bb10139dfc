"""What a printed report, PDF or Word, is made of: a story as plain data, ready to set.

Everything here is text, numbers, lists and dictionaries, so that a template in any
language can read it. Words of the report itself stand in the templates and the rubric.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from auditor.report.characters import visible
from auditor.report.crosswalk import Crosswalk, Index
from auditor.report.quotes import Quote, View, page_ranges, shortened
from auditor.report.story import Answer, Listing, Story, names
from auditor.report.templating import number
from auditor.sentences import shorten

Plain = dict[str, Any]
LONGEST = 900
"""Characters of a quote beside a question; the listing at the end has the whole statement."""

BULLETS = dict.fromkeys(range(0xF000, 0xF100), "•")
"""Private code points of the Symbol and Wingdings fonts: in running text, bullets."""
RUNNING = 70
"""Characters of the title in the head of each page."""


def printed(story: Story) -> Plain:
    """Turn a story into the data that a printed report is made of."""
    view = story.view
    labels: Plain = {**names(story.rubric), "title": view["document"]["title"]}
    plain: Plain = shown({
        "title": view["document"]["title"] or view["document"]["name"],
        "running": shorten(view["document"]["title"] or view["document"]["name"], RUNNING),
        "document": dict(view["document"]),
        "tool": dict(view["tool"]),
        "schema": view["schema_version"],
        "date": story.date or "",
        "language": _language(view["document"]["language"]),
        "verdict": _verdict(story),
        "score": _score(view["score"]),
        "counts": {name: number(count) for name, count in view["counts"].items()},
        "facts": _facts(view),
        "unread": _unread(view),
        "flags": [
            {"title": flag.rule.title, "explanation": flag.rule.explanation, "more": flag.more,
             "quotes": _quotes(flag.quotes, labels, most=LONGEST)}
            for flag in story.flags
        ],
        "questions": [_question(answer, labels, story) for answer in story.answers],
        "groups": _groups(story, labels),
        "near_misses": _quotes(story.near_misses, labels),
        "listings": [_listing(listing, labels) for listing in story.listings],
        "equiframe": _equiframe(story.crosswalk, story, labels),
        "reviews": _reviews(story, labels),
        "texts": _texts(story),
        "strengths": [_label(one) for one in story.rubric.strength if one.id],
        "verdicts": [
            {"title": one.title, "meaning": one.meaning} for one in labels["verdict"].values()
        ],
        "rubric": {"guide": story.rubric.guide, "title": story.rubric.title},
    })
    return plain


def shown(value: Any) -> Any:
    """Write out, all through plain data, characters that turn or hide the text around them."""
    if isinstance(value, str):
        return visible(value.translate(BULLETS))
    if isinstance(value, Mapping):
        return {key: shown(one) for key, one in value.items()}
    return [shown(one) for one in value] if isinstance(value, list | tuple) else value


def direction(text: str) -> str:
    r"""Say which way a text runs, by its first letter that knows.

    >>> direction("12. Babies"), direction("1. \u05ea\u05d9\u05e0\u05d5\u05e7\u05d5\u05ea")
    ('ltr', 'rtl')
    """
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def _language(code: str) -> str:
    return code if code and code != "und" else ""


def _verdict(story: Story) -> Plain:
    rule = story.rubric.verdict_named(story.view["verdict"])
    rungs = [one for one in reversed(story.rubric.verdict) if one.strength]
    standing = rule.id in [one.id for one in rungs]
    return {
        "id": rule.id, "title": rule.title, "meaning": rule.meaning,
        "sentence": story.answer, "rest": story.answer_rest,
        "standing": standing,
        "rungs": [{"title": one.title, "here": one.id == rule.id} for one in rungs],
    }


def _score(score: View) -> Plain:
    words = {f"{name}_text": number(score[name]) for name in ("value", "low", "high", "unweighted")}
    return {**score, **words}


def _facts(view: View) -> Plain:
    document = view["document"]
    return {
        "paged": bool(document["pages"]),
        "pages": number(document["pages"]), "read": number(document["pages_read"]),
        "not_read": len(document.get("pages_unread") or ()),
        "words": number(document["words"]), "terms": number(view["searched"]["terms"]),
        "patterns": number(view["searched"]["patterns"]),
    }


def _unread(view: View) -> list[Plain]:
    """Gather the unread pages by their reason."""
    pages = sorted(view["document"].get("pages_unread") or (), key=lambda one: one["why"])
    grouped = {
        why: [one["page"] for one in some]
        for why, some in groupby(pages, key=lambda one: str(one["why"]))
    }
    return [
        {"why": why, "pages": page_ranges(some), "several": len(some) > 1}
        for why, some in grouped.items()
    ]


def _without_title(section: Iterable[str], title: str) -> list[str]:
    """Leave out the document's own title, which stands above every section."""
    listed = list(section)
    return listed[1:] if listed and listed[0] == title else listed


def _quotes(quotes: Iterable[Quote], labels: Plain, *, most: int | None = None) -> list[Plain]:
    return [_quote(quote, labels, most) for quote in quotes]


def _quote(quote: Quote, labels: Plain, most: int | None) -> Plain:
    """Give one statement with the names of its labels, cut after so many characters."""
    explicit = quote.reach == "explicit"
    parts, cut = _parts(quote, most)
    return {
        "id": quote.id, "text": quote.text, "direction": direction(quote.text),
        "parts": parts, "cut": cut,
        "page": quote.where.page, "label": quote.where.label, "file": quote.where.file,
        "section": _without_title(quote.where.section, labels["title"]),
        "columns": list(quote.where.columns),
        "place": _name(labels["place"], quote.place), "reach_id": quote.reach,
        "reach": _name(labels["reach"], quote.reach),
        "topic": _name(labels["topic"], quote.topic).lower() if explicit and quote.topic else "",
        "strength": quote.strength, "strength_name": _name(labels["strength"], quote.strength),
        "sure": None if quote.confidence is None else round(100 * quote.confidence),
        "ocr": quote.ocr, "why": quote.why,
        "rules": [
            {"rule": one.rule, "text": one.text, "inside": one.inside} for one in quote.reasons
        ],
    }


def _parts(quote: Quote, most: int | None) -> tuple[list[Plain], bool]:
    """Give the marked and unmarked stretches of a quote, as many characters as are wanted."""
    parts: list[Plain] = []
    left = len(quote.text) if most is None or len(quote.text) <= most else most
    for part in quote.segments:
        if left > 0:
            parts.append({"text": part.text[:left], "marked": part.marked})
        left -= len(part.text)
    return ([*parts, {"text": " …", "marked": False}], True) if left < 0 else (parts, False)


def _name(labels: Mapping[Any, Any], id: Any) -> str:
    return str(labels[id].name) if id in labels else str(id or "")


def _label(one: Any) -> Plain:
    return {"id": one.id, "name": one.name, "meaning": one.meaning}


def _question(answer: Answer, labels: Plain, story: Story) -> Plain:
    """Give one criterion with its answer, evidence and model wording."""
    rubric, quotes = answer.rubric, (*answer.evidence, *answer.more)
    return {
        "id": answer.id, "title": rubric.title, "question": rubric.question, "why": rubric.why,
        "source": rubric.source, "weight": rubric.weight, "weight_reason": rubric.weight_reason,
        "level": answer.level,
        "level_name": "" if answer.level is None else labels["strength"][answer.level].name,
        "level_means": "" if answer.level is None else rubric.levels[answer.level],
        "because": answer.because, "advice": answer.advice,
        "evidence": _quotes(answer.evidence, labels, most=LONGEST),
        "more": [one.id for one in answer.more],
        "count": len(quotes),
        "best_page": quotes[0].where.page if quotes else None,
        "counter": _quotes(answer.counter, labels, most=LONGEST),
        "replies": [dict(one) for one in answer.replies],
        "reviewed": _reviewed(story, answer.id),
    }


def _reviewed(story: Story, criterion: str) -> Plain | None:
    """Find what people decided on one criterion."""
    found = (story.reviews or {}).get("criteria", ())
    return next((dict(one) for one in found if one["id"] == criterion), None)


def _groups(story: Story, labels: Plain) -> Plain:
    """Give the groups of people on one scale from the first page to the last."""
    return {
        "paged": story.strips.paged,
        "steps": [
            {"first": one.first, "last": one.last, "unread": one.unread}
            for one in story.strips.steps
        ],
        "rows": [
            {"id": one.reach, "name": _name(labels["reach"], one.reach),
             "meaning": labels["reach"][one.reach].meaning, "statements": number(one.statements),
             "heights": [round(height, 4) for height in one.heights],
             "pages": shortened(one.pages, 16)}
            for one in story.strips.groups
        ],
    }


def _listing(listing: Listing, labels: Plain) -> Plain:
    label = labels["reach"][listing.reach]
    return {
        "id": listing.reach, "name": label.name, "meaning": label.meaning,
        "quotes": _quotes(listing.quotes, labels),
    }


def _equiframe(read: Crosswalk, story: Story, labels: Plain) -> Plain:
    frame = story.rubric.equiframe
    return {
        "source": frame.source, "meaning": frame.meaning,
        "coverage": _index(read.coverage), "quality": _index(read.quality),
        "coverage_asked": _index(read.coverage_asked), "quality_asked": _index(read.quality_asked),
        "concepts": [
            {"name": one.name, "level": one.level,
             "level_name": "" if one.level is None else labels["strength"][one.level].name,
             "criteria": list(one.criteria)}
            for one in read.concepts
        ],
    }


def _index(index: Index) -> Plain:
    return {
        "numerator": index.numerator, "denominator": index.denominator,
        "percent": number(index.percent),
    }


def _reviews(story: Story, labels: Plain) -> Plain | None:
    """Give people's decisions with the names of labels in place of their ids."""
    if story.reviews is None:
        return None
    reviews: Plain = dict(story.reviews)
    reviews["titles"] = {one.id: one.title for one in story.rubric.criteria}
    reviews["names"] = {
        kind: {str(id): one.name for id, one in labels[kind].items()}
        for kind in ("reach", "topic", "strength")
    }
    for side in ("machine", "reviewed"):
        one = reviews[side]
        reviews[side] = {**one, "title": labels["verdict"][one["verdict"]].title,
                         "score": _score(one["score"])}
    return reviews


def _texts(story: Story) -> Plain:
    texts = story.rubric.texts
    return {
        "about": texts.about, "score": texts.score, "weights": texts.weights,
        "absence": texts.absence, "contest": texts.contest,
    }
