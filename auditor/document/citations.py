"""Notes and lists of references told from text that says something itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.document.plain import PlainDraft
from auditor.document.text import Draft as PagedDraft

Draft = PagedDraft | PlainDraft

YEAR = re.compile(r"\b(?:19|20)\d\d(?:[a-z]|[-/–]\d{2,4})?\b")
MARK = re.compile(
    r"https?://|\bwww\.|\bdoi\b|\b[Ii]bid|\bet al\b|\bpp?\.\s?\d|\bvol(?:ume)?\b\.?\s?\d|\bISBN|"
    r"\bop\.? cit|\b[Aa]vailable (?:at|from|online)|\b[Aa]ccessed\b|\b[Rr]etrieved\b|\d\s?\(\d+\)|"
    r"\(\d{1,3}\):\s?\d|\beds?\.\)|\bCm(?:nd)?\.? \d|\bs\.\s?\d+|\[20\d\d\]|\bLondon: |\bPress\b",
)
AUTHOR = re.compile(
    r"^\W*\d{0,3}\W*(?:[A-Z][\w'’.-]+,? (?:(?:[A-Z]\.?)+(?!\w)|[A-Z]\w+,)|"
    r"[A-Z][^.;!?]{2,120}?\((?:19|20)\d\d[a-z]?\)\W+\w)"
)
NAMED_AND_DATED = re.compile(r"^\W*\d{0,3}\W*[A-Z].{1,70}?\((?:19|20)\d\d[a-z]?\)")
POINTER = re.compile(
    r"^\W*\d{0,3}\W*(?:see\b|data from\b|adapted from\b|cited in\b|ibid)", re.IGNORECASE
)
SOURCE = re.compile(r"^\W*\d{0,3}\W*(?:sources?|references?)\s*:", re.IGNORECASE)
FEWEST_WORDS = 5
LONGEST_SOURCE = 24
SHORTEST_ENTRY = 30
LONGEST_GAP = 8
"""Blocks in a row that a list of references may hold without citing."""
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|shall|should|must|may|might|can|could|would|"
    r"do|does|did|includes?|refers?|means?|covers?|shows?|we|our)\b"
)
_KINDS = (
    r"(?:references?(?: list)?|list of references|reference list|bibliography|works cited|endnotes|end notes|"
    r"footnotes|notes|literature(?: cited)?|sources|citations|further reading|reading list|evidence base)"
)
HEADING = re.compile(
    r"^\W*(?:(?:chapter|section|annex(?:ure)?|appendix|part)?\s*"
    r"[\dA-Z]{0,3}[.:)]?\d*\s*[–:-]?\s*)?"
    rf"(?:(?:key|further|selected|data|evidence|main) )?{_KINDS}(?:,? (?:and|&) (?:further )?{_KINDS})?\W*$",
    re.IGNORECASE,
)
_ONE_AUTHOR = r"[A-Z][\w'’-]+, (?:[A-Z]\.\s?)+"
SURNAME_FIRST = re.compile(
    rf"^\W*{_ONE_AUTHOR}(?:,? (?:and|&) {_ONE_AUTHOR})?\W*\((?:19|20)\d\d"
)
"""An entry that nobody would write into running text: "Dale, P. and Igwe, N. (2022) ..."."""
OPENS_OTHER = re.compile(
    r"^\W*(?:annex|appendix|glossary|acknowledge?ments?|contact|about|abbreviations|chapter|section|part)\b",
    re.IGNORECASE,
)


def is_citation(text: str) -> bool:
    """Say whether a note or entry names a source and says nothing else.

    >>> is_citation("1. Moss, D. (2020) Who Is Left Out? Tarnbrook Public Health, p. 14.")
    True
    >>> is_citation("Ages are given in completed years throughout this 2024 plan.")
    False
    """
    words = text.split()
    if len(words) > 90:
        return False
    if SOURCE.match(text) and len(words) <= LONGEST_SOURCE:
        return True
    speaks = VERB.search(_without_titles(text)) is not None
    dated, marked = YEAR.search(text) is not None, MARK.search(text) is not None
    if POINTER.match(text):
        return not speaks or marked
    if AUTHOR.match(text) and (dated or marked):
        return (
            not speaks or (dated and marked) or bool(re.search(r"^\D{2,80}\((?:19|20)\d\d", text))
        )
    parted = ", " in text or ". " in text
    return not speaks and (marked or (dated and parted and len(words) >= FEWEST_WORDS))


def is_entry(text: str) -> bool:
    """Say whether a block can be an entry of a list of references."""
    if NAMED_AND_DATED.match(text) or (MARK.search(text) and len(text) >= SHORTEST_ENTRY):
        return True
    if YEAR.search(text) is None:
        return False
    speaks = VERB.search(_without_titles(text)) is not None
    return AUTHOR.match(text) is not None or (not speaks and len(text.split()) >= FEWEST_WORDS)


def _without_titles(text: str) -> str:
    """Take away what stands in quotation marks, and addresses."""
    return re.sub(r"[‘“\"'][^’”\"']{4,200}[’”\"']|https?://\S+|www\.\S+", " ", text)


def settle_references(drafts: Sequence[Draft]) -> None:
    """Set aside notes that cite, and the entries of lists of references."""
    for draft in drafts:
        if draft.is_note and is_citation(draft.text):
            _set_aside(draft, "note that cites a source")
        elif draft.place in ("body", "list") and SURNAME_FIRST.match(draft.text):
            _set_aside(draft, "entry of a list of references")
    closing = _closing_notes(drafts)
    for start, end in (*_lists(drafts), (closing, len(drafts))):
        for draft in drafts[start:end]:
            if draft.place in ("body", "list", "table", "heading"):
                _set_aside(draft, "list of references")


def _closing_notes(drafts: Sequence[Draft]) -> int:
    """Find where a list of numbered citations begins that closes the document."""
    start = len(drafts)
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        if draft.place == "running" or draft.place == "reference":
            continue
        if draft.place != "list" or not is_citation(draft.text) or not AUTHOR.match(draft.text):
            break
        start = at
    return start


def _set_aside(draft: Draft, why: str) -> None:
    draft.place, draft.why = "reference", why


def _lists(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Find where lists of references begin, after their heading, and end."""
    found = []
    for at, draft in enumerate(drafts):
        if draft.place != "heading" or not HEADING.match(draft.text):
            continue
        end = _end_of_list(drafts, at)
        if _cites(drafts[at + 1 : end]):
            found.append((at + 1, end))
    return found


def _end_of_list(drafts: Sequence[Draft], heading: int) -> int:
    """Find where the list under a heading ends: at another heading, or where nothing cites."""
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
    """Say whether another heading of the same kind or larger ends a list of references."""
    if draft.place != "heading":
        return False
    text = draft.text
    if OPENS_OTHER.match(text) and not is_citation(text):
        return True
    return draft.style >= heading.style and not is_citation(text)


def _cites(drafts: Sequence[Draft]) -> bool:
    """Say whether most of what stands under a heading cites."""
    texts = [draft.text for draft in drafts if draft.place in ("body", "list", "table")]
    long = [text for text in texts if len(text) > 25]
    citing = sum(map(is_entry, long))
    return bool(long) and citing >= 0.5 * len(long)
