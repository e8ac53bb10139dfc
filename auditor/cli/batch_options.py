"""Options of `auditor batch`: who does the work, what is done again, and what is published."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.options import ChosenRules, flag, gathered, path_option, value_option
from auditor.records import DOCUMENT_KINDS
from auditor.rules.resources import lexicons_folder
from auditor.rules.translating.languages import report_languages

if TYPE_CHECKING:
    from auditor.batch.job import Job
    from auditor.batch.particulars import Book
    from auditor.batch.runners import Runner
    from auditor.batch.sources.source import Source


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
        """Return what audits the documents.

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
    value_option(
        "--workers",
        "N",
        "Processes on this machine.  [default: one per processor]",
        type=click.IntRange(1),
    ),
    value_option(
        "--scheduler",
        "ADDRESS",
        "Use a Dask cluster, such as tcp://host:8786.",
        envvar="DASK_SCHEDULER_ADDRESS",
    ),
    flag("--adaptive", "The cluster starts its workers itself, and may have none yet."),
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
    flag("--fresh", "Start over: forget what earlier runs have done."),
    flag("--retry-failed retry", "Try again the documents that failed in an earlier run."),
)
"""Adds --fresh and --retry-failed."""


@dataclass(frozen=True, slots=True)
class Told:
    """Where something is told of single documents: columns of the manifest, and reviews."""

    kind_column: str = ""
    report_language_column: str = ""
    reviews: Path | None = None

    def check(self, sources: Sequence[Source], chosen: ChosenRules) -> list[Source]:
        """Hold the cells of the columns to what is known; one that is not makes an error of its row.

        Raises:
            UsageError: no manifest has such a column.

        """
        from auditor.batch.particulars import Column, check_column

        known = report_languages(lexicons_folder(chosen.lexicons))
        name, option = self.report_language_column, "--report-lang-column"
        kinds = Column(self.kind_column, "--kind-column", "kind", DOCUMENT_KINDS)
        languages = Column(name, option, "language of reports", known)
        return check_column(check_column(sources, kinds), languages)

    def read(self) -> Book:
        """Read what is told.

        Raises:
            UsageError: a sheet does not say which document it is about.
            DataError: a row cannot be understood.

        """
        from auditor.batch.particulars import read_book

        return read_book(self.kind_column, self.reviews, self.report_language_column)

    @property
    def sheets(self) -> tuple[Path, ...]:
        """The sheets of reviews."""
        if self.reviews is None:
            return ()
        return tuple(sorted(self.reviews.iterdir())) if self.reviews.is_dir() else (self.reviews,)


particulars_options = gathered(
    "told",
    Told,
    value_option(
        "--kind-column",
        "NAME",
        "Column of the manifest with each document's kind, as for --kind.",
        default="",
    ),
    value_option(
        "--report-lang-column report_language_column",
        "NAME",
        "Column of the manifest with the language of each report, as for --report-lang.",
        default="",
    ),
    path_option(
        "--reviews",
        "PATH",
        "People's decisions: a sheet that names its documents, or a folder of sheets.",
        exists=True,
    ),
)
"""Adds --kind-column, --report-lang-column and --reviews."""


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
    flag("--only-reviewed", "Leave out of the site any document that no person has checked."),
    flag("--ranking", "Show scores on the site, to sort by. Without it nothing is ranked."),
)
"""Adds --site, --only-reviewed and --ranking."""
