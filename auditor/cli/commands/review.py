"""`auditor review`: make a sheet for people to decide on judgements; say how far they agree."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.options import choice_option, flag, path_option, quiet_option, value_option
from auditor.errors import UsageError
from auditor.report.files import write_whole

if TYPE_CHECKING:
    from auditor.review.agreement import Compared
    from auditor.review.rows import Row

USUAL_MARGIN = 5.0
"""Percentage points."""


@click.command("review")
@click.argument("audit", required=False, type=click.Path(path_type=Path), metavar="AUDIT")
@path_option("--output -o", "PATH", "The sheet to write: .xlsx (with drop-downs) or .csv.")
@value_option(
    "--sample", "N", "Only N statements, drawn the same way each time.", type=click.IntRange(1)
)
@value_option(
    "--margin",
    "POINTS",
    "From a batch: enough statements to know the error to within this many percentage points.",
    type=click.FloatRange(0.5, 25),
)
@flag("--second", "For a second coder: leave out what the machine said.")
@path_option(
    "--agreement",
    "A B",
    "Show how far two filled-in sheets (or a sheet and an audit) agree.",
    nargs=2,
)
@choice_option("--format form", ["text", "json"], "How to print the agreement.")
@quiet_option
def command(
    audit: Path | None,
    output: Path | None,
    sample: int | None,
    margin: float | None,
    second: bool,
    agreement: tuple[Path, Path] | None,
    form: str,
    quiet: bool,
) -> None:
    """Make a sheet in which people accept, reject or relabel the judgements of AUDIT.

    AUDIT is an audit as JSON, or the folder of a batch, of which a sample is drawn by answer,
    doubt and language. Put the filled-in sheet back with --reviews of audit or batch.
    """
    if agreement is not None:
        click.echo(_agreement(*agreement, form=form))
        return
    if audit is None or output is None:
        raise UsageError(
            "an audit and a sheet to write are needed",
            remedy="Run: auditor review AUDIT.json -o review.xlsx",
        )
    if audit.is_dir():
        rows, of = _sampled(audit, sample, margin, second)
    else:
        rows, of = _rows(audit, sample, second), ""
    _write(output, rows)
    if not quiet:
        click.echo(f"{output}: {len(rows)} rows{of}", err=True)


def _sampled(
    folder: Path, count: int | None, margin: float | None, second: bool
) -> tuple[list[Row], str]:
    """Draw a sample of a batch, and say of how many statements."""
    from auditor.report.data.audit_json import read_audit_json
    from auditor.review.sampling import draw_sample

    audits = sorted((folder / "audits").glob("*.json"))
    if not audits:
        raise UsageError(
            "there are no audits in the folder",
            place=str(folder),
            remedy="Name the output folder of `auditor batch`.",
        )
    views = ((path.stem, read_audit_json(path)) for path in audits)
    drawn = draw_sample(views, count=count, margin=(margin or USUAL_MARGIN) / 100)
    return drawn.rows(hide_labels=second), f" of {drawn.population} statements"


def _rows(audit: Path, sample: int | None, second: bool) -> list[Row]:
    """Choose the rows of the sheet."""
    from auditor.report.data.audit_json import read_audit_json
    from auditor.review.rows import draw, judged, rows_of, sampled_row

    view = read_audit_json(audit)
    if sample is None and not second:
        return rows_of(view)
    drawn = draw(judged(view), sample) if sample else tuple(judged(view))
    if second:
        return [sampled_row(known, hide_labels=True) for known in drawn]
    wanted = {known.statement["id"] for known in drawn}
    return [row for row in rows_of(view) if row["id"] in wanted]


def _write(output: Path, rows: list[Row]) -> None:
    from auditor.review.sheet import render_review_csv, render_review_xlsx

    writers = {".xlsx": render_review_xlsx, ".csv": render_review_csv}
    writer = writers.get(output.suffix.lower())
    if writer is None:
        raise UsageError(
            "a review sheet is written as .xlsx or .csv",
            place=str(output),
            remedy="Change the ending.",
        )
    write_whole(output, writer(rows))


def _agreement(first: Path, second: Path, *, form: str) -> str:
    """Compare two coders, in words or as JSON."""
    from auditor.report.templating import fill_text
    from auditor.review.agreement import compare_coders, read_coder

    (ours, texts), (theirs, more) = read_coder(first), read_coder(second)
    compared = compare_coders(ours, theirs)
    if form == "json":
        return _as_json(compared)
    return fill_text(
        "agreement.txt.j2",
        compared=compared,
        texts={**more, **texts},
        first=first.name,
        second=second.name,
    )


def _as_json(compared: Compared) -> str:
    plain = {
        "shared": compared.shared,
        "only_first": compared.only_first,
        "only_second": compared.only_second,
        "labels": [{**asdict(one), "share": one.share} for one in compared.labels],
    }
    return json.dumps(plain, indent=2)
