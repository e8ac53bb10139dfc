"""Options that stand everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from auditor.records import EngineName, OcrMode, Reading

F = TypeVar("F", bound=Callable[..., Any])


def rules_options(command: F) -> F:
    """Add --lexicons and --rubric."""
    for option in (
        click.option("--rubric", type=click.Path(path_type=Path), metavar="FILE",
                     help="Use this rubric instead of the one shipped."),
        click.option("--lexicons", type=click.Path(path_type=Path), metavar="DIR",
                     help="Use these word lists instead of the ones shipped."),
    ):
        command = option(command)
    return command


def reading_options(command: F) -> F:
    """Add --lang, --ocr and --engine."""
    for option in (
        click.option("--engine", type=click.Choice(["pdfium", "pdfplumber"]), default="pdfium",
                     show_default=True, help="Which PDF library reads the pages."),
        click.option("--ocr", type=click.Choice(["auto", "off", "force"]), default="auto",
                     show_default=True, help="Read pages that are pictures by OCR."),
        click.option("--lang", default="auto", show_default=True, metavar="auto|en|...",
                     help="Language of the document."),
    ):
        command = option(command)
    return command


def quiet_option(command: F) -> F:
    """Add --quiet."""
    return click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")(command)


def reading_from(lang: str, ocr: str, engine: str) -> Reading:
    """Gather the reading options into the record that `document/` takes."""
    # the choices of the options let nothing else through
    return Reading(ocr=cast(OcrMode, ocr), language=lang, engine=cast(EngineName, engine))
