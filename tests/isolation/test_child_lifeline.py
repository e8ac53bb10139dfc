"""Children end with their parent, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serve.live import is_running, wait_for

PARENT = """
from auditor.isolation.messages import Limits
from auditor.isolation.parent_worker import Worker
from tests.isolation.test_parent_worker import service
import sys
worker = Worker(service())
answer = worker.ask(("bear", sys.argv[1] == "deep"), Limits(1 << 30, 60.0))
print(worker.pid, next(answer), flush=True)
import time
time.sleep(60)
"""


AT_ONCE = 20.0
"""Seconds; left alone, both would go on for a minute and more."""
DEEP = 10
"""Clock ticks of work after which a child is well inside its search."""


def _ticks(pid: int) -> int:
    """Return how long a process has worked."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11])


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc to look for processes")
@pytest.mark.parametrize("depth", ["shallow", "deep"])
def test_a_killed_parent_takes_all_below_it_along(depth: str) -> None:
    """After kill -9 of the parent, child and grandchild are gone at once, deep in C or not."""
    paths = os.pathsep.join(path for path in sys.path if path)
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, depth],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    ) as parent:
        assert parent.stdout is not None
        pids = [int(each) for each in parent.stdout.readline().split()]
        begun = _ticks(pids[0])
        wait_for(lambda: depth == "shallow" or _ticks(pids[0]) > begun + DEEP)
        assert len(pids) == 2 and all(map(is_running, pids))
        parent.send_signal(signal.SIGKILL)
    wait_for(lambda: not any(map(is_running, pids)), AT_ONCE)
