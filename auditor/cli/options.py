"""Options that stand everywhere, in groups: a command gets one record for each group."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.errors import UsageError
from auditor.records import DOCUMENT_KINDS, DocumentKind, EngineName, OcrMode, Reading
from auditor.report.story.imprint import Imprint, read_logo

if TYPE_CHECKING:
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
    """Return a decorator that adds options, and gives the command what is made of them instead.

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


def flag(names: str, help: str) -> Adding:
    """Return an option that is given or not."""
    return click.option(*names.split(), is_flag=True, help=help)


def value_option(names: str, metavar: str, help: str, **more: Any) -> Adding:
    """Return an option that takes a value; the help shows its default, where it has one."""
    shown = {"show_default": bool(more.get("default")), **more}
    return click.option(*names.split(), metavar=metavar, help=help, **shown)


def choice_option(names: str, choices: Sequence[str], help: str) -> Adding:
    """Return an option that takes one of a few words, the first where it is not given."""
    kind, default = click.Choice(choices), choices[0]
    return click.option(*names.split(), type=kind, default=default, show_default=True, help=help)


def path_option(
    names: str,
    metavar: str,
    help: str,
    *,
    folder: bool = False,
    exists: bool = False,
    dir_okay: bool = True,
    **more: Any,
) -> Adding:
    """Return an option that names a file, or a folder."""
    kind = click.Path(path_type=Path, file_okay=not folder, exists=exists, dir_okay=dir_okay)
    return click.option(*names.split(), type=kind, metavar=metavar, help=help, **more)


@dataclass(frozen=True, slots=True)
class ChosenRules:
    """The rules to judge by: those shipped, but for what is chosen here."""

    lexicons: Path | None
    rubric: Path | None
    report_language: str = "en"

    def read(self, lang: str = "auto") -> Rules:
        """Read the rules, which must be able to judge a language that is asked for.

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
    path_option("--lexicons", "DIR", "Use the words, weights and rubric in this folder."),
    path_option("--rubric", "FILE", "Use this rubric instead of the one shipped."),
)
"""Adds --lexicons and --rubric."""

report_language_option = value_option(
    "--report-lang report_language",
    "CODE",
    "Language of the report; quotes stay as they are.",
    default="en",
)

kind_option = click.option(
    "--kind",
    type=click.Choice(DOCUMENT_KINDS),
    help="The kind of document, if the auditor gets it wrong.",
)

quiet_option = flag("--quiet -q", "Print errors only.")


def reading_from(
    lang: str,
    ocr: OcrMode,
    engine: EngineName,
    kind: DocumentKind | None = None,
    timeout: float = Reading().seconds,
    memory: int | None = None,
) -> Reading:
    """Gather the reading options into the record that `document/` takes; `memory` is in MB."""
    limit = memory * 1024**2 if memory else Reading().memory
    return Reading(ocr=ocr, language=lang, engine=engine, kind=kind, seconds=timeout, memory=limit)


reading_options = gathered(
    "reading",
    reading_from,
    value_option("--lang", "auto|en|...", "Language of the document.", default="auto"),
    choice_option("--ocr", ["auto", "off", "force"], "Read pages that are pictures by OCR."),
    choice_option("--engine", ["pdfium", "pdfplumber"], "Which PDF library reads the pages."),
)
"""Adds --lang, --ocr and --engine."""


judging_options = added(reading_options, report_language_option, rules_options, quiet_option)
"""Adds how documents are read, in which language and by which rules they are told of, and --quiet."""


imprint_options = gathered(
    "imprint",
    Imprint,
    value_option(
        "--title", "TEXT", "The document's title, in place of the one found in it.", default=""
    ),
    value_option("--date", "TEXT", "The date to print in the report.", default=""),
    value_option("--author", "TEXT", "Who makes the report.", default=""),
    path_option(
        "--logo",
        "FILE",
        "A logo for the report: PNG or JPEG.",
        callback=lambda context, option, path: read_logo(path) if path else None,
    ),
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
