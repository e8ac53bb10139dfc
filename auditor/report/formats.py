"""The formats a report can have, each with the writer that is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

from auditor.errors import UsageError
from auditor.records import Audit
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.rules import Rules

if TYPE_CHECKING:
    from auditor.report.gaps.sarif import Draft
    from auditor.report.views.audit import AuditView
    from auditor.report.views.comparison import ComparisonView


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of report: the ending of its files, and who writes it."""

    ending: str
    writer: str
    """"module:function", the module from `auditor.report`; what it is called with, `takes` says."""
    printed: bool = False
    """Whether it goes to standard output where no file is named."""
    extra: str = ""
    """The optional part of the installation that it needs."""
    takes: Literal["view", "rubric", "audit"] = "audit"
    """The view alone, the view and the rubric, or view, audit and rules."""
    signed: bool = False
    """Whether what a person says of the report itself stands in it."""
    located: bool = False
    """Whether it points into the file that was audited."""
    part: Literal["", "summary"] = ""
    """The part that is written alone; "" for the whole."""


FORMATS = {
    "html": Format(".html", "web.html:render_html", takes="rubric", signed=True),
    "json": Format(".json", "data.audit_json:render_json", printed=True, takes="view"),
    "md": Format(".md", "web.markdown:render_markdown", printed=True, takes="rubric", signed=True),
    "pdf": Format(".pdf", "print.pdf:render_pdf", extra="pdf", signed=True),
    "docx": Format(".docx", "office.word:render_docx", extra="word", signed=True),
    "summary-pdf": Format(
        "-summary.pdf", "print.pdf:render_pdf", extra="pdf", signed=True, part="summary"
    ),
    "summary-docx": Format(
        "-summary.docx", "office.word:render_docx", extra="word", signed=True, part="summary"
    ),
    "pptx": Format(".pptx", "office.slide:render_pptx", extra="slides", signed=True),
    "sections": Format("-sections.html", "web.sections_page:render_sections", signed=True),
    "sections-docx": Format(
        "-sections.docx", "office.word_sections:render_sections_docx", extra="word", signed=True
    ),
    "csv": Format(".csv", "office.tables:render_csv", printed=True),
    "xlsx": Format(".xlsx", "office.tables:render_xlsx", extra="excel"),
    "jsonld": Format(".jsonld", "data.jsonld:render_jsonld"),
    "qdpx": Format(".qdpx", "data.qdpx:render_qdpx"),
    "sarif": Format(".sarif", "gaps.sarif:render_sarif", printed=True, located=True),
}


def render(
    name: str,
    view: AuditView,
    audit: Audit,
    rules: Rules,
    *,
    imprint: Imprint = PLAIN,
    draft: Draft | None = None,
) -> bytes:
    """Write an audit in one of the formats; `draft` is the file that was audited, if at hand.

    Raises:
        UsageError: the format needs an optional part that is not installed.

    """
    kind = FORMATS[name]
    write = find_writer(kind.writer, kind.extra, f"the format {name}")
    more: dict[str, object] = {"imprint": imprint} if kind.signed else {}
    if kind.part:
        more["part"] = kind.part
    if kind.located and draft is not None:
        more["draft"] = draft
    taken = {"view": (), "rubric": (rules.rubric,), "audit": (audit, rules)}
    written = write(view, *taken[kind.takes], **more)
    return _as_bytes(written)


def _as_bytes(written: str | bytes) -> bytes:
    return written.encode("utf-8", "replace") if isinstance(written, str) else bytes(written)


COMPARISON_FORMATS = {
    "html": Format(".html", "web.html:render_comparison", takes="rubric"),
    "json": Format(".json", "data.audit_json:render_json", printed=True, takes="view"),
    "md": Format(".md", "web.markdown:render_comparison_markdown", printed=True, takes="rubric"),
    "pdf": Format(".pdf", "print.pdf:render_comparison_pdf", extra="pdf", takes="rubric"),
    "docx": Format(
        ".docx", "office.word_comparison:render_comparison_docx", extra="word", takes="rubric"
    ),
}


def render_comparison(
    name: str, comparison: ComparisonView, rules: Rules, *, imprint: Imprint = PLAIN
) -> bytes:
    """Write a comparison of two versions in one of its formats."""
    kind = COMPARISON_FORMATS[name]
    write = find_writer(kind.writer, kind.extra, f"the format {name}")
    if kind.takes == "view":
        return bytes(write(comparison))
    return _as_bytes(write(comparison, rules.rubric, imprint=imprint))


def find_writer(home: str, extra: str, what: str) -> Callable[..., Any]:
    """Import a writer, named as in a `Format`.

    Raises:
        UsageError: the optional part of the installation that it needs is missing.

    """
    module, _, function = home.partition(":")
    try:
        writer: Callable[..., Any] = getattr(import_module(f"auditor.report.{module}"), function)
    except ModuleNotFoundError as error:
        raise _missing_extra(what, extra, error.name or module) from error
    return writer


OPTIONAL = {
    "docx": ("python-docx", "word"),
    "docxtpl": ("docxtpl", "word"),
    "flask": ("flask", "serve"),
    "openpyxl": ("openpyxl", "excel"),
    "pptx": ("python-pptx", "slides"),
    "pyarrow": ("pyarrow", "parquet"),
    "typst": ("typst", "pdf"),
    "waitress": ("waitress", "serve"),
    "xlsxwriter": ("XlsxWriter", "excel"),
}
"""Libraries that need not be there: what each is called, and the extra that installs it."""


def need(library: str, what: str) -> None:
    """Make sure that an optional library is there for what is wanted of it.

    Raises:
        UsageError: it is not installed.

    """
    if find_spec(library) is None:
        called, extra = OPTIONAL[library]
        raise _missing_extra(what, extra, called)


def _missing_extra(what: str, extra: str, module: str) -> UsageError:
    """Return the error that names the optional part to install."""
    remedy = (
        f"Install it with: pip install 'auditor[{extra}]'."
        if extra
        else ("Install the auditor again: a part of it is missing.")
    )
    return UsageError(f"{what} needs {module}, which is not installed", remedy=remedy)


def format_of_ending(ending: str, formats: Mapping[str, Format] | None = None) -> str | None:
    """Return the format, of reports or of others, that a file ending stands for.

    >>> format_of_ending(".PDF"), format_of_ending(".odt")
    ('pdf', None)
    """
    known = FORMATS if formats is None else formats
    return next((name for name, kind in known.items() if kind.ending == ending.lower()), None)
