"""`auditor batch`: audit many documents, and go on where an earlier run stopped."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.batch_options import (
    Publishing,
    dry_run_option,
    particulars_options,
    site_options,
)
from auditor.cli.batch_results import Given, conclude, exit_code, tell_preview
from auditor.cli.options import (
    check_language,
    imprint_from,
    imprint_options,
    kind_option,
    quiet_option,
    reading_from,
    reading_options,
    report_language_option,
    rules_options,
)
from auditor.errors import UsageError
from auditor.records import Reading
from auditor.report.formats import FORMATS

if TYPE_CHECKING:
    from auditor.batch.job import Job
    from auditor.batch.row import Entry
    from auditor.batch.runners import Runner
    from auditor.batch.sources.addresses import FetchRules
    from auditor.batch.sources.source import Source
    from auditor.rules import Rules


@click.command("batch")
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "--output",
    "-o",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for all results; run again with the same folder to go on.",
)
@click.option(
    "--manifest",
    "manifests",
    multiple=True,
    metavar="CSV",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A table with a column path or url; its other columns come back.",
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    default=None,
    help="Processes on this machine.  [default: one per processor]",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    envvar="DASK_SCHEDULER_ADDRESS",
    help="Use a Dask cluster, such as tcp://host:8786.",
)
@click.option(
    "--adaptive",
    is_flag=True,
    help="The cluster starts its workers itself, and may have none yet.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=300.0,
    show_default=True,
    metavar="SECONDS",
    help="Time that one document may take.",
)
@click.option(
    "--memory",
    type=click.IntRange(256),
    default=2048,
    show_default=True,
    metavar="MB",
    help="Memory that one document may take.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    help="Report to write for each document, besides JSON.  [default: html]",
)
@click.option(
    "--allow-private",
    "private",
    is_flag=True,
    help="Fetch also from this machine and from private networks.",
)
@click.option("--allow-ftp", "ftp", is_flag=True, help="Fetch also from ftp:// addresses.")
@click.option("--fresh", is_flag=True, help="Start over: forget what earlier runs have done.")
@click.option(
    "--retry-failed",
    "retry",
    is_flag=True,
    help="Try again the documents that failed in an earlier run.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="SCORE",
    help="Exit with 1 where a score is lower, or cannot be told.",
)
@imprint_options
@kind_option
@particulars_options
@site_options
@dry_run_option
@reading_options
@report_language_option
@rules_options
@quiet_option
def command(
    sources: tuple[str, ...],
    folder: Path,
    manifests: tuple[Path, ...],
    workers: int | None,
    scheduler: str | None,
    adaptive: bool,
    timeout: float,
    memory: int,
    formats: tuple[str, ...],
    private: bool,
    ftp: bool,
    fresh: bool,
    retry: bool,
    fail_under: float | None,
    title: str | None,
    date: str | None,
    author: str | None,
    logo: Path | None,
    kind: str | None,
    kind_column: str,
    reviews: Path | None,
    site: Path | None,
    only_reviewed: bool,
    ranking: bool,
    dry_run: bool,
    lang: str,
    ocr: str,
    engine: str,
    report_language: str,
    lexicons: Path | None,
    rubric: Path | None,
    quiet: bool,
) -> None:
    """Audit each SOURCE: files, folders, globs, manifests (.csv) and URLs.

    Writes an audit and a report for each document and a comparison of all. Run the
    same command again to go on after an interruption; what is done is not done twice.
    """
    from auditor.batch.particulars import check_kinds, read_book
    from auditor.batch.sources.addresses import FetchRules
    from auditor.rules import Rules

    rules = Rules.read(lexicons, rubric, report_language)
    check_language(lang, rules)
    fetching = FetchRules(ftp=ftp, private=private)
    found = check_kinds(_find(sources, manifests, folder, fetching), kind_column)
    reading = replace(
        reading_from(lang, ocr, engine, kind), seconds=timeout, memory=memory * 1024**2
    )
    job = replace(
        _job(rules, reading, formats, lexicons, rubric),
        fetching=fetching,
        report_language=report_language,
        imprint=imprint_from(title, date, author, logo),
    )
    book = read_book(kind_column, reviews)
    files = (*(Path(each) for each in sources if each.endswith(".csv")), *manifests)
    publishing = Publishing(site, only_reviewed, ranking)
    given = Given(found, folder, job, rules, book, (*files, *_sheets(reviews)), publishing)
    if dry_run:
        _preview(given, workers, scheduler, fresh=fresh, retry=retry)
        return
    runner = _runner(job, workers, scheduler, adaptive=adaptive)
    entries = _run(given, runner, fresh=fresh, retry=retry, quiet=quiet)
    conclude(entries, given, quiet=quiet)
    sys.exit(exit_code(entries, fail_under))


def _sheets(reviews: Path | None) -> tuple[Path, ...]:
    if reviews is None:
        return ()
    return tuple(sorted(reviews.iterdir())) if reviews.is_dir() else (reviews,)


def _preview(
    given: Given, workers: int | None, scheduler: str | None, *, fresh: bool, retry: bool
) -> None:
    from auditor.batch.preview import preview_batch

    preview = preview_batch(
        given.sources, given.job, given.folder, fresh=fresh, retry=retry, book=given.book
    )
    tell_preview(preview, given, None if scheduler else workers or _processors())


def _find(
    sources: Sequence[str], manifests: Sequence[Path], folder: Path, fetching: FetchRules
) -> list[Source]:
    from auditor.batch.sources.listing import find_sources
    from auditor.batch.sources.manifest import read_manifest

    found = [*find_sources(sources, output=folder, rules=fetching)]
    for manifest in manifests:
        found.extend(read_manifest(manifest))
    if not found:
        raise UsageError("nothing to audit", remedy="Name files, folders, a manifest or URLs.")
    return found


def _job(
    rules: Rules,
    reading: Reading,
    formats: Sequence[str],
    lexicons: Path | None,
    rubric: Path | None,
) -> Job:
    from auditor.batch.job import Job
    from auditor.batch.method import STANDARD
    from auditor.rating.audit import hash_rules

    return Job(
        STANDARD,
        reading,
        tuple(dict.fromkeys(("json", *(formats or ("html",))))),
        lexicons,
        rubric,
        hash_rules(rules),
        reading.seconds,
    )


def _run(
    given: Given, runner: Runner, *, fresh: bool, retry: bool, quiet: bool
) -> tuple[Entry, ...]:
    from auditor.batch.run import run_batch
    from auditor.cli.progress import shown_progress

    try:
        with shown_progress(len(given.sources), quiet=quiet) as watch:
            return run_batch(
                given.sources,
                given.job,
                given.folder,
                runner,
                fresh=fresh,
                retry=retry,
                book=given.book,
                watch=watch,
            )
    except KeyboardInterrupt:
        click.echo("Stopped. Type the same command again to go on from here.", err=True)
        raise


def _runner(job: Job, workers: int | None, scheduler: str | None, *, adaptive: bool) -> Runner:
    if scheduler is not None:
        from auditor.batch.cluster import ClusterRunner

        return ClusterRunner(job, scheduler, adaptive=adaptive)
    from auditor.batch.runners import LocalRunner

    return LocalRunner(job, workers or _processors())


def _processors() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
