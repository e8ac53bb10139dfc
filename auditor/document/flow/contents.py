"""Contents lists of inputs without pages: lines that lead to a page, and lines under their heading."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.document.flow.drafts import PlainDraft
from auditor.document.structure.page_references import heads_contents, leads_to_page, pointed_page

WHY = "line of a contents list"
FEWEST = 3
"""Entries under a heading for them."""
LONGEST = 20
"""Words of an entry."""
ENTRIES = ("body", "list", "heading", "table")
"""Places of what may be one: a list is often set as a table."""


def mark_contents_lines(drafts: Sequence[PlainDraft]) -> None:
    """Set aside lines that lead to a page number, and those under a heading that end in one."""
    for draft in drafts:
        if draft.place in ("body", "list") and leads_to_page(draft.text):
            draft.place, draft.why = "toc", WHY
    for at, draft in enumerate(drafts):
        if draft.place in ENTRIES and heads_contents(draft.text):
            entries = _entries_from(drafts, at + 1)
            for entry in entries if len(entries) >= FEWEST else ():
                entry.place, entry.columns, entry.why = "toc", (), WHY


def _entries_from(drafts: Sequence[PlainDraft], at: int) -> list[PlainDraft]:
    """Find what stands below each other as short words with pages that never fall."""
    found: list[PlainDraft] = []
    last: int | None = None
    while at < len(drafts) and drafts[at].place in ENTRIES:
        text = drafts[at].text
        page = pointed_page(text) if len(text.split()) <= LONGEST else None
        if page is None or (last is not None and page < last) or not _holds_words(text):
            break
        found.append(drafts[at])
        last = page
        at += 1
    return found


def _holds_words(text: str) -> bool:
    """True if an entry is more than its page: a title of two letters or more."""
    return sum(letter.isalpha() for letter in text) > 1
