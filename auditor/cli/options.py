"""Options that stand everywhere, in groups: a command gets one record for each group."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from auditor.errors import UsageError
from auditor.records import DOCUMENT_KINDS, DocumentKind, EngineName, OcrMode, Reading

if TYPE_CHECKING:
    from auditor.report.story.imprint import Imprint
    from auditor.rules import Rules

Command = Callable[..., Any]
Adding = Callable[[Command], Command]
"""What adds options to a command."""


def added(*options: Adding) -> Adding:
    """Return one decorator that adds options, in the order in which the help lists them."""

    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def gathered(name: str, make: Callable[..., object], *options: Adding) -> Adding:
    """
    Return a decorator that adds options, and gives the command what is made of them instead.

    The parameters of `make` are the options; one that a command does not have is left out.
    """
    wanted = inspect.signature(make).parameters

    def add(command: Command) -> Command:
        @wraps(command)
        def told(**given: object) -> object:
            own = {key: given.pop(key) for key in wanted if key in given}
            return command(**given, **{name: make(**own)})

        return added(*options)(told)

    return add


def path_option(names: str, metavar: str, help: str, *, folder: bool = False) -> Adding:
    """Return an option that names a file, or a folder."""
    kind = click.Path(path_type=Path, file_okay=not folder)
    return click.option(*names.split(), type=kind, metavar=metavar, help=help)


@dataclass(frozen=True, slots=True)
class ChosenRules:
    """The rules to judge by: those shipped, but for what is chosen here."""

    lexicons: Path | None
    rubric: Path | None
    report_language: str = "en"

    def read(self, lang: str = "auto") -> Rules:
        """
        Read the rules, which must be able to judge a language that is asked for.

        Raises:
            DataError: they have a mistake.
            UsageError: there are no word lists for the language.

        """
        from auditor.rules import Rules

        rules = Rules.read(self.lexicons, self.rubric, self.report_language)
        check_language(lang, rules)
        return rules


rules_options = gathered(
    "chosen",
    ChosenRules,
    path_option("--lexicons", "DIR", "Judge by all in this folder: words, weights, rubric."),
    path_option("--rubric", "FILE", "Use this rubric instead of the one shipped."),
)
"""Adds --lexicons and --rubric."""

report_language_option = click.option(
    "--report-lang",
    "report_language",
    default="en",
    show_default=True,
    metavar="CODE",
    help="Language of the report; quotes stay as they are.",
)

kind_option = click.option(
    "--kind",
    type=click.Choice(DOCUMENT_KINDS),
    help="What kind of document it is, where the auditor would tell it wrong.",
)

quiet_option = click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")


def reading_from(lang: str, ocr: str, engine: str, kind: str | None = None) -> Reading:
    """Gather the reading options into the record that `document/` takes."""
    # the choices of the options let nothing else through
    return Reading(
        ocr=cast(OcrMode, ocr),
        language=lang,
        engine=cast(EngineName, engine),
        kind=cast("DocumentKind | None", kind),
    )


reading_options = gathered(
    "reading",
    reading_from,
    click.option(
        "--lang",
        default="auto",
        show_default=True,
        metavar="auto|en|...",
        help="Language of the document.",
    ),
    click.option(
        "--ocr",
        type=click.Choice(["auto", "off", "force"]),
        default="auto",
        show_default=True,
        help="Read pages that are pictures by OCR.",
    ),
    click.option(
        "--engine",
        type=click.Choice(["pdfium", "pdfplumber"]),
        default="pdfium",
        show_default=True,
        help="Which PDF library reads the pages.",
    ),
)
"""Adds --lang, --ocr and --engine."""


def imprint_from(
    title: str | None, date: str | None, author: str | None, logo: Path | None
) -> Imprint:
    """Gather what a person says of the report itself.

    Raises:
        UsageError: the logo cannot be shown.

    """
    from auditor.report.story.imprint import Imprint, read_logo

    return Imprint(title or "", date or "", author or "", read_logo(logo) if logo else None)


imprint_options = gathered(
    "imprint",
    imprint_from,
    click.option(
        "--title", metavar="TEXT", help="The document's title, in place of the one found in it."
    ),
    click.option("--date", metavar="TEXT", help="The date to stand in the report."),
    click.option("--author", metavar="TEXT", help="Who makes the report."),
    path_option("--logo", "FILE", "A logo for the report: PNG or JPEG."),
)
"""Adds --title, --date, --author and --logo."""


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
