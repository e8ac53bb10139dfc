"""An audit as it stands: the machine's judgement, with people's decisions in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from auditor.records import Audit
from auditor.report.views.audit import AuditView
from auditor.report.views.plain import Plain
from auditor.rules import Rules
from auditor.serve.store.decisions import apply_decisions
from auditor.serve.store.history import History, Line
from auditor.serve.store.serialisation import DamagedAuditError, deserialise


@dataclass(frozen=True, slots=True)
class ReviewedAudit:
    """One audit, ready to be shown or written."""

    line: Line
    view: AuditView
    """With `reviews` in it, where there are decisions."""
    machine: AuditView
    """As the machine alone judged."""
    audit: Audit | None
    """None where an older version of the auditor made it."""
    decisions: tuple[Plain, ...]
    replies: tuple[Plain, ...] = ()

    @property
    def stem(self) -> str:
        """What files that are made of it are called, without their endings."""
        return PurePath(self.line.name).stem or "document"

    @property
    def is_reviewed(self) -> bool:
        """True if people have decided anything."""
        return bool(self.decisions) and "reviews" in self.view


def find_reviewed_audit(id: str, history: History, rules: Rules) -> ReviewedAudit | None:
    """Find an audit with its decisions."""
    line, machine = history.find_line(id), history.find_view(id)
    if line is None or machine is None:
        return None
    decisions = history.remarks.decisions(id)
    audit = _deserialised(history.find_audit(id) or b"")
    view = machine
    replies = history.remarks.replies(id)
    if (decisions or replies) and audit is not None:
        audit, view = apply_decisions(audit, machine, decisions, replies, rules)
    return ReviewedAudit(line, view, machine, audit, decisions, replies)


def _deserialised(data: bytes) -> Audit | None:
    try:
        return deserialise(data)
    except DamagedAuditError:
        return None
