"""A child's tie to its parent: when the parent ends, however it ends, so does the child.

The parent holds the writing end of a pipe that nothing is ever written to. The system closes it
when the parent ends, also by `kill -9`, and the child, leader of a group of its own, ends with
all that it started.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading


def tie_to_parent(lifeline: int) -> None:
    """End this process and its group as soon as the other end of a pipe is closed."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError):
            _ask_the_system(lifeline)
    threading.Thread(target=_wait_and_end, args=(lifeline,), daemon=True).start()


def _ask_the_system(lifeline: int) -> None:
    """Have the system send the signal: it does so also while Python is deep in a C library."""
    import fcntl

    fcntl.fcntl(lifeline, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(lifeline, fcntl.F_SETSIG, signal.SIGKILL)
    flags = fcntl.fcntl(lifeline, fcntl.F_GETFL)
    fcntl.fcntl(lifeline, fcntl.F_SETFL, flags | os.O_ASYNC)


def _wait_and_end(lifeline: int) -> None:
    os.read(lifeline, 1)
    os.killpg(os.getpgrp(), signal.SIGKILL)
