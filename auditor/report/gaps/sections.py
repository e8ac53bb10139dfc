"""The gaps of a document by its own sections, in their order, the weightiest of each first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from auditor.records import Audit
from auditor.report.consultation.amendments import Heading, find_headings
from auditor.report.gaps.gap import Gap, find_gaps
from auditor.report.story.audit_story import Story
from auditor.report.story.quotes import Quote

Path = tuple[str, ...]
"""The headings that lead to a section, outermost first."""
MOST_FIRST = 5
"""Changes that are named at the head, wherever they stand."""


@dataclass(frozen=True, slots=True)
class Place:
    """Passages, or the end of a section, with all that could be changed there."""

    passages: tuple[Quote, ...]
    """Several only where each leaves babies out and there is no more to say of it."""
    gaps: tuple[Gap, ...]

    @property
    def weight(self) -> float:
        """What the weightiest change there could add."""
        return max(gap.weight for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the document with the places to change in it, the weightiest first."""

    number: int
    """In the order of the document, from 1."""
    headings: Path
    """Outermost first; none before the first heading, and in a document without any."""
    page: int | None
    label: str | None
    places: tuple[Place, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """All gaps of the section."""
        return tuple(gap for place in self.places for gap in place.gaps)


@dataclass(frozen=True, slots=True)
class Sections:
    """A document by its sections."""

    first: tuple[tuple[Gap, Section | None], ...]
    """The weightiest changes, each with its section; None where there is no obvious place."""
    sections: tuple[Section, ...]
    """Those with something to change, in the order of the document."""
    placeless: tuple[Gap, ...]
    has_headings: bool


def by_section(story: Story, audit: Audit) -> Sections:
    """Put the gaps of a document under its own headings."""
    gaps = find_gaps(story, audit)
    headings = {one.section: one for one in reversed(find_headings(audit))}
    order = _order(tuple(reversed(headings)), gaps)
    placed = sorted((gap for gap in gaps if gap.has_place), key=lambda gap: order[gap.section])
    sections = tuple(
        _section(number, headings.get(path), path, tuple(some))
        for number, (path, some) in enumerate(groupby(placed, key=lambda gap: gap.section), 1)
    )
    homes = {one.headings: one for one in sections}
    return Sections(
        first=tuple(
            (gap, homes[gap.section] if gap.has_place else None) for gap in _weightiest(gaps)
        ),
        sections=sections,
        placeless=tuple(gap for gap in gaps if not gap.has_place),
        has_headings=any(order),
    )


def _order(headings: Iterable[Path], gaps: Iterable[Gap]) -> dict[Path, int]:
    """Number the sections as they come in the document, the text before all headings first."""
    known = dict.fromkeys([(), *headings, *(gap.section for gap in gaps)])
    return {section: number for number, section in enumerate(known)}


def _section(number: int, heading: Heading | None, path: Path, gaps: tuple[Gap, ...]) -> Section:
    passages: dict[str, list[Gap]] = {}
    for gap in gaps:
        passages.setdefault(gap.says.id if gap.says else "", []).append(gap)
    places = [*_places(passages.values())]
    return Section(
        number=number,
        headings=path,
        page=heading.page if heading else None,
        label=heading.label if heading else None,
        places=tuple(sorted(places, key=lambda place: -place.weight)),
    )


def _places(passages: Iterable[list[Gap]]) -> Iterator[Place]:
    """Put together what is said of one passage, and passages of which the same is said."""
    alike: list[Gap] = []
    for gaps in passages:
        if len(gaps) == 1 and gaps[0].leaves_out:
            alike += gaps
        else:
            says = () if gaps[0].says is None else (gaps[0].says,)
            yield Place(says, tuple(sorted(gaps, key=lambda gap: -gap.weight)))
    if alike:
        yield Place(tuple(gap.says for gap in alike if gap.says is not None), (alike[0],))


def _weightiest(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return the weightiest gaps, each kind once."""
    once = {gap.id: gap for gap in reversed(tuple(gaps))}
    return tuple(sorted(once.values(), key=lambda gap: -gap.weight)[:MOST_FIRST])
