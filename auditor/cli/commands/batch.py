"""`auditor batch`: audit many documents, and go on where an earlier run stopped."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.batch.sources.addresses import FetchRules
from auditor.cli.batch_options import (
    Again,
    Hands,
    Publishing,
    again_options,
    hands_options,
    site_options,
)
from auditor.cli.batch_results import Given, conclude, exit_code, tell_preview
from auditor.cli.options import (
    ChosenRules,
    gathered,
    imprint_options,
    kind_option,
    quiet_option,
    reading_options,
    report_language_option,
    rules_options,
)
from auditor.errors import UsageError
from auditor.records import Reading
from auditor.report.formats import FORMATS
from auditor.report.story.imprint import Imprint

if TYPE_CHECKING:
    from auditor.batch.job import Job
    from auditor.batch.row import Entry
    from auditor.batch.runners import Runner
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
@hands_options
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
@gathered(
    "fetching",
    FetchRules,
    click.option(
        "--allow-private",
        "private",
        is_flag=True,
        help="Fetch also from this machine and from private networks.",
    ),
    click.option("--allow-ftp", "ftp", is_flag=True, help="Fetch also from ftp:// addresses."),
)
@again_options
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="SCORE",
    help="Exit with 1 where a score is lower, or cannot be told.",
)
@imprint_options
@kind_option
@click.option(
    "--kind-column",
    default="",
    metavar="NAME",
    help="Column of the manifest with each document's kind, as for --kind.",
)
@click.option(
    "--report-lang-column",
    "report_language_column",
    default="",
    metavar="NAME",
    help="Column of the manifest with the language of each report, as for --report-lang.",
)
@click.option(
    "--reviews",
    type=click.Path(path_type=Path, exists=True),
    metavar="PATH",
    help="People's decisions: a sheet that names its documents, or a folder of sheets.",
)
@site_options
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@reading_options
@report_language_option
@rules_options
@quiet_option
def command(
    sources: tuple[str, ...],
    folder: Path,
    manifests: tuple[Path, ...],
    hands: Hands,
    timeout: float,
    memory: int,
    formats: tuple[str, ...],
    fetching: FetchRules,
    again: Again,
    fail_under: float | None,
    imprint: Imprint,
    kind_column: str,
    report_language_column: str,
    reviews: Path | None,
    publishing: Publishing,
    dry_run: bool,
    reading: Reading,
    chosen: ChosenRules,
    quiet: bool,
) -> None:
    """Audit each SOURCE: files, folders, globs, manifests (.csv) and URLs.

    Writes an audit and a report for each document and a comparison of all. Run the
    same command again to go on after an interruption; what is done is not done twice.
    """
    from auditor.batch.particulars import Column, check_column, check_kinds, read_book
    from auditor.rules.resources import lexicons_folder
    from auditor.rules.translating.languages import report_languages

    rules = chosen.read(reading.language)
    found = check_kinds(_find(sources, manifests, folder, fetching), kind_column)
    spoken = report_languages(lexicons_folder(chosen.lexicons))
    found = check_column(
        found, Column(report_language_column, "--report-lang-column", "language of reports", spoken)
    )
    reading = replace(reading, seconds=timeout, memory=memory * 1024**2)
    job = replace(_job(rules, reading, formats, chosen), fetching=fetching, imprint=imprint)
    book = read_book(kind_column, reviews, report_language_column)
    files = (*(Path(each) for each in sources if each.endswith(".csv")), *manifests)
    given = Given(found, folder, job, rules, book, (*files, *_sheets(reviews)), publishing)
    if dry_run:
        _preview(given, hands, again)
        return
    entries = _run(given, hands.runner(job), again, quiet=quiet)
    conclude(entries, given, quiet=quiet)
    sys.exit(exit_code(entries, fail_under))


def _sheets(reviews: Path | None) -> tuple[Path, ...]:
    if reviews is None:
        return ()
    return tuple(sorted(reviews.iterdir())) if reviews.is_dir() else (reviews,)


def _preview(given: Given, hands: Hands, again: Again) -> None:
    from auditor.batch.preview import preview_batch

    preview = preview_batch(
        given.sources,
        given.job,
        given.folder,
        fresh=again.fresh,
        retry=again.retry,
        book=given.book,
    )
    tell_preview(preview, given, hands.processes)


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


def _job(rules: Rules, reading: Reading, formats: Sequence[str], chosen: ChosenRules) -> Job:
    from auditor.batch.job import Job
    from auditor.batch.method import STANDARD
    from auditor.rating.audit import hash_rules

    return Job(
        STANDARD,
        reading,
        tuple(dict.fromkeys(("json", *(formats or ("html",))))),
        chosen.lexicons,
        chosen.rubric,
        hash_rules(rules),
        reading.seconds,
        report_language=chosen.report_language,
    )


def _run(given: Given, runner: Runner, again: Again, *, quiet: bool) -> tuple[Entry, ...]:
    from auditor.batch.run import run_batch
    from auditor.cli.progress import shown_progress

    try:
        with shown_progress(len(given.sources), quiet=quiet) as watch:
            return run_batch(
                given.sources,
                given.job,
                given.folder,
                runner,
                fresh=again.fresh,
                retry=again.retry,
                book=given.book,
                watch=watch,
            )
    except KeyboardInterrupt:
        click.echo("Stopped. Type the same command again to go on from here.", err=True)
        raise
