"""Whose reports they are: author and logo of all, title and date of one; remembered."""

from __future__ import annotations

from flask import Response, abort, request

from auditor.errors import UsageError
from auditor.report.story.imprint import LARGEST_LOGO, Logo, logo_of
from auditor.serve.routes.review_form import read_name
from auditor.serve.routes.screens import answer, app_state, go_to, reviewed_audit, show_reviewed


def show_imprint(id: str) -> Response:
    """Show the form for title, date, author and logo."""
    return _screen(id)


def _screen(id: str, problem: str = "") -> Response:
    imprint = app_state().history.imprints.find(id)
    return show_reviewed("imprint", reviewed_audit(id), problem, imprint=imprint)


def keep_imprint(id: str) -> Response:
    """Keep what the form says; a logo stays until another is given or it is taken away."""
    reviewed_audit(id)
    imprints = app_state().history.imprints
    try:
        logo = _logo(imprints.find().logo)
    except UsageError as error:
        return _screen(id, f"{error.message[0].upper()}{error.message[1:]}. {error.remedy}")
    imprints.keep_house(read_name("author"), logo)
    imprints.keep(id, read_name("title"), read_name("date"))
    return go_to("audit", id=id, _anchor="report-title")


def _logo(kept: Logo | None) -> Logo | None:
    """Read the logo sent; without one the logo kept, unless it is to go."""
    sent = request.files.get("logo")
    if sent is not None and sent.filename:
        with sent.stream as stream:
            return logo_of(stream.read(LARGEST_LOGO + 1))
    return None if request.form.get("no-logo") else kept


def show_logo() -> Response:
    """Answer with the logo that is kept."""
    logo = app_state().history.imprints.find().logo or abort(404)
    return answer(logo.content, f"image/{logo.kind}")


ROUTES = (
    ("/logo", "GET", "logo", show_logo),
    ("/audits/<id>/imprint", "GET", "imprint", show_imprint),
    ("/audits/<id>/imprint", "POST", "keep_imprint", keep_imprint),
)
