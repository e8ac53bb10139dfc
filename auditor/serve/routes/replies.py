"""The authors' right of reply, typed in: to a statement, a question, or the report as a whole."""

from __future__ import annotations

from flask import Response, abort, request

from auditor.serve.routes.review_form import known_criteria, read_name, read_text, today
from auditor.serve.routes.screens import app_state, go_to, reviewed_audit


def reply(id: str) -> Response:
    """Keep a reply; without words or a name there is nothing to keep."""
    reviewed = reviewed_audit(id)
    statement, criterion = request.form.get("statement", ""), request.form.get("criterion", "")
    every = (*reviewed.machine["statements"], *reviewed.machine["near_misses"])
    if statement and statement not in {one["id"] for one in every}:
        abort(400)
    if criterion and criterion not in known_criteria():
        abort(400)
    text, author = read_text("reply"), read_name("author")
    if text and author:
        told = {"statement": statement, "criterion": criterion or None, "text": text}
        app_state().history.remarks.reply(id, {**told, "author": author, "date": today()})
    return _back(id, statement, criterion)


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
