"""The account of people's decisions: machine and reviewed side by side, who and why."""

from __future__ import annotations

from collections import Counter

from auditor.places import locate
from auditor.records import Audit, Level, Statement
from auditor.report.view import view_score
from auditor.report.views.reviews import (
    AnswerView,
    ConflictView,
    DecidedCriterionView,
    DecidedStatementView,
    DecisionView,
    LabelsView,
    ReplyView,
    ReviewsView,
    UnplacedView,
)
from auditor.review.decisions import Decision, Reply, Reviews
from auditor.review.matching import Match, find_matches
from auditor.review.settling import Settled, Settlement
from auditor.rules import Rules


def account_of(
    reviews: Reviews, machine: Audit, reviewed: Audit, settlement: Settlement, rules: Rules
) -> ReviewsView:
    """Return what was decided as plain data, machine and reviewed side by side."""
    statements = _statements(machine, reviewed, settlement)
    criteria = _criteria(machine, reviewed, settlement, rules)
    conflicts = _conflicts(machine, settlement)
    chosen = Counter(one.choice for one in reviews.decisions)
    return {
        "reviewers": list(dict.fromkeys(one.reviewer for one in reviews.decisions)),
        "counts": {
            "decisions": len(reviews.decisions),
            "accept": chosen["accept"],
            "reject": chosen["reject"],
            "relabel": chosen["relabel"],
            "not_applicable": chosen["not_applicable"],
            "conflicts": len(conflicts),
            "unplaced": len(settlement.unplaced),
            "replies": len(reviews.replies),
            "changed": sum(one["changed"] for one in (*statements, *criteria)),
        },
        "machine": _answer(machine),
        "reviewed": _answer(reviewed),
        "statements": statements,
        "criteria": criteria,
        "conflicts": conflicts,
        "unplaced": [_unplaced(*one) for one in settlement.unplaced],
        "replies": _replies(reviews.replies, machine),
        "corrections": [
            {"date": one.date, "text": one.text, "name": one.name}
            for one in sorted(reviews.corrections, key=lambda one: one.date)
        ],
        "rows": [dict(row) for row in reviews.rows],
    }


def _answer(audit: Audit) -> AnswerView:
    return {
        "verdict": audit.verdict.name,
        "verdict_because": audit.verdict.because,
        "score": view_score(audit.score),
    }


def _decision(decision: Decision) -> DecisionView:
    """Return one decision: what, who, why and when."""
    return {
        "choice": decision.choice,
        "criterion": decision.target.criterion,
        "new": decision.new.filled,
        "reviewer": decision.reviewer,
        "reason": decision.reason,
        "date": decision.date,
        "rule": decision.target.rule,
        "settles": decision.settles,
    }


def _statements(
    machine: Audit, reviewed: Audit, settlement: Settlement
) -> list[DecidedStatementView]:
    """Tell of each statement decided on, in reading order."""
    decided: dict[str, list[Settled]] = {}
    for (id, _), settled in settlement.statements.items():
        decided.setdefault(id, []).append(settled)
    pairs = zip(machine.statements, reviewed.statements, strict=True)
    return [
        _statement(before, after, decided[before.id], machine)
        for before, after in pairs
        if before.id in decided
    ]


def _statement(
    before: Statement, after: Statement, settled: list[Settled], audit: Audit
) -> DecidedStatementView:
    place = locate(before, audit.document)
    was, stands = _labels(before), _labels(after)
    return {
        "id": before.id,
        "text": before.text,
        "page": place.page,
        "page_label": place.label,
        "section": list(before.section),
        "machine": was,
        "reviewed": stands,
        "changed": was != stands,
        "conflict": not all(one.agreed for one in settled),
        "decisions": [_decision(one) for some in settled for one in some.decisions],
    }


def _labels(statement: Statement) -> LabelsView:
    said = statement.judgement
    return {
        "reach": said.reach,
        "topic": said.topic,
        "strength": said.strength,
        "criteria": list(said.criteria),
    }


def _criteria(
    machine: Audit, reviewed: Audit, settlement: Settlement, rules: Rules
) -> list[DecidedCriterionView]:
    """Tell of each criterion whose level was decided on or changed."""
    pairs = zip(machine.levels, reviewed.levels, strict=True)
    return [
        _criterion(before, after, settlement.criteria.get(before.criterion), rules)
        for before, after in pairs
        if before.criterion in settlement.criteria or before.level != after.level
    ]


def _criterion(
    before: Level, after: Level, settled: Settled | None, rules: Rules
) -> DecidedCriterionView:
    return {
        "id": before.criterion,
        "title": rules.rubric.criterion_named(before.criterion).title,
        "machine": before.level,
        "reviewed": after.level,
        "changed": before.level != after.level,
        "conflict": settled is not None and not settled.agreed,
        "decisions": [_decision(one) for one in settled.decisions] if settled else [],
    }


def _conflicts(machine: Audit, settlement: Settlement) -> list[ConflictView]:
    """List what a person must settle: reviewers who disagree, judgements that have moved."""
    texts = {one.id: one.text for one in machine.statements}
    listed = [
        _conflict(settled, statement=id, criterion=criterion, text=texts[id])
        for (id, criterion), settled in settlement.statements.items()
        if not settled.agreed or settled.changed_since
    ]
    return listed + [
        _conflict(settled, statement=None, criterion=id, text="")
        for id, settled in settlement.criteria.items()
        if not settled.agreed or settled.changed_since
    ]


def _conflict(
    settled: Settled, *, statement: str | None, criterion: str | None, text: str
) -> ConflictView:
    return {
        "why": "machine_changed" if settled.agreed else "disagree",
        "statement": statement,
        "criterion": criterion,
        "text": text,
        "stands": "decision" if settled.agreed else "machine",
        "decisions": [_decision(one) for one in settled.decisions],
    }


def _unplaced(decision: Decision, match: Match) -> UnplacedView:
    near = match.nearest
    return {
        "decision": _decision(decision),
        "text": decision.target.text or decision.target.criterion or decision.target.rule,
        "why": match.why,
        "nearest": {"id": near.id, "text": near.text} if near else None,
    }


def _replies(replies: tuple[Reply, ...], audit: Audit) -> list[ReplyView]:
    """Tell each reply beside what it replies to, where that is still there."""
    targets = [one.target for one in replies if one.target is not None]
    found = iter(find_matches(targets, audit))
    return [_reply(one, next(found) if one.target is not None else Match()) for one in replies]


def _reply(reply: Reply, match: Match) -> ReplyView:
    target = reply.target
    return {
        "statement": match.statements[0].id if match.statements else None,
        "criterion": target.criterion if target else None,
        "quote": target.text if target and target.kind != "criterion" else "",
        "text": reply.text,
        "author": reply.author,
        "date": reply.date,
    }
