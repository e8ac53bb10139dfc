"""`auditor verify`: say whether a report still follows from its file."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from auditor.cli.options import ChosenRules, judging_options, path_option
from auditor.records import Reading

_MOST = 20


@click.command("verify")
@click.argument("audit", type=click.Path(path_type=Path), metavar="REPORT")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@path_option("--reviews", "FILE", "The decisions that the report was made with.")
@judging_options
def command(
    audit: Path,
    files: tuple[Path, ...],
    reviews: Path | None,
    reading: Reading,
    chosen: ChosenRules,
    quiet: bool,
) -> None:
    """Audit FILE again and say whether REPORT follows from it; exit 1 where not.

    REPORT is an audit as JSON, or a report as HTML, PDF or Word, which holds its audit.

    Give every FILE, in order, where several were audited as one document, and the same
    options of reading and rules that the report was made with.
    """
    from auditor.report.data.audit_json import is_audit_json
    from auditor.report.data.embedded import read_report
    from auditor.report.data.verification import find_differences
    from auditor.review.applying import audit_and_review

    rules = chosen.read(reading.language)
    report = read_report(audit)
    source = files[0] if len(files) == 1 else files
    told = report["document"]
    given = told.get("kind") if told.get("kind_given") else None
    reading = replace(reading, kind=given)
    _, made = audit_and_review(source, rules, reading=reading, reviews=reviews)
    differences = list(find_differences(report, made))
    if not differences:
        if not quiet:
            inside = "" if is_audit_json(audit) else "the audit inside it "
            click.echo(f"{audit}: {inside}follows from {_names(files)}, word for word")
        return
    click.echo(f"{audit}: does not follow from {_names(files)}", err=True)
    for line in differences[:_MOST]:
        click.echo(f"  {line}", err=True)
    if len(differences) > _MOST:
        click.echo(f"  and {len(differences) - _MOST} more differences", err=True)
    sys.exit(1)


def _names(files: tuple[Path, ...]) -> str:
    return ", ".join(map(str, files))
