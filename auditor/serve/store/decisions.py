"""People's decisions made in the page: put into an audit, and written as a reviews file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from auditor.records import Audit
from auditor.report.views.audit import AuditView
from auditor.report.views.plain import Plain
from auditor.review.applying import apply_reviews
from auditor.review.decisions import Reviews
from auditor.review.reading import reviews_of
from auditor.review.rows import Row, rows_of
from auditor.rules import Rules

_LABELS = ("reach", "topic", "strength", "criteria", "level")


def apply_decisions(
    audit: Audit,
    machine: AuditView,
    decisions: Sequence[Plain],
    replies: Sequence[Plain],
    rules: Rules,
) -> tuple[Audit, AuditView]:
    """Rate an audit again with people's decisions in it; give it with its plain data."""
    reviewed = apply_reviews(audit, read_decisions(machine, decisions, replies), rules)
    return reviewed.audit, reviewed.view(rules)


def read_decisions(
    machine: AuditView, decisions: Sequence[Plain], replies: Sequence[Plain] = ()
) -> Reviews:
    """Read decisions and replies as those of a review sheet are read."""
    cells = [
        {name: "" if cell is None else str(cell) for name, cell in row.items()}
        for row in _rows(machine, decisions, replies)
    ]
    return reviews_of(enumerate(cells, 1), "reviews")


def write_reviews(
    machine: AuditView, decisions: Sequence[Plain], replies: Sequence[Plain] = ()
) -> bytes:
    """Write decisions and replies as the reviews file that `auditor audit --reviews` reads."""
    rows = {"rows": list(_rows(machine, decisions, replies))}
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _rows(machine: AuditView, decisions: Sequence[Plain], replies: Sequence[Plain]) -> list[Row]:
    """Fill decisions and replies into the rows that a review sheet of the audit would have."""
    known = {_key(row): row for row in rows_of(machine)}
    filled = [
        row | _filled_in(one) for one in decisions if (row := known.get(_row_of(one))) is not None
    ]
    for one in replies:
        told: Row = {"reply": one["text"], "reply_by": one["author"], "date": one["date"]}
        spoken = one["statement"] or one["criterion"]
        filled.append(known.get(_row_of(one), {}) | told if spoken else told)
    return filled


def _key(row: Row) -> tuple[object, ...]:
    return row["kind"], row.get("rule") or row.get("id"), row.get("criterion")


def _row_of(remark: Plain) -> tuple[object, ...]:
    """Return the key of the row that a decision or a reply belongs in."""
    statement, criterion = remark["statement"], remark["criterion"]
    if remark.get("rule"):
        return "rule", remark["rule"], None
    kind = "criterion" if not statement else "evidence" if criterion else "statement"
    return kind, statement or criterion, criterion


def _filled_in(decision: Plain) -> Row:
    """Write a decision in the columns for people."""
    row: Row = {
        "decision": decision["choice"],
        "reason": decision["reason"],
        "reviewer": decision["reviewer"],
        "date": decision["date"],
    }
    if decision.get("settles"):
        row["settles"] = "yes"
    for name in _LABELS:
        said = decision["new"].get(name)
        if said is not None:
            row[f"new_{name}"] = " ".join(said) if isinstance(said, list) else said
    return row
