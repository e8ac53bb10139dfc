"""What two pages hold: the best that a document does for babies, what is missing, what to ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.report.story.answers import Answer
from auditor.report.story.quotes import Quote

MOST_BEST = 3
MOST_MISSING = 3
MOST_ASKS = 5
WHOLE = (".", "!", "?", ";", "”", '"', ")")
"""How a sentence ends that can be quoted by itself."""


@dataclass(frozen=True, slots=True)
class Best:
    """A question that the document answers well, with one statement that shows it."""

    answer: Answer
    quote: Quote


@dataclass(frozen=True, slots=True)
class Summary:
    """What the first two pages tell beside the answer."""

    best: tuple[Best, ...]
    missing: tuple[Answer, ...]
    """Unanswered questions, the weightiest first."""
    asks: tuple[Answer, ...]
    """Questions with words that could be written, those that would change most first."""


def summarise(answers: Sequence[Answer], told: Iterable[Quote] = ()) -> Summary:
    """Choose what the first two pages tell; statements that have been told are not the first choice."""
    missing = sorted((one for one in answers if one.level == 0), key=lambda one: -one.rubric.weight)
    asks = sorted((one for one in answers if one.advice), key=lambda one: -one.worth)
    best = _best(answers, tuple(one.text for one in told))
    return Summary(best, tuple(missing[:MOST_MISSING]), tuple(asks[:MOST_ASKS]))


def answered_furthest(answers: Iterable[Answer]) -> list[Answer]:
    """Rank the questions that are answered, the highest level first, then the weightiest."""
    return sorted(
        (one for one in answers if one.level),
        key=lambda one: (-(one.level or 0), -one.rubric.weight),
    )


def _best(answers: Iterable[Answer], told: tuple[str, ...]) -> tuple[Best, ...]:
    """Take the questions answered furthest, each with a statement not told before if it has one."""
    chosen: list[Best] = []
    for answer in answered_furthest(answers)[:MOST_BEST]:
        quotes = (*answer.evidence, *answer.more)
        if quote := find_telling(quotes, told):
            chosen.append(Best(answer, quote))
            told = (*told, quote.text)
    return tuple(chosen)


def find_telling(quotes: Iterable[Quote], told: Sequence[str] = ()) -> Quote | None:
    """Find the statement that shows most: the strongest that reads whole and was told least."""
    return min(
        quotes,
        default=None,
        key=lambda one: (-one.strength, not reads_whole(one), told.count(one.text)),
    )


def reads_whole(quote: Quote) -> bool:
    """True if a statement can be quoted by itself: no heading, no row of a table, no fragment."""
    return quote.place in ("body", "list") and quote.text.rstrip().endswith(WHOLE)
