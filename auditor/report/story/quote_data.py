"""Statements as a printed report has them: marked words and labels as plain data, safe to show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from auditor.report.characters import visible
from auditor.report.story.imprint import Imprint
from auditor.report.story.names import Names
from auditor.report.story.quotes import Quote
from auditor.report.views.audit import ToolView
from auditor.report.views.plain import Plain, with_texts

LONGEST = 900
"""Characters of a quote; the HTML report and the JSON have the whole statement."""
BULLETS = dict.fromkeys(range(0xF000, 0xF100), "•")
"""Private code points of the Symbol and Wingdings fonts: in running text, bullets."""


def shown(value: Any) -> Any:
    """Write out, all through plain data, characters that turn or hide the text around them."""
    return with_texts(value, lambda text: visible(text.translate(BULLETS)))


def shared_data(names: Names, imprint: Imprint, tool: ToolView) -> Plain:
    """Return what stands in every printed report: words, whose report it is, and what made it."""
    return {
        "report_language": names.language,
        "tag": names.tag,
        "heading": dict(names.heading),
        "words": {table: dict(texts) for table, texts in names.words.items()},
        "date": imprint.date,
        "author": imprint.author,
        "tool": dict(tool),
        "made_by": names.tell(
            "report", "tool", tool=f"{tool['name']} {tool['version']}", rubric=tool["rubric"]
        ),
    }


def direction(text: str) -> str:
    r"""Return which way a text runs, by its first letter that knows.

    >>> direction("12. Babies"), direction("1. \u05ea\u05d9\u05e0\u05d5\u05e7\u05d5\u05ea")
    ('ltr', 'rtl')
    """
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def quotes_data(quotes: Iterable[Quote], labels: Names, most: int | None = None) -> list[Plain]:
    """Return statements with their labels in words, each cut after so many characters."""
    return [quote_data(quote, labels, most) for quote in quotes]


def quote_data(quote: Quote, labels: Names, most: int | None) -> Plain:
    """Return one statement with its labels in words, cut after so many characters."""
    parts, cut = _parts(quote, most)
    return {
        "id": quote.id,
        "text": quote.text,
        "direction": direction(quote.text),
        "parts": parts,
        "cut": cut,
        "where": labels.where(quote.where),
        "page": quote.where.page,
        "section": list(quote.where.section),
        "columns": list(quote.where.columns),
        "place": labels.place[quote.place].name,
        "reach_id": quote.reach,
        "labels": labels.labels(quote),
        "sure": labels.sure(quote),
        "strength": quote.strength,
        "ocr": quote.ocr,
        "why": labels.aside(quote.why),
        "reasons": labels.reasons(quote),
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
