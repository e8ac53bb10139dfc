"""The near side of a worker: start a process, ask it, hear its answers, survive its death."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from auditor.serve.frames import Frame, read_frame, write_frame

LAST = frozenset(("end", "failed", "bug"))
"""Kinds of frames that end an answer."""
MOST_QUESTIONS = 60
"""Questions after which a worker is replaced by a fresh one."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class WorkerDied(Exception):
    """The process ended before it had answered; `late` where its time was up."""

    def __init__(self, code: int | None, *, late: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.late = late

    @property
    def out_of_memory(self) -> bool:
        """Say whether it ended as a process does that gets no more memory."""
        return self.code in (-signal.SIGABRT, -getattr(signal, "SIGKILL", 9), -5)


class Worker:
    """One process that audits documents, one at a time."""

    def __init__(self, lexicons: Path | None = None, rubric: Path | None = None) -> None:
        """Start the process; it gets ready by itself."""
        self.asked = 0
        self._ready = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "auditor.serve.child", str(lexicons or ""),
             str(rubric or "")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
            env=_environment(),
        )

    @property
    def is_fit(self) -> bool:
        """Say whether it runs and may be asked again."""
        return self._process.poll() is None and self.asked < MOST_QUESTIONS

    def ask(self, question: Frame, seconds: float) -> Iterator[Frame]:
        """Ask, and hear one frame after the other; the last is of a kind in `LAST`.

        Raises:
            WorkerDied: the process ended first, or its time was up.

        """
        self.asked += 1
        late = threading.Event()

        def stop_late() -> None:
            late.set()
            self.kill()

        timer = threading.Timer(seconds, stop_late)
        timer.daemon = True
        timer.start()
        try:
            yield from self._hear(question)
        except (EOFError, OSError, ValueError):
            raise WorkerDied(self._end(), late=late.is_set()) from None
        finally:
            timer.cancel()

    def _hear(self, question: Frame) -> Iterator[Frame]:
        if not self._ready:
            read_frame(self._answers)
            self._ready = True
        write_frame(self._questions, question)
        while True:
            frame = read_frame(self._answers)
            yield frame
            if frame.kind in LAST:
                return

    @property
    def _questions(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _answers(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    def _end(self) -> int | None:
        """Let a process that is ending say how it did."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=2)
        code = self._process.poll()
        self.stop()
        return code

    def kill(self) -> None:
        """End the process, and all that it started, at once."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def stop(self) -> None:
        """End the process and let its pipes go; harmless if it has ended."""
        if self._process.poll() is None:
            self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()


def _environment() -> dict[str, str]:
    """Give the process this one's import path, and one thread for its sums."""
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**os.environ, **dict.fromkeys(_THREADS, "1"), "PYTHONPATH": paths}
