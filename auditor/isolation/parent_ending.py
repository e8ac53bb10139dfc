"""What a child's end tells: out of time, out of memory, or broken down."""

from __future__ import annotations

import contextlib
import signal
from typing import Literal

Cause = Literal["late", "memory", "crash"]
_OUT_OF_MEMORY = (-signal.SIGABRT, -getattr(signal, "SIGKILL", 9), -getattr(signal, "SIGTRAP", 5))
"""How a process ends that gets no more memory: libraries abort, and the system kills."""


class WorkerEnded(Exception):
    """A child ended before it had answered."""

    def __init__(self, code: int | None, *, late: bool = False) -> None:
        """Keep its exit code, and whether its time was up."""
        super().__init__(code)
        self.code = code
        self.late = late

    @property
    def cause(self) -> Cause:
        """What most likely ended it.

        >>> WorkerEnded(-9).cause, WorkerEnded(-9, late=True).cause, WorkerEnded(1).cause
        ('memory', 'late', 'crash')
        """
        if self.late or self.code == -getattr(signal, "SIGXCPU", 0):
            return "late"
        return "memory" if self.code in _OUT_OF_MEMORY else "crash"


def describe_ending(code: int | None) -> str:
    """Describe the way in which a process ended.

    >>> describe_ending(-11), describe_ending(7)
    ('SIGSEGV', 'exit code 7')
    """
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"
