"""People's decisions put into an audit, and the audit rated again with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from auditor.pipeline import audit_document
from auditor.rating.audit import rate
from auditor.rating.score import score_levels
from auditor.rating.tally import Tally
from auditor.records import (
    Audit,
    Because,
    Chances,
    Judgement,
    Level,
    Reach,
    Reading,
    Statement,
    Topic,
)
from auditor.report.view import view_of
from auditor.report.views.audit import AuditView
from auditor.report.views.reviews import ReviewsView
from auditor.review.account import account_of
from auditor.review.decisions import Labels, Reviews
from auditor.review.reading import read_reviews
from auditor.review.settling import Settled, Settlement, outcome, settle_decisions
from auditor.rules import Rules
from auditor.rules.rubric import Rubric
from auditor.rules.translating.shared_texts import labels


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An audit with people's decisions in it, and the account of them."""

    audit: Audit
    account: ReviewsView

    def view(self, rules: Rules) -> AuditView:
        """Return both as plain data."""
        return {**view_of(self.audit, rules), "reviews": self.account}


def audit_and_review(
    source: Path | Sequence[Path], rules: Rules, *, reading: Reading, reviews: Path | None = None
) -> tuple[Audit, AuditView]:
    """Audit a document and put people's decisions back in, where there are any."""
    if reviews is None:
        audit = audit_document(source, rules, reading=reading)
        return audit, view_of(audit, rules)
    decisions = read_reviews(reviews)
    reviewed = apply_reviews(audit_document(source, rules, reading=reading), decisions, rules)
    return reviewed.audit, reviewed.view(rules)


def apply_reviews(audit: Audit, reviews: Reviews, rules: Rules) -> Reviewed:
    """Put people's decisions into an audit, and rate it again."""
    settlement = settle_decisions(reviews.decisions, audit)
    statements = _decided(audit.statements, settlement)
    rated = rate(audit.document, statements, rules)
    reviewed = _set_levels(rated, settlement, rules.rubric)
    return Reviewed(reviewed, account_of(reviews, audit, reviewed, settlement, rules))


def _decided(statements: tuple[Statement, ...], settlement: Settlement) -> tuple[Statement, ...]:
    """Put the decisions into the statements, those that repeat one included."""
    first = {id: one for one, some in settlement.repeats.items() for id in (one, *some)}
    return tuple(
        replace(one, judgement=_judge(one, first[one.id], settlement)) if one.id in first else one
        for one in statements
    )


def _judge(statement: Statement, id: str, settlement: Settlement) -> Judgement:
    """Give a statement the judgement that stands: its own labels, then its part in criteria."""
    said = statement.judgement
    whole = settlement.statements.get((id, None))
    if whole is not None and whole.agreed:
        said = _relabelled(said, whole)
    for (owner, criterion), settled in settlement.statements.items():
        if owner == id and criterion is not None and settled.agreed and said.reach != "none":
            said = _re_evidenced(said, criterion, settled)
    return said


def _relabelled(said: Judgement, settled: Settled) -> Judgement:
    decision = settled.decisions[-1]
    wanted = outcome(decision, Labels.of(said))
    kept = said.because if wanted.reach == said.reach else ()
    return replace(
        said,
        reach=cast(Reach, wanted.reach),  # held against REACHES where it was read
        topic=cast("Topic | None", wanted.topic),
        strength=wanted.strength or 0,
        criteria=_in_order(wanted.criteria or (), said.criteria),
        confidence=1.0,
        chances=Chances(),
        because=(*kept, Because(f"review.{decision.choice}", "", 0, 0)),
    )


def _re_evidenced(said: Judgement, criterion: str, settled: Settled) -> Judgement:
    decision = settled.decisions[-1]
    others = [one for one in said.criteria if one != criterion]
    criteria = {*others, *(outcome(decision, Labels()).criteria or ())}
    return replace(
        said,
        criteria=_in_order(criteria, said.criteria),
        because=(*said.because, Because(f"review.{decision.choice}", "", 0, 0)),
    )


def _in_order(wanted: Iterable[str], before: tuple[str, ...]) -> tuple[str, ...]:
    """Keep criteria in the order they had; new ones follow."""
    listed = set(wanted)
    kept = tuple(one for one in before if one in listed)
    return (*kept, *sorted(listed - set(kept)))


def _set_levels(audit: Audit, settlement: Settlement, rubric: Rubric) -> Audit:
    """Put decided levels in place, and score the audit with them."""
    settled = {id: one for id, one in settlement.criteria.items() if one.agreed}
    if not settled:
        return audit
    levels = tuple(
        _set_level(level, settled[level.criterion], rubric) if level.criterion in settled else level
        for level in audit.levels
    )
    if audit.score.value is None:
        return replace(audit, levels=levels)
    fixed = {level.criterion: level.level for level in levels if level.criterion in settled}
    tally = Tally.of(_standing_for(audit.statements, fixed))
    return replace(audit, levels=levels, score=score_levels(levels, tally, rubric))


def _set_level(level: Level, settled: Settled, rubric: Rubric) -> Level:
    wanted = outcome(settled.decisions[-1], Labels(level=level.level)).level
    words = labels(rubric.report_language)["reviewed"]
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
        replace(
            one,
            judgement=replace(
                one.judgement, criteria=tuple(id for id in one.criteria if id not in fixed)
            ),
        )
        for one in statements
    ]
    for id, level in fixed.items():
        if level:
            said = Judgement("explicit", "mental", level, (id,))
            free.append(Statement(f"review-{id}", "", 0, 0, "body", (), said))
    return free
