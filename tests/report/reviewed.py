"""An audit with people's decisions, a conflict, replies and a correction in it."""

from __future__ import annotations

from typing import Any

from auditor.records import Audit, Statement
from auditor.report.view import view_of
from auditor.review.applying import apply_reviews
from auditor.review.decisions import (
    Choice,
    Correction,
    Decision,
    Labels,
    Reply,
    Reviews,
    Target,
    key_of,
)
from tests.builders import rich_audit, rules


def reviewed_view() -> dict[str, Any]:
    """Give the view of the rich audit after review."""
    audit = rich_audit()
    measured = _starting(audit, "By March 2028")
    reviews = Reviews(
        decisions=(
            _on(measured, "reject", "The date is for another offer.", "A. <b>Okafor"),
            _on(_starting(audit, "We will fund"), "accept", "", "A. <b>Okafor"),
            _on(_starting(audit, "We will fund"), "reject", "Not of babies.", "B. Lind"),
            Decision(
                Target("criterion", criterion="data"),
                "not_applicable",
                Labels(level=1),
                Labels(),
                "B. Lind",
                "There is no data chapter.",
                "2027-05-04",
            ),
            Decision(
                _target("Words that are gone.", "s0099"),
                "accept",
                Labels(reach="explicit", topic="mental", strength=2),
                Labels(),
                "B. Lind",
            ),
        ),
        replies=(
            Reply(
                Target("criterion", criterion="access"),
                "Our access policy is <i>published</i> apart.",
                "The Council",
                "2027-06-01",
            ),
            Reply(None, "We welcome this report.", "The Council"),
        ),
        corrections=(Correction("2027-06-02", "Page numbers put right.", "B. Lind"),),
    )
    reviewed = apply_reviews(audit, reviews, rules())
    return {**view_of(reviewed.audit, rules()), "reviews": reviewed.account}


def _starting(audit: Audit, words: str) -> Statement:
    return next(one for one in audit.statements if one.text.startswith(words))


def _on(statement: Statement, choice: Choice, reason: str, reviewer: str) -> Decision:
    said = statement.judgement
    seen = Labels(said.reach, said.topic, said.strength, said.criteria)
    target = _target(statement.text, statement.id)
    return Decision(target, choice, seen, Labels(), reviewer, reason, "2027-05-03")


def _target(text: str, id: str) -> Target:
    return Target("statement", text=text, key=key_of(text), id=id)
