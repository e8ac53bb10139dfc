"""The door, the style sheet and script, help, errors, and the way out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache

from flask import Response, abort, current_app, request
from werkzeug.exceptions import HTTPException

from auditor.errors import AuditorError
from auditor.report.web.html import style
from auditor.rules.resources import templates_folder
from auditor.serve.jobs.failures import is_busy, is_full
from auditor.serve.request_security import find_client
from auditor.serve.routes.screens import answer, app_state, show, show_error
from auditor.serve.sessions import STRANGER

ASSETS = {
    "page.css": ("text/css", "page.css"),
    "page.js": ("text/javascript", "page.js"),
    "icon.svg": ("image/svg+xml", "icon.svg.j2"),
}
"""The style sheet, the one script, and the picture in the window's tab: kind and file of each."""


def open_door() -> Response:
    """Take the token, which opens once, give a cookie for it, and go to the start."""
    at = app_state()
    key = find_client(request.headers.get("Cookie", ""), at)
    if key == STRANGER and not at.start.use(request.args.get("token", "")):
        abort(403)
    response = show("door")
    response.set_cookie(
        at.cookie, key or at.sessions.begin(), httponly=True, samesite="Strict", path="/"
    )
    return response


def show_asset(name: str) -> Response:
    """Answer with the style sheet, the script or the picture."""
    if name not in ASSETS:
        abort(404)
    return answer(read_asset(name), f"{ASSETS[name][0]}; charset=utf-8")


@lru_cache(maxsize=len(ASSETS))
def read_asset(name: str) -> str:
    """Read an asset; the reports' own style sheet comes before what the page adds."""
    own = (templates_folder() / "serve" / ASSETS[name][1]).read_text("utf-8")
    return str(style()) + own if name == "page.css" else own


def show_help() -> Response:
    """Show what the page does, and what it does not."""
    return show("help")


def stop() -> Response:
    """Stop the server, once this answer is on its way."""
    ending: Callable[[], None] | None = current_app.config.get("STOP")
    if ending is not None:
        threading.Timer(0.4, ending).start()
    return show("stopped")


def went_wrong(error: Exception) -> Response:
    """Answer in plain words what went wrong; the particulars go to the log, not to the page."""
    if isinstance(error, HTTPException) and error.code is not None:
        return show_error(error.code)
    if isinstance(error, AuditorError):
        return show_error(422, message=error.message, remedy=error.remedy)
    if is_full(error):
        return show_error(507)
    if is_busy(error):
        return show_error(503)
    current_app.logger.error("a request went wrong", exc_info=error)
    return show_error(500)


ROUTES = (
    ("/open", "GET", "door", open_door),
    ("/assets/<name>", "GET", "asset", show_asset),
    ("/help", "GET", "help", show_help),
    ("/stop", "POST", "stop", stop),
)
