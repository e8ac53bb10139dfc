"""Two coders side by side: how far they agree, and what is to stand where they do not."""

from __future__ import annotations

from flask import Response, abort, request, url_for

from auditor.report.story.quotes import quoted
from auditor.report.views.plain import Plain
from auditor.review.agreement import compare_coders
from auditor.serve.routes.review_form import find_problem, read_name, read_text, saved, today
from auditor.serve.routes.screens import app_state, go_to, reviewed_audit, show_reviewed
from auditor.serve.store.coding import Coding, coding_of
from auditor.serve.store.reviewed_audit import ReviewedAudit

_TYPED = ("statement", "stands", "reason", "reviewer")
"""The fields of the form that settles."""


def compare_two(id: str) -> Response:
    """Show two coders side by side, what differs first; let the decision stand that is chosen.

    With a problem, the row that was to be settled is open, with what was chosen and typed in it.
    """
    reviewed = reviewed_audit(id)
    coding = coding_of(reviewed)
    first, second = _pair(coding)
    if request.method != "POST":
        return _screen(reviewed, coding, first, second)
    decision = _settling(coding, first, second)
    if problem := find_problem(decision):
        return _screen(reviewed, coding, first, second, problem)
    row = f"row-{decision['statement']}"
    return saved(id, url_for("coders", id=id, first=first, second=second, _anchor=row), decision)


def _pair(coding: Coding) -> tuple[str, str]:
    """Return the two coders asked for; else the two that decided most."""
    known = coding.coders
    chosen = [request.values.get(name, "") for name in ("first", "second")]
    if all(one in known for one in chosen) and chosen[0] != chosen[1]:
        return chosen[0], chosen[1]
    return (*known, "", "")[0], (*known, "", "")[1]


def _screen(
    reviewed: ReviewedAudit, coding: Coding, first: str, second: str, problem: str = ""
) -> Response:
    ours, theirs = coding.labels.get(first, {}), coding.labels.get(second, {})
    document = reviewed.machine["document"]
    statements = {one["id"]: one for one in coding.statements}
    compared = compare_coders(ours, theirs)
    differing = [id for id, _, _ in compared.differ]
    same = [id for id in ours if id in theirs and id not in differing]
    return show_reviewed(
        "coders",
        reviewed,
        problem,
        coders=coding.coders,
        first=first,
        second=second,
        compared=compared,
        rows=[
            (id, quoted(statements[id], document), ours[id], theirs[id])
            for id in (*differing, *same)
            if id in statements
        ],
        differing=differing,
        settled=coding.settled,
        sent={name: request.form.get(name, "") for name in _TYPED},
    )


def _settling(coding: Coding, first: str, second: str) -> Plain:
    """Return which of two decisions is to stand, by whom and why."""
    statement, side = request.form.get("statement", ""), request.form.get("stands", "")
    who = {"first": first, "second": second}.get(side, "")
    if statement not in coding.labels.get(who, {}):
        abort(400)
    return {
        **coding.decision(statement, who),
        "reviewer": read_name("reviewer"),
        "reason": read_text("reason"),
        "date": today(),
        "settles": True,
    }


def unsettle(id: str) -> Response:
    """Take back what settled a disagreement."""
    reviewed_audit(id)
    app_state().history.remarks.withdraw(id, request.form.get("number", 0, int))
    first, second = request.form.get("first", ""), request.form.get("second", "")
    return go_to("coders", id=id, first=first, second=second)


ROUTES = (
    ("/audits/<id>/coders", "GET POST", "coders", compare_two),
    ("/audits/<id>/coders/withdraw", "POST", "unsettle", unsettle),
)
