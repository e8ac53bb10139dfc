"""`auditor compare`: say what babies gained and lost between two versions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.options import (
    check_language,
    imprint_from,
    imprint_options,
    quiet_option,
    reading_from,
    reading_options,
    rules_options,
)
from auditor.cli.outputs import check_writable
from auditor.errors import UsageError
from auditor.report.formats import COMPARISON_FORMATS, format_of_ending

if TYPE_CHECKING:
    from auditor.records import Reading
    from auditor.report.views.audit import AuditView
    from auditor.report.views.comparison import ComparisonView
    from auditor.rules import Rules


_ENDINGS = ", ".join(kind.ending for kind in COMPARISON_FORMATS.values())


@click.command("compare")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write here; the ending names the format.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(COMPARISON_FORMATS)),
    help="Format of the comparison; json and md are printed where there is no -o.",
)
@click.option(
    "--progress",
    is_flag=True,
    help="NEW reports on OLD, a plan: tell what came of its promises.",
)
@imprint_options
@reading_options
@rules_options
@quiet_option
def command(
    old: Path,
    new: Path,
    output: Path | None,
    form: str | None,
    progress: bool,
    title: str | None,
    date: str | None,
    author: str | None,
    logo: Path | None,
    lang: str,
    ocr: str,
    engine: str,
    lexicons: Path | None,
    rubric: Path | None,
    quiet: bool,
) -> None:
    """Compare OLD and NEW, two versions of one document: files, or audits in JSON.

    Without -o the comparison is written to NEW-comparison.html in the working directory.
    Files may be of any kind that `auditor audit` takes.
    """
    from auditor.comparison.versions import compare
    from auditor.report.files import write_whole
    from auditor.report.formats import render_comparison
    from auditor.rules import Rules

    form = form or (format_of_ending(output.suffix, COMPARISON_FORMATS) if output else "html")
    if form is None:
        raise UsageError(
            "no format has that ending",
            place=str(output),
            remedy=f"End the name in one of: {_ENDINGS}.",
        )
    printed = output is None and COMPARISON_FORMATS[form].printed
    path = output or Path(f"{new.stem}-comparison{COMPARISON_FORMATS[form].ending}")
    if not printed:
        check_writable(path)
    rules = Rules.read(lexicons, rubric)
    check_language(lang, rules)
    reading = reading_from(lang, ocr, engine)
    views = _view(old, rules, reading), _view(new, rules, reading)
    comparison = compare(*views, rules, progress=progress)
    content = render_comparison(
        form, comparison, rules, imprint=imprint_from(title, date, author, logo)
    )
    if printed:
        sys.stdout.buffer.write(content)
        return
    write_whole(path, content)
    if not quiet:
        click.echo(_summarise(comparison, path, rules))


def _view(path: Path, rules: Rules, reading: Reading) -> AuditView:
    """Read an audit, or make one."""
    from auditor.pipeline import audit_document
    from auditor.report.data.audit_json import is_audit_json, read_audit_json
    from auditor.report.view import view_of

    if is_audit_json(path):
        return read_audit_json(path)
    return view_of(audit_document(path, rules, reading=reading), rules)


def _summarise(comparison: ComparisonView, path: Path, rules: Rules) -> str:
    """Say in a few lines what changed; of documents that share little, or of a plan, the headline."""
    from auditor.report.versions.changes import tell_changes

    story = tell_changes(comparison, rules.rubric)
    if story.is_unlike or story.is_progress:
        return f"{story.headline}\nReport: {path}"
    counts, verdict, score = comparison["counts"], comparison["verdict"], comparison["score"]
    numbers = (
        f"{counts['gained']} gained, {counts['lost']} lost, "
        f"{counts['strengthened']} strengthened, {counts['weakened']} weakened"
    )
    return (
        f"{comparison['old']['name']} to {comparison['new']['name']}: {numbers}\n"
        f"Verdict: {verdict['old']} to {verdict['new']}. "
        f"Score: {_number(score['old'])} to {_number(score['new'])}.\nReport: {path}"
    )


def _number(score: float | None) -> str:
    return "cannot tell" if score is None else f"{score:g}"
