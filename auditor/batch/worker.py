"""The near side of a worker: start a process, ask it for a document, survive its death."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from typing import IO

from auditor.batch.sources import Source
from auditor.batch.unit import Job, Outcome, Ready, failed_row
from auditor.errors import AuditorError

TRIES = 2
"""Deaths of a worker after which the document is blamed."""
PREPARATION = 300.0
"""Seconds in which a worker must have loaded the model."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def _environment() -> dict[str, str]:
    """Give the child this process's import path, and one thread for its sums."""
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**os.environ, **dict.fromkeys(_THREADS, "1"), "PYTHONPATH": paths}


class _Trusting(pickle.Unpickler):
    """Takes nothing from a child but answers: a hostile file may have captured it."""

    def find_class(self, module: str, name: str) -> object:
        """Let through the names that an answer is made of."""
        if module == "auditor.errors" or (module, name) in _ANSWERS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")


_ANSWERS = frozenset((
    ("auditor.batch.unit", "Outcome"), ("auditor.batch.unit", "Ready"),
    ("auditor.batch.row", "Row"),
))


class WorkerDied(Exception):
    """The process ended without an answer."""


class WorkerLate(Exception):
    """The process was ended because the answer took too long."""


class Worker:
    """One process that audits documents, one at a time."""

    def __init__(self, job: Job) -> None:
        """Start the process and wait until it is prepared.

        Raises:
            AuditorError: the rules have a mistake, or the process cannot start.

        """
        self.asked = 0
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "auditor.batch.child"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            start_new_session=True, env=_environment(),
        )
        try:
            ready = self._exchange(job, PREPARATION)
        except (WorkerDied, WorkerLate):
            raise _cannot_start(self._process.returncode) from None
        assert isinstance(ready, Ready)
        if ready.problem is not None:
            self.stop()
            raise ready.problem

    def ask(self, source: Source, seconds: float) -> Outcome:
        """
        Have one document audited.

        Raises:
            WorkerDied: the process ended first.
            WorkerLate: it took longer than `seconds` and was ended.

        """
        self.asked += 1
        outcome = self._exchange(source, seconds)
        assert isinstance(outcome, Outcome)
        return outcome

    def _exchange(self, question: object, seconds: float) -> object:
        late = threading.Event()

        def stop_late() -> None:
            late.set()
            self._kill()

        timer = threading.Timer(seconds, stop_late)
        timer.daemon = True
        timer.start()
        try:
            return self._answer_to(question)
        except (EOFError, OSError, pickle.UnpicklingError):
            self._await_end()
            raise WorkerLate if late.is_set() else WorkerDied from None
        finally:
            timer.cancel()

    def _answer_to(self, question: object) -> object:
        pickle.dump(question, self._questions, protocol=pickle.HIGHEST_PROTOCOL)
        self._questions.flush()
        return _Trusting(self._answers).load()

    def _await_end(self) -> None:
        """Let a process that is ending end by itself, so that it can say how it did."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=2)
        self.stop()

    @property
    def _questions(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _answers(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    @property
    def exit_code(self) -> int | None:
        """How the process ended; negative for a signal, None while it runs."""
        return self._process.poll()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def _kill(self) -> None:
        """End the process and all that it started (an OCR engine, say)."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def stop(self) -> None:
        """End the process now; harmless if it has ended."""
        self._kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _cannot_start(code: int | None) -> AuditorError:
    return AuditorError(
        f"a worker process could not start ({ending(code)})",
        remedy="Run `auditor check`; try fewer workers if memory is short.",
    )


def ending(code: int | None) -> str:
    """
    Name the way in which a process ended.

    >>> ending(-11), ending(7)
    ('SIGSEGV', 'exit code 7')
    """
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


class Workers:
    """As many workers as are asked at once, each used again until it is recycled."""

    def __init__(self, job: Job) -> None:
        """Start nothing yet: a worker starts when a document needs one."""
        self._job = job
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._lock = threading.Lock()
        self._closed = False

    def audit(self, source: Source, sha256: str = "") -> Outcome:
        """
        Have one document audited by an idle worker; may be called from many threads.

        A worker that dies is replaced and the document tried once more; the
        second death is the document's own row, and nobody else's.

        Raises:
            AuditorError: no worker can be started.

        """
        code: int | None = None
        for _ in range(TRIES):
            worker = self._take()
            try:
                return self._asked(worker, source)
            except WorkerLate:
                return _late(source, sha256, self._job)
            except WorkerDied:
                code = worker.exit_code
            finally:
                self._give_back(worker)
        return _killer(source, sha256, code)

    def _asked(self, worker: Worker, source: Source) -> Outcome:
        outcome = worker.ask(source, self._job.seconds)
        if worker.asked >= self._job.recycle or outcome.spoiled:
            worker.stop()
        return outcome

    def _take(self) -> Worker:
        with self._lock:
            if self._closed:
                raise AuditorError("the batch was stopped")
            worker = self._idle.pop() if self._idle else None
        worker = worker or Worker(self._job)
        with self._lock:
            self._busy.add(worker)
        return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            if worker.exit_code is None and not self._closed:
                self._idle.append(worker)
                return
        worker.stop()

    def close(self) -> None:
        """End all workers, also those at work."""
        with self._lock:
            self._closed = True
            everyone = [*self._idle, *self._busy]
            self._idle.clear()
        for worker in everyone:
            worker.stop()


def _late(source: Source, sha256: str, job: Job) -> Outcome:
    row = failed_row(
        source, f"took longer than the {job.seconds:g} seconds a document may take",
        "Give it more time with --timeout, or audit it alone.", sha256,
    )
    return Outcome(row, sha256)


def _killer(source: Source, sha256: str, code: int | None) -> Outcome:
    row = failed_row(
        source, f"crashed the worker that read it, {TRIES} times of {TRIES} ({ending(code)})",
        "Open and save it again with another PDF program, then audit the copy.", sha256,
    )
    return Outcome(row, sha256)
