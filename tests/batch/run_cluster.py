"""A whole batch on a Dask cluster of this machine, one of its workers killed: FOLDER OUT."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import wild

from auditor.batch.cluster import ClusterRunner
from auditor.batch.outputs import write_comparison
from auditor.batch.row import Row
from auditor.batch.run import run_batch
from auditor.batch.sources.listing import find_sources
from auditor.rules import Rules


def main(given: str, out: str) -> None:
    """Run the batch, kill a worker on the way, and write the comparison."""
    from distributed import LocalCluster

    job = wild.job()
    sources = list(find_sources([given]))
    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        done = 0

        def watch(row: Row, before: bool) -> None:
            nonlocal done
            done += 1
            if done == len(sources) // 4:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
                print("killed one", flush=True)

        runner = ClusterRunner(job, cluster.scheduler_address)
        entries = run_batch(sources, job, Path(out), runner, watch=watch)
        write_comparison(entries, Path(out), Rules.read())


if __name__ == "__main__":
    main(*sys.argv[1:])
