"""A child as its parent sees it: start it, ask it, hear its answers, survive its death."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from auditor.errors import AuditorError
from auditor.isolation.messages import End, Limits, Ready, read_message, write_message
from auditor.isolation.parent_ending import WorkerEnded, describe_ending
from auditor.isolation.unpickling import ERRORS, FRAME, Names, unpickle

PREPARATION = 300.0
"""Seconds in which a child must be ready."""
LAST_WORDS = 2.0
"""Seconds in which a child that is ending may say how it did."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Service:
    """Work that children do: which function does it, and what may come back."""

    name: str
    """Module and function that make what answers, "auditor.document.child:make_reader"."""
    answers: Names
    """What a pickle from the child may name."""
    setup: object = None
    """What the function is given, once a child."""
    is_loud: bool = False
    """Whether what a child prints is worth keeping."""


class Worker:
    """One child, which answers one question at a time."""

    def __init__(self, service: Service) -> None:
        """Start the process; it gets ready by itself."""
        self.asked = 0
        self._allowed = {**service.answers, **ERRORS, **FRAME}
        self._is_ready = False
        self._lifeline, self._process = _start(service)
        with contextlib.suppress(OSError):  # it has ended: the first question will tell
            write_message(self._questions, service.setup)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """True until the process ends."""
        return self._process.poll() is None

    def prepare(self) -> None:
        """Wait until the child is ready.

        Raises:
            AuditorError: it says why it cannot be, or did not start.

        """
        if self._is_ready:
            return
        try:
            with self._ended_after(PREPARATION):
                self._await_ready()
        except WorkerEnded as end:
            raise AuditorError(
                f"a worker process could not start ({describe_ending(end.code)})",
                remedy="Run `auditor check`; try fewer workers if memory is short.",
            ) from None

    def ask(
        self, question: object, limits: Limits, *, meanwhile: Callable[[], object] | None = None
    ) -> Generator[object]:
        """Ask, and hear one message of the answer after the other; run `meanwhile` here first.

        Raises:
            WorkerEnded: the process ended first, or its time was up.

        """
        self.asked += 1
        with self._ended_after(limits.seconds):
            write_message(self._questions, (limits, question))
            if meanwhile is not None:
                meanwhile()
            self._await_ready()
            while not isinstance(message := self._read(), End):
                yield message

    def ask_one(
        self, question: object, limits: Limits, *, meanwhile: Callable[[], object] | None = None
    ) -> object:
        """Ask what has one message for an answer.

        Raises:
            WorkerEnded: the process ended first, its time was up, or it talks nonsense.

        """
        answer = tuple(self.ask(question, limits, meanwhile=meanwhile))
        if len(answer) != 1:
            self.stop()
            raise WorkerEnded(None)
        return answer[0]

    def _await_ready(self) -> None:
        if self._is_ready:
            return
        ready = self._read()
        if not isinstance(ready, Ready):
            raise EOFError
        if ready.problem is not None:
            raise ready.problem
        self._is_ready = True

    def _read(self) -> object:
        return read_message(self._answers, lambda data: unpickle(data, self._allowed))

    @contextmanager
    def _ended_after(self, seconds: float) -> Iterator[None]:
        """End the child when its time is up, and where it is left in the middle of an answer."""
        late = threading.Event()

        def stop_late() -> None:
            late.set()
            self.kill()

        timer = threading.Timer(seconds, stop_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            raise WorkerEnded(self._last_words(), late=late.is_set()) from None
        except BaseException:
            self.stop()
            raise
        finally:
            timer.cancel()

    def _last_words(self) -> int | None:
        """Return the exit code of a process that is ending; None of one that talks nonsense."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=LAST_WORDS)
        code = self._process.poll()
        self.stop()
        return code

    @property
    def _questions(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _answers(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    def kill(self) -> None:
        """End the process, and all that it started (an OCR engine, say), at once."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def stop(self) -> None:
        """End the process and let its pipes go; harmless if it has ended."""
        if self.is_running:
            self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._lifeline):
            with contextlib.suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()


def _start(service: Service) -> tuple[IO[bytes] | None, subprocess.Popen[bytes]]:
    """Start a fresh interpreter, with the pipe that ties it to this process where there is one."""
    command = [sys.executable, "-P", "-m", "auditor.isolation.child_main", service.name]
    held, given = None, -1
    if os.name == "posix":
        given, held_number = os.pipe()
        held = os.fdopen(held_number, "wb")
        command.append(str(given))
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if service.is_loud else subprocess.DEVNULL,
            start_new_session=True,
            env=_environment(),
            pass_fds=(given,) if held else (),
        )
    finally:
        if held:
            os.close(given)
    return held, process


def _environment() -> dict[str, str]:
    """Return this process's environment with its import path, and one thread for sums."""
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**os.environ, **dict.fromkeys(_THREADS, "1"), "PYTHONPATH": paths}
