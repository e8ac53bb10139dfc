"""What a document is called: by its own metadata, its first page, or its file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.document.flow.drafts import PlainDraft
from auditor.document.text import Draft

NO_TITLE = re.compile(
    r"^(?:untitled.*|title|document\d*|microsoft (?:word|powerpoint) - .*|"
    r".*\.(?:docx?|pptx?|pdf|indd|qxd|rtf)|"
    r"slide \d+|powerpoint presentation|print|layout \d+|\W*|\d+)$",
    re.IGNORECASE,
)
LONGEST = 200


def name_draft(stated: str, drafts: Sequence[PlainDraft]) -> str:
    """Return what a Word file is called: as it states, else by the heading that it opens with; or "".

    Word states no title unless somebody fills it in, and programs fill in the name of a file.
    """
    if stated and not NO_TITLE.match(stated):
        return stated
    first = next((one for one in drafts if one.text and one.place != "running"), None)
    opens = first is not None and first.place == "heading" and len(first.text) <= LONGEST
    return first.text if first is not None and opens else ""


def name_document(metadata: str, drafts: Sequence[Draft], first_page: int, stem: str) -> str:
    """Return a document: what its metadata says, else the largest words of its first page."""
    title = " ".join(metadata.split())
    if title and not NO_TITLE.match(title) and len(title) <= LONGEST:
        return title
    opening = [
        draft
        for draft in drafts
        if draft.place in ("heading", "body")
        and draft.spans
        and draft.spans[0].page.number == first_page
        and len(draft.text) <= LONGEST
        and re.search(r"[^\W\d_]{3}", draft.text)
        and "www." not in draft.text
    ]
    if not opening:
        return stem
    largest = max(draft.style[0] for draft in opening)
    parts = [draft.text for draft in opening if draft.style[0] >= 0.98 * largest]
    return " ".join(parts)[:LONGEST].strip() or stem
