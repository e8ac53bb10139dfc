"""Contents lists without page numbers: lines that only say what later headings say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.document.structure.list_items import is_bullet, is_number
from auditor.document.structure.page_references import heads_contents
from auditor.document.structure.references import Draft

FEWEST = 3
"""Headings that a list must say again to be a contents list."""
WHY = "line of a contents list"


def mark_repeated_headings(drafts: Sequence[Draft]) -> None:
    """Set aside what stands under a heading for contents and is a heading further on."""
    if not any(draft.place == "heading" and heads_contents(draft.text) for draft in drafts):
        return
    later: set[str] = set()
    below: list[Draft] = []
    for draft in reversed(drafts):
        if draft.place == "heading":
            if heads_contents(draft.text):
                _set_aside([one for one in below if not later.isdisjoint(_names(one.text))])
            below.clear()
            later.update(_names(draft.text))
        elif draft.place in ("body", "list"):
            below.append(draft)


def _set_aside(entries: Sequence[Draft]) -> None:
    if len(entries) >= FEWEST:
        for entry in entries:
            entry.place, entry.why = "toc", WHY


def _names(text: str) -> Iterator[str]:
    """Give the letters and digits of a heading, with its number and without."""
    words = text.casefold().split()
    yield _letters(words)
    if len(words) > 1 and (is_number(words[0]) or is_bullet(words[0])):
        yield _letters(words[1:])


def _letters(words: Sequence[str]) -> str:
    return "".join(filter(str.isalnum, "".join(words)))
