"""Who may ask, and what a page may do: checked before and added after every request."""

from __future__ import annotations

import hmac
import secrets

from flask import Flask, Response, abort, g, request

from auditor.serve.desk import Desk

OPEN = frozenset(("door", "asset"))
"""What may be asked without the cookie: the door itself, and the style sheet it wears."""
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "X-Frame-Options": "SAMEORIGIN",
}


def guard(app: Flask, desk: Desk) -> None:
    """Put the guard before and after every request."""
    app.before_request(lambda: _check(desk))
    app.after_request(_seal)


def _check(desk: Desk) -> None:
    """Turn away what does not come from the user's own page."""
    g.nonce = secrets.token_urlsafe(18)
    if request.headers.get("Host", "").lower() not in desk.hosts:
        abort(400)
    if _is_foreign(desk):
        abort(403)
    if request.endpoint in OPEN:
        return
    if not same(request.cookies.get(desk.cookie, ""), desk.token):
        abort(403)
    if request.method not in ("GET", "HEAD"):
        _check_form(desk)


def _is_foreign(desk: Desk) -> bool:
    """Say whether another site made the browser ask."""
    origin = request.headers.get("Origin")
    if origin is not None and origin.lower() not in {f"http://{host}" for host in desk.hosts}:
        return True
    if request.endpoint == "door":
        return False
    return request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")


def _check_form(desk: Desk) -> None:
    """Check that a form is one of ours; a body over the limit ends here with 413."""
    if request.content_length is None or request.content_length > desk.limit + 65536:
        abort(413)
    if not same(request.form.get("csrf", ""), desk.csrf):
        abort(403)


def same(given: str, wanted: str) -> bool:
    """Say whether two secrets are the same, in a time that does not tell how nearly."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _seal(response: Response) -> Response:
    """Say what the page may load and run; nothing is kept by the browser."""
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
