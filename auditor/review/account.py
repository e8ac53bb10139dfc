"""The account of people's decisions: machine and reviewed side by side, who and why."""

from __future__ import annotations

from collections import Counter
from typing import Any

from auditor.places import locate
from auditor.records import Audit, Level, Statement
from auditor.review.applying import Placement, Settled
from auditor.review.decisions import CHOICES, Decision, Labels, Reply, Reviews
from auditor.review.placing import Placed, find_all
from auditor.rules import Rules

Plain = dict[str, Any]


def account_of(
    reviews: Reviews, machine: Audit, reviewed: Audit, placement: Placement, rules: Rules
) -> Plain:
    """Tell what was decided; the shape stands in `auditor.review`."""
    statements = _statements(machine, reviewed, placement)
    criteria = _criteria(machine, reviewed, placement, rules)
    conflicts = _conflicts(machine, placement)
    return {
        "reviewers": list(dict.fromkeys(one.reviewer for one in reviews.decisions)),
        "counts": {
            "decisions": len(reviews.decisions), **_choices(reviews),
            "conflicts": len(conflicts), "unplaced": len(placement.unplaced),
            "replies": len(reviews.replies),
            "changed": sum(one["changed"] for one in (*statements, *criteria)),
        },
        "machine": _answer(machine), "reviewed": _answer(reviewed),
        "statements": statements, "criteria": criteria, "conflicts": conflicts,
        "unplaced": [_unplaced(*one) for one in placement.unplaced],
        "replies": _replies(reviews.replies, machine),
        "corrections": [
            {"date": one.date, "text": one.text, "name": one.name}
            for one in sorted(reviews.corrections, key=lambda one: one.date)
        ],
        "rows": [dict(row) for row in reviews.rows],
    }


def _choices(reviews: Reviews) -> dict[str, int]:
    counted = Counter(one.choice for one in reviews.decisions)
    return {choice: counted[choice] for choice in CHOICES}


def _answer(audit: Audit) -> Plain:
    score = audit.score
    return {
        "verdict": audit.verdict.name, "verdict_because": audit.verdict.because,
        "score": {"value": score.value, "low": score.low, "high": score.high,
                  "unweighted": score.unweighted, "max": score.max},
    }


def tell_decision(decision: Decision) -> Plain:
    """Tell one decision: what, who, why and when."""
    return {
        "choice": decision.choice, "criterion": decision.target.criterion,
        "new": _filled(decision.new), "reviewer": decision.reviewer, "reason": decision.reason,
        "date": decision.date,
    }


def _filled(labels: Labels) -> Plain:
    """Give only the labels that were filled in."""
    every = {
        "reach": labels.reach, "topic": labels.topic, "strength": labels.strength,
        "criteria": list(labels.criteria) if labels.criteria is not None else None,
        "level": labels.level,
    }
    return {name: value for name, value in every.items() if value is not None}


def _statements(machine: Audit, reviewed: Audit, placement: Placement) -> list[Plain]:
    """Tell of each statement decided on, in reading order."""
    decided: dict[str, list[Settled]] = {}
    for (id, _), settled in placement.statements.items():
        decided.setdefault(id, []).append(settled)
    pairs = zip(machine.statements, reviewed.statements, strict=True)
    return [
        _statement(before, after, decided[before.id], machine)
        for before, after in pairs if before.id in decided
    ]


def _statement(
    before: Statement, after: Statement, settled: list[Settled], audit: Audit
) -> Plain:
    place = locate(before, audit.document)
    was, stands = _labels(before), _labels(after)
    return {
        "id": before.id, "text": before.text, "page": place.page, "page_label": place.label,
        "section": list(before.section), "machine": was, "reviewed": stands,
        "changed": was != stands, "conflict": not all(one.agreed for one in settled),
        "decisions": [tell_decision(one) for some in settled for one in some.decisions],
    }


def _labels(statement: Statement) -> Plain:
    said = statement.judgement
    return {
        "reach": said.reach, "topic": said.topic, "strength": said.strength,
        "criteria": list(said.criteria),
    }


def _criteria(
    machine: Audit, reviewed: Audit, placement: Placement, rules: Rules
) -> list[Plain]:
    """Tell of each criterion whose level was decided on or changed."""
    pairs = zip(machine.levels, reviewed.levels, strict=True)
    return [
        _criterion(before, after, placement.criteria.get(before.criterion), rules)
        for before, after in pairs
        if before.criterion in placement.criteria or before.level != after.level
    ]


def _criterion(before: Level, after: Level, settled: Settled | None, rules: Rules) -> Plain:
    return {
        "id": before.criterion, "title": rules.rubric.criterion_named(before.criterion).title,
        "machine": before.level, "reviewed": after.level, "changed": before.level != after.level,
        "conflict": settled is not None and not settled.agreed,
        "decisions": [tell_decision(one) for one in settled.decisions] if settled else [],
    }


def _conflicts(machine: Audit, placement: Placement) -> list[Plain]:
    """List what a person must settle: reviewers who disagree, judgements that have moved."""
    texts = {one.id: one.text for one in machine.statements}
    listed = [
        _conflict(settled, statement=id, criterion=criterion, text=texts[id])
        for (id, criterion), settled in placement.statements.items()
        if not settled.agreed or settled.changed_since
    ]
    return listed + [
        _conflict(settled, statement=None, criterion=id, text="")
        for id, settled in placement.criteria.items()
        if not settled.agreed or settled.changed_since
    ]


def _conflict(
    settled: Settled, *, statement: str | None, criterion: str | None, text: str
) -> Plain:
    return {
        "why": "machine_changed" if settled.agreed else "disagree",
        "statement": statement, "criterion": criterion, "text": text,
        "stands": "decision" if settled.agreed else "machine",
        "decisions": [tell_decision(one) for one in settled.decisions],
    }


def _unplaced(decision: Decision, place: Placed) -> Plain:
    near = place.nearest
    return {
        "decision": tell_decision(decision),
        "text": decision.target.text or decision.target.criterion or "", "why": place.why,
        "nearest": {"id": near.id, "text": near.text} if near else None,
    }


def _replies(replies: tuple[Reply, ...], audit: Audit) -> list[Plain]:
    """Tell each reply beside what it replies to, where that is still there."""
    targets = [one.target for one in replies if one.target is not None]
    found = iter(find_all(targets, audit))
    return [_reply(one, next(found) if one.target is not None else Placed()) for one in replies]


def _reply(reply: Reply, place: Placed) -> Plain:
    target = reply.target
    return {
        "statement": place.statements[0].id if place.statements else None,
        "criterion": target.criterion if target else None,
        "quote": target.text if target and target.kind != "criterion" else "",
        "text": reply.text, "author": reply.author, "date": reply.date,
    }
