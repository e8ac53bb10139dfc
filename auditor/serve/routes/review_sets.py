"""Review of more than one statement: a question with its level, or all that one rule made."""

from __future__ import annotations

from flask import Response, abort, request, url_for

from auditor.report.story.quotes import quoted
from auditor.review.rules import find_rules
from auditor.serve.routes.review_form import (
    known_criteria,
    saved,
    sent_decision,
    show_form,
    typed_reply,
)
from auditor.serve.routes.screens import app_state, go_to, reviewed_audit
from auditor.serve.store.reviewed_audit import ReviewedAudit


def review_question(id: str, criterion: str) -> Response:
    """Show one question with its level and a form; save the decision that is sent."""
    reviewed = reviewed_audit(id)
    if criterion not in known_criteria():
        abort(404)
    sent, problem = sent_decision(question=criterion)
    if sent is None or problem:
        return show_question(reviewed, criterion, problem)
    return saved(id, url_for("review", id=id, _anchor=f"q-{criterion}"), sent)


def show_question(reviewed: ReviewedAudit, criterion: str, problem: str = "") -> Response:
    """Show one question with its level, and the forms on it as they were typed."""
    levels = {one["id"]: one for one in reviewed.machine["criteria"]}
    if criterion not in levels:
        abort(404)
    known = {one["id"]: one for one in reviewed.machine["statements"]}
    document = reviewed.machine["document"]
    level = levels[criterion]
    decisions = tuple(
        one for one in reviewed.decisions if not one["statement"] and one["criterion"] == criterion
    )
    return show_form(
        "review_question",
        reviewed,
        problem,
        decisions,
        level=level,
        criterion=app_state().rules.rubric.criterion_named(criterion),
        quotes=[
            quoted(known[one], document)
            for one in (*level["evidence"], *level["counter"])
            if one in known
        ],
        replies=[one for one in reviewed.replies if one["criterion"] == criterion],
        typed=typed_reply(),
    )


def withdraw_on_question(id: str, criterion: str) -> Response:
    """Take a decision on a question back."""
    reviewed_audit(id)
    app_state().history.remarks.withdraw(id, request.form.get("number", 0, int))
    return go_to("review_question", id=id, criterion=criterion)


def review_rule(id: str, rule: str) -> Response:
    """Show all statements that one rule made and a form; save the decision that is sent."""
    reviewed = reviewed_audit(id)
    ruled = next((one for one in find_rules(reviewed.machine) if one.id == rule), None)
    if ruled is None:
        abort(404)
    sent, problem = sent_decision(rule=rule)
    if sent and not problem:
        return saved(id, url_for("review", id=id, _anchor="rules"), sent)
    return show_form(
        "review_rule",
        reviewed,
        problem,
        tuple(one for one in reviewed.decisions if one.get("rule") == rule),
        rule=ruled,
        quotes=[quoted(one, reviewed.machine["document"]) for one in ruled.statements],
    )


ROUTES = (
    ("/audits/<id>/questions/<criterion>", "GET POST", "review_question", review_question),
    (
        "/audits/<id>/questions/<criterion>/withdraw",
        "POST",
        "withdraw_on_question",
        withdraw_on_question,
    ),
    ("/audits/<id>/rules/<rule>", "GET POST", "review_rule", review_rule),
)
