"""The form in which a person decides: read, held to its own answers, and shown again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote, unquote

from flask import Response, abort, request

from auditor.report.views.plain import Plain
from auditor.serve.routes.screens import app_state, see_other, show_reviewed
from auditor.serve.store.reviewed_audit import ReviewedAudit

CHOICES = ("accept", "reject", "relabel", "not_applicable")
LONGEST_REASON, LONGEST_NAME = 4000, 200
_NAME_COOKIE = "auditor-reviewer"


def read_decision(statement: str = "", question: str = "", rule: str = "") -> Plain:
    """Read the form; anything that is not one of its own answers ends with 400."""
    choice = request.form.get("choice", "")
    criterion = question or request.form.get("criterion", "")
    if choice not in CHOICES or (criterion and criterion not in known_criteria()):
        abort(400)
    if rule or (choice == "relabel" and not question):
        criterion = ""
    return {
        "statement": statement,
        "choice": choice,
        "criterion": criterion or None,
        "new": {} if choice != "relabel" else _level() if question else _labels(),
        "reviewer": read_name("reviewer"),
        "reason": read_text("reason"),
        "date": today(),
        "rule": rule,
        "settles": bool(request.form.get("settles")),
    }


def read_name(field: str) -> str:
    """Read a name, on one line and not longer than names are."""
    return " ".join(request.form.get(field, "").split())[:LONGEST_NAME]


def read_text(field: str, longest: int = LONGEST_REASON) -> str:
    """Read a few sentences: as many characters as the page lets a person type, not fewer.

    Browsers count the end of a line as one character, and send two.
    """
    return request.form.get(field, "").replace("\r\n", "\n").strip()[:longest]


def today() -> str:
    """Return the day, as the person at this machine counts it."""
    return datetime.now(UTC).astimezone().date().isoformat()


def known_criteria() -> list[str]:
    """Return the questions of the rubric."""
    return [one.id for one in app_state().rules.rubric.criteria]


def _level() -> Plain:
    level = request.form.get("level", -1, int)
    if not 0 <= level <= 4:
        abort(400)
    return {"level": level}


def _labels() -> Plain:
    """Read the labels that the reviewer put in place of the machine's."""
    rubric = app_state().rules.rubric
    reach = request.form.get("reach", "")
    topic = request.form.get("topic", "")
    strength = request.form.get("strength", 0, int)
    if reach not in {one.id for one in rubric.reach}:
        abort(400)
    if topic not in {one.id for one in rubric.topic} or not 1 <= strength <= 4:
        abort(400)
    chosen = request.form.getlist("criteria")
    labels: Plain = {"reach": reach}
    if reach == "explicit":
        labels |= {"topic": topic, "strength": strength}
    if reach in ("explicit", "excluded"):
        labels["criteria"] = [one for one in known_criteria() if one in chosen]
    return labels


def find_problem(decision: Plain) -> str:
    """Return what a decision lacks: a name, or a reason; "" where it is whole."""
    if not decision["reviewer"]:
        return "name"
    return "reason" if decision["choice"] != "accept" and not decision["reason"] else ""


def sent_decision(**on: str) -> tuple[Plain | None, str]:
    """Return the decision that is sent, if one is, and what it lacks."""
    if request.method != "POST":
        return None, ""
    decision = read_decision(**on)
    return decision, find_problem(decision)


def _as_typed() -> Plain:
    """Return all that stands in the form that was sent, whether the choice needs it or not."""
    form = request.form
    labels: Plain = {
        "reach": form.get("reach", ""),
        "topic": form.get("topic", ""),
        "strength": form.get("strength", 0, int),
        "criteria": form.getlist("criteria"),
        "level": form.get("level", -1, int),
    }
    return {
        "choice": form.get("choice", ""),
        "criterion": form.get("criterion", ""),
        "new": labels,
        "reason": read_text("reason"),
        "settles": bool(form.get("settles")),
    }


def typed_reply() -> Plain:
    """Return the reply of the authors that was sent, if one was, and what it lacks: words or a name."""
    text, author = read_text("reply"), read_name("author")
    is_whole = "reply" not in request.form or (text and author)
    return {
        "text": text,
        "author": author,
        "lacks": "" if is_whole else "name" if text else "words",
    }


def show_form(
    template: str,
    reviewed: ReviewedAudit,
    problem: str,
    decisions: Sequence[Plain],
    /,
    **context: object,
) -> Response:
    """Show a form to decide: as it was typed, else with the last of the decisions, else empty."""
    empty: Plain = {"choice": "", "reason": "", "new": {}, "criterion": None}
    kept = decisions[-1] if decisions else empty
    return show_reviewed(
        template,
        reviewed,
        problem,
        decisions=decisions,
        choices=CHOICES,
        sent=_as_typed() if problem else kept,
        reviewer=reviewer(),
        **context,
    )


def reviewer() -> str:
    """Return the name of who decides: as sent, else as it was the last time."""
    return request.form.get("reviewer") or unquote(request.cookies.get(_NAME_COOKIE, ""))


def saved(id: str, place: str, *decisions: Plain) -> Response:
    """Keep decisions as one step, remember who made them, and go on."""
    app_state().history.remarks.decide(id, *decisions)
    response = see_other(place)
    name = quote(decisions[0]["reviewer"])
    response.set_cookie(_NAME_COOKIE, name, httponly=True, samesite="Strict")
    return response
