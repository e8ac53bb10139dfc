"""What a batch writes for all documents together: pages, tables, their codebook, how it was made."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from auditor.batch.row import Entry
from auditor.batch.tables.audits import read_audits
from auditor.batch.tables.series import steps_table
from auditor.batch.tables.statements import columns_of, given_names, rows_of
from auditor.batch.tables.streams import opened_csv, opened_parquet
from auditor.errors import UsageError
from auditor.rating.audit import describe_tool
from auditor.report.codebook import describe, render_codebook, render_data_package
from auditor.report.files import write_whole
from auditor.report.office.batch_tables import (
    Table,
    render_csv,
    render_json_lines,
    render_parquet,
    render_xlsx,
)
from auditor.report.office.cells import Cell
from auditor.report.views.series import SeriesView
from auditor.report.web.batch_page import render_batch_page
from auditor.rules import Rules

NAME = "comparison"


@dataclass(slots=True)
class Written:
    """The files written so far, and the forms that need an extra package."""

    files: list[Path] = field(default_factory=list)
    missing: list[UsageError] = field(default_factory=list)

    @contextlib.contextmanager
    def noting(self, path: Path) -> Iterator[Path]:
        """Note a file once it is written, or that it needs a package."""
        try:
            yield path
        except UsageError as error:
            if error.place:
                raise
            self.missing.append(error)
        else:
            self.files.append(path)

    def write(self, path: Path, render: Callable[[], bytes]) -> None:
        """Write a file, and note it."""
        with self.noting(path):
            write_whole(path, render())


def write_comparison(entries: Sequence[Entry], folder: Path, rules: Rules) -> Written:
    """Write the comparison in every form; name the files, and the forms that need an extra package.

    Raises:
        UsageError: the folder cannot be written to.

    """
    written, table = Written(), table_of(entries)
    views = [entry.view() for entry in entries]
    forms: dict[str, Callable[[], bytes]] = {
        "html": lambda: render_batch_page(views, rules.rubric, tool_of(rules)),
        "csv": lambda: render_csv(table),
        "jsonl": lambda: render_json_lines(views),
        "xlsx": lambda: render_xlsx(table),
        "parquet": lambda: render_parquet(table),
    }
    for ending, render in forms.items():
        written.write(folder / f"{NAME}.{ending}", render)
    return written


def write_tables(
    entries: Sequence[Entry],
    folder: Path,
    rules: Rules,
    series: Sequence[SeriesView] = (),
    *,
    audits: Path | None = None,
) -> Written:
    """Write the comparison, the statements, the series and the codebook of them all.

    `audits` is the output folder that holds the audits, where that is another.

    Raises:
        UsageError: the folder cannot be written to, or an audit is gone.

    """
    written = write_comparison(entries, folder, rules)
    _write_statements(entries, folder, audits or folder, rules, written)
    steps = _write_series(entries, folder, series, written)
    _write_codebook(entries, folder, rules, steps, written)
    return written


def _write_statements(
    entries: Sequence[Entry], folder: Path, audits: Path, rules: Rules, written: Written
) -> None:
    names = columns_of(entries)
    kinds = _kinds_of(names, entries, rules)
    with contextlib.ExitStack() as opened:
        streams: list[Callable[[Mapping[str, Cell]], None]] = [
            opened.enter_context(opened_csv(folder / "statements.csv", names)).write
        ]
        with written.noting(folder / "statements.parquet") as path:
            streams.append(opened.enter_context(opened_parquet(path, kinds)).write)
        for entry, view in read_audits(entries, audits):
            for row in rows_of(entry, view):
                for write in streams:
                    write(row)
    written.files.append(folder / "statements.csv")


def _kinds_of(names: tuple[str, ...], entries: Sequence[Entry], rules: Rules) -> dict[str, type]:
    kinds: dict[str, type] = {"integer": int, "number": float}
    book = describe("statements", names, _given(entries), rules.rubric)
    return {column.name: kinds.get(column.type, str) for column in book.columns}


def _given(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for entry in entries for name in given_names(entry)))


def _write_series(
    entries: Sequence[Entry], folder: Path, series: Sequence[SeriesView], written: Written
) -> tuple[str, ...]:
    """Write the steps of all series; name the columns, none where there is no series."""
    path = folder / "series.csv"
    table = Table.of(steps_table(series, {entry.number: entry for entry in entries}))
    if not table.rows:
        path.unlink(missing_ok=True)
        return ()
    written.write(path, lambda: render_csv(table))
    return table.names


def _write_codebook(
    entries: Sequence[Entry], folder: Path, rules: Rules, steps: tuple[str, ...], written: Written
) -> None:
    table = table_of(entries)
    tables = [
        describe("comparison", table.names, tuple(table.given), rules.rubric),
        describe("statements", columns_of(entries), _given(entries), rules.rubric),
        *([describe("series", steps, (), rules.rubric)] if steps else []),
    ]
    written.write(folder / "codebook.md", lambda: render_codebook(tables))
    package = folder / "datapackage.json"
    written.write(package, lambda: render_data_package(tables, tool_of(rules)))


def table_of(entries: Sequence[Entry]) -> Table:
    """Lay the entries out as one table."""
    given = frozenset(name for entry in entries for name in entry.given_names)
    return Table.of([entry.cells() for entry in entries], given)


def tool_of(rules: Rules) -> dict[str, str]:
    """Return what made the audits: version, rubric, word lists and judge."""
    tool = describe_tool(rules)
    parts = ("name", "version", "rubric", "lexicons", "judge", "judged_by")
    return {part: getattr(tool, part) for part in parts}
