"""An audit in the order in which a reader meets it: answers joined with their words and quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.records import Reach
from auditor.report.figures import number
from auditor.report.story.answers import Answer, answer_to, find_known
from auditor.report.story.equiframe import Answered, Crosswalk, crosswalk
from auditor.report.story.groups import Strips, strips
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.story.names import Names, names
from auditor.report.story.quotes import Quote, Quotes, quoted, title_of
from auditor.report.story.summary import Summary, summarise
from auditor.report.story.unread import UnreadParts, unread_parts
from auditor.report.views.audit import AuditView, FlagView
from auditor.report.views.reviews import ConflictView, ReviewsView
from auditor.rules.rubric import FlagRule, Rubric
from auditor.rules.sentence_templates import fill
from auditor.rules.translating.languages import in_brief
from auditor.rules.translating.shared_texts import ENGLISH, shared_lacking

MOST_DECIDING = 5
"""Statements shown as those that an answer rests on."""
LISTED: tuple[Reach, ...] = ("explicit", "excluded", "early_years", "nominal")
"""The reaches whose statements are listed one by one."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


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

    reach: Reach
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything a report tells, in its order."""

    view: AuditView
    rubric: Rubric
    names: Names
    answer: str
    """The first sentence of the verdict's reason, to be set large."""
    answer_rest: str
    between: str
    """How far the answer is in doubt, in a sentence; "" where it is not."""
    deciding: tuple[Quote, ...]
    """The statements that the answer rests on, the one that would change most first."""
    is_checked: bool
    """True if people have decided on every statement that the answer rests on."""
    summary: Summary
    flags: tuple[Warned, ...]
    doubts: tuple[Warned, ...]
    """Flags that may be so as well: lines in the body, never banners."""
    answers: tuple[Answer, ...]
    strips: Strips
    near_misses: tuple[Quote, ...]
    listings: tuple[Listing, ...]
    crosswalk: Crosswalk
    imprint: Imprint

    @property
    def set_aside(self) -> dict[str, tuple[Quote, ...]]:
        """The near misses by the reason why, those that hold a word for babies first."""
        wordless = self.rubric.phrases.near_miss
        reasons = dict.fromkeys(one.why for one in self.near_misses)
        ordered = sorted(reasons, key=lambda why: why == wordless)
        return {why: tuple(one for one in self.near_misses if one.why == why) for why in ordered}

    @property
    def title(self) -> str:
        """The title that a person gave, else the document's, else its file's name."""
        document = self.view["document"]
        return self.imprint.title or title_of(document["title"], document["name"])

    @property
    def decided(self) -> frozenset[str]:
        """The statements on which people have decided, by their ids."""
        return frozenset(one["id"] for one in (self.reviews["statements"] if self.reviews else ()))

    @property
    def score_range(self) -> str:
        """How far the score is in doubt, in words."""
        low, high = self.view["score"]["low"], self.view["score"]["high"]
        if low == high:
            return self.names.sentence["score_no_range"]
        return self.names.say("score_range", low=number(low), high=number(high))

    @property
    def answered(self) -> tuple[Answer, ...]:
        """The questions with something to show, for babies or against them."""
        return tuple(one for one in self.answers if one.level or one.counter)

    @property
    def silent(self) -> tuple[Answer, ...]:
        """The questions with nothing to show."""
        return tuple(one for one in self.answers if not one.level and not one.counter)

    @property
    def untranslated(self) -> str:
        """Who translated the report, and what of it is English still; "" in an English report."""
        if self.names.language == ENGLISH:
            return ""
        said = self.names.sentence["translated"]
        lacking = (*self.rubric.untranslated, *shared_lacking(self.names.language))
        if not lacking:
            return said
        return f"{said} {self.names.say('untranslated', what=in_brief(lacking))}"

    @property
    def rests(self) -> str:
        """What a person should look at before the report is sent, in a sentence."""
        if self.deciding:
            return self.names.say("rests", n=len(self.deciding))
        return self.names.sentence["rests_on_silence"] if self.near_misses else ""

    @property
    def is_unsure(self) -> bool:
        """True if too much could not be read for an answer."""
        return self.view["verdict"] == self.rubric.cannot_tell.id

    def level_short(self, answer: Answer) -> str:
        """Write the level of a question as in a table."""
        return self.names.level_short(
            answer.level, counter=bool(answer.counter), unsure=self.is_unsure
        )

    def level_long(self, answer: Answer) -> str:
        """Write the level of a question as beside it."""
        return self.names.level_long(
            answer.level, counter=bool(answer.counter), unsure=self.is_unsure
        )

    @property
    def unread(self) -> int:
        """How many pages could not be read."""
        return len(self.view["document"]["pages_unread"])

    @property
    def unread_parts(self) -> tuple[UnreadParts, ...]:
        """Words that are there and were not read, those of one kind and reason together."""
        return unread_parts(self.view["document"])

    @property
    def reviews(self) -> ReviewsView | None:
        """People's decisions on the audit, where there are any."""
        return self.view.get("reviews")

    def marks_said(self, answer: Answer) -> str:
        """Write what there is to hold a promise to, and what is not found; "" where not asked."""
        said = self.names.words["mark"]
        there = [one.name.lower() for one in answer.marks if one.is_there]
        missing = [one.name.lower() for one in answer.marks if not one.is_there]
        parts = [", ".join(there)] if there else [said["none"]] if missing else []
        parts += [fill(said["missing"], {"names": ", ".join(missing)})] if missing else []
        return "; ".join(parts)

    def conflict_said(self, conflict: ConflictView) -> str:
        """Write what reviewers, or reviewers and the machine, do not agree on."""
        said = self.names.words["decision"]
        why = conflict["why"]
        if why not in ("disagree", "machine_changed"):
            return why
        what = conflict["statement"] or ""
        title = self.criterion_title(conflict["criterion"]) if conflict["criterion"] else ""
        told = fill(said[f"{why}_on"], {"what": what}) if what else said[why]
        return f"{told}, {title}" if title else told

    def criterion_title(self, id: str) -> str:
        """Return the name of a criterion as readers know it; one the rubric no longer has keeps its id."""
        return next((one.title for one in self.rubric.criteria if one.id == id), id)


def tell(view: AuditView, rubric: Rubric, *, imprint: Imprint = PLAIN) -> Story:
    """Put an audit in the order in which a reader meets it."""
    quotes = Quotes(view)
    first, rest = first_sentence(view["verdict_because"])
    called = names(rubric)
    deciding = find_known(deciding_ids(view), quotes)
    answers = tuple(answer_to(one, view, rubric, quotes) for one in view["criteria"])
    return Story(
        view=view,
        rubric=rubric,
        names=called,
        answer=first,
        answer_rest=rest,
        between=_between(view, called),
        deciding=deciding,
        is_checked=is_checked(view),
        summary=summarise(answers, deciding[:3]),
        flags=tuple(_warned(flag, rubric, quotes, deciding[:3]) for flag in view["flags"]),
        doubts=tuple(_warned(one, rubric, quotes) for one in view.get("flags_in_doubt") or ()),
        answers=answers,
        strips=strips(view),
        near_misses=tuple(
            quoted(one, view["document"], why=one["why"]) for one in view["near_misses"]
        ),
        listings=tuple(Listing(reach, quotes.of_reach(reach)) for reach in LISTED),
        crosswalk=_crosswalk(answers, rubric, called),
        imprint=imprint,
    )


def deciding_ids(view: AuditView) -> tuple[str, ...]:
    """Return the statements that an answer rests on."""
    return tuple(view.get("deciding") or view.get("verdict_statements") or ())[:MOST_DECIDING]


def is_checked(view: AuditView) -> bool:
    """True if people have decided on every statement that an answer rests on, and agree.

    Where an answer rests on silence, a decision on any statement or question will do, unless
    it was drawn for a sample: whoever checks a sample has not read the document.
    """
    reviews = view.get("reviews")
    if reviews is None:
        return False
    settled = {one["id"] for one in reviews["statements"] if not one["conflict"]}
    deciding = deciding_ids(view)
    if deciding:
        return settled.issuperset(deciding)
    return bool(settled or reviews["criteria"]) and _is_read(reviews)


def _is_read(reviews: ReviewsView) -> bool:
    """True if anything was decided outside a sample."""
    return not reviews["rows"] or any(not row.get("stratum") for row in reviews["rows"])


def _between(view: AuditView, called: Names) -> str:
    doubt = view.get("verdict_range")
    if doubt is None or doubt["low"] == doubt["high"]:
        return ""
    low, high = (called.verdict[doubt[end]].title for end in ("low", "high"))
    return called.say("between", low=low, high=high)


def first_sentence(text: str) -> tuple[str, str]:
    """Part a reason after its first sentence.

    >>> first_sentence("It is silent: 3 of 3. On other subjects, none names babies.")
    ('It is silent: 3 of 3.', 'On other subjects, none names babies.')
    """
    parts = _SENTENCE_END.split(text, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def _warned(
    flag: FlagView, rubric: Rubric, quotes: Mapping[str, Quote], told: Sequence[Quote] = ()
) -> Warned:
    """Join a flag with its words and statements; those told elsewhere are only counted."""
    known = find_known(flag["statements"], quotes)
    shown = tuple(one for one in known if one not in told)[:3]
    return Warned(rubric.flag_named(flag["id"]), shown, len(known) - len(shown))


def _crosswalk(answers: Sequence[Answer], rubric: Rubric, called: Names) -> Crosswalk:
    frame = rubric.equiframe
    answered = [Answered(one.rubric.equiframe, one.rubric.title, one.level) for one in answers]
    read = crosswalk(answered, frame.concepts, quality_from=frame.quality_from)
    said = called.words["concept"]
    concepts = (replace(one, name=said.get(one.name, one.name)) for one in read.concepts)
    return replace(read, concepts=tuple(concepts))
