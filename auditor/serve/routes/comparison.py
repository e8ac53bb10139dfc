"""Several audits side by side: two versions of one document, or many documents."""

from __future__ import annotations

import tempfile
from pathlib import Path

from flask import Response, abort, request

from auditor.batch.outputs import NAME, write_comparison
from auditor.batch.row import Entry, row_of
from auditor.comparison.versions import compare
from auditor.report.formats import COMPARISON_FORMATS, render_comparison
from auditor.serve.routes.audits import attached, framed
from auditor.serve.routes.screens import answer, app_state, go_to, reviewed_audit, show
from auditor.serve.routes.start import show_start
from auditor.serve.store.reviewed_audit import ReviewedAudit


def choose() -> Response:
    """Take the choice of audits to the page that compares them; with too few or too many, back."""
    chosen, is_many = request.args.getlist("audit"), request.args.get("how") == "many"
    if is_many and chosen:
        return go_to("side_by_side", audit=chosen)
    if is_many or len(chosen) != 2:
        return show_start(chosen, "one" if is_many else "two")
    newer, older = _in_order(chosen)
    return go_to("versions", old=older, new=newer)


def _in_order(chosen: list[str]) -> tuple[str, str]:
    """Put two audits in the order of the history: the later one is taken for the new version."""
    ids = [line.id for line in app_state().history.lines() if line.id in chosen]
    if len(ids) != 2:
        abort(404)
    return ids[0], ids[1]


def show_versions() -> Response:
    """Show what babies gained and lost between two versions."""
    old, new = _pair()
    return show("versions", old=old.line, new=new.line, progress=_is_progress())


def show_changes() -> Response:
    """Answer with the comparison of two versions as a page to be framed."""
    return framed(_written_comparison("html").decode("utf-8"))


def download_changes(format: str) -> Response:
    """Answer with the comparison of two versions as a file."""
    if format not in COMPARISON_FORMATS:
        abort(404)
    return attached(_written_comparison(format), f"versions-compared.{format}")


def _written_comparison(format: str) -> bytes:
    """Write the comparison with the author and the logo of all reports."""
    at, (old, new) = app_state(), _pair()
    compared = compare(old.view, new.view, at.rules, progress=_is_progress())
    return render_comparison(format, compared, at.rules, imprint=at.history.imprints.find())


def _pair() -> tuple[ReviewedAudit, ReviewedAudit]:
    return reviewed_audit(request.args.get("old", "")), reviewed_audit(request.args.get("new", ""))


def _is_progress() -> bool:
    """True if the new document reports on the old one, a plan."""
    return bool(request.args.get("progress"))


def show_side_by_side() -> Response:
    """Show many audits side by side."""
    chosen = _chosen()
    forms = sorted(_written(chosen))
    return show("side_by_side", lines=[one.line for one in chosen], forms=forms)


def show_table() -> Response:
    """Answer with the comparison of many audits as a page to be framed: it runs its own script alone."""
    response = answer(_written(_chosen())["html"])
    response.headers["Content-Security-Policy"] = "frame-ancestors 'self'; sandbox allow-scripts"
    return response


def download_table(format: str) -> Response:
    """Answer with the comparison of many audits as a file."""
    written = _written(_chosen())
    if format not in written:
        abort(404)
    return attached(written[format], f"{NAME}.{format}")


def _chosen() -> list[ReviewedAudit]:
    ids = list(dict.fromkeys(request.args.getlist("audit")))
    if not ids:
        abort(404)
    return [one for one in map(reviewed_audit, ids) if one.audit is not None]


def _written(chosen: list[ReviewedAudit]) -> dict[str, bytes]:
    """Write the comparison in every form this installation can, and give the bytes."""
    entries = [
        Entry(number, one.line.name, (), row_of(one.audit))
        for number, one in enumerate(chosen, 1)
        if one.audit is not None
    ]
    with tempfile.TemporaryDirectory(dir=app_state().room) as folder:
        written = write_comparison(entries, Path(folder), app_state().rules)
        return {path.suffix[1:]: path.read_bytes() for path in written.files}


ROUTES = (
    ("/compare", "GET", "choose", choose),
    ("/versions", "GET", "versions", show_versions),
    ("/versions/changes", "GET", "changes", show_changes),
    ("/versions/download/<format>", "GET", "download_changes", download_changes),
    ("/side-by-side", "GET", "side_by_side", show_side_by_side),
    ("/side-by-side/table", "GET", "table", show_table),
    ("/side-by-side/download/<format>", "GET", "download_table", download_table),
)
