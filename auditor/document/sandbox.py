"""Reading in a child process with limits, so that no file can take the tool down.

pdfium aborts its whole process where memory runs out, and a small file can ask for
hours of work; so each document is read by a child that limits its own memory and
processor time, and that is ended when its time is up. Children are fresh
interpreters, which is safe from any thread and any script, costs a tenth of a second,
and leaves this process free to do something else meanwhile.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Sequence
from pathlib import Path

from auditor.document.child import read_here, too_large
from auditor.document.reading import check_paths
from auditor.errors import (
    AuditorError,
    DocumentError,
    TimedOutError,
    UnreadableDocumentError,
)
from auditor.isolation.messages import Limits
from auditor.isolation.nesting import is_isolated
from auditor.isolation.parent_ending import WorkerEnded
from auditor.isolation.parent_pool import Pool
from auditor.isolation.parent_worker import Service, Worker
from auditor.isolation.unpickling import ARRAYS, classes_of
from auditor.records import Document, Reading, document

MOST_READS = 40
"""Documents that one child reads before it is renewed."""
_READERS = Pool(
    Service("auditor.document.child:make_reader", {**classes_of(document), **ARRAYS}), MOST_READS
)
atexit.register(_READERS.end_all)


def read_in_sandbox(
    source: Path | Sequence[Path],
    reading: Reading,
    *,
    meanwhile: Callable[[], object] | None = None,
) -> Document:
    """Read a document in a child process; run `meanwhile` here while it reads.

    A process that is a child with limits itself reads right here.

    Raises:
        UsageError: a path is missing or a folder.
        DocumentError: the file cannot be read, or took too much memory or time.

    """
    paths = (source,) if isinstance(source, Path) else tuple(source)
    check_paths(paths)
    if is_isolated():
        return read_here(paths, reading)
    with _READERS.borrow() as worker:
        reply = _ask(worker, tuple(path.absolute() for path in paths), reading, meanwhile)
    if isinstance(reply, Document):
        return reply
    raise reply


def _ask(
    worker: Worker,
    paths: tuple[Path, ...],
    reading: Reading,
    meanwhile: Callable[[], object] | None,
) -> Document | AuditorError:
    """Have a document read; return the error where it cannot be."""
    limits = Limits(reading.memory, reading.seconds)
    try:
        reply = worker.ask_one((paths, reading), limits, meanwhile=meanwhile)
    except WorkerEnded as end:
        return _explain(end, paths, reading)
    if isinstance(reply, Document | AuditorError):
        return reply
    return _broken_down(paths)


def _explain(end: WorkerEnded, paths: tuple[Path, ...], reading: Reading) -> DocumentError:
    """Explain from how the child ended what was wrong with the document."""
    if end.cause == "late":
        return TimedOutError(
            f"took longer than {reading.seconds:g} seconds to read",
            place=", ".join(path.name for path in paths),
            remedy="Split it into parts, or print it to PDF again.",
        )
    return too_large(paths) if end.cause == "memory" else _broken_down(paths)


def _broken_down(paths: tuple[Path, ...]) -> DocumentError:
    return UnreadableDocumentError(
        "cannot be read: the PDF library failed on it",
        place=", ".join(path.name for path in paths),
        remedy="Print it to PDF again and try that copy.",
    )
