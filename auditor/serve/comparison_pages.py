"""Several audits side by side: two versions of one document, or many documents."""

from __future__ import annotations

import tempfile
from pathlib import Path

from flask import Response, abort, make_response, redirect, request, url_for

from auditor.batch.outputs import NAME, write_comparison
from auditor.batch.row import Entry, row_of
from auditor.comparison import compare
from auditor.report.audit_json import render_json
from auditor.report.html import render_comparison
from auditor.report.markdown import render_comparison_markdown
from auditor.report.view import View
from auditor.serve.audit_pages import attached, framed
from auditor.serve.screens import desk, show
from auditor.serve.standing import Standing, find_standing

KINDS = {
    "html": "text/html; charset=utf-8", "json": "application/json", "md": "text/markdown",
    "csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}


def choose() -> Response:
    """Take the choice of audits to the page that compares them."""
    chosen = request.args.getlist("audit")
    if request.args.get("how") == "many":
        place = url_for("side_by_side", audit=chosen)
    elif len(chosen) == 2:
        newer, older = _in_order(chosen)
        place = url_for("versions", old=older, new=newer)
    else:
        return show("error", 422, code=4222, message="", remedy="")
    return redirect(place, 303)  # type: ignore[return-value]


def _in_order(chosen: list[str]) -> tuple[str, str]:
    """Put two audits in the order of the history: the later one is taken for the new version."""
    ids = [line.id for line in desk().history.lines() if line.id in chosen]
    if len(ids) != 2:
        abort(404)
    return ids[0], ids[1]


def show_versions() -> Response:
    """Show what babies gained and lost between two versions."""
    old, new = _pair()
    return show("versions", old=old.line, new=new.line)


def show_changes() -> Response:
    """Give the comparison of two versions as a page to be framed."""
    return framed(render_comparison(_compared(), desk().rules.rubric))


def download_changes(format: str) -> Response:
    """Give the comparison of two versions as a file."""
    compared, rubric = _compared(), desk().rules.rubric
    makers = {
        "html": lambda: render_comparison(compared, rubric).encode("utf-8", "replace"),
        "md": lambda: render_comparison_markdown(compared, rubric).encode("utf-8", "replace"),
        "json": lambda: render_json(compared),
    }
    if format not in makers:
        abort(404)
    return attached(makers[format](), f"versions-compared.{format}", KINDS[format])


def _pair() -> tuple[Standing, Standing]:
    return find_standing(request.args.get("old", "")), find_standing(request.args.get("new", ""))


def _compared() -> View:
    old, new = _pair()
    return compare(old.view, new.view, desk().rules)


def show_side_by_side() -> Response:
    """Show many audits side by side."""
    chosen = _chosen()
    forms = sorted(_written(chosen))
    return show("side_by_side", lines=[one.line for one in chosen], forms=forms)


def show_table() -> Response:
    """Give the comparison of many audits as a page to be framed: it runs its own script alone."""
    response = make_response(_written(_chosen())["html"])
    response.headers["Content-Type"] = KINDS["html"]
    response.headers["Content-Security-Policy"] = "frame-ancestors 'self'; sandbox allow-scripts"
    return response


def download_table(format: str) -> Response:
    """Give the comparison of many audits as a file."""
    written = _written(_chosen())
    if format not in written:
        abort(404)
    kind = KINDS.get(format, "application/octet-stream")
    return attached(written[format], f"{NAME}.{format}", kind)


def _chosen() -> list[Standing]:
    ids = list(dict.fromkeys(request.args.getlist("audit")))
    if not ids:
        abort(404)
    return [one for one in map(find_standing, ids) if one.audit is not None]


def _written(chosen: list[Standing]) -> dict[str, bytes]:
    """Write the comparison in every form this installation can, and give the bytes."""
    entries = [
        Entry(number, one.line.name, (), row_of(one.audit))
        for number, one in enumerate(chosen, 1) if one.audit is not None
    ]
    with tempfile.TemporaryDirectory(dir=desk().room) as folder:
        paths, _ = write_comparison(entries, Path(folder), desk().rules)
        return {path.suffix[1:]: path.read_bytes() for path in paths}


ROUTES = (
    ("/compare", "GET", "choose", choose),
    ("/versions", "GET", "versions", show_versions),
    ("/versions/changes", "GET", "changes", show_changes),
    ("/versions/download/<format>", "GET", "download_changes", download_changes),
    ("/side-by-side", "GET", "side_by_side", show_side_by_side),
    ("/side-by-side/table", "GET", "table", show_table),
    ("/side-by-side/download/<format>", "GET", "download_table", download_table),
)
