"""Review in the page: one statement after the other, beside its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from urllib.parse import quote, unquote

from flask import Response, abort, redirect, request, url_for

from auditor.report.story.quotes import Quote, quoted
from auditor.report.views.audit import StatementView
from auditor.report.views.plain import Plain
from auditor.serve.routes.audits import attached
from auditor.serve.routes.screens import app_state, reviewed_audit, show
from auditor.serve.store.decisions import write_reviews
from auditor.serve.store.reviewed_audit import ReviewedAudit

CHOICES = ("accept", "reject", "relabel", "not_applicable")
SHOWN: dict[str, tuple[str, ...]] = {
    "babies": ("explicit",),
    "excluded": ("excluded",),
    "near": ("early_years", "nominal"),
    "others": ("older", "parental", "generic"),
    "misses": ("none",),
}
"""The lists that a reviewer goes through, by the reaches in them."""
LONGEST_REASON, LONGEST_NAME = 4000, 200
_NAME_COOKIE = "auditor-reviewer"


@dataclass(frozen=True, slots=True)
class Item:
    """A statement to be reviewed: its words, and what has been decided on it."""

    statement: StatementView
    quote: Quote
    decisions: tuple[Plain, ...]


def show_list(id: str) -> Response:
    """Show the statements to be reviewed, list by list."""
    reviewed = reviewed_audit(id)
    shown = _shown()
    return show(
        "review_list",
        reviewed=reviewed,
        line=reviewed.line,
        view=reviewed.view,
        shown=shown,
        lists=list(SHOWN),
        counts=_count(reviewed),
        items=_items(reviewed, shown),
        known=_known_criteria(),
    )


def show_statement(id: str, statement: str) -> Response:
    """Show one statement beside its page, with the form to decide on it."""
    return _statement_screen(reviewed_audit(id), statement)


def _statement_screen(reviewed: ReviewedAudit, statement: str, problem: str = "") -> Response:
    """Show a statement; with a problem, the form as it was sent."""
    shown = _shown()
    items = _items(reviewed, shown)
    index = _index(items, statement)
    item = items[index]
    return show(
        "review",
        422 if problem else 200,
        reviewed=reviewed,
        line=reviewed.line,
        view=reviewed.view,
        shown=shown,
        item=item,
        number=index + 1,
        total=len(items),
        before=items[index - 1].statement["id"] if index else None,
        after=items[index + 1].statement["id"] if index + 1 < len(items) else None,
        picture=_picture(reviewed, item.statement),
        choices=CHOICES,
        sent=_sent(item.decisions),
        reviewer=_reviewer(),
        saved=request.args.get("saved"),
        problem=problem,
    )


def decide(id: str, statement: str) -> Response:
    """Save a decision, and go on to the next statement."""
    reviewed = reviewed_audit(id)
    items = _items(reviewed, _shown())
    index = _index(items, statement)
    decision = _decision(items[index].statement)
    if problem := _problem(decision):
        return _statement_screen(reviewed, statement, problem)
    following = items[min(index + 1, len(items) - 1)].statement["id"]
    place = url_for("review_statement", id=id, statement=following, show=_shown(), saved=1)
    return _saved(id, decision, place)


def show_question(id: str, criterion: str) -> Response:
    """Show one question with its level, and the form to decide on it."""
    return _question_screen(reviewed_audit(id), criterion)


def _question_screen(reviewed: ReviewedAudit, criterion: str, problem: str = "") -> Response:
    levels = {one["id"]: one for one in reviewed.machine["criteria"]}
    if criterion not in levels or criterion not in _known_criteria():
        abort(404)
    known = {one["id"]: one for one in reviewed.machine["statements"]}
    document = reviewed.machine["document"]
    level = levels[criterion]
    decisions = tuple(
        one for one in reviewed.decisions if not one["statement"] and one["criterion"] == criterion
    )
    return show(
        "review_question",
        422 if problem else 200,
        reviewed=reviewed,
        line=reviewed.line,
        view=reviewed.view,
        level=level,
        criterion=app_state().rules.rubric.criterion_named(criterion),
        quotes=[
            quoted(known[one], document)
            for one in (*level["evidence"], *level["counter"])
            if one in known
        ],
        decisions=decisions,
        choices=CHOICES,
        sent=_sent(decisions, criterion),
        reviewer=_reviewer(),
        problem=problem,
    )


def decide_question(id: str, criterion: str) -> Response:
    """Save a decision on a question's level."""
    reviewed = reviewed_audit(id)
    if criterion not in _known_criteria():
        abort(404)
    decision = _decision(None, criterion)
    if problem := _problem(decision):
        return _question_screen(reviewed, criterion, problem)
    return _saved(id, decision, url_for("review", id=id, _anchor=f"q-{criterion}"))


def _saved(id: str, decision: Plain, place: str) -> Response:
    app_state().history.decide(id, decision)
    response = redirect(place, 303)
    name = quote(decision["reviewer"])
    response.set_cookie(_NAME_COOKIE, name, httponly=True, samesite="Strict")
    return response  # type: ignore[return-value]


def _reviewer() -> str:
    return request.form.get("reviewer") or unquote(request.cookies.get(_NAME_COOKIE, ""))


def _sent(decisions: Sequence[Plain], question: str = "") -> Plain:
    """Return what the form shall show: as it was sent, else the last decision, else nothing."""
    if request.method == "POST":
        return _decision(None, question)
    empty: Plain = {"choice": "", "reason": "", "new": {}, "criterion": None}
    return decisions[-1] if decisions else empty


def _problem(decision: Plain) -> str:
    """Return what a decision lacks: a name, or a reason; "" where it is whole."""
    if not decision["reviewer"]:
        return "name"
    return "reason" if decision["choice"] != "accept" and not decision["reason"] else ""


def withdraw(id: str, statement: str) -> Response:
    """Take a decision back."""
    reviewed_audit(id)
    app_state().history.withdraw(id, request.form.get("number", 0, int))
    place = url_for("review_statement", id=id, statement=statement, show=_shown())
    return redirect(place, 303)  # type: ignore[return-value]


def withdraw_on_question(id: str, criterion: str) -> Response:
    """Take a decision on a question back."""
    reviewed_audit(id)
    app_state().history.withdraw(id, request.form.get("number", 0, int))
    place = url_for("review_question", id=id, criterion=criterion)
    return redirect(place, 303)  # type: ignore[return-value]


def download_reviews(id: str) -> Response:
    """Answer with the decisions as the file that the command line reads."""
    reviewed = reviewed_audit(id)
    content = write_reviews(reviewed.machine, reviewed.decisions)
    stem = PurePath(reviewed.line.name).stem or "document"
    return attached(content, f"{stem}-reviews.json", "application/json")


def _shown() -> str:
    wanted = request.args.get("show", "babies")
    return wanted if wanted in SHOWN else "babies"


def _everything(reviewed: ReviewedAudit) -> list[StatementView]:
    """List the statements as the machine judged them, near misses after; repeats count once."""
    view = reviewed.machine
    spoken = [one for one in view["statements"] if not one.get("repeat_of")]
    return [*spoken, *(one for one in view["near_misses"] if one["reach"] == "none")]


def _count(reviewed: ReviewedAudit) -> dict[str, int]:
    every = _everything(reviewed)
    return {name: sum(1 for one in every if one["reach"] in SHOWN[name]) for name in SHOWN}


def _items(reviewed: ReviewedAudit, shown: str) -> list[Item]:
    document = reviewed.machine["document"]
    return [
        Item(
            one,
            quoted(one, document),
            tuple(each for each in reviewed.decisions if each["statement"] == one["id"]),
        )
        for one in _everything(reviewed)
        if one["reach"] in SHOWN[shown]
    ]


def _index(items: Sequence[Item], statement: str) -> int:
    for index, item in enumerate(items):
        if item.statement["id"] == statement:
            return index
    abort(404)


@dataclass(frozen=True, slots=True)
class Picture:
    """The page of a statement, as wide and high as its boxes count."""

    page: int
    width: float
    height: float
    boxes: tuple[tuple[float, float, float, float], ...]
    """x, y, width, height."""


def _picture(reviewed: ReviewedAudit, statement: StatementView) -> Picture | None:
    """Find the page of a statement, where there is a picture of it."""
    page = statement["page"]
    if page is None or reviewed.audit is None:
        return None
    if app_state().history.find_picture(reviewed.line.id, page) is None:
        return None
    found = next((one for one in reviewed.audit.document.pages if one.number == page), None)
    if found is None:
        return None
    boxes = tuple(
        (x0, top, x1 - x0, bottom - top) for x0, top, x1, bottom in statement["boxes"] or ()
    )
    return Picture(page, found.width, found.height, boxes)


def _decision(statement: StatementView | None, question: str = "") -> Plain:
    """Read the form; anything that is not one of its own answers ends with 400."""
    choice = request.form.get("choice", "")
    criterion = question or request.form.get("criterion", "")
    if choice not in CHOICES or (criterion and criterion not in _known_criteria()):
        abort(400)
    if choice == "relabel" and not question:
        criterion = ""
    return {
        "statement": statement["id"] if statement else "",
        "choice": choice,
        "criterion": criterion or None,
        "new": {} if choice != "relabel" else _level() if question else _labels(),
        "reviewer": " ".join(request.form.get("reviewer", "").split())[:LONGEST_NAME],
        "reason": request.form.get("reason", "").strip()[:LONGEST_REASON],
        "date": datetime.now(UTC).astimezone().date().isoformat(),
    }


def _known_criteria() -> list[str]:
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
        labels["criteria"] = [one for one in _known_criteria() if one in chosen]
    return labels


ROUTES = (
    ("/audits/<id>/review", "GET", "review", show_list),
    ("/audits/<id>/review/<statement>", "GET", "review_statement", show_statement),
    ("/audits/<id>/review/<statement>", "POST", "decide", decide),
    ("/audits/<id>/review/<statement>/withdraw", "POST", "withdraw", withdraw),
    ("/audits/<id>/questions/<criterion>", "GET", "review_question", show_question),
    ("/audits/<id>/questions/<criterion>", "POST", "decide_question", decide_question),
    (
        "/audits/<id>/questions/<criterion>/withdraw",
        "POST",
        "withdraw_on_question",
        withdraw_on_question,
    ),
    ("/audits/<id>/reviews.json", "GET", "reviews_file", download_reviews),
)
