"""People's decisions made in the page: put into an audit, and written as a reviews file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from auditor.records import Audit
from auditor.report.view import view_of
from auditor.report.views.audit import AuditView
from auditor.report.views.plain import Plain
from auditor.review.applying import apply_reviews
from auditor.review.reading import reviews_of
from auditor.review.rows import Row, rows_of
from auditor.rules import Rules

_LABELS = ("reach", "topic", "strength", "criteria", "level")


def apply_decisions(
    audit: Audit, machine: AuditView, decisions: Sequence[Plain], rules: Rules
) -> tuple[Audit, AuditView]:
    """Rate an audit again with people's decisions in it; give it with its plain data."""
    cells = [
        {name: "" if cell is None else str(cell) for name, cell in row.items()}
        for row in _rows(machine, decisions)
    ]
    reviewed = apply_reviews(audit, reviews_of(enumerate(cells, 1), "reviews"), rules)
    return reviewed.audit, {**view_of(reviewed.audit, rules), "reviews": reviewed.account}


def write_reviews(machine: AuditView, decisions: Sequence[Plain]) -> bytes:
    """Write decisions as the reviews file that `auditor audit --reviews` reads."""
    rows = {"rows": list(_rows(machine, decisions))}
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _rows(machine: AuditView, decisions: Sequence[Plain]) -> list[Row]:
    """Fill decisions into the rows that a review sheet of the audit would have."""
    known = {(row["kind"], row["id"], row.get("criterion")): row for row in rows_of(machine)}
    filled = []
    for decision in decisions:
        statement, criterion = decision["statement"], decision["criterion"]
        kind = "criterion" if not statement else "evidence" if criterion else "statement"
        row = known.get((kind, statement or criterion, criterion))
        if row is not None:
            filled.append(row | _filled_in(decision))
    return filled


def _filled_in(decision: Plain) -> Row:
    """Write a decision in the columns for people."""
    row: Row = {
        "decision": decision["choice"],
        "reason": decision["reason"],
        "reviewer": decision["reviewer"],
        "date": decision["date"],
    }
    for name in _LABELS:
        said = decision["new"].get(name)
        if said is not None:
            row[f"new_{name}"] = " ".join(said) if isinstance(said, list) else said
    return row
