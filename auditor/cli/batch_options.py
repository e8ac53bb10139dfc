"""Options of `auditor batch`: who does the work, what is done again, and what is published."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.options import gathered, path_option

if TYPE_CHECKING:
    from auditor.batch.job import Job
    from auditor.batch.runners import Runner


@dataclass(frozen=True, slots=True)
class Hands:
    """Who does the work: processes of this machine, or the workers of a cluster."""

    workers: int | None = None
    scheduler: str | None = None
    adaptive: bool = False

    @property
    def processes(self) -> int | None:
        """The processes of this machine that work; None where a cluster does."""
        return None if self.scheduler else self.workers or _processors()

    def runner(self, job: Job) -> Runner:
        """
        Return what audits the documents.

        Raises:
            UsageError: the cluster cannot be reached, or would audit otherwise.

        """
        if self.scheduler is not None:
            from auditor.batch.cluster import ClusterRunner

            return ClusterRunner(job, self.scheduler, adaptive=self.adaptive)
        from auditor.batch.runners import LocalRunner

        return LocalRunner(job, self.workers or _processors())


def _processors() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


hands_options = gathered(
    "hands",
    Hands,
    click.option(
        "--workers",
        type=click.IntRange(1),
        metavar="N",
        help="Processes on this machine.  [default: one a processor]",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        envvar="DASK_SCHEDULER_ADDRESS",
        help="Use a Dask cluster, such as tcp://host:8786.",
    ),
    click.option(
        "--adaptive",
        is_flag=True,
        help="The cluster starts its workers itself, and may have none yet.",
    ),
)
"""Adds --workers, --scheduler and --adaptive."""


@dataclass(frozen=True, slots=True)
class Again:
    """What an earlier run has done and is done once more: everything, or what failed."""

    fresh: bool = False
    retry: bool = False


again_options = gathered(
    "again",
    Again,
    click.option("--fresh", is_flag=True, help="Start over: forget what earlier runs have done."),
    click.option(
        "--retry-failed",
        "retry",
        is_flag=True,
        help="Try documents again that failed in an earlier run.",
    ),
)
"""Adds --fresh and --retry-failed."""


@dataclass(frozen=True, slots=True)
class Publishing:
    """The site to write, and what is to stand on it."""

    site: Path | None = None
    only_reviewed: bool = False
    ranking: bool = False


site_options = gathered(
    "publishing",
    Publishing,
    path_option(
        "--site",
        "DIR",
        "Write a site to publish: pages for documents, questions, method.",
        folder=True,
    ),
    click.option(
        "--only-reviewed",
        is_flag=True,
        help="Leave documents out of the site that no person has checked.",
    ),
    click.option(
        "--ranking",
        is_flag=True,
        help="Show scores on the site, to sort by. Without it nothing is ranked.",
    ),
)
"""Adds --site, --only-reviewed and --ranking."""
