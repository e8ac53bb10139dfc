"""People's decisions put into an audit, and the audit rated again with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from auditor.rating.audit import rate
from auditor.rating.score import score_levels
from auditor.rating.tally import Tally
from auditor.records import Audit, Because, Judgement, Level, Statement
from auditor.report.labels import labels
from auditor.review.decisions import Decision, Labels, Reviews
from auditor.review.placing import Placed, find_all
from auditor.rubric import Rubric
from auditor.rules import Rules

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
class Reviewed:
    """An audit with people's decisions in it, and the account of them."""

    audit: Audit
    account: dict[str, Any]
    """Plain data; its shape stands in `auditor.review`."""


@dataclass(frozen=True, slots=True)
class Placement:
    """All decisions, sorted by what they speak of."""

    statements: dict[tuple[str, str | None], Settled] = field(default_factory=dict)
    """By statement id and, for a part in one criterion, the criterion."""
    criteria: dict[str, Settled] = field(default_factory=dict)
    unplaced: tuple[tuple[Decision, Placed], ...] = ()
    repeats: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Statements that repeat another, by its id."""


def apply_reviews(audit: Audit, reviews: Reviews, rules: Rules) -> Reviewed:
    """Put people's decisions into an audit, and rate it again."""
    from auditor.review.account import account_of

    placement = place_decisions(reviews.decisions, audit)
    statements = _decided(audit.statements, placement)
    rated = rate(audit.document, statements, rules)
    reviewed = _set_levels(rated, placement, rules.rubric)
    return Reviewed(reviewed, account_of(reviews, audit, reviewed, placement, rules))


def place_decisions(decisions: tuple[Decision, ...], audit: Audit) -> Placement:
    """Sort decisions by what they speak of; the last word of each reviewer counts."""
    placed = find_all((decision.target for decision in decisions), audit)
    by_statement: dict[tuple[str, str | None], list[Decision]] = {}
    by_criterion: dict[str, list[Decision]] = {}
    repeats: dict[str, tuple[str, ...]] = {}
    unplaced: list[tuple[Decision, Placed]] = []
    levels = {level.criterion: level.level for level in audit.levels}
    for decision, place in zip(decisions, placed, strict=True):
        if not levels.keys() >= set(decision.new.criteria or ()):
            place = Placed(why="unknown_criterion")
        if place.why:
            unplaced.append((decision, place))
        elif decision.target.kind == "criterion":
            by_criterion.setdefault(str(decision.target.criterion), []).append(decision)
        else:
            id = place.statements[0].id
            repeats[id] = tuple(one.id for one in place.statements[1:])
            by_statement.setdefault((id, decision.target.criterion), []).append(decision)
    said = {one.id: one for one in audit.statements}
    return Placement(
        {key: _settle(some, _labels_of(said[key[0]])) for key, some in by_statement.items()},
        {id: _settle(some, Labels(level=levels[id])) for id, some in by_criterion.items()},
        tuple(unplaced), repeats,
    )


def _settle(decisions: Iterable[Decision], now: Labels) -> Settled:
    """Say whether the reviewers agree, and whether the machine still says what they saw."""
    last = {decision.reviewer: decision for decision in decisions}
    wanted = {outcome(decision, now) for decision in last.values()}
    seen = [decision.seen for decision in last.values()]
    return Settled(tuple(last.values()), len(wanted) == 1, any(_differs(one, now) for one in seen))


def _labels_of(statement: Statement) -> Labels:
    said = statement.judgement
    return Labels(said.reach, said.topic, said.strength, said.criteria)


def _differs(seen: Labels, now: Labels) -> bool:
    """Say whether labels that were seen are others now; what was not noted cannot differ."""
    if now.reach is None:
        return seen.level is not None and seen.level != now.level
    return any((
        seen.reach is not None and seen.reach != now.reach,
        seen.topic is not None and seen.topic != now.topic,
        seen.strength is not None and seen.strength != now.strength,
        seen.criteria is not None and set(seen.criteria) != set(now.criteria or ()),
    ))


def outcome(decision: Decision, now: Labels) -> Labels:
    """Give the labels, or the level, that one decision would have stand."""
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
    """Name the criteria that a statement speaks to in place of the one decided on."""
    if decision.choice == "relabel":
        return tuple(sorted(set(decision.new.criteria or ())))
    return (str(decision.target.criterion),) if decision.choice == "accept" else ()


def _over(upper: Labels, lower: Labels) -> Labels:
    """Lay labels over others: what the upper leaves open, the lower fills."""
    return Labels(
        upper.reach or lower.reach, upper.topic or lower.topic,
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


def _decided(statements: tuple[Statement, ...], placement: Placement) -> tuple[Statement, ...]:
    """Put the decisions into the statements, those that repeat one included."""
    first = {id: one for one, some in placement.repeats.items() for id in (one, *some)}
    return tuple(
        replace(one, judgement=_judge(one, first[one.id], placement)) if one.id in first else one
        for one in statements
    )


def _judge(statement: Statement, id: str, placement: Placement) -> Judgement:
    """Give a statement the judgement that stands: its own labels, then its part in criteria."""
    said = statement.judgement
    whole = placement.statements.get((id, None))
    if whole is not None and whole.agreed:
        said = _relabelled(said, whole)
    for (owner, criterion), settled in placement.statements.items():
        if owner == id and criterion is not None and settled.agreed and said.reach != "none":
            said = _re_evidenced(said, criterion, settled)
    return said


def _relabelled(said: Judgement, settled: Settled) -> Judgement:
    decision = settled.decisions[-1]
    now = Labels(said.reach, said.topic, said.strength, said.criteria)
    wanted = outcome(decision, now)
    kept = said.because if wanted.reach == said.reach else ()
    return replace(
        said,
        reach=wanted.reach,  # type: ignore[arg-type]  # held against REACHES where it was read
        topic=wanted.topic,  # type: ignore[arg-type]
        strength=wanted.strength or 0,
        criteria=_in_order(wanted.criteria or (), said.criteria), confidence=1.0,
        because=(*kept, Because(f"review.{decision.choice}", "", 0, 0)),
    )


def _re_evidenced(said: Judgement, criterion: str, settled: Settled) -> Judgement:
    decision = settled.decisions[-1]
    others = [one for one in said.criteria if one != criterion]
    criteria = {*others, *(outcome(decision, Labels()).criteria or ())}
    return replace(
        said, criteria=_in_order(criteria, said.criteria),
        because=(*said.because, Because(f"review.{decision.choice}", "", 0, 0)),
    )


def _in_order(wanted: Iterable[str], before: tuple[str, ...]) -> tuple[str, ...]:
    """Keep criteria in the order they had; new ones follow."""
    listed = set(wanted)
    kept = tuple(one for one in before if one in listed)
    return (*kept, *sorted(listed - set(kept)))


def _set_levels(audit: Audit, placement: Placement, rubric: Rubric) -> Audit:
    """Put decided levels in place, and score the audit with them."""
    settled = {id: one for id, one in placement.criteria.items() if one.agreed}
    if not settled:
        return audit
    levels = tuple(
        _set_level(level, settled[level.criterion]) if level.criterion in settled else level
        for level in audit.levels
    )
    if audit.score.value is None:
        return replace(audit, levels=levels)
    fixed = {level.criterion: level.level for level in levels if level.criterion in settled}
    tally = Tally.of(_standing_for(audit.statements, fixed))
    return replace(audit, levels=levels, score=score_levels(levels, tally, rubric))


def _set_level(level: Level, settled: Settled) -> Level:
    wanted = outcome(settled.decisions[-1], Labels(level=level.level)).level
    words = labels()["reviewed"]
    sentence = words["confirmed"] if wanted == level.level else words["changed"]
    said = sentence.format(
        reviewers=", ".join(one.reviewer for one in settled.decisions),
        reasons=" ".join(one.reason for one in settled.decisions if one.reason),
    ).strip()
    because = f"{level.because} {said}" if wanted == level.level else said
    return replace(level, level=wanted, because=because)


def _standing_for(
    statements: tuple[Statement, ...], fixed: Mapping[str, int | None]
) -> list[Statement]:
    """Make statements from which each fixed level follows, so that no doubt moves it."""
    free = [
        replace(one, judgement=replace(one.judgement, criteria=tuple(
            id for id in one.criteria if id not in fixed
        )))
        for one in statements
    ]
    for id, level in fixed.items():
        if level:
            said = Judgement("explicit", "mental", level, (id,))
            free.append(Statement(f"review-{id}", "", 0, 0, "body", (), said))
    return free
