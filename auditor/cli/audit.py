"""`auditor audit`: audit strategy documents and write a report on each."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.options import quiet_option, reading_from, reading_options, rules_options
from auditor.cli.outputs import Outputs, check_writable, plan_outputs
from auditor.errors import AuditorError, DocumentError, UsageError
from auditor.records import Audit, Reading
from auditor.report.formats import FORMATS, find_writer, render

if TYPE_CHECKING:
    from auditor.report.view import View
    from auditor.rules import Rules

STANDARD_INPUT = Path("-")
_SIGNATURES = ((b"%PDF", ".pdf"), (b"PK\x03\x04", ".docx"), (b"<", ".html"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made of each document."""

    outputs: Outputs
    reading: Reading
    reviews: Path | None
    annotated: Path | None
    pack: Path | None
    fail_under: float | None
    date: str | None
    quiet: bool


@click.command("audit")
@click.argument("files", nargs=-1, required=True, metavar="FILE...",
                type=click.Path(path_type=Path, allow_dash=True))
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="PATH",
              help="A file (its ending names the format) or a folder.")
@click.option("--format", "formats", multiple=True, type=click.Choice(list(FORMATS)),
              help="Format of the report; more than once with -o FOLDER.")
@click.option("--together", is_flag=True, help="Audit all files as one document.")
@click.option("--annotated", type=click.Path(path_type=Path), metavar="OUT.pdf",
              help="Also write a copy of the source with the evidence highlighted.")
@click.option("--pack", type=click.Path(path_type=Path), metavar="OUT.zip",
              help="Also write a pack for a consultation response.")
@click.option("--reviews", type=click.Path(path_type=Path), metavar="FILE",
              help="Put people's decisions back in (see `auditor review`).")
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="SCORE",
              help="Exit with 1 where the score is lower, or cannot be told.")
@click.option("--date", metavar="TEXT", help="The date to stand in the line to cite.")
@reading_options
@rules_options
@quiet_option
def command(
    files: tuple[Path, ...], output: Path | None, formats: tuple[str, ...], together: bool,
    annotated: Path | None, pack: Path | None, reviews: Path | None, fail_under: float | None,
    date: str | None, lang: str, ocr: str, engine: str, lexicons: Path | None,
    rubric: Path | None, quiet: bool,
) -> None:
    """Audit each FILE and write a report on it; - reads standard input.

    Without -o the report is written to NAME-audit.html in the working directory, and
    verdict and score are printed; the formats json, md and csv are printed instead.
    """
    from auditor.rules import Rules

    rules = Rules.read(lexicons, rubric)
    with _on_disk(files) as paths:
        documents: list[Path | Sequence[Path]] = [paths] if together else list(paths)
        wanted = Wanted(plan_outputs(output, formats, len(documents)),
                        reading_from(lang, ocr, engine), reviews, annotated, pack, fail_under,
                        date, quiet)
        _check(wanted, paths, len(documents))
        codes = [_audit_one(document, stem, wanted, rules)
                 for document, stem in zip(documents, _stems(documents), strict=True)]
    sys.exit(max(codes))


@contextlib.contextmanager
def _on_disk(files: tuple[Path, ...]) -> Iterator[tuple[Path, ...]]:
    """Put standard input into a file; check that all the others are files."""
    for path in files:
        if path != STANDARD_INPUT and not path.is_file():
            what = "is a folder" if path.is_dir() else "no such file"
            remedy = "Use `auditor batch` for folders." if path.is_dir() else "Check the name."
            raise UsageError(what, place=str(path), remedy=remedy)
    if files.count(STANDARD_INPUT) > 1:
        raise UsageError("standard input can be read once only", remedy="Give - once.")
    with tempfile.TemporaryDirectory(prefix="auditor-") as folder:
        yield tuple(
            _write_input(Path(folder)) if path == STANDARD_INPUT else path for path in files
        )


def _write_input(folder: Path) -> Path:
    """Write standard input to a file whose ending follows from its first bytes."""
    content = sys.stdin.buffer.read()
    begins = content[:1024].lstrip()
    ending = next((ending for mark, ending in _SIGNATURES if begins.startswith(mark)), ".txt")
    path = folder / f"stdin{ending}"
    path.write_bytes(content)
    return path


def _stems(documents: Sequence[Path | Sequence[Path]]) -> list[str]:
    """Name each report after its file; files of the same name are told apart by a number."""
    stems: list[str] = []
    for document in documents:
        stem = (document if isinstance(document, Path) else document[0]).stem
        taken = sum(1 for other in stems if other == stem or other.startswith(f"{stem}-"))
        stems.append(f"{stem}-{taken + 1}" if stem in stems else stem)
    return stems


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
    outputs = [*further, *([wanted.outputs.file] if wanted.outputs.file else [])]
    for path in outputs:
        if any(path.resolve() == source.resolve() for source in paths):
            raise UsageError(
                "the report would replace its own source", place=str(path),
                remedy="Choose another name.",
            )


def _audit_one(
    document: Path | Sequence[Path], stem: str, wanted: Wanted, rules: Rules
) -> int:
    """Audit one document and write its reports; answer with its exit code."""
    try:
        audit, view = audit_and_review(
            document, rules, reading=wanted.reading, reviews=wanted.reviews
        )
        _write_further(document, audit, view, wanted, rules)
        places = [_write(name, stem, audit, view, wanted, rules) for name in wanted.outputs.formats]
    except DocumentError as error:
        name = str(document if isinstance(document, Path) else document[0])
        click.echo(f"Error: {_placed(error, name)}", err=True)
        return error.exit_code
    if not wanted.outputs.printed and not wanted.quiet:
        click.echo(_summarise(audit, places, rules))
    if wanted.fail_under is None:
        return 0
    return int(audit.score.value is None or audit.score.value < wanted.fail_under)


def _placed(error: AuditorError, name: str) -> AuditorError:
    """Name the document in its error, where the error does not."""
    if error.place:
        return error
    return type(error)(error.message, place=name, remedy=error.remedy)


def audit_and_review(
    source: Path | Sequence[Path], rules: Rules, *, reading: Reading, reviews: Path | None = None
) -> tuple[Audit, View]:
    """Audit a document and put people's decisions back in, where there are any."""
    from auditor.pipeline import audit_document
    from auditor.report.view import view_of

    if reviews is None:
        audit = audit_document(source, rules, reading=reading)
        return audit, view_of(audit, rules)
    from auditor.review.applying import apply_reviews
    from auditor.review.reading import read_reviews

    decisions = read_reviews(reviews)
    reviewed = apply_reviews(audit_document(source, rules, reading=reading), decisions, rules)
    return reviewed.audit, {**view_of(reviewed.audit, rules), "reviews": reviewed.account}


def _write(
    name: str, stem: str, audit: Audit, view: View, wanted: Wanted, rules: Rules
) -> Path | None:
    """Write one report; answer with its place, or with nothing where it was printed."""
    from auditor.report.files import write_whole

    content = render(name, view, audit, rules, date=wanted.date)
    if wanted.outputs.printed:
        sys.stdout.buffer.write(content)
        return None
    path = wanted.outputs.path(stem, name)
    write_whole(path, content)
    return path


def _write_further(
    document: Path | Sequence[Path], audit: Audit, view: View, wanted: Wanted, rules: Rules
) -> None:
    """Write the highlighted copy and the consultation pack, where they are asked for."""
    from auditor.report.files import write_whole

    source = document if isinstance(document, Path) else document[0]
    if wanted.annotated is not None:
        annotate = find_writer("auditor.report.annotate:annotate", "", "--annotated")
        write_whole(wanted.annotated, annotate(source, audit, rules))
    if wanted.pack is not None:
        pack = find_writer("auditor.report.pack:render_pack", "pdf", "--pack")
        write_whole(wanted.pack, pack(source, view, audit, rules, date=wanted.date))


def _summarise(audit: Audit, places: Sequence[Path | None], rules: Rules) -> str:
    """Say verdict, score and where the reports are."""
    verdict = rules.rubric.verdict_named(audit.verdict.name).title
    score = audit.score
    scored = "no score" if score.value is None else (
        f"score {score.value:g} of {score.max} (between {score.low:g} and {score.high:g})"
    )
    lines = [f"{audit.document.name}: {verdict}, {scored}", audit.verdict.because]
    return "\n".join([*lines, *(f"Report: {place}" for place in places)])
