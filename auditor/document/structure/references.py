"""Notes and lists of references told from text that says something itself.

Only what cites is set aside: a sentence that speaks is read, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from auditor.document.structure.citations import (
    bare,
    is_citation,
    is_entry,
    opens_author_and_dates,
    opens_with_author,
    speaks,
    tells,
)
from auditor.records import Place


class Draft(Protocol):
    """A block of any format before it has its place in the text."""

    place: Place
    why: str
    is_note: bool

    @property
    def text(self) -> str:
        """Its words, as they stand."""

    @property
    def style(self) -> tuple[float, bool]:
        """For a heading: how large it is, as a number that grows outwards."""


LONGEST_GAP = 8
"""Blocks in a row that a list of references may hold without citing."""
EDGES = " .:–—-•|*_[]"
"""What may stand around a heading."""
LONGEST_HEADING = 90
"""Letters of a heading."""
SHORTEST = 25
"""Letters of an entry: what is shorter is a part of one, and tells nothing."""
_LISTS = (
    r"references?(?: list)?|list of references|reference list|bibliography|works cited|"
    r"endnotes|end notes|literature(?: cited)?|citations"
)
_MIXED = r"footnotes|notes|sources|further reading|reading list|evidence base"
_NUMBERED = r"(?:(?:chapter|section|annex(?:ure)?|appendix|part) ?)?(?:[\dA-Z]{1,3}[.:)]?\d{0,2})? ?[–:-]? ?"
_KINDS = rf"(?:{_LISTS}|{_MIXED})"
HEADING = re.compile(
    rf"{_NUMBERED}(?:(?:key|further|selected|data|evidence|main) )?{_KINDS}"
    rf"(?:,? (?:and|&) (?:further )?{_KINDS})?",
    re.IGNORECASE,
)
OPENS_OTHER = re.compile(
    r"annex|appendix|glossary|acknowledge?ments?|contact|about|abbreviations|chapter|section|part",
    re.IGNORECASE,
)
READ = ("body", "list", "table", "heading")
"""What may turn out to be an entry of a list of references."""


def heads_references(text: str) -> bool:
    """True if words head a list of references, or of notes that may cite.

    >>> heads_references("Annex B: References"), heads_references("Notes"), heads_references("Aims")
    (True, True, False)
    """
    return len(text) <= LONGEST_HEADING and HEADING.fullmatch(text.strip(EDGES)) is not None


def settle_references(drafts: Sequence[Draft]) -> None:
    """Set aside notes that cite, and the entries of lists of references."""
    for draft in drafts:
        if draft.is_note and is_citation(draft.text):
            _set_aside(draft, "note that cites a source")
        elif draft.place in ("body", "list") and opens_with_author(draft.text):
            _set_aside(draft, "entry of a list of references")
    for start, end in _lists(drafts):
        for draft in drafts[start:end]:
            if draft.place in READ and not _speaks_for_itself(draft):
                _set_aside(draft, "list of references")
    for draft in drafts[_closing_notes(drafts) :]:
        if draft.place in READ:
            _set_aside(draft, "list of references")


def _speaks_for_itself(draft: Draft) -> bool:
    """True if a block under a heading of references is more than an entry or a part of one."""
    if is_citation(draft.text) or opens_author_and_dates(draft.text):
        return False
    return draft.place == "heading" or speaks(draft.text) or tells(draft.text)


def _closing_notes(drafts: Sequence[Draft]) -> int:
    """Return where a list of numbered citations begins that closes the document."""
    start = len(drafts)
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        if draft.place in ("running", "reference"):
            continue
        if draft.place != "list" or not is_citation(draft.text):
            break
        start = at
    return start


def _set_aside(draft: Draft, why: str) -> None:
    draft.place, draft.why = "reference", why


def _lists(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Return where lists of references begin, after their heading, and end."""
    found = []
    for at, draft in enumerate(drafts):
        if draft.place == "heading" and heads_references(draft.text):
            end = _end_of_list(drafts, at)
            if _cites(drafts[at + 1 : end]):
                found.append((at + 1, end))
    return found


def _end_of_list(drafts: Sequence[Draft], heading: int) -> int:
    """Return where the list under a heading ends: at another heading, or where nothing cites."""
    end = at = heading + 1
    gap = 0
    while at < len(drafts) and gap <= LONGEST_GAP:
        draft = drafts[at]
        if _ends_list(drafts[heading], draft):
            return at
        at += 1
        if draft.place == "running":
            continue
        if is_entry(draft.text):
            gap, end = 0, at
        else:
            gap += len(draft.text) > 8
    return end


def _ends_list(heading: Draft, draft: Draft) -> bool:
    """True if another heading of the same kind or larger ends a list of references."""
    if draft.place != "heading" or is_citation(draft.text):
        return False
    return OPENS_OTHER.match(bare(draft.text)) is not None or draft.style >= heading.style


def _cites(drafts: Sequence[Draft]) -> bool:
    """True if some of what stands under a heading cites."""
    texts = [
        draft.text for draft in drafts if draft.place in ("body", "list", "table", "reference")
    ]
    return any(is_entry(text) for text in texts if len(text) > SHORTEST)
