"""`auditor compare`: say what babies gained and lost between two versions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.options import quiet_option, reading_from, reading_options, rules_options
from auditor.cli.outputs import check_writable
from auditor.errors import UsageError

if TYPE_CHECKING:
    from auditor.records import Reading
    from auditor.report.view import View
    from auditor.rules import Rules

_ENDINGS = {".html": "html", ".json": "json", ".md": "md"}


@click.command("compare")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="PATH",
              help="Write here; the ending names the format.")
@click.option("--format", "form", type=click.Choice(["html", "json", "md"]),
              help="Format of the comparison; json and md are printed where there is no -o.")
@click.option("--date", metavar="TEXT", help="The date to stand in the line to cite.")
@reading_options
@rules_options
@quiet_option
def command(
    old: Path, new: Path, output: Path | None, form: str | None, date: str | None,
    lang: str, ocr: str, engine: str, lexicons: Path | None, rubric: Path | None, quiet: bool,
) -> None:
    """Compare OLD and NEW, two versions of one document: files, or audits in JSON.

    Without -o the comparison is written to NEW-comparison.html in the working directory.
    """
    from auditor.comparison import compare
    from auditor.report.files import write_whole
    from auditor.rules import Rules

    form = form or (_ENDINGS.get(output.suffix.lower()) if output else "html")
    if form is None:
        raise UsageError("no format has that ending", place=str(output),
                         remedy="End the name in .html, .json or .md.")
    printed = output is None and form != "html"
    path = output or Path(f"{new.stem}-comparison.html")
    if not printed:
        check_writable(path)
    rules = Rules.read(lexicons, rubric)
    reading = reading_from(lang, ocr, engine)
    comparison = compare(_view(old, rules, reading), _view(new, rules, reading), rules)
    content = render_comparison(form, comparison, rules, date)
    if printed:
        sys.stdout.buffer.write(content)
        return
    write_whole(path, content)
    if not quiet:
        click.echo(_summarise(comparison, path))


def _view(path: Path, rules: Rules, reading: Reading) -> View:
    """Read an audit, or make one."""
    from auditor.pipeline import audit_document
    from auditor.report.audit_json import is_audit_json, read_audit_json
    from auditor.report.view import view_of

    if is_audit_json(path):
        return read_audit_json(path)
    return view_of(audit_document(path, rules, reading=reading), rules)


def render_comparison(form: str, comparison: View, rules: Rules, date: str | None) -> bytes:
    """Write a comparison in one of its formats."""
    from auditor.report.audit_json import render_json
    from auditor.report.formats import find_writer

    if form == "json":
        return render_json(comparison)
    home = {"html": "auditor.report.html:render_comparison",
            "md": "auditor.report.markdown:render_comparison_markdown"}[form]
    written: str = find_writer(home, "", f"the format {form}")(comparison, rules.rubric, date=date)
    return written.encode("utf-8", "replace")


def _summarise(comparison: View, path: Path) -> str:
    """Say in a few lines what changed."""
    counts, verdict, score = (comparison[key] for key in ("counts", "verdict", "score"))
    numbers = ", ".join(
        f"{counts[key]} {key}" for key in ("gained", "lost", "strengthened", "weakened")
    )
    return (
        f"{comparison['old']['name']} to {comparison['new']['name']}: {numbers}\n"
        f"Verdict: {verdict['old']} to {verdict['new']}. "
        f"Score: {_number(score['old'])} to {_number(score['new'])}.\nReport: {path}"
    )


def _number(score: float | None) -> str:
    return "cannot tell" if score is None else f"{score:g}"
