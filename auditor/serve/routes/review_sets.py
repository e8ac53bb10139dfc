"""Review of more than one statement: a question with its level, or all that one rule made."""

from __future__ import annotations

from flask import Response, abort, request, url_for

from auditor.report.story.quotes import quoted
from auditor.review.rules import Ruled, find_rules
from auditor.serve.routes.review_form import (
    CHOICES,
    find_problem,
    form_of,
    known_criteria,
    read_decision,
    reviewer,
    saved,
)
from auditor.serve.routes.screens import app_state, go_to, reviewed_audit, show_reviewed
from auditor.serve.store.reviewed_audit import ReviewedAudit


def show_question(id: str, criterion: str) -> Response:
    """Show one question with its level, and the form to decide on it."""
    return _question_screen(reviewed_audit(id), criterion)


def _question_screen(reviewed: ReviewedAudit, criterion: str, problem: str = "") -> Response:
    levels = {one["id"]: one for one in reviewed.machine["criteria"]}
    if criterion not in levels or criterion not in known_criteria():
        abort(404)
    known = {one["id"]: one for one in reviewed.machine["statements"]}
    document = reviewed.machine["document"]
    level = levels[criterion]
    decisions = tuple(
        one for one in reviewed.decisions if not one["statement"] and one["criterion"] == criterion
    )
    return show_reviewed(
        "review_question",
        reviewed,
        problem,
        level=level,
        criterion=app_state().rules.rubric.criterion_named(criterion),
        quotes=[
            quoted(known[one], document)
            for one in (*level["evidence"], *level["counter"])
            if one in known
        ],
        decisions=decisions,
        replies=[one for one in reviewed.replies if one["criterion"] == criterion],
        choices=CHOICES,
        sent=form_of(decisions, criterion),
        reviewer=reviewer(),
    )


def decide_question(id: str, criterion: str) -> Response:
    """Save a decision on a question's level."""
    reviewed = reviewed_audit(id)
    if criterion not in known_criteria():
        abort(404)
    decision = read_decision(question=criterion)
    if problem := find_problem(decision):
        return _question_screen(reviewed, criterion, problem)
    return saved(id, url_for("review", id=id, _anchor=f"q-{criterion}"), decision)


def withdraw_on_question(id: str, criterion: str) -> Response:
    """Take a decision on a question back."""
    reviewed_audit(id)
    app_state().history.remarks.withdraw(id, request.form.get("number", 0, int))
    return go_to("review_question", id=id, criterion=criterion)


def show_rule(id: str, rule: str) -> Response:
    """Show all statements that one rule made, and the form to decide on all of them."""
    return _rule_screen(reviewed_audit(id), rule)


def _rule_screen(reviewed: ReviewedAudit, rule: str, problem: str = "") -> Response:
    ruled = _find_rule(reviewed, rule)
    document = reviewed.machine["document"]
    decisions = tuple(one for one in reviewed.decisions if one.get("rule") == rule)
    return show_reviewed(
        "review_rule",
        reviewed,
        problem,
        rule=ruled,
        quotes=[quoted(one, document) for one in ruled.statements],
        decisions=decisions,
        choices=CHOICES,
        sent=form_of(decisions, rule=rule),
        reviewer=reviewer(),
    )


def _find_rule(reviewed: ReviewedAudit, rule: str) -> Ruled:
    found = next((one for one in find_rules(reviewed.machine) if one.id == rule), None)
    return found or abort(404)


def decide_rule(id: str, rule: str) -> Response:
    """Save a decision on all statements that one rule made."""
    reviewed = reviewed_audit(id)
    _find_rule(reviewed, rule)
    decision = read_decision(rule=rule)
    if problem := find_problem(decision):
        return _rule_screen(reviewed, rule, problem)
    return saved(id, url_for("review", id=id, _anchor="rules"), decision)


ROUTES = (
    ("/audits/<id>/questions/<criterion>", "GET", "review_question", show_question),
    ("/audits/<id>/questions/<criterion>", "POST", "decide_question", decide_question),
    (
        "/audits/<id>/questions/<criterion>/withdraw",
        "POST",
        "withdraw_on_question",
        withdraw_on_question,
    ),
    ("/audits/<id>/rules/<rule>", "GET", "review_rule", show_rule),
    ("/audits/<id>/rules/<rule>", "POST", "decide_rule", decide_rule),
)
