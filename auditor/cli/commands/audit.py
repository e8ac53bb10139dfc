"""`auditor audit`: audit strategy documents and write a report on each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.inputs import on_disk, stems_of
from auditor.cli.options import (
    check_language,
    imprint_from,
    imprint_options,
    kind_option,
    quiet_option,
    reading_from,
    reading_options,
    rules_options,
)
from auditor.cli.outputs import Outputs, check_writable, make_folder, plan_outputs
from auditor.errors import AuditorError, DocumentError, UsageError
from auditor.records import Audit, Reading
from auditor.report.formats import FORMATS, find_writer, render

if TYPE_CHECKING:
    from auditor.report.story.imprint import Imprint
    from auditor.report.views.audit import AuditView
    from auditor.rules import Rules


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made of each document."""

    outputs: Outputs
    reading: Reading
    reviews: Path | None
    annotated: Path | None
    pack: Path | None
    charts: Path | None
    fail_under: float | None
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
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A file (its ending names the format) or a folder.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    help="Format of the report; more than once with -o FOLDER.",
)
@click.option("--together", is_flag=True, help="Audit all files as one document.")
@click.option(
    "--annotated",
    type=click.Path(path_type=Path),
    metavar="OUT.pdf",
    help="Also write a copy of the source with the evidence highlighted.",
)
@click.option(
    "--pack",
    type=click.Path(path_type=Path),
    metavar="OUT.zip",
    help="Also write a pack for a consultation response.",
)
@click.option(
    "--charts",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Also write the charts as pictures (SVG and PNG) into this folder.",
)
@click.option(
    "--reviews",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Put people's decisions back in (see `auditor review`).",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="SCORE",
    help="Exit with 1 where the score is lower, or cannot be told.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=Reading().seconds,
    show_default=True,
    metavar="SECONDS",
    help="Time to read one document, and as much again to judge it.",
)
@imprint_options
@kind_option
@reading_options
@rules_options
@quiet_option
def command(
    files: tuple[Path, ...],
    output: Path | None,
    formats: tuple[str, ...],
    together: bool,
    annotated: Path | None,
    pack: Path | None,
    charts: Path | None,
    reviews: Path | None,
    fail_under: float | None,
    timeout: float,
    title: str | None,
    date: str | None,
    author: str | None,
    logo: Path | None,
    kind: str | None,
    lang: str,
    ocr: str,
    engine: str,
    lexicons: Path | None,
    rubric: Path | None,
    quiet: bool,
) -> None:
    """Audit each FILE and write a report on it; - reads standard input.

    Without -o the report is written to NAME-audit.html in the working directory, and
    verdict and score are printed; the formats json, md and csv are printed instead.
    """
    from auditor.rules import Rules

    rules = Rules.read(lexicons, rubric)
    check_language(lang, rules)
    with on_disk(files) as paths:
        documents: list[Path | Sequence[Path]] = [paths] if together else list(paths)
        wanted = Wanted(
            plan_outputs(output, formats, len(documents)),
            replace(reading_from(lang, ocr, engine, kind), seconds=timeout),
            reviews,
            annotated,
            pack,
            charts,
            fail_under,
            imprint_from(title, date, author, logo),
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
    further = [path for path in (wanted.annotated, wanted.pack) if path is not None]
    if further and documents > 1:
        raise UsageError(
            "--annotated and --pack make one file, and several documents are given",
            remedy="Audit one document at a time, or add --together.",
        )
    for path in further:
        check_writable(path)
    if wanted.charts is not None:
        make_folder(wanted.charts)
    outputs = [*further, *([wanted.outputs.file] if wanted.outputs.file else [])]
    for path in outputs:
        if any(path.resolve() == source.resolve() for source in paths):
            raise UsageError(
                "the report would replace its own source",
                place=str(path),
                remedy="Choose another name.",
            )


def _audit_one(document: Path | Sequence[Path], stem: str, wanted: Wanted, rules: Rules) -> int:
    """Audit one document and write its reports; answer with its exit code."""
    from auditor.review.applying import audit_and_review

    try:
        audit, view = audit_and_review(
            document, rules, reading=wanted.reading, reviews=wanted.reviews
        )
        _write_further(document, audit, view, wanted, rules)
        _write_charts(stem, view, wanted, rules)
        places = [_write(name, stem, audit, view, wanted, rules) for name in wanted.outputs.formats]
    except DocumentError as error:
        name = str(document if isinstance(document, Path) else document[0])
        click.echo(f"Error: {_placed(error, name)}", err=True)
        return error.exit_code
    if not wanted.outputs.printed and not wanted.quiet:
        click.echo(_summarise(audit, view, places, rules))
    if wanted.fail_under is None:
        return 0
    return int(audit.score.value is None or audit.score.value < wanted.fail_under)


def _placed(error: AuditorError, name: str) -> AuditorError:
    """Name the document in its error, where the error does not."""
    if error.place:
        return error
    return type(error)(error.message, place=name, remedy=error.remedy)


def _write(
    name: str, stem: str, audit: Audit, view: AuditView, wanted: Wanted, rules: Rules
) -> Path | None:
    """Write one report; answer with its place, or with nothing where it was printed."""
    from auditor.report.files import write_whole

    content = render(name, view, audit, rules, imprint=wanted.imprint)
    if wanted.outputs.printed:
        sys.stdout.buffer.write(content)
        return None
    path = wanted.outputs.path(stem, name)
    write_whole(path, content)
    return path


def _write_further(
    document: Path | Sequence[Path], audit: Audit, view: AuditView, wanted: Wanted, rules: Rules
) -> None:
    """Write the highlighted copy and the consultation pack, where they are asked for."""
    from auditor.report.files import write_whole

    source = document if isinstance(document, Path) else document[0]
    if wanted.annotated is not None:
        annotate = find_writer("auditor.report.print.annotated_copy:annotate", "", "--annotated")
        write_whole(wanted.annotated, annotate(source, audit, rules))
    if wanted.pack is not None:
        pack = find_writer("auditor.report.consultation.pack:render_pack", "pdf", "--pack")
        write_whole(wanted.pack, pack(source, view, audit, rules, imprint=wanted.imprint))


def _write_charts(stem: str, view: AuditView, wanted: Wanted, rules: Rules) -> None:
    """Write the charts as pictures, where they are asked for."""
    from auditor.report.files import write_whole

    if wanted.charts is None:
        return
    draw = find_writer("auditor.report.print.charts:render_charts", "pdf", "--charts")
    for name, picture in draw(view, rules, imprint=wanted.imprint).items():
        write_whole(wanted.charts / f"{stem}-{name}", picture)


def _summarise(audit: Audit, view: AuditView, places: Sequence[Path | None], rules: Rules) -> str:
    """Say verdict, score, whether a person has checked them, and where the reports are."""
    from auditor.report.story.audit_story import is_checked
    from auditor.report.story.names import shared_words

    verdict = rules.rubric.verdict_named(audit.verdict.name).title
    score = audit.score
    scored = (
        "no score"
        if score.value is None
        else (f"score {score.value:g} of {score.max} (between {score.low:g} and {score.high:g})")
    )
    lines = [f"{audit.document.name}: {verdict}, {scored}", audit.verdict.because]
    if not is_checked(view):
        lines.append(shared_words()["sentence"]["unchecked"])
    return "\n".join([*lines, *(f"Report: {place}" for place in places)])
