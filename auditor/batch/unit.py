"""The unit of work: one document in, one row and its files out. Picklable, whoever runs it."""

from __future__ import annotations

import hashlib
import re
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from auditor import __version__
from auditor.batch.remote import find_mark, write_fetched
from auditor.batch.row import Row, row_of
from auditor.batch.sources import Source, is_url
from auditor.errors import (
    AuditorError,
    DocumentError,
    EncryptedDocumentError,
    TooLargeDocumentError,
    UnreadableDocumentError,
)
from auditor.records import Audit, Reading
from auditor.rules import Rules

Auditing = Callable[[tuple[Path, ...], Rules, Reading], Audit]
Writing = Callable[[Audit, Rules, tuple[str, ...]], tuple[bytes, ...]]


@dataclass(frozen=True, slots=True)
class Method:
    """How to audit and how to write: functions, named by module so that they pickle."""

    rules: Callable[[Path | None, Path | None], Rules]
    audit: Auditing
    write: Writing
    warm: Callable[[Rules], None]
    """Loads the model, so that no document pays for it."""


@dataclass(frozen=True, slots=True)
class Job:
    """What all documents of a batch have in common: small, and the same on every machine."""

    method: Method
    reading: Reading = field(default_factory=Reading)
    formats: tuple[str, ...] = ("json", "html")
    """The files to write for each document; "json" is always the first."""
    lexicons: Path | None = None
    rubric: Path | None = None
    rules_hash: str = ""
    seconds: float = 300.0
    """Time that one document may take, start to finish."""
    recycle: int = 50
    """Documents after which a worker is replaced by a fresh one."""
    version: str = __version__

    @property
    def limits(self) -> str:
        """Name the limits: a document that broke them is tried again under others."""
        return f"{self.seconds:g} s, {self.reading.memory} bytes, {self.reading.max_pages} pages"

    def key(self, sha256: str, names: tuple[str, ...]) -> str:
        """Name the work: same bytes, names, version, rules and options, same outcome."""
        reading = self.reading
        parts = (
            sha256, *names, "", self.version, self.rules_hash, *self.formats,
            reading.ocr, reading.language, reading.engine,
        )
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document, on its way from a worker to the output folder."""

    row: Row
    sha256: str = ""
    """The hash of its bytes; "" where they could not be had."""
    marks: tuple[str, ...] = ()
    """For fetched files: the mark of each (`find_mark`)."""
    outputs: tuple[tuple[str, bytes], ...] = ()
    """The files to write: path from the output folder, bytes."""
    trace: str = ""
    """For a bug: the traceback."""
    spoiled: bool = False
    """The process ran out of memory and should not be used again."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The first answer: the worker is prepared, or why it is not."""

    problem: AuditorError | None = None


def audit_one(source: Source, job: Job) -> Outcome:
    """
    Audit one document and write its reports, in memory; whatever goes wrong is the outcome.

    Runs in a process of its own, which may be killed at any moment: it writes
    nothing but a temporary folder for fetched files.
    """
    with tempfile.TemporaryDirectory(prefix="auditor-") as folder:
        try:
            paths = _paths(source, Path(folder))
            sha256 = content_hash(paths)
        except DocumentError as error:
            return Outcome(_row_of_error(error, source))
        marks = tuple(find_mark(each) for each in source.addresses if is_url(each))
        return replace(_audited(source, job, paths, sha256), sha256=sha256, marks=marks)


def _paths(source: Source, folder: Path) -> tuple[Path, ...]:
    """Name the files on disk, fetching those that are somewhere else."""
    paths = []
    for number, address in enumerate(source.addresses):
        if not is_url(address):
            paths.append(source.path(address))
            continue
        own = folder / str(number)
        own.mkdir()
        paths.append(write_fetched(address, own))
    return tuple(paths)


def content_hash(paths: tuple[Path, ...]) -> str:
    """
    Hash the bytes of a document; of several files, the hash of their hashes.

    Raises:
        UnreadableDocumentError: a file is missing or may not be read.

    """
    hashes = [_file_hash(path) for path in paths]
    if len(hashes) == 1:
        return hashes[0]
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def _file_hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableDocumentError(
            f"cannot be opened ({error.strerror})",
            remedy="Check the path, and that you may read the file.",
        ) from None


def _audited(source: Source, job: Job, files: tuple[Path, ...], sha256: str) -> Outcome:
    try:
        rules = rules_of(job)
        audit = job.method.audit(files, rules, job.reading)
        written = job.method.write(audit, rules, job.formats)
    except DocumentError as error:
        return Outcome(_row_of_error(error, source, sha256))
    except MemoryError:
        return Outcome(_row_of_error(_out_of_memory(job), source, sha256), spoiled=True)
    except Exception as error:  # a bug costs one document its row, and no other
        return _bug(source, sha256, error)
    paths = tuple(output_path(source, sha256, form) for form in job.formats)
    row = replace(row_of(audit, paths), sha256=sha256)
    return Outcome(row, outputs=tuple(zip(paths, written, strict=True)))


def _bug(source: Source, sha256: str, error: Exception) -> Outcome:
    row = failed_row(
        source, f"the auditor made a mistake ({type(error).__name__}: {error})",
        "Please report this, with the document if you may.", sha256,
    )
    return Outcome(row, trace="".join(traceback.format_exception(error)))


def _out_of_memory(job: Job) -> TooLargeDocumentError:
    return TooLargeDocumentError(
        f"needs more memory than the {job.reading.memory // 1024**2} MB a document may use",
        remedy="Audit it alone on a larger machine, or split it.",
    )


def rules_of(job: Job) -> Rules:
    """Read the rules of a batch, once a process."""
    return _rules(job.method, job.lexicons, job.rubric)


@lru_cache(maxsize=2)
def _rules(method: Method, lexicons: Path | None, rubric: Path | None) -> Rules:
    return method.rules(lexicons, rubric)


def _row_of_error(error: DocumentError, source: Source, sha256: str = "") -> Row:
    unreadable = isinstance(error, UnreadableDocumentError | EncryptedDocumentError)
    return failed_row(
        source, error.message, error.remedy, sha256, unreadable=unreadable
    )


def failed_row(
    source: Source, reason: str, remedy: str, sha256: str = "", *, unreadable: bool = False
) -> Row:
    """Make the row of a document of which no audit came."""
    return Row(
        outcome="unreadable" if unreadable else "failed",
        reason=reason, remedy=remedy, name=" + ".join(source.names), sha256=sha256,
    )


def output_path(source: Source, sha256: str, form: str) -> str:
    """
    Name an output file after its document: readable, and no two documents share one.

    >>> output_path(Source(("plans/Plan for Kent (final).pdf",)), "0123456789abcdef", "json")
    'audits/plan-for-kent-final-9e072f87.json'
    """
    stem = source.label if len(source.addresses) > 1 and source.label else ""
    stem = stem or Path(source.names[0]).stem
    words = re.sub(r"[^\w]+", "-", stem.lower()).strip("-_")[:60] or "document"
    folder = "audits" if form == "json" else "reports"
    mark = hashlib.sha256("\0".join((sha256, *source.names)).encode()).hexdigest()[:8]
    return f"{folder}/{words}-{mark}.{form}"
