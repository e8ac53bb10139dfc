"""What a batch writes for all documents together: the comparison page and the same rows as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from auditor.batch.row import Entry
from auditor.errors import UsageError
from auditor.report.files import write_whole
from auditor.rules import Rules

NAME = "comparison"


def write_comparison(
    entries: Sequence[Entry], folder: Path, rules: Rules
) -> tuple[tuple[Path, ...], tuple[UsageError, ...]]:
    """
    Write the comparison in every form; name the files, and the forms that need an extra package.

    Raises:
        UsageError: the folder cannot be written to.

    """
    written, missing = [], []
    for ending, render in _forms(entries, rules):
        try:
            content = render()
        except UsageError as error:
            missing.append(error)
            continue
        path = folder / f"{NAME}.{ending}"
        write_whole(path, content)
        written.append(path)
    return tuple(written), tuple(missing)


def _forms(entries: Sequence[Entry], rules: Rules) -> Iterator[tuple[str, Callable[[], bytes]]]:
    from auditor.report.office.batch_tables import (
        Table,
        render_csv,
        render_json_lines,
        render_parquet,
        render_xlsx,
    )
    from auditor.report.web.batch_page import render_batch_page

    views = [entry.view() for entry in entries]
    given = frozenset(name for entry in entries for name in entry.given_names)
    table = Table.of([entry.cells() for entry in entries], given)
    yield "html", lambda: render_batch_page(views, rules.rubric, _tool(rules))
    yield "csv", lambda: render_csv(table)
    yield "jsonl", lambda: render_json_lines(views)
    yield "xlsx", lambda: render_xlsx(table)
    yield "parquet", lambda: render_parquet(table)


def _tool(rules: Rules) -> dict[str, str]:
    from auditor import __version__
    from auditor.rating.audit import hash_rules

    return {
        "name": "auditor",
        "version": __version__,
        "rubric": rules.rubric.version,
        "lexicons": hash_rules(rules),
    }
