"""What `auditor batch` does once all documents are done: write, and tell; or tell beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.batch_options import Publishing
from auditor.errors import UsageError
from auditor.report.files import write_whole
from auditor.report.views.series import SeriesView
from auditor.rules import Rules

if TYPE_CHECKING:
    from auditor.batch.job import Job
    from auditor.batch.particulars import Book
    from auditor.batch.preview import Preview
    from auditor.batch.row import Entry
    from auditor.batch.sources.source import Source


@dataclass(frozen=True, slots=True)
class Given:
    """What a batch was asked to do."""

    sources: Sequence[Source]
    folder: Path
    job: Job
    rules: Rules
    book: Book
    files: tuple[Path, ...]
    """The manifests and the sheets of reviews."""
    publishing: Publishing


def conclude(entries: Sequence[Entry], given: Given, *, quiet: bool) -> None:
    """Write what is for all documents together, and name what failed and what to do about it."""
    written, missing = _write(entries, given)
    for entry in entries:
        if entry.is_failure:
            where = entry.source or entry.row.name
            click.echo(f"{where}: {entry.row.reason}. {entry.row.remedy}".rstrip(), err=True)
    _tell_unmatched(entries, given)
    if quiet:
        return
    for error in missing:
        click.echo(f"Left out: {error}", err=True)
    click.echo(_summary(entries), err=True)
    click.echo(str(written[0]))
    if given.publishing.site is not None:
        click.echo(str(given.publishing.site / "index.html"))


def _write(entries: Sequence[Entry], given: Given) -> tuple[Sequence[Path], Sequence[UsageError]]:
    from auditor.batch.outputs import write_tables
    from auditor.batch.tables.costs import render_costs
    from auditor.batch.tables.provenance import provenance_of, render_provenance
    from auditor.batch.tables.series import tell_series

    series = list(tell_series(entries, given.folder, given.rules))
    written = write_tables(entries, given.folder, given.rules, series)
    facts = provenance_of(entries, given.job, given.rules, given.files, given.book)
    write_whole(given.folder / "provenance.json", render_provenance(facts, written.files))
    write_whole(given.folder / "costs.csv", render_costs(entries))
    if given.publishing.site is not None:
        tables = (*written.files, given.folder / "provenance.json")
        _publish(entries, given, series, tables, facts)
    return written.files, written.missing


def _publish(
    entries: Sequence[Entry],
    given: Given,
    series: Sequence[SeriesView],
    tables: Sequence[Path],
    facts: Mapping[str, object],
) -> None:
    from auditor.batch.tables.publication import Wanted, find_error, publish

    asked = given.publishing
    assert asked.site is not None, "somebody asked for a site"
    error = find_error(entries, given.sources, given.folder, given.book)
    wanted = Wanted(asked.only_reviewed, asked.ranking, error=error, facts=facts)
    publish(entries, given.folder, asked.site, given.rules, wanted, series=series, tables=tables)


def _tell_unmatched(entries: Sequence[Entry], given: Given) -> None:
    known = zip(given.sources, (entry.row.sha256 for entry in entries), strict=True)
    lost = given.book.unmatched(known) if given.book.rows else ()
    if lost:
        named = ", ".join(lost[:5]) + (" ..." if len(lost) > 5 else "")
        click.echo(f"Reviews that fit no document of this batch: {named}", err=True)


def _summary(entries: Sequence[Entry]) -> str:
    amounts = {
        word: sum(entry.row.outcome == outcome for entry in entries)
        for outcome, word in (
            ("audited", "audited"),
            ("duplicate", "the same as another"),
            ("unreadable", "could not be read"),
            ("failed", "could not be audited"),
        )
    }
    parts = [f"{count} {word}" for word, count in amounts.items() if count or word == "audited"]
    return f"{len(entries)} documents: {', '.join(parts)}."


def exit_code(entries: Sequence[Entry], fail_under: float | None) -> int:
    """Return what the command ends with."""
    if any(entry.is_failure for entry in entries):
        return 4
    if fail_under is None:
        return 0
    audited = (entry.row for entry in entries if entry.row.outcome == "audited")
    return int(any(row.score is None or row.score < fail_under for row in audited))


def tell_preview(preview: Preview, given: Given, workers: int | None) -> None:
    """Say what would be done, the documents one a line."""
    total = len(preview.tasks) + len(preview.entries)
    new = len(preview.tasks) - preview.asked
    parts = [f"{new} would be audited"]
    for count, words in (
        (preview.asked, "would be audited if they have changed"),
        (preview.count("audited"), "are done"),
        (preview.count("duplicate"), "are the same as another"),
        (preview.count("unreadable", "failed"), "could not be read or audited"),
    ):
        parts += [f"{count} {words}"] if count else []
    click.echo(f"{total} documents: {', '.join(parts)}.", err=True)
    click.echo(f"Formats: {', '.join(given.job.formats)}. Results: {given.folder}.", err=True)
    if given.publishing.site is not None:
        click.echo(f"Site: {given.publishing.site}.", err=True)
    seconds = preview.seconds(workers) if workers else None
    if seconds is not None and new:
        click.echo(f"Going by those done, about {_duration(seconds)}.", err=True)
    for task in preview.tasks:
        click.echo(task.source.shown)


def _duration(seconds: float) -> str:
    """Write a time as a person would.

    >>> _duration(40), _duration(600), _duration(9000)
    ('a minute', '10 minutes', '2.5 hours')
    """
    if seconds < 90:
        return "a minute"
    if seconds < 5400:
        return f"{seconds / 60:.0f} minutes"
    return f"{seconds / 3600:.1f} hours"
