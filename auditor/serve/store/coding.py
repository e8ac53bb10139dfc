"""What each person said of each statement: the labels that they would have stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.report.views.audit import StatementView
from auditor.report.views.plain import Plain
from auditor.review.decisions import Decision, Labels
from auditor.review.rules import spread_over_statements
from auditor.review.settling import outcome
from auditor.serve.store.decisions import read_decisions
from auditor.serve.store.reviewed_audit import ReviewedAudit


@dataclass(frozen=True, slots=True)
class Coding:
    """The labels of all coders, by name and statement."""

    coders: tuple[str, ...]
    """Who decided most, first."""
    labels: Mapping[str, Mapping[str, Labels]]
    statements: tuple[StatementView, ...]
    settled: Mapping[str, Plain]
    """What settles a disagreement, by statement."""
    _made: Mapping[tuple[str, str], Decision]

    def decision(self, statement: str, coder: str) -> Plain:
        """Return a coder's decision on a statement, ready to be kept under another name."""
        made = self._made[statement, coder]
        return {
            "statement": statement,
            "criterion": None,
            "choice": made.choice,
            "new": made.new.filled,
        }


def coding_of(reviewed: ReviewedAudit) -> Coding:
    """Gather what each person said of whole statements, those of a rule included."""
    view = reviewed.machine
    statements = (*view["statements"], *view["near_misses"])
    made: dict[tuple[str, str], Decision] = {}
    for one in _on_statements(reviewed):
        made[one.target.id, one.reviewer] = one
    labels: dict[str, dict[str, Labels]] = {}
    for (id, coder), one in made.items():
        labels.setdefault(coder, {})[id] = outcome(one, one.seen)
    ranked = sorted(labels, key=lambda name: (-len(labels[name]), name))
    settled = {one["statement"]: one for one in reviewed.decisions if one.get("settles")}
    return Coding(tuple(ranked), labels, statements, settled, made)


def _on_statements(reviewed: ReviewedAudit) -> list[Decision]:
    """List the decisions on whole statements, those on rules first; none that settle."""
    every = read_decisions(reviewed.machine, reviewed.decisions).decisions
    spread = spread_over_statements(every, reviewed.audit) if reviewed.audit else ()
    single = (one for one in every if one.target.kind == "statement")
    return [one for one in (*spread, *single) if not one.settles and one.target.kind == "statement"]
