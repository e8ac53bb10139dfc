"""An audit in the order in which a reader meets it: answers joined with their words and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.report.crosswalk import Answered, Crosswalk, crosswalk
from auditor.report.groups import Strips, strips
from auditor.report.quotes import Quote, View, quoted, strongest_first
from auditor.rubric import Criterion, FlagRule, Rubric

SHOWN_AT_ONCE = 5
"""Quotes shown for a criterion before the rest is folded away."""
LISTED = ("explicit", "excluded", "early_years", "nominal")
"""The reaches whose statements are listed one by one."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Answer:
    """One criterion: what is asked, what the document answers, and on what evidence."""

    id: str
    rubric: Criterion
    level: int | None
    because: str
    advice: str
    """Model wording; "" where the level needs none."""
    evidence: tuple[Quote, ...]
    """The strongest, shown at once."""
    more: tuple[Quote, ...]
    """The rest, folded away."""
    counter: tuple[Quote, ...]
    replies: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """A flag with its words and the statements behind it."""

    rule: FlagRule
    quotes: tuple[Quote, ...]
    more: int
    """How many statements more there are than are quoted."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All statements of one reach, in the order of the document."""

    reach: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything a report tells, in its order."""

    view: View
    rubric: Rubric
    answer: str
    """The first sentence of the verdict's reason, to be set large."""
    answer_rest: str
    flags: tuple[Warned, ...]
    answers: tuple[Answer, ...]
    strips: Strips
    near_misses: tuple[Quote, ...]
    listings: tuple[Listing, ...]
    crosswalk: Crosswalk
    date: str | None

    @property
    def set_aside(self) -> dict[str, tuple[Quote, ...]]:
        """The near misses by the reason why, those that hold a word for babies first."""
        oblique = self.rubric.phrases.oblique
        reasons = dict.fromkeys(one.why for one in self.near_misses)
        ordered = sorted(reasons, key=lambda why: why == oblique)
        return {
            why: tuple(one for one in self.near_misses if one.why == why) for why in ordered
        }

    @property
    def unread(self) -> int:
        """How many pages could not be read."""
        return len(self.view["document"].get("pages_unread") or ())

    @property
    def reviews(self) -> View | None:
        """People's decisions on the audit, where there are any."""
        return self.view.get("reviews")

    def criterion_title(self, id: str) -> str:
        """Name a criterion as readers know it; one the rubric no longer has keeps its id."""
        return next((one.title for one in self.rubric.criteria if one.id == id), id)


def tell(view: View, rubric: Rubric, *, date: str | None = None) -> Story:
    """Put an audit in the order in which a reader meets it."""
    quotes = {one["id"]: quoted(one, view["document"]) for one in view["statements"]}
    first, rest = first_sentence(view["verdict_because"])
    answers = tuple(_answer(one, view, rubric, quotes) for one in view["criteria"])
    return Story(
        view=view,
        rubric=rubric,
        answer=first,
        answer_rest=rest,
        flags=tuple(_warned(flag, rubric, quotes) for flag in view["flags"]),
        answers=answers,
        strips=strips(view),
        near_misses=tuple(quoted(one, view["document"]) for one in view["near_misses"]),
        listings=tuple(_listing(reach, quotes) for reach in LISTED),
        crosswalk=_crosswalk(answers, rubric),
        date=date,
    )


def first_sentence(text: str) -> tuple[str, str]:
    """Part a reason after its first sentence.

    >>> first_sentence("It is silent: 3 of 3. On other subjects, none names babies.")
    ('It is silent: 3 of 3.', 'On other subjects, none names babies.')
    """
    parts = _SENTENCE_END.split(text, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def _answer(
    one: View, view: View, rubric: Rubric, quotes: Mapping[str, Quote]
) -> Answer:
    """Join a criterion's answer with its question and its quotes."""
    evidence = strongest_first(_known(one["evidence"], quotes))
    level = one["level"]
    return Answer(
        id=one["id"],
        rubric=rubric.criterion_named(one["id"]),
        level=level,
        because=one["because"],
        advice=one["advice"] if level is not None and level < rubric.limits.advice_below else "",
        evidence=evidence[:SHOWN_AT_ONCE],
        more=evidence[SHOWN_AT_ONCE:],
        counter=_known(one["counter"], quotes),
        replies=_replies(view, one["id"]),
    )


def _known(ids: Iterable[str], quotes: Mapping[str, Quote]) -> tuple[Quote, ...]:
    return tuple(quotes[id] for id in ids if id in quotes)


def _replies(view: View, criterion: str) -> tuple[View, ...]:
    """Find what the authors replied on one criterion."""
    reviews: View = view.get("reviews") or {}
    return tuple(one for one in reviews.get("replies", ()) if one.get("criterion") == criterion)


def _warned(flag: View, rubric: Rubric, quotes: Mapping[str, Quote]) -> Warned:
    known = _known(flag["statements"], quotes)
    return Warned(rubric.flag_named(flag["id"]), known[:3], len(known[3:]))


def _listing(reach: str, quotes: Mapping[str, Quote]) -> Listing:
    return Listing(reach, tuple(quote for quote in quotes.values() if quote.reach == reach))


def _crosswalk(answers: Sequence[Answer], rubric: Rubric) -> Crosswalk:
    frame = rubric.equiframe
    answered = [Answered(one.rubric.equiframe, one.rubric.title, one.level) for one in answers]
    return crosswalk(answered, frame.concepts, quality_from=frame.quality_from)


def names(rubric: Rubric) -> dict[str, dict[Any, Any]]:
    """Gather the names that reports give to labels, by kind and id."""
    return {
        "reach": {one.id: one for one in rubric.reach},
        "topic": {one.id: one for one in rubric.topic},
        "strength": {one.id: one for one in rubric.strength},
        "place": {one.id: one for one in rubric.place},
        "verdict": {
            **{one.id: one for one in rubric.verdict}, rubric.cannot_tell.id: rubric.cannot_tell
        },
    }
