"""The statements that count, sorted by what they say: what verdict, flags and sentences rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.places import locate, page_in_file
from auditor.records import SILENT_PLACES, Document, Statement
from auditor.rules.rubric import Rubric
from auditor.rules.sentence_templates import fill


@dataclass(frozen=True, slots=True)
class Tally:
    """The statements that count, in reading order: none repeated, none from furniture."""

    statements: tuple[Statement, ...]
    mental: tuple[Statement, ...]
    """Explicit and about mental health."""
    other: tuple[Statement, ...]
    """Explicit and about anything else."""
    read: int
    """How many statements were read, all of them counted."""

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Tally:
        """Sort statements; leave out repeats, contents pages, references, heads and feet."""
        listed = tuple(statements)
        counting = tuple(
            one for one in listed if one.repeat_of is None and one.place not in SILENT_PLACES
        )
        explicit = [one for one in counting if one.reach == "explicit"]
        return cls(
            counting,
            tuple(one for one in explicit if one.topic == "mental"),
            tuple(one for one in explicit if one.topic != "mental"),
            len(listed),
        )

    def with_reach(self, *reach: str) -> tuple[Statement, ...]:
        """Find the statements of one reach or several."""
        return tuple(one for one in self.statements if one.reach in reach)

    def of_strength(self, least: int) -> tuple[Statement, ...]:
        """Find the explicit statements about mental health that go at least so far."""
        return tuple(one for one in self.mental if one.strength >= least)

    def counts(self) -> dict[str, int | str]:
        """Count what sentences of the rubric may speak of."""
        reaches = ("excluded", "nominal", "early_years", "older", "parental", "generic")
        found: Counter[str] = Counter(one.reach for one in self.statements)
        return {
            "mental": len(self.mental),
            "other": len(self.other),
            "explained": len(self.of_strength(2)),
            "actions": len(self.of_strength(3)),
            "measured": len(self.of_strength(4)),
            "statements": self.read,
            **{reach: found[reach] for reach in reaches},
        }


def ids_of(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Return the ids of statements."""
    return tuple(one.id for one in statements)


def describe_place(statement: Statement, document: Document, rubric: Rubric) -> str:
    """Return where a statement stands, in the words of the rubric: "on page 12"."""
    where = _describe_where(statement, document, rubric)
    doubt = rubric.phrases.where_doubt
    return fill(doubt, {"where": where}) if statement.in_doubt else where


def _describe_where(statement: Statement, document: Document, rubric: Rubric) -> str:
    place, phrases = locate(statement, document), rubric.phrases
    if place.page is None:
        if not statement.section:
            return phrases.where_nowhere
        return fill(phrases.where_section, {"section": statement.section[-1]})
    if place.file:
        number = page_in_file(place.page, document)
        return fill(phrases.where_file, {"page": str(number), "file": place.file})
    if place.label and place.label != str(place.page):
        return fill(phrases.where_label, {"page": str(place.page), "label": place.label})
    return fill(phrases.where_page, {"page": str(place.page)})


def describe_extent(document: Document, rubric: Rubric) -> str:
    """Return how much of a document was read: "82 of 84 pages"."""
    phrases, read = rubric.phrases, len(document.pages) - len(document.unread)
    if document.pages:
        said = fill(phrases.extent_pages, {"read": read, "pages": len(document.pages)})
    else:
        said = fill(phrases.extent_words, {"words": document.word_count})
    parts = len(document.parts_unread)
    return fill(phrases.extent_parts, {"extent": said, "parts": parts}) if parts else said


def is_hardly_read(document: Document, rubric: Rubric) -> bool:
    """True if so much is unread that what is missing may stand in it."""
    return unread_share(document, rubric) > rubric.limits.unread_share


def unread_share(document: Document, rubric: Rubric) -> float:
    """Return how much of a document was not read: whole pages, and parts of pages by their area.

    What stands on no page (a text file, a file in a portfolio) is reckoned in pages by its words.
    """
    on_page: dict[int | None, float] = {}
    for part in document.parts_unread:
        on_page[part.page] = on_page.get(part.page, 0.0) + part.area
    loose = on_page.pop(None, 0.0)
    on_page |= {page.number: 1.0 for page in document.unread}
    missing = sum(min(1.0, area) for area in on_page.values()) + loose
    if not missing:
        return 0.0
    unpaged = _words_on_no_page(document) / rubric.limits.page_words
    return missing / (len(document.pages) + unpaged + loose)


def _words_on_no_page(document: Document) -> int:
    """Count the words of the blocks that stand on no page."""
    placed = document.words
    return sum(
        len(document.text[block.start : block.end].split())
        for block in document.blocks
        if block.place not in SILENT_PLACES and placed.page_at(block.start, block.end) is None
    )
