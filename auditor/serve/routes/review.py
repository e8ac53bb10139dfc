"""Review in the page: one statement after the other, beside its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, abort, request, url_for

from auditor.report.story.audit_story import deciding_ids
from auditor.report.story.quotes import Quote, quoted
from auditor.report.views.audit import StatementView
from auditor.report.views.plain import Plain
from auditor.review.rules import find_rules
from auditor.serve.routes.audits import attached
from auditor.serve.routes.review_form import (
    known_criteria,
    reviewer,
    saved,
    sent_decision,
    show_form,
    typed_reply,
)
from auditor.serve.routes.screens import app_state, go_to, reviewed_audit, show_reviewed
from auditor.serve.store.decisions import write_reviews
from auditor.serve.store.reviewed_audit import ReviewedAudit

DECIDING = "deciding"
"""The list of the statements on which the answer turns: the first, where there are any."""
SHOWN: dict[str, tuple[str, ...]] = {
    "babies": ("explicit",),
    "excluded": ("excluded",),
    "near": ("early_years", "nominal"),
    "others": ("older", "parental", "generic"),
    "misses": ("none",),
}
"""The other lists that a reviewer goes through, by the reaches in them."""
_ALONE_COOKIE = "auditor-alone"


@dataclass(frozen=True, slots=True)
class Item:
    """A statement to be reviewed: its words, and what has been decided on it."""

    statement: StatementView
    quote: Quote
    decisions: tuple[Plain, ...]


def show_list(id: str) -> Response:
    """Show the statements to be reviewed, list by list."""
    reviewed = reviewed_audit(id)
    shown = _shown(reviewed)
    return show_reviewed(
        "review_list",
        reviewed,
        shown=shown,
        counts={name: len(_of_list(reviewed, name)) for name in (DECIDING, *SHOWN)},
        items=_items(reviewed, shown),
        known=known_criteria(),
        ruled=find_rules(reviewed.machine),
        replies=[one for one in reviewed.replies if not one["statement"] and not one["criterion"]],
        typed=typed_reply(),
        coders=sorted({one["reviewer"] for one in reviewed.decisions}),
        is_alone=_is_alone(),
        can_undo=app_state().history.remarks.has_steps(id),
        undone=request.args.get("undone"),
    )


def review_statement(id: str, statement: str) -> Response:
    """Show one statement beside its page; save the decision that is sent, and go on to the next."""
    reviewed = reviewed_audit(id)
    shown = _list_with(reviewed, statement)
    items = _items(reviewed, shown)
    index = _index(items, statement)
    sent, problem = sent_decision(statement=statement)
    if sent is None or problem:
        return show_statement(reviewed, statement, problem)
    following = items[min(index + 1, len(items) - 1)].statement["id"]
    told = "last" if index + 1 == len(items) else "next"
    place = url_for("review_statement", id=id, statement=following, show=shown, saved=told)
    return saved(id, place, sent)


def show_statement(reviewed: ReviewedAudit, statement: str, problem: str = "") -> Response:
    """Show one statement beside its page, with the forms on it as they were typed."""
    shown = _list_with(reviewed, statement)
    items = _items(reviewed, shown)
    index = _index(items, statement)
    item = items[index]
    own = [one for one in item.decisions if one["reviewer"] == reviewer()]
    return show_form(
        "review",
        reviewed,
        problem,
        own,
        shown=shown,
        item=item,
        number=index + 1,
        total=len(items),
        before=items[index - 1].statement["id"] if index else None,
        after=items[index + 1].statement["id"] if index + 1 < len(items) else None,
        picture=_picture(reviewed, item.statement),
        replies=[one for one in reviewed.replies if one["statement"] == statement],
        typed=typed_reply(),
        saved=request.args.get("saved"),
    )


def withdraw(id: str, statement: str) -> Response:
    """Take a decision back."""
    reviewed = reviewed_audit(id)
    app_state().history.remarks.withdraw(id, request.form.get("number", 0, int))
    return go_to("review_statement", id=id, statement=statement, show=_shown(reviewed))


def undo(id: str) -> Response:
    """Put back what stood before the last step."""
    reviewed_audit(id)
    app_state().history.remarks.undo(id)
    return go_to("review", id=id, undone=1)


def work_alone(id: str) -> Response:
    """Hide what others decided from a second coder, or show it again."""
    response = go_to("review", id=id)
    alone = request.form.get("alone", "")
    response.set_cookie(_ALONE_COOKIE, "1" if alone else "", httponly=True, samesite="Strict")
    return response


def _is_alone() -> bool:
    return bool(request.cookies.get(_ALONE_COOKIE))


def download_reviews(id: str) -> Response:
    """Answer with the decisions as the file that the command line reads."""
    reviewed = reviewed_audit(id)
    content = write_reviews(reviewed.machine, reviewed.decisions, reviewed.replies)
    return attached(content, f"{reviewed.stem}-reviews.json")


def _shown(reviewed: ReviewedAudit) -> str:
    """Return the list asked for; else the statements that decide, where there are any."""
    wanted = request.values.get("show", "")
    if wanted in SHOWN or wanted == DECIDING:
        return wanted
    return DECIDING if deciding_ids(reviewed.machine) else "babies"


def _everything(reviewed: ReviewedAudit) -> list[StatementView]:
    """List the statements as the machine judged them, near misses after; repeats count once."""
    view = reviewed.machine
    spoken = [one for one in view["statements"] if not one.get("repeat_of")]
    return [*spoken, *(one for one in view["near_misses"] if one["reach"] == "none")]


def _list_with(reviewed: ReviewedAudit, statement: str) -> str:
    """Return the list asked for where it holds a statement; else the first that does."""
    lists = (_shown(reviewed), *SHOWN)
    return next(
        (name for name in lists if statement in {one["id"] for one in _of_list(reviewed, name)}),
        lists[0],
    )


def _of_list(reviewed: ReviewedAudit, shown: str) -> list[StatementView]:
    """Give the statements of one list; those that decide, the weightiest first."""
    every = _everything(reviewed)
    if shown != DECIDING:
        return [one for one in every if one["reach"] in SHOWN[shown]]
    known = {one["id"]: one for one in every}
    return [known[id] for id in deciding_ids(reviewed.machine) if id in known]


def _items(reviewed: ReviewedAudit, shown: str) -> list[Item]:
    document = reviewed.machine["document"]
    told = [one for one in reviewed.decisions if not _is_alone() or one["reviewer"] == reviewer()]
    return [
        Item(
            one,
            quoted(one, document),
            tuple(each for each in told if each["statement"] == one["id"]),
        )
        for one in _of_list(reviewed, shown)
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


ROUTES = (
    ("/audits/<id>/review", "GET", "review", show_list),
    ("/audits/<id>/review/<statement>", "GET POST", "review_statement", review_statement),
    ("/audits/<id>/review/<statement>/withdraw", "POST", "withdraw", withdraw),
    ("/audits/<id>/undo", "POST", "undo", undo),
    ("/audits/<id>/alone", "POST", "alone", work_alone),
    ("/audits/<id>/reviews.json", "GET", "reviews_file", download_reviews),
)
