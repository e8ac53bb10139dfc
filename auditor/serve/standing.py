"""An audit as it stands: the machine's judgement, with people's decisions in it."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort

from auditor.records import Audit
from auditor.report.view import View
from auditor.serve.history import Line
from auditor.serve.parcel import DamagedParcelError, unpack
from auditor.serve.reviewing import apply_decisions
from auditor.serve.screens import desk


@dataclass(frozen=True, slots=True)
class Standing:
    """One audit, ready to be shown or written."""

    line: Line
    view: View
    """With `reviews` in it, where there are decisions."""
    machine: View
    """As the machine alone judged."""
    audit: Audit | None
    """None where an older version of the auditor made it."""
    decisions: tuple[View, ...]

    @property
    def is_reviewed(self) -> bool:
        """Say whether people have decided anything."""
        return "reviews" in self.view


def find_standing(id: str) -> Standing:
    """Find an audit with its decisions; an unknown id ends the request with 404."""
    history = desk().history
    line, machine = history.find_line(id), history.find_view(id)
    if line is None or machine is None:
        abort(404)
    decisions = history.decisions(id)
    audit = _unpacked(history.find_parcel(id) or b"")
    view = machine
    if decisions and audit is not None:
        audit, view = apply_decisions(audit, machine, decisions, desk().rules)
    return Standing(line, view, machine, audit, decisions)


def _unpacked(parcel: bytes) -> Audit | None:
    try:
        return unpack(parcel)
    except DamagedParcelError:
        return None
