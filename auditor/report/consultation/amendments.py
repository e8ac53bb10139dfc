"""Suggested amendments: what a document says now, words it could add, and where they belong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.places import label_of
from auditor.records import Audit, Block, Document, Reach
from auditor.report.story.answers import Answer
from auditor.report.story.quotes import Quote
from auditor.report.story.summary import find_telling

ABOUT_CHILDREN: frozenset[Reach] = frozenset(
    ("explicit", "early_years", "nominal", "excluded", "older", "parental", "generic")
)
"""A section that holds none of these is no place for a sentence about babies."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document, its page, and how much is said of children and parents there."""

    text: str
    page: int | None
    label: str | None
    """What the page calls itself, where that differs from its number."""
    about_children: int
    section: tuple[str, ...] = ()
    """The headings above it and its own text, below the document's title."""


_SAID = re.compile("[“‘\"'].*[”’\"']")
"""What somebody said, set large like a heading: nothing is added under it."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """Words for one question, with what the document says now and where they would stand."""

    title: str
    says: Quote | None
    """The statement that goes furthest now; None where there is none."""
    advice: str
    why: str
    place: Heading | None
    """The heading under which it would stand; None where none is obvious."""


def find_amendments(
    answers: Iterable[Answer], headings: tuple[Heading, ...]
) -> tuple[Amendment, ...]:
    """Suggest an amendment for each unmet question, those that would change most first."""
    unmet = [one for one in answers if one.advice]
    ranked = sorted(unmet, key=lambda one: -one.worth)
    return tuple(_amend(one, headings) for one in ranked)


def _amend(answer: Answer, headings: tuple[Heading, ...]) -> Amendment:
    says = find_telling((*answer.evidence, *answer.more)) or find_telling(answer.counter)
    return Amendment(
        title=answer.rubric.title,
        says=says,
        advice=answer.advice,
        why=answer.rubric.why,
        place=find_place(answer.rubric.belongs, headings),
    )


def find_place(cues: Iterable[str], headings: Iterable[Heading]) -> Heading | None:
    """Find the heading that holds the first cue that any holds, among sections about children.

    Of several with the same cue it is the one that says most of children and parents.

    >>> older, young = Heading("Our workforce", 3, None, 0), Heading("Staff and skills", 4, None, 5)
    >>> find_place(["workforce", "staff"], (older, young)).page
    4
    """
    fitting = [one for one in headings if one.about_children and not _SAID.fullmatch(one.text)]
    for cue in cues:
        opening = re.compile(rf"\b{re.escape(cue)}", re.IGNORECASE)
        found = [one for one in fitting if opening.search(one.text)]
        if found:
            return max(found, key=lambda one: one.about_children)
    return None


def find_headings(audit: Audit) -> tuple[Heading, ...]:
    """List the headings of a document, below its title, in reading order."""
    document = audit.document
    spoken = Counter(
        heading
        for one in audit.statements
        if one.reach in ABOUT_CHILDREN
        for heading in dict.fromkeys(one.section)
    )
    found = [
        _heading(block, document, spoken) for block in document.blocks if block.place == "heading"
    ]
    return tuple(one for one in found if one.text and one.text != document.title)


def _heading(block: Block, document: Document, spoken: Counter[str]) -> Heading:
    page = document.words.page_at(block.start, block.end)
    text = " ".join(document.text[block.start : block.end].split())
    label = label_of(page, document) if page else None
    title = document.title.casefold()
    section = tuple(one for one in block.section if one.casefold() != title)
    return Heading(text, page, label if label != str(page) else None, spoken[text], section)
