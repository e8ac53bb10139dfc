"""What the child does for `workers`: it audits documents, one after the other.

It may be killed at any moment, and so writes nothing but a temporary folder for fetched files.
"""

from __future__ import annotations

import os
import tempfile
import traceback
from dataclasses import replace
from pathlib import Path

from auditor.batch.cost import Meter
from auditor.batch.job import (
    Decided,
    Job,
    Outcome,
    Task,
    bug_row,
    content_hash,
    failed_row,
    rules_of,
)
from auditor.batch.row import row_of
from auditor.batch.sources.remote import find_mark, write_fetched
from auditor.batch.sources.source import Source, is_url, legible, output_path
from auditor.errors import (
    DocumentError,
    EncryptedDocumentError,
    UnreadableDocumentError,
)
from auditor.isolation.child_main import Answer, Send
from auditor.records import Audit
from auditor.rules import Rules


def make_auditor(setup: tuple[Job, Path]) -> Answer:
    """Return what audits a document of a batch and sends the outcome.

    Raises:
        AuditorError: a mistake in the rules, told before any document is opened.

    """
    job, room = setup
    job.method.warm(rules_of(job))

    def answer(task: Task, send: Send) -> None:
        send(audit_one(task, job, room))

    return answer


def audit_one(task: Task, job: Job, room: Path | None = None) -> Outcome:
    """Audit one document and write its reports, in memory; what goes wrong is the outcome.

    What must be fetched goes into a folder of its own in `room`, named after this process.
    """
    try:
        return _fetched_and_audited(task, job, room)
    except Exception as error:
        return _failed(error, task.source, job)


def _fetched_and_audited(task: Task, job: Job, room: Path | None) -> Outcome:
    source = task.source
    if source.is_local and all(map(_is_plain, source.addresses)):
        return _audited(task, job, tuple(source.path(each) for each in source.addresses))
    marks = tuple(find_mark(each, job.fetching) for each in source.addresses if is_url(each))
    if marks and task.fetched is not None and "\n".join(marks) == task.fetched.mark:
        row = failed_row(source, "unchanged", "")
        return Outcome(row, task.fetched.sha256, marks, is_unchanged=True)
    with tempfile.TemporaryDirectory(prefix=f"{os.getpid()}-", dir=room) as folder:
        paths = _fetch(source, job, Path(folder))
        return replace(_audited(task, job, paths), marks=marks)


def _fetch(source: Source, job: Job, folder: Path) -> tuple[Path, ...]:
    """Return the files on disk, fetching those that are somewhere else."""
    paths = []
    for number, address in enumerate(source.addresses):
        own = folder / str(number)
        own.mkdir()
        if is_url(address):
            paths.append(write_fetched(address, own, job.fetching))
        elif _is_plain(address):
            paths.append(source.path(address))
        else:  # a name that cannot be printed: the document is known by one that can
            paths.append(own / legible(source.path(address).name))
            paths[-1].symlink_to(source.path(address).absolute())
    return tuple(paths)


def _is_plain(address: str) -> bool:
    return is_url(address) or legible(address) == address


def _audited(task: Task, job: Job, files: tuple[Path, ...]) -> Outcome:
    sha256 = content_hash(files)
    meter = Meter()
    outcome = _outcome(task, job, files, sha256)
    row = replace(outcome.row, seconds=meter.seconds, memory=meter.memory)
    return replace(outcome, sha256=sha256, row=row)


def _outcome(task: Task, job: Job, files: tuple[Path, ...], sha256: str) -> Outcome:
    source = task.source
    try:
        rules = rules_of(job, task.particulars.report_language)
        audit = job.method.audit(files, rules, task.reading(job))
        made = _decided(audit, task, job, rules, sha256)
        written = job.method.write(made, rules, job.formats, job.imprint)
    except Exception as error:
        return _failed(error, source, job, sha256)
    paths = tuple(output_path(source, sha256, form) for form in job.formats)
    row = row_of(made.audit, paths, checked=made.is_checked)
    files_written = tuple(zip(paths, written, strict=True))
    return Outcome(replace(row, sha256=sha256), outputs=files_written)


def _decided(audit: Audit, task: Task, job: Job, rules: Rules, sha256: str) -> Decided:
    """Put people's decisions on these very bytes into an audit, where there are any."""
    said = task.particulars
    if not said.reviews or job.method.decide is None or said.sha256 != sha256:
        return Decided(audit)
    return job.method.decide(audit, said.reviews, rules)


def _failed(error: Exception, source: Source, job: Job, sha256: str = "") -> Outcome:
    """Return the row of a document of which no audit came; a bug costs no other its own."""
    if isinstance(error, MemoryError):
        limit = f"{job.reading.memory // 1024**2} MB"
        reason = f"needs more memory than the {limit} a document may use"
        remedy = "Audit it alone on a larger machine, or split it."
        return Outcome(failed_row(source, reason, remedy, sha256), spoiled=True)
    if not isinstance(error, DocumentError):
        trace = "".join(traceback.format_exception(error))
        return Outcome(bug_row(source, error, sha256), trace=trace)
    unreadable = isinstance(error, UnreadableDocumentError | EncryptedDocumentError)
    return Outcome(failed_row(source, error.message, error.remedy, sha256, unreadable=unreadable))
