"""The same work through Dask: same rows, and no worker that would audit otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import stand_in
from test_run import bytes_in

from auditor.batch.cluster import (
    ClusterRunner,
    Versions,
    audit_on_worker,
    end_workers,
    versions_of,
)
from auditor.batch.job import Task
from auditor.batch.run import run_batch
from auditor.batch.runners import LocalRunner
from auditor.batch.sources.listing import find_sources
from auditor.batch.sources.source import Source
from auditor.errors import UsageError

pytestmark = [pytest.mark.full, pytest.mark.filterwarnings("ignore::ResourceWarning")]
WriteDocuments = Callable[..., Path]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A cluster of two threads in this process."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=False,
        protocol="tcp://",
        host="127.0.0.1",
        dashboard_address=":0",
    ) as cluster:
        yield cluster
    end_workers()


def test_cluster_gives_the_same_rows_and_bytes(
    cluster: Any, write_documents: WriteDocuments, tmp_path: Path
) -> None:
    """A cluster and a laptop give the same results, failures included."""
    given = write_documents("one", "BROKEN", "CRASH", "HANG", "one", *"abcdefgh")
    job = stand_in.job(seconds=3.0)
    sources = list(find_sources([str(given)]))
    here = run_batch(sources, job, tmp_path / "here", LocalRunner(job, 2))
    runner = ClusterRunner(job, cluster.scheduler_address)
    there = run_batch(sources, job, tmp_path / "there", runner)
    assert there == here
    assert bytes_in(tmp_path / "there") == bytes_in(tmp_path / "here")


def test_worker_with_other_rules_is_refused(cluster: Any) -> None:
    """Before any document is sent, a worker that differs is named."""
    with pytest.raises(UsageError, match="cannot audit as this machine does") as caught:
        ClusterRunner(stand_in.job(version="0.1"), cluster.scheduler_address)
    assert "0.1" in caught.value.message
    assert "same version" in caught.value.remedy


def test_a_worker_that_joins_late_is_held_to_the_same() -> None:
    """Each worker compares versions before its first document, also one that came later."""
    job = stand_in.job(version="0.1")
    with pytest.raises(UsageError, match="joined late"):
        audit_on_worker(Task(1, Source(("plan.txt",))), job)


def test_cluster_without_workers_is_refused() -> None:
    """A scheduler that has no workers yet is told, instead of waiting for ever."""
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=0,
            processes=False,
            protocol="tcp://",
            host="127.0.0.1",
            dashboard_address=":0",
        ) as empty,
        pytest.raises(UsageError, match="no workers"),
    ):
        ClusterRunner(stand_in.job(), empty.scheduler_address)


def test_versions_name_tool_and_rules() -> None:
    """What must be the same is the version and the hash of the rules."""
    from auditor import __version__

    assert versions_of(stand_in.job()) == Versions(__version__, "")


def test_scheduler_sees_addresses_only(tmp_path: Path) -> None:
    """What is sent for a document is its address: no bytes, and no manifest."""
    import pickle

    from auditor.batch.cluster import _absolute

    path = tmp_path / "plan.pdf"
    path.write_bytes(b"secret words" * 10_000)
    sent = pickle.dumps(_absolute(Source((str(path),), columns=(("note", "private"),))))
    assert len(sent) < 1000
    assert b"secret" not in sent
    assert b"private" not in sent
