"""What a document is called: by its own metadata, its first page, or its file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.document.text import Draft

NO_TITLE = re.compile(
    r"^(?:untitled.*|title|document\d*|microsoft (?:word|powerpoint) - .*|"
    r".*\.(?:docx?|pptx?|pdf|indd|qxd|rtf)|"
    r"slide \d+|powerpoint presentation|print|layout \d+|\W*|\d+)$",
    re.IGNORECASE,
)
LONGEST = 200


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
