"""`auditor audit`: audit strategy documents and write a report on each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from auditor.cli.answers import Asked, answers_option, read_asked, write_answers
from auditor.cli.further import Further, check_further, further_options, write_further
from auditor.cli.gate import Gate, GateFiles, gate_options
from auditor.cli.holding import Held, hold
from auditor.cli.inputs import on_disk, stems_of
from auditor.cli.options import (
    ChosenRules,
    flag,
    imprint_options,
    judging_options,
    kind_option,
    path_option,
    value_option,
)
from auditor.cli.outputs import NO_REPORT, Outputs, plan_outputs
from auditor.errors import AuditorError, DocumentError, UsageError
from auditor.records import Reading
from auditor.report.files import write_whole
from auditor.report.formats import FORMATS, render
from auditor.report.story.imprint import Imprint
from auditor.rules import Rules


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made of each document."""

    outputs: Outputs
    reading: Reading
    reviews: Path | None
    further: Further
    fail_under: float | None
    gate: Gate
    asked: Asked | None
    imprint: Imprint
    quiet: bool


@click.command("audit")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(path_type=Path, allow_dash=True),
)
@path_option("--output -o", "PATH", "A file (its ending names the format) or a folder.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    help="Format of the report; more than once with -o FOLDER.",
)
@flag("--together", "Audit all files as one document.")
@further_options
@path_option("--reviews", "FILE", "Put people's decisions back in (see `auditor review`).")
@value_option(
    "--fail-under",
    "SCORE",
    "Exit with 1 where the score is lower, or cannot be told.",
    type=click.FloatRange(0, 100),
)
@answers_option
@gate_options
@flag("--no-report", "Write no report: only check.")
@value_option(
    "--timeout",
    "SECONDS",
    "Time to read one document, and as much again to judge it.",
    type=click.FloatRange(min=0, min_open=True),
    default=Reading().seconds,
)
@imprint_options
@kind_option
@judging_options
def command(
    files: tuple[Path, ...],
    output: Path | None,
    formats: tuple[str, ...],
    together: bool,
    further: Further,
    reviews: Path | None,
    fail_under: float | None,
    answers: Path | None,
    gate: GateFiles,
    no_report: bool,
    imprint: Imprint,
    reading: Reading,
    chosen: ChosenRules,
    quiet: bool,
) -> None:
    """Audit each FILE and write a report on it; - reads standard input.

    Without -o the report is written to NAME-audit.html in the working directory, and
    verdict and score are printed; the formats json, md, csv and sarif are printed instead.
    """
    if no_report and (output is not None or formats):
        raise UsageError("--no-report and a report are asked for", remedy="Leave one of them out.")
    rules = chosen.read(reading.language)
    with on_disk(files) as paths:
        documents: list[Path | Sequence[Path]] = [paths] if together else list(paths)
        wanted = Wanted(
            NO_REPORT if no_report else plan_outputs(output, formats, len(documents)),
            reading,
            reviews,
            further,
            fail_under,
            gate.read(len(documents)),
            read_asked(answers, rules),
            imprint,
            quiet,
        )
        _check(wanted, paths, len(documents))
        codes = [
            _audit_one(document, stem, wanted, rules)
            for document, stem in zip(documents, stems_of(documents), strict=True)
        ]
    sys.exit(max(codes))


def _check(wanted: Wanted, paths: Sequence[Path], documents: int) -> None:
    """Find contradictions and unwritable places before anything is read."""
    check_further(wanted.further, paths, documents)
    outputs = [*wanted.further.files, *([wanted.outputs.file] if wanted.outputs.file else [])]
    for path in outputs:
        if any(path.resolve() == source.resolve() for source in paths):
            raise UsageError(
                "the report would replace its own source",
                place=str(path),
                remedy="Choose another name.",
            )


def _audit_one(document: Path | Sequence[Path], stem: str, wanted: Wanted, rules: Rules) -> int:
    """Audit one document and write its reports; answer with its exit code."""
    from auditor.cli.summary import summarise
    from auditor.review.applying import audit_and_review

    source = document if isinstance(document, Path) else document[0]
    try:
        audit, view = audit_and_review(
            document, rules, reading=wanted.reading, reviews=wanted.reviews
        )
        made = Held(source, audit, view, rules)
        write_further(wanted.further, made, stem, wanted.imprint)
        places = [_write(name, stem, made, wanted) for name in wanted.outputs.formats]
        answered = write_answers(wanted.asked, stem, wanted.outputs, made)
    except DocumentError as error:
        click.echo(f"Error: {_placed(error, str(source))}", err=True)
        return error.exit_code
    told = not wanted.outputs.printed and not wanted.quiet
    if told:
        click.echo(summarise(view, places, rules, answers=answered))
    code = hold(wanted.gate, made, told=told)
    return max(code, int(_is_under(audit.score.value, wanted.fail_under)))


def _is_under(score: float | None, least: float | None) -> bool:
    """True if a score is asked for that is not reached, or cannot be told."""
    return least is not None and (score is None or score < least)


def _placed(error: AuditorError, name: str) -> AuditorError:
    """Return an error that names its document."""
    if error.place:
        return error
    return type(error)(error.message, place=name, remedy=error.remedy)


def _write(name: str, stem: str, made: Held, wanted: Wanted) -> Path | None:
    """Write one report; answer with its place, or with nothing where it was printed."""
    draft = wanted.gate.draft(made.document) if FORMATS[name].located else None
    content = render(name, made.view, made.audit, made.rules, imprint=wanted.imprint, draft=draft)
    if wanted.outputs.printed:
        sys.stdout.buffer.write(content)
        return None
    path = wanted.outputs.path(stem, name)
    write_whole(path, content)
    return path
