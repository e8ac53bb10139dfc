"""Whose reports they are: author and logo of all, title and date of one; remembered."""

from __future__ import annotations

from dataclasses import replace

from flask import Response, abort, request

from auditor.errors import UsageError
from auditor.report.story.imprint import LARGEST_LOGO, Imprint, Logo, logo_of
from auditor.serve.routes.review_form import read_name
from auditor.serve.routes.screens import answer, app_state, go_to, reviewed_audit, show_reviewed


def edit_imprint(id: str) -> Response:
    """Show the form for title, date, author and logo; keep what is sent.

    Beside a logo that cannot be shown, all that was typed stands in the form again.
    """
    reviewed, problem = reviewed_audit(id), ""
    if request.method == "POST":
        try:
            _keep(id)
            return go_to("audit", id=id, _anchor="report-title")
        except UsageError as error:
            problem = f"{error.message[0].upper()}{error.message[1:]}. {error.remedy}"
    kept = app_state().history.imprints.find(id)
    imprint = replace(_typed(), logo=kept.logo) if problem else kept
    without = "no-logo" in request.form
    return show_reviewed("imprint", reviewed, problem, imprint=imprint, without=without)


def _typed() -> Imprint:
    """Return what was typed into the form."""
    return Imprint(read_name("title"), read_name("date"), read_name("author"))


def _keep(id: str) -> None:
    """Keep what the form says; a logo stays until another is given or it is taken away."""
    imprints, typed = app_state().history.imprints, _typed()
    imprints.keep_house(typed.author, _logo(imprints.find().logo))
    imprints.keep(id, typed.title, typed.date)


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
    ("/audits/<id>/imprint", "GET POST", "imprint", edit_imprint),
)
