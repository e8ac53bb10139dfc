"""Headings into the sections of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.document.pdf.layout.joining import Joiner
from auditor.document.structure.list_items import is_item
from auditor.document.structure.page_references import heads_contents
from auditor.document.text import Draft

LETTERS = re.compile(r"[^\W\d_]{3}")
MOST_WORDS = 36


def settle_headings(drafts: Sequence[Draft]) -> None:
    """Make body text of what is set like a heading and is none: long, a sentence, a figure."""
    for draft in drafts:
        if draft.place == "heading" and not reads_as_heading(draft.text):
            opening = draft.text.split(" ", 1)[0]
            draft.place = "list" if is_item(opening) else "body"


def reads_as_heading(text: str) -> bool:
    """True if words can be a heading.

    >>> reads_as_heading("Our four priorities"), reads_as_heading("£2.3m")
    (True, False)
    >>> reads_as_heading("We will open two parent-infant teams by April 2027.")
    False
    """
    words = text.split()
    if len(words) > MOST_WORDS or not LETTERS.search(text):
        return False
    return not (text[-1] in ".;" and len(words) > 5)


def outline(drafts: Sequence[Draft], joiner: Joiner) -> None:
    """Give every draft the headings above it, by the size and numbers of the headings.

    A contents list ends at the next heading, however large its own is.
    """
    styles = sorted({draft.style for draft in drafts if draft.place == "heading"}, reverse=True)
    path: list[tuple[int, str, bool]] = []
    section: tuple[str, ...] = ()
    for draft in drafts:
        if draft.place == "heading":
            rank = styles.index(draft.style) + 1
            text = joiner.text(draft.spans)
            above = [step for step in path if step[0] < rank and not step[2]]
            path = [*above, (rank, text, heads_contents(text))]
            draft.rank = len(path)
            section = tuple([text for _, text, _ in path])
        draft.section = section
