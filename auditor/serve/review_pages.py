"""Review in the page: one statement after the other, beside its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath

from flask import Response, abort, redirect, request, url_for

from auditor.report.quotes import Quote, quoted
from auditor.report.view import View
from auditor.serve.audit_pages import attached
from auditor.serve.reviewing import write_reviews
from auditor.serve.screens import desk, show
from auditor.serve.standing import Standing, find_standing

CHOICES = ("accept", "reject", "relabel", "not_applicable")
SHOWN: dict[str, tuple[str, ...]] = {
    "babies": ("explicit",), "excluded": ("excluded",), "near": ("early_years", "nominal"),
    "others": ("older", "parental", "generic"), "misses": ("none",),
}
"""The lists that a reviewer goes through, by the reaches in them."""
LONGEST_REASON, LONGEST_NAME = 4000, 200
_NAME_COOKIE = "auditor-reviewer"


@dataclass(frozen=True, slots=True)
class Item:
    """A statement to be reviewed: its words, and what has been decided on it."""

    statement: View
    quote: Quote
    decisions: tuple[View, ...]


def show_list(id: str) -> Response:
    """Show the statements to be reviewed, list by list."""
    standing = find_standing(id)
    shown = _shown()
    return show("review_list", standing=standing, line=standing.line, view=standing.view,
                shown=shown, lists=list(SHOWN), counts=_count(standing),
                items=_items(standing, shown))


def show_statement(id: str, statement: str) -> Response:
    """Show one statement beside its page, with the form to decide on it."""
    standing = find_standing(id)
    shown = _shown()
    items = _items(standing, shown)
    index = _index(items, statement)
    item = items[index]
    return show(
        "review", standing=standing, line=standing.line, view=standing.view, shown=shown,
        item=item, number=index + 1, total=len(items),
        before=items[index - 1].statement["id"] if index else None,
        after=items[index + 1].statement["id"] if index + 1 < len(items) else None,
        picture=_picture(standing, item.statement), choices=CHOICES,
        reviewer=request.cookies.get(_NAME_COOKIE, ""), saved=request.args.get("saved"),
    )


def decide(id: str, statement: str) -> Response:
    """Save a decision, and go on to the next statement."""
    standing = find_standing(id)
    shown = _shown()
    items = _items(standing, shown)
    index = _index(items, statement)
    decision = _decision(items[index].statement)
    desk().history.decide(id, decision)
    following = items[min(index + 1, len(items) - 1)].statement["id"]
    place = url_for("review_statement", id=id, statement=following, show=shown, saved=1)
    response = redirect(place, 303)
    response.set_cookie(_NAME_COOKIE, decision["reviewer"], httponly=True, samesite="Strict")
    return response  # type: ignore[return-value]


def withdraw(id: str, statement: str) -> Response:
    """Take a decision back."""
    find_standing(id)
    desk().history.withdraw(id, request.form.get("number", 0, int))
    place = url_for("review_statement", id=id, statement=statement, show=_shown())
    return redirect(place, 303)  # type: ignore[return-value]


def download_reviews(id: str) -> Response:
    """Give the decisions as the file that the command line reads."""
    standing = find_standing(id)
    content = write_reviews(standing.machine, standing.decisions, desk().rules)
    stem = PurePath(standing.line.name).stem or "document"
    return attached(content, f"{stem}-reviews.json", "application/json")


def _shown() -> str:
    wanted = request.args.get("show", "babies")
    return wanted if wanted in SHOWN else "babies"


def _everything(standing: Standing) -> list[View]:
    """List the statements as the machine judged them, near misses after the others."""
    view = standing.machine
    known = {one["id"] for one in view["statements"]}
    return [*view["statements"], *(one for one in view["near_misses"] if one["id"] not in known)]


def _count(standing: Standing) -> dict[str, int]:
    every = _everything(standing)
    return {name: sum(1 for one in every if one["reach"] in SHOWN[name]) for name in SHOWN}


def _items(standing: Standing, shown: str) -> list[Item]:
    document = standing.machine["document"]
    return [
        Item(one, quoted(one, document),
             tuple(each for each in standing.decisions if each["statement"] == one["id"]))
        for one in _everything(standing) if one["reach"] in SHOWN[shown]
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


def _picture(standing: Standing, statement: View) -> Picture | None:
    """Find the page of a statement, where there is a picture of it."""
    page = statement["page"]
    if page is None or standing.audit is None:
        return None
    if desk().history.find_picture(standing.line.id, page) is None:
        return None
    found = next((one for one in standing.audit.document.pages if one.number == page), None)
    if found is None:
        return None
    boxes = tuple((x0, top, x1 - x0, bottom - top) for x0, top, x1, bottom in statement["boxes"])
    return Picture(page, found.width, found.height, boxes)


def _decision(statement: View) -> View:
    """Read the form; anything that is not one of its own answers ends with 400."""
    rubric = desk().rules.rubric
    choice = request.form.get("choice", "")
    criterion = request.form.get("criterion", "")
    if choice not in CHOICES or criterion not in ("", *(one.id for one in rubric.criteria)):
        abort(400)
    return {
        "statement": statement["id"], "text": statement["text"], "page": statement["page"],
        "choice": choice, "criterion": criterion or None,
        "new": _labels() if choice == "relabel" else {},
        "reviewer": request.form.get("reviewer", "").strip()[:LONGEST_NAME],
        "reason": request.form.get("reason", "").strip()[:LONGEST_REASON],
        "date": datetime.now(UTC).astimezone().date().isoformat(),
    }


def _labels() -> View:
    """Read the labels that the reviewer put in place of the machine's."""
    rubric = desk().rules.rubric
    reach = request.form.get("reach", "")
    if reach not in {one.id for one in rubric.reach}:
        abort(400)
    if reach != "explicit":
        topic, strength = None, 0
    else:
        topic = request.form.get("topic", "")
        strength = request.form.get("strength", 0, int)
        if topic not in {one.id for one in rubric.topic} or not 1 <= strength <= 4:
            abort(400)
    criteria = request.form.getlist("criteria") if reach in ("explicit", "excluded") else []
    known = [one.id for one in rubric.criteria]
    return {"reach": reach, "topic": topic, "strength": strength,
            "criteria": [one for one in known if one in criteria]}


ROUTES = (
    ("/audits/<id>/review", "GET", "review", show_list),
    ("/audits/<id>/review/<statement>", "GET", "review_statement", show_statement),
    ("/audits/<id>/review/<statement>", "POST", "decide", decide),
    ("/audits/<id>/review/<statement>/withdraw", "POST", "withdraw", withdraw),
    ("/audits/<id>/reviews.json", "GET", "reviews_file", download_reviews),
)
