"""Who may ask, and what a page may do: checked before and added after every request."""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass

from flask import Flask, Response, abort, g, request
from werkzeug.exceptions import HTTPException
from werkzeug.http import parse_cookie

from auditor.serve.app_state import FORM, MEGABYTE, AppState
from auditor.serve.sessions import STRANGER, same

COPIES = 3
"""Copies of an upload that are on the disk for a moment: as received, as parsed, as kept."""
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "X-Frame-Options": "SAMEORIGIN",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The head of a request: all that is needed to turn it away before its body is taken."""

    method: str
    path: str
    host: str
    cookie: str
    origin: str | None
    site: str
    """Who made the browser ask, as the browser says."""
    length: int | None
    """Bytes of the body; None where the head does not say."""

    @property
    def is_open(self) -> bool:
        """True for what may be asked without the cookie: the door, and what it wears."""
        return self.path == "/open" or self.path.startswith("/assets/")

    @property
    def has_body(self) -> bool:
        """True for a form or an upload."""
        return self.method not in ("GET", "HEAD")


class NoRoomError(HTTPException):
    """The disk has no room for an upload."""

    code = 507
    description = "no room on the disk"


def find_refusal(asked: Asked, state: AppState) -> int | None:
    """Return the code with which a request is turned away; None where it may be answered."""
    if asked.host.lower() not in state.hosts:
        return 400
    if _is_foreign(asked, state):
        return 403
    if asked.is_open:
        return 400 if asked.length else None
    if find_client(asked.cookie, state) == STRANGER:
        return 403
    return _find_refusal_of_body(asked, state) if asked.has_body else None


def find_client(cookie: str, state: AppState) -> str:
    """Return the key by which a browser is known; nothing for a stranger."""
    return state.sessions.find(parse_cookie(cookie).get(state.cookie, ""))


def _is_foreign(asked: Asked, state: AppState) -> bool:
    """Return True if another site made the browser ask."""
    origins = {f"http://{host}" for host in state.hosts}
    if asked.origin is not None and asked.origin.lower() not in origins:
        return True
    return asked.path != "/open" and asked.site not in ("same-origin", "none")


def _find_refusal_of_body(asked: Asked, state: AppState) -> int | None:
    """Return 413 for a body over the limit, 507 where the disk has no room for it."""
    if asked.length is None:
        return 413
    if asked.path != "/documents":
        return 413 if asked.length > MEGABYTE else None
    if asked.length > state.limit + FORM:
        return 413
    is_full = shutil.disk_usage(state.room).free < COPIES * asked.length + MEGABYTE
    return 507 if is_full else None


def secure(app: Flask, state: AppState) -> None:
    """Check every request before it is answered, and seal every answer."""
    app.before_request(lambda: _check(state))
    app.after_request(_seal)


def _check(state: AppState) -> None:
    """Turn away what does not come from the user's own page."""
    g.nonce = secrets.token_urlsafe(18)
    asked = _asked()
    refusal = find_refusal(asked, state)
    if refusal == NoRoomError.code:
        raise NoRoomError
    if refusal is not None:
        abort(refusal)
    if asked.has_body and not same(request.form.get("csrf", ""), state.csrf):
        abort(403)


def _asked() -> Asked:
    headers = request.headers
    return Asked(
        request.method,
        request.path,
        headers.get("Host", ""),
        headers.get("Cookie", ""),
        headers.get("Origin"),
        headers.get("Sec-Fetch-Site", "same-origin"),
        request.content_length,
    )


def _seal(response: Response) -> Response:
    """Add to an answer what the page may load and run; nothing is kept by the browser."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", _policy(getattr(g, "nonce", "")))
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _policy(nonce: str) -> str:
    return (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
        "img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
