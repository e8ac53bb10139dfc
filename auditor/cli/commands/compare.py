"""`auditor compare`: say what babies gained and lost between two versions."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from auditor.cli.options import ChosenRules, flag, imprint_options, judging_options, path_option
from auditor.cli.outputs import check_writable
from auditor.errors import UsageError
from auditor.records import Reading
from auditor.report.files import write_whole
from auditor.report.formats import COMPARISON_FORMATS, format_of_ending, render_comparison
from auditor.report.story.imprint import Imprint
from auditor.report.views.audit import AuditView
from auditor.report.views.comparison import ComparisonView
from auditor.rules import Rules
from auditor.rules.sentence_templates import fill
from auditor.rules.translating.shared_texts import shared_words

_ENDINGS = ", ".join(kind.ending for kind in COMPARISON_FORMATS.values())


@click.command("compare")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", required=False, type=click.Path(path_type=Path))
@path_option("--output -o", "PATH", "Write here; the ending names the format.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(COMPARISON_FORMATS)),
    help="Format of the comparison; json and md are printed where there is no -o.",
)
@flag("--progress", "OLD is a plan and NEW a report on it: show what came of its promises.")
@imprint_options
@judging_options
def command(
    old: Path,
    new: Path | None,
    output: Path | None,
    form: str | None,
    progress: bool,
    imprint: Imprint,
    reading: Reading,
    chosen: ChosenRules,
    quiet: bool,
) -> None:
    """Compare OLD and NEW, two versions of one document: files, or audits in JSON.

    OLD alone, a Word draft, is compared with itself: all its open tracked changes
    rejected, and all accepted. Without -o the comparison is written to
    NEW-comparison.html in the working directory. Files may be of any kind that
    `auditor audit` takes.
    """
    from auditor.comparison.versions import compare

    form = form or (format_of_ending(output.suffix, COMPARISON_FORMATS) if output else "html")
    if form is None:
        raise UsageError(
            "no format has that ending",
            place=str(output),
            remedy=f"End the name in one of: {_ENDINGS}.",
        )
    printed = output is None and COMPARISON_FORMATS[form].printed
    path = output or Path(f"{(new or old).stem}-comparison{COMPARISON_FORMATS[form].ending}")
    if not printed:
        check_writable(path)
    rules = chosen.read(reading.language)
    if new is None:
        comparison = _compare_changes(old, rules, reading)
    else:
        views = _view(old, rules, reading), _view(new, rules, reading)
        comparison = compare(*views, rules, progress=progress)
    content = render_comparison(form, comparison, rules, imprint=imprint)
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


def _compare_changes(draft: Path, rules: Rules, reading: Reading) -> ComparisonView:
    """Compare a draft whose open changes are rejected with one whose changes are accepted.

    Raises:
        UsageError: it has none that change its words.

    """
    from auditor.comparison.versions import compare
    from auditor.pipeline import audit_document
    from auditor.report.view import view_of

    before = audit_document(draft, rules, reading=replace(reading, changes="rejected"))
    after = audit_document(draft, rules, reading=reading)
    if before.document.text == after.document.text:
        raise UsageError(
            "no open tracked change in it changes its words",
            place=str(draft),
            remedy="Give a Word draft with open changes, or two versions to compare.",
        )
    old, new = view_of(before, rules), view_of(after, rules)
    for view, name in ((old, "rejected"), (new, "accepted")):
        said = shared_words(rules.rubric.report_language)["comparison"][name]
        view["document"]["name"] = fill(said, {"name": draft.name})
    return {**compare(old, new, rules), "of_changes": True}


def _summarise(comparison: ComparisonView, path: Path, rules: Rules) -> str:
    """Return in a few lines what changed; of documents that share little, or of a plan, the headline."""
    from auditor.report.versions.changes import tell_changes

    story = tell_changes(comparison, rules.rubric)
    if story.is_unlike or story.is_progress:
        return f"{story.headline}\nReport: {path}"
    counts, score = comparison["counts"], comparison["score"]
    old, new = (story.names.verdict[comparison["verdict"][one]].title for one in ("old", "new"))
    numbers = (
        f"{counts['gained']} gained, {counts['lost']} lost, "
        f"{counts['strengthened']} strengthened, {counts['weakened']} weakened"
    )
    return (
        f"{comparison['old']['name']} to {comparison['new']['name']}: {numbers}\n"
        f"Answer: {old} to {new}. "
        f"Score: {_number(score['old'])} to {_number(score['new'])}.\nReport: {path}"
    )


def _number(score: float | None) -> str:
    return "cannot tell" if score is None else f"{score:g}"
