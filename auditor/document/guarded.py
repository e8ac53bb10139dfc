"""The same reading in a child process with limits, so that no file can take the tool down.

pdfium aborts its whole process where memory runs out, and a small file can ask for
hours of work; so each document is read by a child that limits its own memory and
processor time, and that is ended when its time is up. Children are kept for the
next document and renewed now and then. They are fresh interpreters, which is safe
from any thread and any script, costs a tenth of a second, and leaves this process
free to do something else meanwhile.
"""

from __future__ import annotations

import atexit
import io
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from threading import Lock, Timer
from typing import IO

from auditor.document.reading import check_paths
from auditor.document.worker import LENGTH, too_large, write_message
from auditor.errors import (
    AuditorError,
    DocumentError,
    TimedOutError,
    UnreadableDocumentError,
)
from auditor.records import Document, Reading

MOST_READS = 40
"""Documents that one child reads before it is renewed."""

_limited: ContextVar[bool] = ContextVar("limited", default=False)


@contextmanager
def already_limited() -> Iterator[None]:
    """Read in this process, which has limits of its own, as the workers of a batch have."""
    token = _limited.set(True)
    try:
        yield
    finally:
        _limited.reset(token)


def read_guarded(
    source: Path | Sequence[Path],
    reading: Reading,
    *,
    meanwhile: Callable[[], object] | None = None,
) -> Document:
    """Read a document in a child process; run `meanwhile` here while it reads.

    Raises:
        UsageError: a path is missing or a folder.
        DocumentError: the file cannot be read, or took too much memory or time.

    """
    paths = (source,) if isinstance(source, Path) else tuple(source)
    check_paths(paths)
    if _limited.get():
        from auditor.document.reading import read_document

        return read_document(paths, reading)
    child = _CHILDREN.borrow()
    reply = child.ask(tuple(path.absolute() for path in paths), reading, meanwhile)
    if isinstance(reply, Document):
        _CHILDREN.give_back(child)
        return reply
    if child.is_well:
        _CHILDREN.give_back(child)
    raise reply


class _Child:
    """One reading process."""

    def __init__(self) -> None:
        self.reads = 0
        self._out_of_time = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "auditor.document.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )

    @property
    def is_well(self) -> bool:
        """Say whether it still runs."""
        return self._process.poll() is None

    def ask(
        self,
        paths: tuple[Path, ...],
        reading: Reading,
        meanwhile: Callable[[], object] | None,
    ) -> Document | AuditorError:
        """Have a document read; give the error where it cannot be."""
        self.reads += 1
        timer = Timer(reading.seconds, self._stop_late)
        timer.daemon = True
        timer.start()
        try:
            write_message(_stream(self._process.stdin), (paths, reading))
            if meanwhile is not None:
                meanwhile()
            return _read_reply(_stream(self._process.stdout))
        except (EOFError, OSError, pickle.UnpicklingError):
            return self._autopsy(paths, reading)
        except BaseException:
            self.end()
            raise
        finally:
            timer.cancel()

    def end(self) -> None:
        """End the process and let its pipes go."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait()

    def _stop_late(self) -> None:
        self._out_of_time = True
        self._process.kill()

    def _last_words(self) -> int | None:
        """Give the exit code of a process that ends; None of one that talks nonsense."""
        try:
            return self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            return None

    def _autopsy(self, paths: tuple[Path, ...], reading: Reading) -> DocumentError:
        """Say from how the process ended what was wrong with the document."""
        code = self._last_words()
        self.end()
        name = ", ".join(path.name for path in paths)
        if self._out_of_time or code == -getattr(signal, "SIGXCPU", 0):
            return TimedOutError(
                f"took longer than {reading.seconds:g} seconds to read",
                place=name,
                remedy="Split it into parts, or print it to PDF anew.",
            )
        if code in (
            -signal.SIGABRT,
            -getattr(signal, "SIGKILL", 9),
            -getattr(signal, "SIGTRAP", 5),
        ):
            return too_large(paths)
        return UnreadableDocumentError(
            "cannot be read: the PDF library broke down over it",
            place=name,
            remedy="Print it to PDF anew and try that copy.",
        )


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _environment() -> dict[str, str]:
    """Give the child this process's import path, and one thread for its sums."""
    paths = [path for path in sys.path if path]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }


def _read_reply(stream: IO[bytes]) -> Document | AuditorError:
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    (length,) = LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    reply = _Trusting(io.BytesIO(data)).load()
    if not isinstance(reply, Document | AuditorError):
        raise EOFError
    return reply


class _Trusting(pickle.Unpickler):
    """Takes nothing from a child but records and errors: a hostile file may have captured it."""

    def find_class(self, module: str, name: str) -> object:
        """Let through the names that a document or an error is made of."""
        if module in ("auditor.records", "auditor.errors") or (module, name) in _PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a document")


_PLAIN = frozenset((("array", "array"), ("array", "_array_reconstructor")))


class _Children:
    """The children that wait for a document."""

    def __init__(self) -> None:
        self._idle: list[_Child] = []
        self._lock = Lock()

    def borrow(self) -> _Child:
        """Take a child that waits, or start one."""
        with self._lock:
            while self._idle:
                child = self._idle.pop()
                if child.is_well:
                    return child
                child.end()
        return _Child()

    def give_back(self, child: _Child) -> None:
        """Keep a child for the next document, unless it has read many."""
        if child.reads >= MOST_READS:
            child.end()
            return
        with self._lock:
            self._idle.append(child)

    def end(self) -> None:
        """End all that wait."""
        with self._lock:
            while self._idle:
                self._idle.pop().end()


_CHILDREN = _Children()
atexit.register(_CHILDREN.end)
