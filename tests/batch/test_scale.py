"""Three hundred real documents, harmful ones among them: killed, resumed, spread over a cluster."""

from __future__ import annotations

import collections
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import corpus
import pytest
import wild

from tests.serve.live import children_of, is_running, wait_for

pytestmark = pytest.mark.full

GOOD, BROKEN, HANGING, CRASHING = 284, 10, 3, 3
KILLS = 20
HERE = Path(__file__).parent


def start(
    given: Path, out: Path, *, workers: int = 2, log: Path | None = None
) -> subprocess.Popen[bytes]:
    """Start a batch in a process of its own."""
    paths = os.pathsep.join([str(HERE), *(path for path in sys.path if path)])
    environment = {**os.environ, "PYTHONPATH": paths}
    if log is not None:
        environment["MEMORY_LOG"] = str(log)
    command = [sys.executable, HERE / "run_wild.py", given, out, str(workers)]
    return subprocess.Popen(list(map(str, command)), env=environment)


def bytes_in(folder: Path) -> dict[str, bytes]:
    """Read all results, the state apart."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("batch.sqlite")
    }


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus."""
    folder = tmp_path_factory.mktemp("wild") / "plans"
    corpus.write_corpus(folder, GOOD, broken=BROKEN, hanging=HANGING, crashing=CRASHING)
    return folder


@pytest.fixture(scope="module", autouse=True)
def patience(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give a document as long as a batch of five takes here and now, so that only harm is late."""
    folder = tmp_path_factory.mktemp("five")
    corpus.write_corpus(folder / "plans", 5)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("WILD_SECONDS", "600")
        begun = time.monotonic()
        assert start(folder / "plans", folder / "out", workers=1).wait() == 0
        spent = time.monotonic() - begun
        patched.setenv("WILD_SECONDS", f"{max(wild.SECONDS, spent):.0f}")
        yield


@pytest.fixture(scope="module")
def memory_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What each worker had in memory after each document."""
    return tmp_path_factory.mktemp("memory") / "log"


@pytest.fixture(scope="module")
def whole(plans: Path, tmp_path_factory: pytest.TempPathFactory, memory_log: Path) -> Path:
    """The results of one run that nobody interrupted."""
    out = tmp_path_factory.mktemp("whole") / "out"
    assert start(plans, out, log=memory_log).wait(timeout=1800) == 0
    return out


def test_every_document_is_one_row(whole: Path) -> None:
    """Three hundred documents in, three hundred rows out, each with its own ending."""
    lines = (whole / "comparison.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) == GOOD + BROKEN + HANGING + CRASHING
    endings = collections.Counter(
        (Path(row["source"]).stem.partition("-")[2], row["outcome"]) for row in rows
    )
    assert endings == {
        ("good", "audited"): GOOD,
        ("broken", "unreadable"): BROKEN,
        ("hang", "failed"): HANGING,
        ("crash", "failed"): CRASHING,
    }


def test_memory_of_a_worker_is_flat(whole: Path, memory_log: Path) -> None:
    """A worker that reads over a hundred documents does not grow with them."""
    workers: dict[str, list[int]] = collections.defaultdict(list)
    for line in memory_log.read_text().splitlines():
        pid, resident = line.split()
        workers[pid].append(int(resident))
    longest = max(workers.values(), key=len)
    assert len(longest) >= 40
    third = len(longest) // 3
    early, late = max(longest[third : 2 * third]), max(longest[2 * third :])
    assert late < 1.1 * early, (early, late)


def test_twenty_kills_change_nothing_and_leave_nothing(
    plans: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at random moments and run again, the batch has the same bytes, and tidies up.

    No process outlives a kill, and no temporary file the next run.
    """
    dice = random.Random()
    out, rooms = tmp_path / "out", tmp_path / "tmp"
    rooms.mkdir()
    monkeypatch.setenv("TMPDIR", str(rooms))
    for _ in range(KILLS):
        batch = start(plans, out)
        time.sleep(dice.uniform(0.5, 8.0))
        children = children_of(batch.pid)
        batch.send_signal(signal.SIGKILL)
        batch.wait()
        wait_for(lambda gone=tuple(children): not any(map(is_running, gone)), 15)
    assert start(plans, out).wait(timeout=1800) == 0
    assert not list(rooms.iterdir())
    expected, found = bytes_in(whole), bytes_in(out)
    assert found.keys() == expected.keys()
    assert [name for name in expected if found[name] != expected[name]] == []


def test_cluster_that_loses_a_worker_has_the_same_bytes(
    plans: Path, whole: Path, tmp_path: Path
) -> None:
    """Through Dask, with one of its workers killed on the way, rows and bytes are the same."""
    pytest.importorskip("distributed")
    out = tmp_path / "out"
    paths = os.pathsep.join([str(HERE), *(path for path in sys.path if path)])
    ran = subprocess.run(
        [sys.executable, str(HERE / "run_cluster.py"), str(plans), str(out)],
        env={**os.environ, "PYTHONPATH": paths},
        timeout=1800,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "killed one" in ran.stdout
    assert bytes_in(out) == bytes_in(whole)
