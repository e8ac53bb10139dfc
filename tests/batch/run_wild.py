"""A whole batch of wild documents in a process of its own: FOLDER OUT WORKERS."""

from __future__ import annotations

import sys
from pathlib import Path

import wild

from auditor.batch.outputs import write_comparison
from auditor.batch.run import run_batch
from auditor.batch.runners import LocalRunner
from auditor.batch.sources.listing import find_sources
from auditor.rules import Rules


def main(given: str, out: str, workers: str) -> None:
    """Run the batch and write the comparison."""
    job = wild.job()
    entries = run_batch(list(find_sources([given])), job, Path(out), LocalRunner(job, int(workers)))
    write_comparison(entries, Path(out), Rules.read())


if __name__ == "__main__":
    main(*sys.argv[1:])
