"""The formats a report can have, each with the writer that is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from auditor.errors import UsageError
from auditor.records import Audit
from auditor.report.view import View
from auditor.rules import Rules


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of report: the ending of its files, and who writes it."""

    ending: str
    writer: str
    """"module:function"; called with view and rubric, or with view, audit and rules."""
    printed: bool = False
    """Whether it goes to standard output where no file is named."""
    extra: str = ""
    """The optional part of the installation that it needs."""
    takes_audit: bool = True
    dated: bool = False
    """Whether the date that a person supplies stands in it."""


FORMATS = {
    "html": Format(".html", "auditor.report.html:render_html", takes_audit=False, dated=True),
    "json": Format(".json", "auditor.report.formats:render_json", printed=True),
    "md": Format(
        ".md", "auditor.report.markdown:render_markdown", printed=True, takes_audit=False,
        dated=True,
    ),
    "pdf": Format(".pdf", "auditor.report.pdf:render_pdf", extra="pdf", dated=True),
    "docx": Format(".docx", "auditor.report.word:render_docx", extra="word", dated=True),
    "csv": Format(".csv", "auditor.report.tables:render_csv", printed=True),
    "xlsx": Format(".xlsx", "auditor.report.tables:render_xlsx", extra="excel"),
    "jsonld": Format(".jsonld", "auditor.report.jsonld:render_jsonld"),
    "qdpx": Format(".qdpx", "auditor.report.qdpx:render_qdpx"),
}


def render(
    name: str, view: View, audit: Audit, rules: Rules, *, date: str | None = None
) -> bytes:
    """Write an audit in one of the formats.

    Raises:
        UsageError: the format needs an optional part that is not installed.

    """
    kind = FORMATS[name]
    write = find_writer(kind.writer, kind.extra, f"the format {name}")
    dated = {"date": date} if kind.dated else {}
    if kind.takes_audit:
        written = write(view, audit, rules, **dated)
    else:
        written = write(view, rules.rubric, **dated)
    return written.encode("utf-8", "replace") if isinstance(written, str) else bytes(written)


def render_json(view: View, audit: Audit, rules: Rules) -> bytes:
    """Write an audit as JSON."""
    from auditor.report.audit_json import render_json as write

    return write(view)


def find_writer(home: str, extra: str, what: str) -> Callable[..., Any]:
    """Import a writer.

    Raises:
        UsageError: the optional part of the installation that it needs is missing.

    """
    module, _, function = home.partition(":")
    try:
        writer: Callable[..., Any] = getattr(import_module(module), function)
    except ModuleNotFoundError as error:
        raise missing_extra(what, extra, error.name or module) from error
    return writer


def missing_extra(what: str, extra: str, module: str) -> UsageError:
    """Say which optional part to install."""
    remedy = f"Install it with: pip install 'auditor[{extra}]'." if extra else (
        "Install the auditor again: a part of it is missing."
    )
    return UsageError(f"{what} needs {module}, which is not installed", remedy=remedy)


def format_of_ending(ending: str) -> str | None:
    """Name the format that a file ending stands for.

    >>> format_of_ending(".PDF"), format_of_ending(".odt")
    ('pdf', None)
    """
    return next((name for name, kind in FORMATS.items() if kind.ending == ending.lower()), None)
