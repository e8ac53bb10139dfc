"""Suggested amendments: model wording for each question not met, and where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from auditor.places import label_of
from auditor.records import SILENT_PLACES, Audit, Document
from auditor.rubric import Criterion, Rubric


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document, its page, and the text that stands under it."""

    text: str
    page: int | None
    label: str | None
    body: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """Model wording for one question, addressed to a place in the document."""

    criterion: str
    title: str
    level: int
    weight: int
    because: str
    advice: str
    why: str
    heading: str
    """The heading under which it would stand; "" where none fits."""
    page: int | None
    label: str | None
    """What the page calls itself, where that differs from its number."""
    cue: str = ""
    """The words in the text that speak for the place, where the heading does not hold them."""


def find_amendments(
    criteria: Iterable[Mapping[str, Any]], headings: Iterable[Heading], rubric: Rubric
) -> tuple[Amendment, ...]:
    """Suggest an amendment for each unmet question, the weightiest and emptiest first."""
    listed = tuple(headings)
    unmet = [one for one in criteria if one["level"] is not None and one["advice"]]
    found = [_amend(one, rubric.criterion_named(one["id"]), listed) for one in unmet]
    return tuple(sorted(found, key=lambda one: -one.weight * (4 - one.level)))


def _amend(
    one: Mapping[str, Any], criterion: Criterion, headings: tuple[Heading, ...]
) -> Amendment:
    place, cue = fitting(criterion.belongs, headings), ""
    if place is None:
        place, cue = speaking(criterion.belongs, headings)
    page, label = (place.page, place.label) if place else (None, None)
    return Amendment(
        criterion=criterion.id, title=criterion.title, level=one["level"],
        weight=criterion.weight, because=one["because"], advice=one["advice"], why=criterion.why,
        heading=place.text if place else "", page=page,
        label=label if label != str(page) else None, cue=cue,
    )


def fitting(cues: Iterable[str], headings: tuple[Heading, ...]) -> Heading | None:
    """Find the heading that holds the first cue that any holds; the first of equals.

    >>> fitting(["access", "scope"], (Heading("1 Scope", 3, "1"), Heading("2 Why", 4, "2"))).page
    3
    """
    for cue in cues:
        for heading in headings:
            if _pattern(cue).search(heading.text):
                return heading
    return None


def speaking(cues: Iterable[str], headings: tuple[Heading, ...]) -> tuple[Heading | None, str]:
    """Find the heading under which the text uses one of the cues most; the first of equals.

    >>> one = Heading("3 Our people", 5, "5", "Training for all. More training.")
    >>> speaking(["skills", "training"], (Heading("1 Why", 1, "1", "Training."), one))[0].page
    5
    """
    counted = [
        (len(_pattern(cue).findall(heading.body)), heading, cue)
        for cue in cues for heading in headings
    ]
    times, place, cue = max(counted, key=lambda one: one[0], default=(0, None, ""))
    return (place, cue) if times else (None, "")


def _pattern(cue: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(cue)}", re.IGNORECASE)


def find_headings(audit: Audit) -> tuple[Heading, ...]:
    """List the headings of a document, below its title, in reading order."""
    document = audit.document
    found: list[Heading] = []
    for block in document.blocks:
        if block.place == "heading":
            found.append(_heading(block.start, block.end, document))
        elif found and block.place not in SILENT_PLACES:
            words = document.text[block.start : block.end]
            found[-1] = replace(found[-1], body=f"{found[-1].body} {words}")
    return tuple(one for one in found if one.text and one.text != document.title)


def _heading(start: int, end: int, document: Document) -> Heading:
    page = document.words.page_at(start, end)
    text = " ".join(document.text[start:end].split())
    return Heading(text, page, label_of(page, document) if page else None)
