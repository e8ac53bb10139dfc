"""Notes and lists of references told from text that says something itself.

Only what cites is set aside: a sentence that speaks is read, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Protocol

from auditor.document.structure.citations import (
    bare,
    is_citation,
    is_entry,
    opens_author_and_dates,
    opens_named,
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
SHORT_GAP = 3
"""The same where the heading of the list is set like text: a heading may be what ends it."""
EDGES = " .:–—-•|*_[]"
"""What may stand around a heading."""
LONGEST_HEADING = 90
"""Letters of a heading."""
LONGEST_PLAIN_HEADING = 40
"""The same of one that is set like text."""
SHORTEST = 25
"""Letters of an entry: what is shorter is a part of one, and tells nothing."""
_LISTS = (
    r"references?(?: list)?|list of references|reference list|bibliography|works cited|"
    r"endnotes|end notes|literature(?: cited)?|citations|reference materials?"
)
_MIXED = r"footnotes|notes|sources|further reading|reading list|evidence base"
_NUMBERED = r"(?:(?:chapter|section|annex(?:ure)?|appendix|part) ?)?(?:[\dA-Z]{1,3}[.:)]?\d{0,2})? ?[–:-]? ?"
_KINDS = rf"(?:{_LISTS}|{_MIXED})"
HEADING = re.compile(
    rf"{_NUMBERED}(?:(?:key|further|selected|data|evidence|main) )?{_KINDS}"
    rf"(?:,? (?:and|&) (?:further )?{_KINDS})?",
    re.IGNORECASE,
)
ONLY_LISTS = re.compile(rf"{_NUMBERED}(?:{_LISTS})", re.IGNORECASE)
"""Headings under which nothing but references stands."""
RUN_IN = re.compile(r"(?i:references|bibliography) (?=[A-Z])")
"""Such a heading that ran into its first entry."""
OPENS_APPENDIX = re.compile(r"(?i:annex(?:ure)?|appendix) (?:\d{1,2}|[IVX]{1,4}|[A-Z])\b")
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
    return _is_heading(HEADING, text)


def _is_heading(kind: re.Pattern[str], text: str) -> bool:
    """True if words are a heading of a kind; capitals may be spaced out: "REFE RENCES"."""
    bare_text = text.strip(EDGES)
    if len(bare_text) > LONGEST_HEADING:
        return False
    if kind.fullmatch(bare_text):
        return True
    return bare_text.isupper() and kind.fullmatch(bare_text.replace(" ", "")) is not None


def settle_references(drafts: Sequence[Draft]) -> None:
    """Set aside notes that cite, and the entries of lists of references."""
    in_text: set[int] = set()
    for at, draft in enumerate(drafts):
        if draft.is_note and is_citation(draft.text):
            _set_aside(draft, "note that cites a source")
        elif draft.place in ("body", "list"):
            text = draft.text
            if opens_with_author(text):
                _set_aside(draft, "entry of a list of references")
            elif RUN_IN.match(text) or (
                len(text) <= LONGEST_PLAIN_HEADING and _is_heading(ONLY_LISTS, text)
            ):
                in_text.add(at)
    for start, end in _lists(drafts, in_text):
        _settle_list(drafts, start, end)
    for draft in drafts[_closing_notes(drafts) :]:
        if draft.place in READ:
            _set_aside(draft, "list of references")


def _settle_list(drafts: Sequence[Draft], start: int, end: int) -> None:
    """Set aside the entries of a list, and the heading above them that ran into the first."""
    entries = [draft for draft in drafts[start:end] if draft.place != "running"]
    for draft in entries:
        if draft.place in READ and not _speaks_for_itself(draft):
            _set_aside(draft, "list of references")
    opening = drafts[start - 1]
    if RUN_IN.match(opening.text):
        _set_aside(opening, "list of references")
    if opening.place == "reference" or _is_heading(ONLY_LISTS, opening.text):
        _settle_between(entries)


def _settle_between(entries: Sequence[Draft]) -> None:
    """Set aside what begins like an entry and stands between two: its title may be a sentence."""
    for before, draft, after in zip(entries, entries[1:], entries[2:], strict=False):
        is_between = before.place == after.place == "reference"
        if is_between and draft.place in ("body", "list") and opens_named(draft.text):
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


def _lists(drafts: Sequence[Draft], in_text: Collection[int]) -> list[tuple[int, int]]:
    """Return where lists of references begin, after their heading, and end."""
    found = []
    for at, draft in enumerate(drafts):
        if draft.place == "heading" and heads_references(draft.text):
            end = _end_of_list(drafts, at)
            if _cites(drafts[at + 1 : end]):
                found.append((at + 1, end))
        elif at in in_text and _heads_in_text(drafts, at):
            found.append((at + 1, _end_of_list(drafts, at)))
    return found


def _heads_in_text(drafts: Sequence[Draft], at: int) -> bool:
    """True if a list of references begins whose heading is set like text, or runs into it."""
    text = drafts[at].text
    if not _is_heading(ONLY_LISTS, text):
        run_in = RUN_IN.match(text)
        return run_in is not None and opens_author_and_dates(text[run_in.end() :])
    following = (draft for draft in drafts[at + 1 : at + 4] if draft.place != "running")
    return is_entry(next((draft.text for draft in following), ""))


def _end_of_list(drafts: Sequence[Draft], heading: int) -> int:
    """Return where the list under a heading ends: at another heading, or where nothing cites."""
    is_set_apart = drafts[heading].place == "heading"
    longest = LONGEST_GAP if is_set_apart else SHORT_GAP
    end = at = heading + 1
    gap = 0
    while at < len(drafts) and gap <= longest:
        draft = drafts[at]
        if _ends_list(drafts[heading], draft):
            return at
        at += 1
        if draft.place == "running":
            continue
        if is_entry(draft.text) if is_set_apart else _is_plain_entry(draft.text):
            gap, end = 0, at
        else:
            gap += len(draft.text) > 8
    return end


def _is_plain_entry(text: str) -> bool:
    """True if a block is an entry wherever it stands, and not merely where nothing else does."""
    return is_citation(text) or opens_author_and_dates(text)


def _ends_list(heading: Draft, draft: Draft) -> bool:
    """True if another heading of the same kind or larger ends a list of references."""
    text = draft.text
    if draft.place != "heading":
        is_title = len(text) <= LONGEST_HEADING and OPENS_APPENDIX.match(text) is not None
        return is_title and not is_citation(text)
    if is_citation(text):
        return False
    return OPENS_OTHER.match(bare(text)) is not None or draft.style >= heading.style


def _cites(drafts: Sequence[Draft]) -> bool:
    """True if some of what stands under a heading cites."""
    texts = [
        draft.text for draft in drafts if draft.place in ("body", "list", "table", "reference")
    ]
    return any(is_entry(text) for text in texts if len(text) > SHORTEST)
