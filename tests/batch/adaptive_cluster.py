"""A Dask cluster that starts workers as there is work: writes its address to FILE, ends with its input."""

from __future__ import annotations

import sys
from pathlib import Path


def main(file: str) -> None:
    """Start a cluster without workers."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=0, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        cluster.adapt(minimum=0, maximum=2, interval="200ms")
        Path(file).write_text(cluster.scheduler_address, "ascii")
        sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
