"""The authors' right of reply, typed in: to a statement, a question, or the report as a whole."""

from __future__ import annotations

from flask import Response, abort, request

from auditor.serve.routes.review import show_list, show_statement
from auditor.serve.routes.review_form import known_criteria, today, typed_reply
from auditor.serve.routes.review_sets import show_question
from auditor.serve.routes.screens import app_state, go_to, reviewed_audit
from auditor.serve.store.reviewed_audit import ReviewedAudit


def reply(id: str) -> Response:
    """Keep a reply; one without words or a name stands in its form again, with what it lacks."""
    reviewed = reviewed_audit(id)
    statement, criterion = request.form.get("statement", ""), request.form.get("criterion", "")
    every = (*reviewed.machine["statements"], *reviewed.machine["near_misses"])
    if statement and statement not in {one["id"] for one in every}:
        abort(400)
    if criterion and criterion not in known_criteria():
        abort(400)
    typed = typed_reply()
    if typed.pop("lacks"):
        return _again(reviewed, statement, criterion)
    told = {"statement": statement, "criterion": criterion or None, "date": today()}
    app_state().history.remarks.reply(id, {**typed, **told})
    return _back(id, statement, criterion)


def _again(reviewed: ReviewedAudit, statement: str, criterion: str) -> Response:
    """Show the screen from which a reply was sent, with the reply in its form."""
    if statement:
        response = show_statement(reviewed, statement)
    elif criterion:
        response = show_question(reviewed, criterion)
    else:
        response = show_list(reviewed.line.id)
    response.status_code = 422
    return response


def withdraw_reply(id: str) -> Response:
    """Take a reply back."""
    reviewed_audit(id)
    app_state().history.remarks.withdraw(id, request.form.get("number", 0, int), "reply")
    return _back(id, request.form.get("statement", ""), request.form.get("criterion", ""))


def _back(id: str, statement: str, criterion: str) -> Response:
    """Go back to what was replied to."""
    if statement:
        shown = request.form.get("show", "")
        return go_to("review_statement", id=id, statement=statement, show=shown, _anchor="replies")
    if criterion:
        return go_to("review_question", id=id, criterion=criterion, _anchor="replies")
    return go_to("review", id=id, _anchor="replies")


ROUTES = (
    ("/audits/<id>/replies", "POST", "reply", reply),
    ("/audits/<id>/replies/withdraw", "POST", "withdraw_reply", withdraw_reply),
)
