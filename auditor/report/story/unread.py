"""Words that are in a document and were not read: pictures, forms, attached files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.report.story.quotes import page_ranges
from auditor.report.story.wording import shared_words
from auditor.rules.sentence_templates import fill
from auditor.rules.translating.shared_texts import ENGLISH

if TYPE_CHECKING:
    from auditor.report.views.audit import DocumentView


@dataclass(frozen=True, slots=True)
class UnreadParts:
    """Parts of one kind that were not read for one reason."""

    what: str
    why: str
    count: int
    pages: str
    """Where they stand, as in "3, 7–9"; "" where they are on no page."""


def unread_parts(document: DocumentView) -> tuple[UnreadParts, ...]:
    """Gather the parts that were not read by what they are and why."""
    pages: dict[tuple[str, str], list[int | None]] = {}
    for part in document.get("parts_unread", ()):
        pages.setdefault((part["what"], part["why"]), []).append(part["page"])
    return tuple(
        UnreadParts(what, why, len(on), page_ranges(page for page in on if page is not None))
        for (what, why), on in pages.items()
    )


def unread_words(said: str, language: str = ENGLISH) -> str:
    """Return what was not read, or why, in the language of a report.

    Reading says it in English. Where it is one of the sentences of [unread], the same sentence of
    the language stands in its place; what is in braces there may be such a sentence itself.

    >>> unread_words("no words on it"), unread_words("no words on it", "xx")
    ('no words on it', 'no words on it')
    """
    if language == ENGLISH:
        return said
    own = shared_words(language)["unread"]
    for key, english in shared_words()["unread"].items():
        if found := _pattern(english).fullmatch(said):
            values = {name: unread_words(text, language) for name, text in found.groupdict().items()}
            return fill(own[key], values)
    return said


def _pattern(english: str) -> re.Pattern[str]:
    """Return what finds a sentence of reading, with a group for each name in braces."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(english)), re.DOTALL)
