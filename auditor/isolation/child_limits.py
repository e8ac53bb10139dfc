"""Limits that a child sets itself before it answers: memory, processor time and the clock."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager

from auditor.isolation.messages import Limits

GRACE = 15.0
"""Seconds over the limit after which a child ends itself, where nobody is left to end it."""
SPARE = 2
"""Seconds of processor time over the limit, so that the parent's clock comes first."""


@contextmanager
def limited(limits: Limits) -> Iterator[None]:
    """Keep to limits inside the block, where the system has such limits."""
    with open(os.devnull, "wb") as nowhere:
        faulthandler.dump_traceback_later(limits.seconds + GRACE, exit=True, file=nowhere)
        _limit_memory(limits.memory)
        _limit_processor_time(limits.seconds)
        try:
            yield
        finally:
            _limit_memory(None)
            faulthandler.cancel_dump_traceback_later()


def _limit_memory(amount: int | None) -> None:
    """Allow so many bytes on top of what the process has now; None lifts the limit."""
    try:
        import resource
    except ImportError:  # Windows has no such limits: the clock of the parent must do
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = hard if amount is None else _below(_address_space() + amount, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _limit_processor_time(seconds: float) -> None:
    """Allow so many seconds of processor time from now on, and no core files."""
    try:
        import resource
    except ImportError:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_below(used + int(seconds) + SPARE, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _below(wanted: int, hard: int) -> int:
    return wanted if hard < 0 else min(wanted, hard)


def _address_space() -> int:
    """Return the bytes of address space in use, or of memory at its fullest."""
    import resource

    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
