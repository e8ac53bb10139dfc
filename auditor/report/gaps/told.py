"""What is said of a gap, in plain words: how far the document goes, and where."""

from __future__ import annotations

from auditor.report.gaps.gap import Gap
from auditor.report.gaps.words import gap_words
from auditor.report.story.places import where_words
from auditor.report.story.quotes import Where
from auditor.rules.sentence_templates import fill
from auditor.rules.translating.shared_texts import ENGLISH

_STATES = ("silent", "mentioned", "explained")
"""The sentence for each level below those that need no change."""


def state_words(gap: Gap, language: str = ENGLISH, *, unsure: bool = False) -> str:
    """Say how far a document goes; `unsure` where too much of it could not be read."""
    words = gap_words(language).sections
    if gap.leaves_out:
        return words["leaves_out"]
    if gap.is_against:
        return words["against"]
    level = min(gap.level or 0, len(_STATES) - 1)
    return words["unsure" if unsure and level == 0 else _STATES[level]]


def place_words(gap: Gap, language: str = ENGLISH) -> str:
    """Say where a gap is and what stands there; "" where it has no place."""
    words = gap_words(language).gate
    if gap.says is not None:
        quote = " ".join(gap.says.text.split())
        form = words["place_beside" if gap.is_beside else "place_quote"]
        return fill(form, {"where": passage_place(gap.says.where, language), "quote": quote})
    if gap.heading is not None:
        return fill(words["place_heading"], {"heading": gap.heading.text})
    return ""


def passage_place(where: Where, language: str = ENGLISH) -> str:
    """Return the page of a passage, else the heading above it.

    >>> passage_place(Where(None, None, None, ("2 Access",), None))
    'under “2 Access”'
    """
    if where.page is None and where.section:
        return fill(gap_words(language).gate["under"], {"heading": where.section[-1]})
    said = where_words(where, language)
    return said if where.page is None else fill(gap_words(language).gate["on_page"], {"page": said})


def gap_line(gap: Gap, *, unsure: bool = False) -> str:
    """Say all of a gap in one line."""
    values = {"title": gap.title, "state": state_words(gap, unsure=unsure)}
    return fill(gap_words().gate["gap"], {**values, "place": place_words(gap)})
