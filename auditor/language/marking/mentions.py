"""Whom the text names: babies, other children, parents, adults; and what only seems to.

Phrases and ages compete for the same words: the longest wins, so that "infant
school" takes "infant" away and "mother and baby unit" takes "baby". What is taken
from a mention of babies is kept with its reason, for the judge weighs it and the
report shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.language.marking.age_forms import AgeSpan
from auditor.language.marking.annotated_text import AnnotatedText, Span
from auditor.language.marking.names import NameFinder
from auditor.language.marking.phrases import PhraseFinder
from auditor.records import Reach
from auditor.rules.inventory import Inventory

INFANT_TOP, EARLY_TOP, OLDER_FLOOR, ADULT_FLOOR = 36.0, 96.0, 36.0, 216.0
"""Months: rule 10 of the guide; adults from eighteen (rule 14)."""
_YOUNG_ADULT_FLOOR, _YOUNG_ADULT_TOP = 180.0, 312.0
"""A band from fifteen that ends after 26 is of adults."""
AGE_RULE, UNSURE_AGE_RULE, NAME_RULE = "age", "age.unsure", "name"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a group of people or a stage of life."""

    reach: Reach
    rule: str
    """The kind of mark, or "age"."""
    span: Span
    age: AgeSpan | None = None
    set_aside: str = ""
    """The rule by which it was not counted; "" where it counts."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    reach: Reach
    rule: str
    age: AgeSpan | None = None
    aside: str = ""
    """The rule by which these words take others away; "" where they name somebody."""

    @property
    def can_be_named(self) -> bool:
        """True if the words could stand in a name: those for people, and the first 1,001 days."""
        if self.age is not None:
            return self.age.kind == "days"
        return not self.aside


class MentionFinder:
    """Finds mentions in marked text by the roles of the inventory."""

    def __init__(self, inventory: Inventory, names: NameFinder, phrases: PhraseFinder) -> None:
        """Learn whom each kind of mark names, and which words there must be for any to stand."""
        people = [(kind.id, kind.reach or "none") for kind in inventory.of_role("people")]
        babies = [id for id, reach in people if reach == "explicit"]
        asides = [kind.id for kind in inventory.of_role("aside")]
        self._roles: dict[str, tuple[Reach, str, str]] = {
            **{id: (reach, id, "") for id, reach in people},
            **{f"{id}~": ("explicit", id, f"{id}.aside") for id in babies},
            **{id: ("explicit", id, id) for id in asides},
        }
        """What a kind of mark makes of its words: their reach, rule and aside."""
        self._rank = {kind: rank for rank, kind in enumerate(self._roles)}
        self._phrases = phrases
        self._telling = phrases.words_for(self._roles)
        self._names = names

    def find(self, text: AnnotatedText, *, heading: bool) -> tuple[Mention, ...]:
        """Return every mention, in order; those of babies also where they are set aside."""
        split = text.split
        forms = self._phrases.forms_of(split.words, split.headwords)
        if not text.ages and self._telling.isdisjoint(forms):
            return ()
        candidates = sorted(self._candidates(text), key=_longest_first)
        if not candidates:
            return ()
        names = self._names_in(text, candidates, heading)
        kept: list[Mention] = []
        taken = bytearray(len(text.words))
        for one in candidates:
            start, end = one.span
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            is_named = one.reach == "explicit" and one.can_be_named and any(names[start:end])
            aside = one.aside or (NAME_RULE if is_named else "")
            kept.append(Mention(one.reach, one.rule, one.span, one.age, aside))
        return tuple(sorted(kept, key=lambda mention: mention.span))

    def _candidates(self, text: AnnotatedText) -> Iterator[_Candidate]:
        for kind in sorted(self._roles.keys() & text.phrases.keys(), key=self._rank.__getitem__):
            reach, rule, aside = self._roles[kind]
            for span in text.phrases[kind]:
                yield _Candidate(span, reach, rule, aside=aside)
        for age in text.ages:
            aside = "" if age.sure else UNSURE_AGE_RULE
            yield _Candidate((age.start, age.end), reach_of_age(age), AGE_RULE, age, aside)

    def _names_in(
        self, text: AnnotatedText, candidates: list[_Candidate], heading: bool
    ) -> bytearray:
        """Return which words stand in names of bodies, events and publications with babies in them."""
        named = bytearray(len(text.words))
        finder = self._names.within(text, heading=heading)
        for one in candidates:
            is_of_babies = one.reach == "explicit" and one.can_be_named
            if is_of_babies and (name := finder(one.span)):
                named[name[0] : name[1]] = b"\1" * (name[1] - name[0])
        return named


def _longest_first(one: _Candidate) -> tuple[int, bool, int]:
    """Order candidates: longer ones first, then those that take words away, then as they stand."""
    unsure = one.aside == UNSURE_AGE_RULE
    return one.span[0] - one.span[1], unsure or not one.aside, one.span[0]


def reach_of_age(age: AgeSpan) -> Reach:
    """Return the reach of an interval of months (rules 10, 14 and 21 of the guide).

    A floor below the third birthday ("from age 2") names nobody in particular.
    """
    if age.low >= ADULT_FLOOR:
        return "none"
    if age.low >= _YOUNG_ADULT_FLOOR and (age.high is None or age.high > _YOUNG_ADULT_TOP):
        return "none"
    if age.low >= OLDER_FLOOR:
        return "older"
    if age.high is None:
        return "nominal"
    if age.high <= INFANT_TOP:
        return "explicit"
    return "early_years" if age.high <= EARLY_TOP else "nominal"
