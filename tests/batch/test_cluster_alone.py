"""A cluster as it is run: scheduler, workers and object store in processes of their own.

The same documents give the same bytes on one worker, on four, on a run that was stopped half way,
and on clusters with fixed and with adaptive workers; the site included.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus import SAMPLES
from s3_server import BUCKET, running, store

from tests.serve.live import wait_for

pytestmark = pytest.mark.full

NAMES = ("01-measured", "02-absent", "03-excluded-by-floor", "06-mentioned", "08-committed")
CODE = "from auditor.cli.main import main; main()"
VARYING = ("costs.csv",)
"""What a run measures of itself."""


@pytest.fixture(scope="module")
def objects(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A store that holds five plans and a file that is none."""
    pytest.importorskip("moto")
    pytest.importorskip("s3fs")
    broken = tmp_path_factory.mktemp("broken") / "00-broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + bytes(300))
    with store([broken, *(SAMPLES / f"{name}.pdf" for name in NAMES)]) as given:
        yield given


def batch(objects: dict[str, str], out: Path, *options: object, source: str = "") -> None:
    """Run `auditor batch` on the store, with a site."""
    command = [
        *("batch", source or f"s3://{BUCKET}/country/", "-o", out / "results"),
        *("--site", out / "site", "--quiet", *options),
    ]
    ran = subprocess.run(
        [sys.executable, "-c", CODE, *map(str, command)],
        env={**os.environ, **objects},
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )
    assert ran.returncode in (0, 4), ran.stderr


def bytes_in(folder: Path) -> dict[str, bytes]:
    """Read all results and the site, but for what the run measures of itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "sqlite" not in path.name and path.name not in VARYING
    }


@pytest.fixture(scope="module")
def whole(objects: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one worker of this machine makes of the store."""
    out = tmp_path_factory.mktemp("one")
    batch(objects, out, "--workers", 1)
    made = bytes_in(out)
    assert sum(name.startswith("site/documents/") for name in made) == len(NAMES)
    assert "results/statements.csv" in made
    return made


def test_four_workers_give_the_same_bytes(
    objects: dict[str, str], whole: dict[str, bytes], tmp_path: Path
) -> None:
    """How many work at it changes nothing."""
    batch(objects, tmp_path, "--workers", 4)
    assert bytes_in(tmp_path) == whole


def test_a_run_that_goes_on_gives_the_same_bytes(
    objects: dict[str, str], whole: dict[str, bytes], tmp_path: Path
) -> None:
    """A run that had done some of the documents ends where a whole one does, site and all."""
    batch(objects, tmp_path, "--workers", 1, source=f"s3://{BUCKET}/country/0[13]*.pdf")
    assert bytes_in(tmp_path) != whole
    batch(objects, tmp_path, "--workers", 2)
    assert bytes_in(tmp_path) == whole


def test_scheduler_and_workers_in_processes_of_their_own(
    objects: dict[str, str], whole: dict[str, bytes], tmp_path: Path
) -> None:
    """The recipe of the page, typed as it stands there, gives the same bytes."""
    file = tmp_path / "scheduler.json"
    worker = ("-m", "distributed.cli.dask_worker", "--scheduler-file", file, "--nthreads", 1)
    with contextlib.ExitStack() as opened:
        opened.enter_context(
            running(
                *("-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", 0),
                *("--scheduler-file", file, "--no-dashboard"),
            )
        )
        wait_for(lambda: bool(_address(file)))
        for _ in range(2):
            opened.enter_context(running(*worker, "--no-dashboard", **objects))
        address = _address(file)
        wait_for(lambda: _count_workers(address) == 2)
        batch(objects, tmp_path / "out", "--scheduler", address)
    assert bytes_in(tmp_path / "out") == whole


def test_workers_that_come_when_they_are_needed(
    objects: dict[str, str], whole: dict[str, bytes], tmp_path: Path
) -> None:
    """A cluster that has no worker yet starts some, and the bytes are the same."""
    file = tmp_path / "address"
    cluster = subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "adaptive_cluster.py"), str(file)],
        env={**os.environ, **objects},
        stdin=subprocess.PIPE,
    )
    try:
        wait_for(lambda: file.is_file() and file.read_text() != "")
        address = file.read_text("ascii")
        assert _count_workers(address) == 0
        batch(objects, tmp_path / "out", "--scheduler", address, "--adaptive")
    finally:
        cluster.communicate(timeout=300)
    assert bytes_in(tmp_path / "out") == whole


def _address(file: Path) -> str:
    """Return where the scheduler is; nothing as long as the file is not there as a whole."""
    with contextlib.suppress(FileNotFoundError, json.JSONDecodeError):
        return str(json.loads(file.read_text("utf-8"))["address"])
    return ""


def _count_workers(address: str) -> int:
    """Ask a scheduler how many workers it has, in a process that leaves nothing behind."""
    code = (
        "import sys; from distributed import Client\n"
        "with Client(sys.argv[1], timeout=120) as client: print(len(client.nthreads()))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, address],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return int(ran.stdout or -1)
