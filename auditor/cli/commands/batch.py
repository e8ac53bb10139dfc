"""`auditor batch`: audit many documents, and go on where an earlier run stopped."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.batch.sources.addresses import FetchRules
from auditor.cli.batch_options import (
    Again,
    Hands,
    Publishing,
    Told,
    again_options,
    hands_options,
    particulars_options,
    site_options,
)
from auditor.cli.batch_results import Given, conclude, exit_code, tell_preview
from auditor.cli.options import (
    ChosenRules,
    flag,
    gathered,
    imprint_options,
    judging_options,
    kind_option,
    path_option,
    value_option,
)
from auditor.errors import UsageError
from auditor.records import Reading
from auditor.report.formats import FORMATS
from auditor.report.story.imprint import Imprint
from auditor.rules import Rules

if TYPE_CHECKING:
    from auditor.batch.job import Job
    from auditor.batch.row import Entry
    from auditor.batch.runners import Runner
    from auditor.batch.sources.source import Source


@click.command("batch")
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@path_option(
    "--output -o folder",
    "DIR",
    "Folder for all results; run again with the same folder to go on.",
    folder=True,
    required=True,
)
@path_option(
    "--manifest manifests",
    "CSV",
    "A table with a column path or url; its other columns come back.",
    exists=True,
    dir_okay=False,
    multiple=True,
)
@hands_options
@value_option(
    "--timeout",
    "SECONDS",
    "Time that one document may take.",
    type=click.FloatRange(min=1),
    default=300.0,
)
@value_option(
    "--memory", "MB", "Memory that one document may take.", type=click.IntRange(256), default=2048
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
    flag("--allow-private private", "Fetch also from this machine and from private networks."),
    flag("--allow-ftp ftp", "Fetch also from ftp:// addresses."),
)
@again_options
@value_option(
    "--fail-under",
    "SCORE",
    "Exit with 1 where a score is lower, or cannot be told.",
    type=click.FloatRange(0, 100),
)
@imprint_options
@kind_option
@particulars_options
@site_options
@flag("--dry-run", "Say what would be done, and do nothing.")
@judging_options
def command(
    sources: tuple[str, ...],
    folder: Path,
    manifests: tuple[Path, ...],
    hands: Hands,
    formats: tuple[str, ...],
    fetching: FetchRules,
    again: Again,
    fail_under: float | None,
    imprint: Imprint,
    told: Told,
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
    rules = chosen.read(reading.language)
    found = told.check(_find(sources, manifests, folder, fetching), chosen)
    job = _job(rules, reading, formats, chosen, fetching=fetching, imprint=imprint)
    files = (*(Path(each) for each in sources if each.endswith(".csv")), *manifests, *told.sheets)
    given = Given(found, folder, job, rules, told.read(), files, publishing)
    if dry_run:
        _preview(given, hands, again)
        return
    entries = _run(given, hands.runner(job), again, quiet=quiet)
    conclude(entries, given, quiet=quiet)
    sys.exit(exit_code(entries, fail_under))


def _preview(given: Given, hands: Hands, again: Again) -> None:
    from auditor.batch.preview import preview_batch

    preview = preview_batch(
        given.sources, given.job, given.folder, **asdict(again), book=given.book
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


def _job(
    rules: Rules, reading: Reading, formats: Sequence[str], chosen: ChosenRules, **more: Any
) -> Job:
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
        **more,
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
                **asdict(again),
                book=given.book,
                watch=watch,
            )
    except KeyboardInterrupt:
        click.echo("Stopped. Type the same command again to go on from here.", err=True)
        raise
