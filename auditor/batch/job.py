"""The work on one document: how it is to be audited, and what comes of it. Picklable."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path

from auditor import __version__
from auditor.batch.particulars import Cells, Particulars
from auditor.batch.row import Row
from auditor.batch.sources.addresses import FetchRules
from auditor.batch.sources.source import Source
from auditor.errors import TooLargeDocumentError, UnreadableDocumentError
from auditor.records import Audit, Reading
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.views.reviews import ReviewsView
from auditor.rules import Rules
from auditor.rules.rubric import Rubric

LARGEST = 2 * 1024**3
"""Bytes that any document may have."""
LIMITS = frozenset(("seconds", "memory", "max_pages"))
"""Ways of reading that do not change what is found, only whether it is."""
Auditing = Callable[[tuple[Path, ...], Rules, Reading], Audit]
ROWS = "2"
"""Raised where a row says more than before: rows of before are made again."""


@dataclass(frozen=True, slots=True)
class Decided:
    """An audit, with people's decisions in it where there are any."""

    audit: Audit
    account: ReviewsView | None = None
    is_checked: bool = False
    """True if people have decided on every statement that the answer rests on."""


Writing = Callable[[Decided, Rules, tuple[str, ...], Imprint], tuple[bytes, ...]]
Deciding = Callable[[Audit, tuple[Cells, ...], Rules], Decided]


@dataclass(frozen=True, slots=True)
class Method:
    """How to audit and how to write: functions, named by module so that they pickle."""

    rules: Callable[[Path | None, Path | None, str], Rules]
    audit: Auditing
    write: Writing
    warm: Callable[[Rules], None]
    """Loads the model, so that no document pays for it."""
    decide: Deciding | None = None
    """Puts people's decisions into an audit."""


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
    fetching: FetchRules = field(default_factory=FetchRules)
    """Which addresses may be fetched."""
    imprint: Imprint = PLAIN
    """What a person says of the reports themselves."""
    report_language: str = "en"
    """The language of the reports."""
    recycle: int = 50
    """Documents after which a worker is replaced by a fresh one."""
    version: str = __version__

    @property
    def limits(self) -> str:
        """Return the limits: a document that broke them is tried again under others."""
        return f"{self.seconds:g} s, {self.reading.memory} bytes, {self.reading.max_pages} pages"

    def key(self, sha256: str, names: tuple[str, ...], mark: str = "") -> str:
        """Return the work: same bytes, names, version, rules, options and mark, same outcome.

        The mark is that of the document's particulars.
        """
        chosen = (
            f"{each.name}={getattr(self.reading, each.name)}"
            for each in fields(self.reading)
            if each.name not in LIMITS
        )
        signed = (repr(self.imprint),) if self.imprint != PLAIN else ()
        spoken = () if self.report_language == "en" else (f"report in {self.report_language}",)
        parts = (
            sha256,
            *names,
            "",
            ROWS,
            self.version,
            self.rules_hash,
            *self.formats,
            *chosen,
            mark,
            *signed,
            *spoken,
        )
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an earlier run found at a remote address."""

    mark: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Task:
    """A document that is to be audited now."""

    number: int
    """Its place in the input, from 1."""
    source: Source
    sha256: str = ""
    """The hash of its bytes where they are at hand."""
    fetched: Fetched | None = None
    """For a remote document that an earlier run has audited: what it had then."""
    particulars: Particulars = field(default_factory=Particulars)

    def reading(self, job: Job) -> Reading:
        """Return how this document is to be read: as all others, but for its own kind."""
        kind = self.particulars.kind
        return job.reading if kind is None else replace(job.reading, kind=kind)


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
    is_unchanged: bool = False
    """A remote document still has the mark that it had when it was audited."""
    spoiled: bool = False
    """The process ran out of memory and should not be used again."""


def content_hash(paths: tuple[Path, ...]) -> str:
    """
    Hash the bytes of a document; of several files, the hash of their hashes.

    Raises:
        UnreadableDocumentError: a file is missing, may not be read, or is none (a pipe, a device).
        TooLargeDocumentError: a file is larger than any document.

    """
    hashes = [_file_hash(path) for path in paths]
    if len(hashes) == 1:
        return hashes[0]
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def _file_hash(path: Path) -> str:
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            _check_file(os.fstat(file.fileno()))
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError) as error:  # ValueError: no name of a file
        raise UnreadableDocumentError(
            f"cannot be opened ({getattr(error, 'strerror', None) or error})",
            remedy="Check the path, and that you may read the file.",
        ) from None


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting for a writer, as a pipe would have it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _check_file(facts: os.stat_result) -> None:
    if not stat.S_ISREG(facts.st_mode):
        raise UnreadableDocumentError(
            "is not a file but a pipe, a device or a folder", remedy="Give the path of a document."
        )
    if facts.st_size > LARGEST:
        raise TooLargeDocumentError(
            f"is larger than {LARGEST // 1024**3} GB", remedy="Split it into parts."
        )


def rules_of(job: Job, report_language: str = "") -> Rules:
    """Read the rules of a batch, once a process; words and weights are those of all languages."""
    rules = _rules(job.method, job.lexicons, job.rubric, job.report_language)
    if report_language in ("", job.report_language):
        return rules
    return replace(rules, rubric=_rubric(job.method, job.lexicons, job.rubric, report_language))


@lru_cache(maxsize=2)
def _rules(
    method: Method, lexicons: Path | None, rubric: Path | None, report_language: str
) -> Rules:
    return method.rules(lexicons, rubric, report_language)


@lru_cache(maxsize=16)
def _rubric(
    method: Method, lexicons: Path | None, rubric: Path | None, report_language: str
) -> Rubric:
    return method.rules(lexicons, rubric, report_language).rubric


def bug_row(source: Source, error: Exception, sha256: str = "") -> Row:
    """Make the row of a document on which the auditor made a mistake: it costs no other its own."""
    return failed_row(
        source,
        f"the auditor made a mistake ({type(error).__name__}: {error})",
        "Please report this, with the document if you may.",
        sha256,
    )


def failed_row(
    source: Source, reason: str, remedy: str, sha256: str = "", *, unreadable: bool = False
) -> Row:
    """Make the row of a document of which no audit came."""
    return Row(
        outcome="unreadable" if unreadable else "failed",
        reason=reason,
        remedy=remedy,
        name=source.name,
        sha256=sha256,
    )
