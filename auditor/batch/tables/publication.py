"""A batch published: which documents stand on the site, with which tables and which known error."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from auditor.batch.outputs import tool_of, write_tables
from auditor.batch.particulars import Book
from auditor.batch.row import Entry
from auditor.batch.sources.source import Source
from auditor.batch.tables.audits import read_audit, read_audits
from auditor.batch.tables.provenance import documents_of, render_provenance
from auditor.batch.tables.series import tell_series
from auditor.report.site.board import make_board
from auditor.report.site.site import write_site
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.views.sample import ErrorView
from auditor.report.views.series import SeriesView
from auditor.review.measured_error import find_checked, measure_error
from auditor.rules import Rules


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a site is to show."""

    only_reviewed: bool = False
    is_ranked: bool = False
    imprint: Imprint = PLAIN
    error: ErrorView | None = None
    """What people found when they checked a sample."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """How the batch was made: the provenance, without the files written."""


def find_error(
    entries: Sequence[Entry], sources: Sequence[Source], folder: Path, book: Book
) -> ErrorView | None:
    """Measure the error on the reviewed documents of a batch; None where no sample was checked."""
    reviewed = [
        entry
        for entry, source in zip(entries, sources, strict=True)
        if book.rows and book.of(source, entry.row.sha256).reviews
    ]
    return measure_error(find_checked(view for _, view in read_audits(reviewed, folder)))


def publish(
    entries: Sequence[Entry],
    results: Path,
    folder: Path,
    rules: Rules,
    wanted: Wanted,
    *,
    series: Sequence[SeriesView] = (),
    tables: Sequence[Path] = (),
) -> None:
    """Write the site of a batch whose results stand in a folder.

    Raises:
        UsageError: the folder holds another site or cannot be written to, or an audit is gone.

    """
    shown = tuple(one for one in entries if one.row.checked or not wanted.only_reviewed)
    by_number = {entry.number: entry for entry in shown}
    audited = sum(entry.row.outcome == "audited" for entry in entries)
    with tempfile.TemporaryDirectory() as name:
        if is_cut := len(shown) < len(entries):
            series = list(tell_series(shown, results, rules))
            tables = _write_anew(shown, Path(name), results, rules, wanted, series)
        board = replace(
            make_board([entry.view() for entry in shown], rules.rubric, tool_of(rules)),
            imprint=wanted.imprint,
            card=rules.card,
            series=tuple(series),
            error=wanted.error,
            left_out=audited - len(shown) if is_cut else 0,
            is_ranked=wanted.is_ranked,
        )
        write_site(
            board,
            folder,
            results,
            lambda row: read_audit(by_number[row["number"]], results),
            [path for path in tables if path.suffix != ".html"],
        )


def _write_anew(
    shown: Sequence[Entry],
    folder: Path,
    results: Path,
    rules: Rules,
    wanted: Wanted,
    series: Sequence[SeriesView],
) -> tuple[Path, ...]:
    """Write the tables of fewer documents, and how they were made, into a folder."""
    written = write_tables(shown, folder, rules, series, audits=results)
    provenance = folder / "provenance.json"
    facts = {**wanted.facts, "documents": documents_of(shown)}
    provenance.write_bytes(render_provenance(facts, written.files))
    return (*written.files, provenance)
