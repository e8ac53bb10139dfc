"""Words that are in a document and were not read: pictures, forms, attached files."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.report.story.quotes import page_ranges
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
