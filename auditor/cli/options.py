"""Options that stand everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from auditor.errors import UsageError
from auditor.records import DOCUMENT_KINDS, DocumentKind, EngineName, OcrMode, Reading

if TYPE_CHECKING:
    from auditor.report.story.imprint import Imprint
    from auditor.rules import Rules

F = TypeVar("F", bound=Callable[..., Any])


def rules_options(command: F) -> F:
    """Add --lexicons and --rubric."""
    for option in (
        click.option(
            "--rubric",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Use this rubric instead of the one shipped.",
        ),
        click.option(
            "--lexicons",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help="Use the words, weights and rubric in this folder.",
        ),
    ):
        command = option(command)
    return command


def reading_options(command: F) -> F:
    """Add --lang, --ocr and --engine."""
    for option in (
        click.option(
            "--engine",
            type=click.Choice(["pdfium", "pdfplumber"]),
            default="pdfium",
            show_default=True,
            help="Which PDF library reads the pages.",
        ),
        click.option(
            "--ocr",
            type=click.Choice(["auto", "off", "force"]),
            default="auto",
            show_default=True,
            help="Read pages that are pictures by OCR.",
        ),
        click.option(
            "--lang",
            default="auto",
            show_default=True,
            metavar="auto|en|...",
            help="Language of the document.",
        ),
    ):
        command = option(command)
    return command


def report_language_option(command: F) -> F:
    """Add --report-lang."""
    return click.option(
        "--report-lang",
        "report_language",
        default="en",
        show_default=True,
        metavar="CODE",
        help="Language of the report; quotes stay as they are.",
    )(command)


def imprint_options(command: F) -> F:
    """Add --title, --date, --author and --logo."""
    for option in (
        click.option(
            "--logo",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="A logo for the report: PNG or JPEG.",
        ),
        click.option("--author", metavar="TEXT", help="Who makes the report."),
        click.option("--date", metavar="TEXT", help="The date to print in the report."),
        click.option(
            "--title", metavar="TEXT", help="The document's title, in place of the one found in it."
        ),
    ):
        command = option(command)
    return command


def imprint_from(
    title: str | None, date: str | None, author: str | None, logo: Path | None
) -> Imprint:
    """Gather what a person says of the report itself.

    Raises:
        UsageError: the logo cannot be shown.

    """
    from auditor.report.story.imprint import Imprint, read_logo

    return Imprint(title or "", date or "", author or "", read_logo(logo) if logo else None)


def quiet_option(command: F) -> F:
    """Add --quiet."""
    return click.option("--quiet", "-q", is_flag=True, help="Print errors only.")(command)


def check_language(lang: str, rules: Rules) -> None:
    """Make sure that there are word lists for a language that is asked for.

    Raises:
        UsageError: there are none.

    """
    known = rules.languages
    if lang != "auto" and lang not in known:
        raise UsageError(
            f"there are no word lists for the language “{lang}”",
            place="--lang",
            remedy=f"Give one of: auto, {', '.join(sorted(known))}.",
        )


def kind_option(command: F) -> F:
    """Add --kind."""
    return click.option(
        "--kind",
        type=click.Choice(DOCUMENT_KINDS),
        help="The kind of document, if the auditor gets it wrong.",
    )(command)


def reading_from(lang: str, ocr: str, engine: str, kind: str | None = None) -> Reading:
    """Gather the reading options into the record that `document/` takes."""
    # the choices of the options let nothing else through
    return Reading(
        ocr=cast(OcrMode, ocr),
        language=lang,
        engine=cast(EngineName, engine),
        kind=cast("DocumentKind | None", kind),
    )
