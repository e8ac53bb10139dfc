"""Where the text names babies, and where it only seems to.

Phrases and ages compete for the same words: the longest wins, so that "infant
school" takes "infant" away and "mother and baby unit" takes "baby". What is taken
from a mention of babies is kept with its reason, for the report shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from auditor.language.age_words import AgeSpan
from auditor.language.marking import Marked, Span, mark, overlaps
from auditor.language.names import name_around
from auditor.lexicon import Lexicon
from auditor.records import Reach

BABY_GROUPS = ("babies.people", "babies.pair", "babies.stage", "babies.neonatal")
OTHER_GROUPS: dict[str, Reach] = {
    "stages.early-years": "early_years",
    "stages.nominal": "nominal",
    "stages.older": "older",
    "parents.parental": "parental",
    "stages.generic": "generic",
    "stages.adults": "none",
}
INFANT_TOP, EARLY_TOP, OLDER_FLOOR, ADULT_FLOOR = 36.0, 96.0, 36.0, 216.0
"""Months: rule 10 of the guide; adults from eighteen."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a group of people or a stage of life."""

    reach: Reach
    rule: str
    span: Span
    start: int
    end: int
    """Offsets into the source text."""
    text: str
    age: AgeSpan | None = None
    set_aside: str = ""
    """The rule by which it was not counted; "" where it counts."""


Candidate = tuple[Span, Reach | Literal["aside"], str, AgeSpan | None]
_BABY_LABELS: tuple[tuple[str, Literal["explicit", "aside"], str], ...] = (
    *((group, "explicit", group) for group in BABY_GROUPS),
    *((group + "~", "aside", group) for group in BABY_GROUPS),
)


def find_mentions(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Find the mentions of babies in a text, counted or set aside.

    >>> from auditor.lexicon import read_lexicon
    >>> from auditor.resources import lexicons_folder
    >>> lexicon = read_lexicon(lexicons_folder())
    >>> [(m.text, m.set_aside) for m in find_mentions("Babies and baby boomers", lexicon)]
    [('Babies', ''), ('baby boomers', 'babies.people.aside')]
    """
    marked = mark(text, lexicon)
    found = [
        mention for mention in mentions_in(marked, heading=False) if mention.reach == "explicit"
    ]
    taken = [mention.span for mention in found]
    found += [
        _mention(marked, span, "explicit", rule, None, rule)
        for rule, span in set_asides(marked, found)
        if not overlaps(span, taken)
    ]
    return tuple(sorted(found, key=lambda mention: mention.start))


def mentions_in(marked: Marked, *, heading: bool) -> list[Mention]:
    """Every mention in a marked text, in order; mentions of babies also where set aside."""
    candidates = _candidates(marked)
    names = _names(marked, candidates, heading)
    asides = [span for span, reach, _, _ in candidates if reach == "aside"]
    kept: list[tuple[Span, Reach, str, AgeSpan | None, str]] = []
    taken: list[Span] = []
    for span, reach, rule, age in sorted(candidates, key=lambda c: (c[0][0] - c[0][1], c[0][0])):
        if reach == "aside" or overlaps(span, taken):
            continue
        named = overlaps(span, names) and (age is None or age.kind == "days")
        if reach == "explicit" and not named and age is None and _is_inside(span, asides):
            continue
        if named and reach != "explicit":
            continue
        taken.append(span)
        kept.append((span, reach, rule, age, "names.name" if named else ""))
    return [_mention(marked, *entry) for entry in sorted(kept, key=lambda entry: entry[0])]


def _is_inside(span: Span, others: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _names(marked: Marked, candidates: list[Candidate], heading: bool) -> list[Span]:
    """The names of bodies, events and publications that have babies in them."""
    found: list[Span] = []
    for span, reach, rule, _ in candidates:
        if reach == "explicit" and (rule != "age" or marked.cased[span[1] - 1] == "Days"):
            name = name_around(marked, span, heading=heading)
            if name is not None:
                found.append(name)
    return found


def _mention(
    marked: Marked, span: Span, reach: Reach, rule: str, age: AgeSpan | None, reason: str
) -> Mention:
    because = marked.because(rule, span)
    return Mention(reach, rule, span, because.start, because.end, because.text, age, reason)


def occasions(marked: Marked) -> list[Span]:
    """Babies that are only the occasion of a parent's need; not "having their babies' distress ..."."""
    found = [
        s
        for s in marked.phrases.get("parents.occasion", ())
        if marked.word(s[1]) not in ("'s", "'")
    ]
    if marked.has("parents.carer", "parents.parents-need"):
        found += marked.phrases.get("parents.loss", ())
    return found


def _candidates(marked: Marked) -> list[Candidate]:
    phrases = marked.phrases
    found: list[Candidate] = []
    for label, reach, rule in _BABY_LABELS:
        if label in phrases:
            found += [(span, reach, rule, None) for span in phrases[label]]
    found += [(span, "aside", "parents.occasion", None) for span in occasions(marked)]
    for group, other in OTHER_GROUPS.items():
        if group in phrases:
            found += [(span, other, group, None) for span in phrases[group]]
    found += [((age.start, age.end), reach_of_age(age), "age", age) for age in marked.ages]
    return found


def reach_of_age(age: AgeSpan) -> Reach:
    """Read an interval of months as a reach (rule 10 of the guide).

    A floor below the third birthday ("from age 2") names nobody in particular.
    """
    if age.low >= ADULT_FLOOR or (age.low >= 180 and (age.high is None or age.high > 312)):
        return "none"
    if age.low >= OLDER_FLOOR:
        return "older"
    if age.high is None:
        return "nominal"
    if age.high <= INFANT_TOP:
        return "explicit"
    return "early_years" if age.high <= EARLY_TOP else "nominal"


def set_asides(marked: Marked, mentions: list[Mention]) -> list[tuple[str, Span]]:
    """Words that seem to name babies and were not counted, each with the rule that says why."""
    asides = [(m.set_aside, m.span) for m in mentions if m.set_aside]
    counted = [m.span for m in mentions if m.reach == "explicit" and not m.set_aside]
    for group in BABY_GROUPS:
        for span in marked.phrases.get(group + "~", ()):
            if not overlaps(span, counted):
                asides.append((f"{group}.aside", span))
    for span in occasions(marked):
        if not overlaps(span, counted):
            asides.append(("parents.occasion", span))
    return asides
