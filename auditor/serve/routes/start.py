"""The first screen: hand in documents, see how far they are, find earlier audits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from flask import Response, abort, current_app, request, stream_with_context
from werkzeug.datastructures import FileStorage

from auditor.report.templating import html_environment
from auditor.serve.jobs.job import Job
from auditor.serve.jobs.uploads import keep
from auditor.serve.request_security import find_client
from auditor.serve.routes.screens import app_state, go_to, page_words, show, show_error

HEARTBEAT = 3.0
"""Seconds after which a quiet line says that it is still there."""


def show_start(chosen: Sequence[str] = (), needed: str = "") -> Response:
    """Show the first screen; with the audits chosen for a comparison that needs others."""
    at = app_state()
    interrupted, at.interrupted = at.interrupted, ()
    return show(
        "start",
        422 if needed else 200,
        jobs=at.jobs.all(),
        lines=at.history.lines(),
        interrupted=interrupted,
        chosen=chosen,
        needed=needed,
    )


def take_documents() -> Response:
    """Take files in: each a job of its own, or all together one."""
    files = [file for file in request.files.getlist("files") if file.filename]
    if not files:
        return show_error(422)
    groups = [files] if request.form.get("together") and len(files) > 1 else [[x] for x in files]
    _add(groups)
    return go_to("start")


def _add(groups: list[list[FileStorage]]) -> None:
    """Save the files of all jobs and have them done, or none."""
    at, ocr = app_state(), "off" if request.form.get("ocr") == "off" else "auto"
    with ExitStack() as undoing:
        jobs = []
        for group in groups:
            jobs.append(Job(keep(group, at.room), ocr=ocr))
            undoing.callback(jobs[-1].upload.delete)
        for job in jobs:
            undoing.callback(at.jobs.put_away, job.id)
            at.jobs.add(job)
        undoing.pop_all()


def put_away(id: str) -> Response:
    """Stop a job, or take one that is over off the list."""
    app_state().jobs.put_away(id)
    return go_to("start")


def delete_all() -> Response:
    """Delete the whole history."""
    at = app_state()
    at.jobs.forget_audits([line.id for line in at.history.lines()])
    at.history.delete_all()
    return go_to("start")


def list_jobs() -> Response:
    """Answer with the list of jobs as a piece of the page."""
    return show("jobs", jobs=app_state().jobs.all())


def list_history() -> Response:
    """Answer with the list of earlier audits as a piece of the page."""
    return show("history", lines=app_state().history.lines(), chosen=())


def stream_progress() -> Response:
    """Send news of the jobs as they come, in server-sent events."""
    if app_state().jobs.is_closed:
        abort(503)
    client = find_client(request.headers.get("Cookie", ""), app_state())
    stream = app_state().jobs.open_stream(client)
    response = current_app.response_class(
        stream_with_context(_news(stream)), mimetype="text/event-stream"
    )
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _news(stream: int) -> Iterator[str]:
    jobs = app_state().jobs
    version = -1
    try:
        while jobs.is_open(stream):
            latest = jobs.wait(version, HEARTBEAT, stream)
            if latest == version:
                yield ": still here\n\n"
                continue
            version = latest
            yield f"data: {json.dumps([_told(job) for job in jobs.all()])}\n\n"
    finally:
        jobs.close_stream(stream)


def _told(job: Job) -> dict[str, object]:
    """Return what the page is told of one job."""
    template = html_environment().get_template("serve/progress.html.j2")
    macro = template.make_module({"say": page_words()})
    return {
        "id": job.id,
        "state": job.state,
        "done": job.done,
        "total": job.total,
        "text": str(macro.progress_text(job)),  # type: ignore[attr-defined]  # a macro
    }


ROUTES = (
    ("/", "GET", "start", show_start),
    ("/documents", "POST", "documents", take_documents),
    ("/jobs", "GET", "jobs", list_jobs),
    ("/jobs/<id>/away", "POST", "away", put_away),
    ("/history", "GET", "history", list_history),
    ("/history/delete", "POST", "delete_all", delete_all),
    ("/progress", "GET", "progress", stream_progress),
)
