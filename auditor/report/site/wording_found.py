"""What each question found in all documents: who answers it, how far, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.report.story.quotes import Quote
from auditor.report.story.summary import find_telling, reads_whole
from auditor.report.views.batch import RowView

if TYPE_CHECKING:
    from auditor.report.story.audit_story import Story

MOST_BEST = 6
"""Quotes shown as the best wording found, one a document."""
MOST_QUOTES = 200
"""Quotes that a page lists besides."""
LEAST_WORDS, MOST_WORDS = 8, 70
"""Words that a statement has that can serve as an example."""


@dataclass(frozen=True, slots=True)
class Found:
    """The statement of one document that answers a question furthest."""

    row: RowView
    level: int
    quote: Quote
    language: str


@dataclass(slots=True)
class Wordings:
    """What has been found so far, by question."""

    found: dict[str, list[Found]] = field(default_factory=dict)
    counter: dict[str, list[Found]] = field(default_factory=dict)

    def note(self, row: RowView, story: Story) -> None:
        """Note what one document answers."""
        language = story.view["document"]["language"]
        for answer in story.answers:
            quote = find_telling((*answer.evidence, *answer.more))
            if answer.level and quote is not None:
                one = Found(row, answer.level, quote, language)
                self.found.setdefault(answer.id, []).append(one)
            if answer.counter:
                against = Found(row, answer.level or 0, answer.counter[0], language)
                self.counter.setdefault(answer.id, []).append(against)

    def of(self, criterion: str) -> tuple[Found, ...]:
        """Return what was found on a question, in the order given."""
        return tuple(self.found.get(criterion, ()))

    def against(self, criterion: str) -> tuple[Found, ...]:
        """Return the statements that leave babies out, in the order given."""
        return tuple(self.counter.get(criterion, ()))


def best(found: Iterable[Found]) -> tuple[Found, ...]:
    """Choose the wordings that show most: the strongest of those that read whole, each once."""
    chosen: dict[str, Found] = {}
    for one in sorted(filter(_is_example, found), key=_how_telling):
        chosen.setdefault(" ".join(one.quote.text.casefold().split()), one)
    return tuple(chosen.values())[:MOST_BEST]


def _is_example(one: Found) -> bool:
    """True if a statement can be read by itself by somebody who writes a plan."""
    words = len(one.quote.text.split())
    return reads_whole(one.quote) and LEAST_WORDS <= words <= MOST_WORDS


def _how_telling(one: Found) -> tuple[int, float, int]:
    return -one.quote.strength, -one.quote.confidence, one.row["number"]


def by_level(found: Sequence[Found]) -> tuple[tuple[int, tuple[Found, ...]], ...]:
    """Put what was found together by level, the furthest first, in the order given within."""
    levels = sorted({one.level for one in found}, reverse=True)
    return tuple((level, tuple(one for one in found if one.level == level)) for level in levels)
