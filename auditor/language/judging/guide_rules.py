"""What in the labelling guide hangs on a word, a place or a number: rules around the judge.

Each has a name, stands in one table, and either settles the label before the judge is
asked or rules labels out. Everything else is weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from auditor.language.judging.features import Statement
from auditor.language.marking.mentions import ADULT_FLOOR, UNSURE_AGE_RULE
from auditor.records import SILENT_PLACES, Judgement, Reach

OTHER_TOPIC_CRITERIA = frozenset(
    (
        "age-scope",
        "language",
        "data",
        "vulnerability",
        "crisis-response",
        "rights-voice",
        "cross-system",
    )
)
"""Criteria for which a statement on another subject can be evidence (the guide on criteria)."""
BESIDE_AN_AGE = frozenset(("generic", "early_years", "parental"))
"""Who must be named for an age that is not sure to be a baby's."""
EXCLUDED_CRITERIA = frozenset(("age-scope", "access"))
"""Criteria that an exclusion can speak against."""

NOBODY_IS_NONE = 0.96
"""How often a statement without a word for people is `none`: 486 of 504 in real documents."""


@dataclass(frozen=True, slots=True)
class GuideRule:
    """One rule: when it holds, and what follows for reach."""

    id: str
    """Stands as the reason beside a label that the rule settled."""
    source: str
    """Where in the guide it stands."""
    holds: Callable[[Statement], bool]
    rules_out: frozenset[Reach] = frozenset()
    settles: Reach | None = None
    sure: float = 1.0
    """How often the label that it settles is right."""


def _in_silent_place(statement: Statement) -> bool:
    return statement.place in SILENT_PLACES


def _names_nobody(statement: Statement) -> bool:
    """True if neither the statement nor what it stands under has a word for people or an age."""
    return not statement.seen.mentions and not any(s.mentions for _, s in statement.contexts)


def _speaks_of_grown_ups_alone(statement: Statement) -> bool:
    """True if all who are named are of eighteen or more, at least one of them by an age."""
    named = [one for one in statement.seen.mentions if not one.set_aside]
    ages = [one.age for one in named if one.age is not None]
    grown = all(one.reach == "none" for one in named)
    return bool(ages) and grown and all(age.low >= ADULT_FLOOR for age in ages)


def _names_no_babies(statement: Statement) -> bool:
    """True where words weigh nothing, and neither it nor what it stands under may name babies.

    An age that is not sure names them only beside children or parents.
    """
    if not statement.seen.text.own:
        return False
    seen = (statement.seen, *(context for _, context in statement.contexts))
    mentions = [one for each in seen for one in each.mentions]
    named = [one for one in mentions if one.reach == "explicit"]
    if any(one.set_aside != UNSURE_AGE_RULE for one in named):
        return False
    return not named or not any(one.reach in BESIDE_AN_AGE for one in mentions)


GUIDE_RULES: tuple[GuideRule, ...] = (
    GuideRule(
        "rule.silent-place",
        "rule 5: contents, references and running lines say nothing of the strategy",
        _in_silent_place,
        settles="none",
    ),
    GuideRule(
        "rule.nobody",
        "reach: a statement that names nobody addresses nobody",
        _names_nobody,
        settles="none",
        sure=NOBODY_IS_NONE,
    ),
    GuideRule(
        "rule.grown-ups",
        "rule 14: an offer for adults leaves no child out",
        _speaks_of_grown_ups_alone,
        rules_out=frozenset(("excluded", "older", "nominal", "early_years")),
    ),
    GuideRule(
        "rule.no-babies",
        "reach: explicit names babies; where only marks are weighed, one of them must do so",
        _names_no_babies,
        rules_out=frozenset(("explicit",)),
    ),
)


def settled_by(statement: Statement) -> GuideRule | None:
    """Return the rule that settles a statement's reach before the judge is asked."""
    return next((r for r in GUIDE_RULES if r.settles and r.holds(statement)), None)


def ruled_out(statement: Statement) -> frozenset[Reach]:
    """Return the labels that the guide's rules leave out for a statement."""
    found = [rule.rules_out for rule in GUIDE_RULES if rule.rules_out and rule.holds(statement)]
    return frozenset().union(*found)


def allowed_criteria(judgement: Judgement, criteria: Iterable[str]) -> tuple[str, ...]:
    """Keep the criteria for which a judgement can be evidence or counter-evidence."""
    if judgement.reach == "excluded":
        return tuple(one for one in criteria if one in EXCLUDED_CRITERIA)
    if judgement.reach != "explicit":
        return ()
    if judgement.topic == "mental":
        return tuple(criteria)
    return tuple(one for one in criteria if one in OTHER_TOPIC_CRITERIA)
