"""What people would have stand: their decisions sorted by what they speak of, and settled."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from auditor.records import Audit
from auditor.review.decisions import Decision, Labels
from auditor.review.matching import Match, find_matches
from auditor.review.rules import spread_over_statements

K = TypeVar("K", bound=Hashable)
COUNTER = ("age-scope", "access")
"""The only criteria that a statement which leaves babies out can speak to."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What was decided on one judgement: who decided, and what they would have stand."""

    decisions: tuple[Decision, ...]
    agreed: bool
    changed_since: bool
    """Whether the machine judges otherwise now than when people looked."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """All decisions, sorted by what they speak of: statements, criteria, or nothing."""

    statements: dict[tuple[str, str | None], Settled] = field(default_factory=dict)
    """By statement id and, for a part in one criterion, the criterion."""
    criteria: dict[str, Settled] = field(default_factory=dict)
    unplaced: tuple[tuple[Decision, Match], ...] = ()
    repeats: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Statements that repeat another, by its id."""


def settle_decisions(decisions: tuple[Decision, ...], audit: Audit) -> Settlement:
    """Sort decisions by what they speak of; the last word of each reviewer counts."""
    decisions = (*spread_over_statements(decisions, audit), *_others(decisions))
    matches = find_matches((decision.target for decision in decisions), audit)
    levels = {level.criterion: level.level for level in audit.levels}
    matched = [
        (decision, _checked(decision, match, levels))
        for decision, match in zip(decisions, matches, strict=True)
    ]
    known = [(decision, match) for decision, match in matched if not match.why]
    on_statements = [(one, match) for one, match in known if one.target.kind != "criterion"]
    on_criteria = [one for one, _ in known if one.target.kind == "criterion"]
    return Settlement(
        _settle_statements(on_statements, audit),
        _settle_criteria(on_criteria, levels),
        tuple((decision, match) for decision, match in matched if match.why),
        {
            match.statements[0].id: tuple(one.id for one in match.statements[1:])
            for _, match in on_statements
        },
    )


def _settle_statements(
    decided: Iterable[tuple[Decision, Match]], audit: Audit
) -> dict[tuple[str, str | None], Settled]:
    """Settle what was decided on each statement, and on its part in each criterion."""
    said = {one.id: one.judgement for one in audit.statements}
    grouped = _grouped(
        ((match.statements[0].id, one.target.criterion), one) for one, match in decided
    )
    return {key: _settle(some, Labels.of(said[key[0]])) for key, some in grouped.items()}


def _settle_criteria(
    decided: Iterable[Decision], levels: Mapping[str, int | None]
) -> dict[str, Settled]:
    grouped = _grouped((str(one.target.criterion), one) for one in decided)
    return {id: _settle(some, Labels(level=levels[id])) for id, some in grouped.items()}


def _others(decisions: Iterable[Decision]) -> Iterator[Decision]:
    """Give the decisions on single judgements: they come after those on whole rules, and so win."""
    return (one for one in decisions if one.target.kind != "rule")


def _checked(decision: Decision, match: Match, known: Mapping[str, int | None]) -> Match:
    """Find no match for a decision that names a question which the rubric does not have."""
    if known.keys() >= set(decision.new.criteria or ()):
        return match
    return Match(why="unknown_criterion")


def _grouped(decided: Iterable[tuple[K, Decision]]) -> dict[K, list[Decision]]:
    """Put decisions together that are on the same."""
    grouped: dict[K, list[Decision]] = {}
    for key, decision in decided:
        grouped.setdefault(key, []).append(decision)
    return grouped


def _settle(decisions: Iterable[Decision], now: Labels) -> Settled:
    """Return whether the reviewers agree, and whether the machine still says what they saw.

    The last word of each reviewer counts; one that settles a disagreement stands alone.
    """
    last = {(one.settles, one.reviewer): one for one in decisions}
    ordered = tuple(sorted(last.values(), key=lambda one: one.settles))
    standing = [one for one in ordered if one.settles][-1:] or ordered
    wanted = {outcome(one, now) for one in standing}
    return Settled(ordered, len(wanted) == 1, any(_differs(one.seen, now) for one in ordered))


def _differs(seen: Labels, now: Labels) -> bool:
    """True if labels that were seen are others now; what was not noted cannot differ."""
    if now.reach is None:
        return seen.level is not None and seen.level != now.level
    return any(
        (
            seen.reach is not None and seen.reach != now.reach,
            seen.topic is not None and seen.topic != now.topic,
            seen.strength is not None and seen.strength != now.strength,
            seen.criteria is not None and set(seen.criteria) != set(now.criteria or ()),
        )
    )


def outcome(decision: Decision, now: Labels) -> Labels:
    """Return the labels, or the level, that one decision would have stand."""
    if decision.target.kind == "criterion":
        return _level_outcome(decision, now)
    if decision.target.kind == "evidence":
        return Labels(criteria=_criteria_outcome(decision))
    if decision.choice in ("reject", "not_applicable"):
        return Labels("none", None, 0, ())
    wanted = decision.seen if decision.choice == "accept" else decision.new
    return _whole(wanted, now if decision.choice == "accept" else _over(decision.seen, now))


def _level_outcome(decision: Decision, now: Labels) -> Labels:
    if decision.choice == "not_applicable":
        return Labels()
    levels = {"reject": 0, "relabel": decision.new.level}
    seen = decision.seen.level if decision.seen.level is not None else now.level
    return Labels(level=levels.get(decision.choice, seen))


def _criteria_outcome(decision: Decision) -> tuple[str, ...]:
    """Return the criteria that a statement speaks to in place of the one decided on."""
    if decision.choice == "relabel":
        return tuple(sorted(set(decision.new.criteria or ())))
    return (str(decision.target.criterion),) if decision.choice == "accept" else ()


def _over(upper: Labels, lower: Labels) -> Labels:
    """Lay labels over others: what the upper leaves open, the lower fills."""
    return Labels(
        upper.reach or lower.reach,
        upper.topic or lower.topic,
        lower.strength if upper.strength is None else upper.strength,
        lower.criteria if upper.criteria is None else upper.criteria,
    )


def _whole(wanted: Labels, now: Labels) -> Labels:
    """Make labels whole and consistent, by the labelling guide: only explicit ones go further."""
    full = _over(wanted, now)
    criteria = tuple(sorted(set(full.criteria or ())))
    if full.reach == "explicit":
        return Labels("explicit", full.topic or "mental", max(1, full.strength or 0), criteria)
    if full.reach == "excluded":
        return Labels("excluded", None, 0, tuple(one for one in criteria if one in COUNTER))
    return Labels(full.reach, None, 0, ())
