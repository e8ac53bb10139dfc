"""Children end with their parent, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

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


def _is_running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


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
        time.sleep(0.3)
        assert len(pids) == 2 and all(map(_is_running, pids))
        parent.send_signal(signal.SIGKILL)
    end = time.monotonic() + 3
    while any(map(_is_running, pids)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(map(_is_running, pids))
