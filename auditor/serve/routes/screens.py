"""Templates with what every screen needs around them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from flask import Response, abort, current_app, g, make_response, redirect, url_for

from auditor import __version__
from auditor.report.story.names import names
from auditor.report.templating import html_environment
from auditor.rules.rubric import Rubric
from auditor.rules.translating.languages import in_brief
from auditor.rules.translating.shared_texts import ENGLISH, Texts, shared_lacking, shared_texts
from auditor.serve.app_state import AppState
from auditor.serve.store.reviewed_audit import ReviewedAudit, find_reviewed_audit

HTML = "text/html; charset=utf-8"


def app_state() -> AppState:
    """The belongings of the server that answers."""
    found: AppState = current_app.config["STATE"]
    return found


def reviewed_audit(id: str) -> ReviewedAudit:
    """Find an audit with its decisions; an unknown id ends the request with 404."""
    at = app_state()
    found = find_reviewed_audit(id, at.history, at.rules)
    if found is None:
        abort(404)
    return found


def answer(content: str | bytes, kind: str = HTML, status: int = 200) -> Response:
    """Answer with content of a kind."""
    response = make_response(content, status)
    response.headers["Content-Type"] = kind
    return response


def go_to(endpoint: str, /, **values: Any) -> Response:
    """Answer with the address of another screen."""
    return see_other(url_for(endpoint, **values))


def see_other(place: str) -> Response:
    """Answer with another address, which the browser asks for next."""
    return make_response(redirect(place, 303))


def show(template: str, /, status: int = 200, **context: object) -> Response:
    """Answer with a screen."""
    return answer(fill(template, **context), status=status)


def show_error(
    status: int, *, code: int | None = None, message: str = "", remedy: str = ""
) -> Response:
    """Answer in plain words why there is none; `code` chooses the words where it is another."""
    return show("error", status, code=code or status, message=message, remedy=remedy)


def show_reviewed(
    template: str, reviewed: ReviewedAudit, problem: str = "", /, **context: object
) -> Response:
    """Answer with a screen on one audit; with a problem, as a form that lacks something."""
    status = 422 if problem else 200
    told = {"reviewed": reviewed, "line": reviewed.line, "view": reviewed.view}
    return show(template, status, **told, problem=problem, **context)


def fill(template: str, /, **context: object) -> str:
    """Fill in a template of `templates/serve/`."""
    found = html_environment().get_template(f"serve/{template}.html.j2")
    at = app_state()
    rubric = at.rules.rubric
    return found.render(
        **{
            "url": url_for,
            "csrf": at.csrf,
            "nonce": getattr(g, "nonce", ""),
            "rubric": rubric,
            "names": names(rubric),
            "say": page_words(),
            "dated": dated,
            "translated": rubric.report_language != ENGLISH,
            "untranslated": untranslated(rubric),
            "version": __version__,
            "megabytes": at.megabytes,
            "limit": at.limit,
            "kept": at.history.is_kept,
            **context,
        }
    )


def page_words() -> Texts:
    """The words of the page, in the language of its reports."""
    return shared_texts("page", app_state().rules.rubric.report_language)


def untranslated(rubric: Rubric) -> str:
    """Return what of the page is English for want of a translation, in few words."""
    language = rubric.report_language
    return "" if language == ENGLISH else in_brief((*rubric.untranslated, *_lacking(language)))


@lru_cache(maxsize=4)
def _lacking(language: str) -> tuple[str, ...]:
    return shared_lacking(language, "page")


def dated(made: str) -> str:
    """Write when an audit was made, as “28 Nov 2026, 20:15”, with the month of the language."""
    day, month, rest = made.split(" ", 2)
    return f"{day} {page_words()['month'].get(month, month)} {rest}"
