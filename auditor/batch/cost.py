"""What a document costs: the time it takes, and the memory held at most while it does."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path

_STATUS = Path("/proc/self/status")
_REFERENCES = Path("/proc/self/clear_refs")
_FORGET_PEAK = "5"


class Meter:
    """Runs from the moment it is made."""

    def __init__(self) -> None:
        """Forget what the process held before, where the system can, and start the clock."""
        with contextlib.suppress(OSError):
            _REFERENCES.write_text(_FORGET_PEAK, "ascii")
        self._begin = time.perf_counter()

    @property
    def seconds(self) -> float:
        """The time since then."""
        return round(time.perf_counter() - self._begin, 2)

    @property
    def memory(self) -> int | None:
        """Bytes that the process held at most; None where the system does not tell.

        Where the peak cannot be forgotten (outside Linux) it is that of the process so far.
        """
        return _peak_of_status() or _peak_of_process()


def _peak_of_status() -> int | None:
    try:
        lines = _STATUS.read_text("ascii", "replace").splitlines()
    except OSError:
        return None
    found = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return next((1024 * int(value) for value in found), None)


def _peak_of_process() -> int | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak
