"""One audit: its answer, the report in the page, downloads, and delete."""

from __future__ import annotations

from importlib.util import find_spec
from urllib.parse import quote

from flask import Response, abort

from auditor.report.formats import FORMATS, find_writer, render
from auditor.report.story.audit_story import is_checked
from auditor.report.web.html import policy, render_html
from auditor.serve.routes.screens import (
    HTML,
    answer,
    app_state,
    go_to,
    reviewed_audit,
    show,
    show_error,
)
from auditor.serve.store.reviewed_audit import ReviewedAudit

KINDS = {
    "html": HTML,
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown",
    "csv": "text/csv; charset=utf-8",
    "toml": "application/toml; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "jsonld": "application/ld+json",
    "sarif": "application/sarif+json",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "fodt": "application/vnd.oasis.opendocument.text-flat-xml",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
    "qdpx": "application/zip",
}
"""What a file is, by its ending."""
KEPT = {
    "annotated-docx": "-marked.docx",
    "annotated-odt": "-marked.odt",
    "annotated-fodt": "-marked.fodt",
}
"""Drafts with comments, made while the document was there: ending of the name."""
MADE = {"annotated": "-marked.pdf", "pack": "-pack.zip"}
"""Downloads made when they are asked for, with people's decisions: ending of the name."""


def show_audit(id: str) -> Response:
    """Show an audit's answer, its downloads, and the report."""
    reviewed = reviewed_audit(id)
    others = [line for line in app_state().history.lines() if line.id != id]
    return show(
        "audit",
        reviewed=reviewed,
        line=reviewed.line,
        view=reviewed.view,
        others=others,
        formats=list(FORMATS),
        is_checked=is_checked(reviewed.view),
        files=app_state().history.file_names(id),
        packs=find_spec("typst") is not None and find_spec("docxtpl") is not None,
    )


def show_report(id: str) -> Response:
    """Answer with the report as a page of its own, to be framed: it may run nothing."""
    reviewed = reviewed_audit(id)
    imprint = app_state().history.imprints.find(id)
    rubric = app_state().rules.rubric
    return framed(render_html(reviewed.view, rubric, imprint=imprint, scripted=False))


def framed(page: str) -> Response:
    """Answer with a page that a reader's page may frame, and that may load and run nothing."""
    response = answer(page)
    response.headers["Content-Security-Policy"] = (
        f"{policy()}; frame-ancestors 'self'; sandbox allow-same-origin allow-popups"
    )
    return response


def download(id: str, format: str) -> Response:
    """Answer with the report in one of the formats."""
    if format not in FORMATS:
        abort(404)
    reviewed = reviewed_audit(id)
    if reviewed.audit is None and FORMATS[format].takes == "audit":
        return show_error(422, code=409)
    content = render(
        format,
        reviewed.view,
        reviewed.audit,  # type: ignore[arg-type]  # None only for formats that take no audit
        app_state().rules,
        imprint=app_state().history.imprints.find(id),
    )
    return attached(content, reviewed.stem + "-audit" + FORMATS[format].ending)


def download_made(id: str, name: str) -> Response:
    """Answer with a marked copy or the pack; people's decisions are in all but a marked draft."""
    reviewed = reviewed_audit(id)
    content = _made(reviewed, name)
    if content is None:
        abort(404)
    return attached(content, reviewed.stem + {**KEPT, **MADE}[name])


def _made(reviewed: ReviewedAudit, name: str) -> bytes | None:
    if name in KEPT:
        return app_state().history.find_file(reviewed.line.id, name)
    if name not in MADE or reviewed.audit is None:
        return None
    copy = _marked_copy(reviewed)
    return copy if name == "annotated" else _pack(reviewed, copy)


def _marked_copy(reviewed: ReviewedAudit) -> bytes | None:
    """Find the marked copy; its marks are made anew where people have decided."""
    copy = app_state().history.find_file(reviewed.line.id, "annotated")
    if copy is None or reviewed.audit is None or not reviewed.decisions:
        return copy
    again = find_writer("print.annotated_copy:annotate_again", "", "the marked copy")
    name = reviewed.audit.document.files[0].name if reviewed.audit.document.files else ""
    checked = is_checked(reviewed.view)
    return bytes(again(copy, name, reviewed.audit, app_state().rules, checked=checked))


def _pack(reviewed: ReviewedAudit, copy: bytes | None) -> bytes:
    at = app_state()
    kept = at.history.find_file(reviewed.line.id, "refused")
    refused = "" if copy else (kept or b"a pack holds a marked copy of a PDF alone").decode("utf-8")
    write = find_writer("consultation.pack:pack_of", "pdf", "the pack")
    imprint = at.history.imprints.find(reviewed.line.id)
    return bytes(
        write(copy or b"", refused, reviewed.view, reviewed.audit, at.rules, imprint=imprint)
    )


def attached(content: bytes, name: str) -> Response:
    """Answer with a file to be saved."""
    kind = KINDS.get(name.rpartition(".")[2], "application/octet-stream")
    response = answer(content, kind)
    plain = name.encode("ascii", "replace").decode().replace("?", "_")
    plain = "".join("_" if sign in '"\\;' or not sign.isprintable() else sign for sign in plain)
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    )
    return response


def show_picture(id: str, page: int) -> Response:
    """Answer with the picture of a page."""
    content = app_state().history.find_picture(id, page)
    if content is None:
        abort(404)
    response = answer(content, "image/png")
    response.headers["Cache-Control"] = "private, no-store"
    return response


def delete(id: str) -> Response:
    """Delete an audit and everything kept with it."""
    reviewed_audit(id)
    app_state().jobs.forget_audits([id])
    app_state().history.delete(id)
    return go_to("start")


ROUTES = (
    ("/audits/<id>", "GET", "audit", show_audit),
    ("/audits/<id>/report", "GET", "report", show_report),
    ("/audits/<id>/download/<format>", "GET", "download", download),
    ("/audits/<id>/kept/<name>", "GET", "kept", download_made),
    ("/audits/<id>/pages/<int:page>.png", "GET", "picture", show_picture),
    ("/audits/<id>/delete", "POST", "delete", delete),
)
