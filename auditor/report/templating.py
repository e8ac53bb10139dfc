"""The Jinja environments of the reports: everything that comes from a document is escaped."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from auditor.report.characters import visible
from auditor.report.quotes import page_ranges, shortened

if TYPE_CHECKING:
    from jinja2 import Environment


@lru_cache(maxsize=1)
def html_environment() -> Environment:
    """Make the environment of HTML pages: autoescape on, an unknown name is an error."""
    environment = _environment("html")
    environment.finalize = _shown_in_html
    return environment


@lru_cache(maxsize=1)
def markdown_environment() -> Environment:
    """Make the environment of Markdown: what a document says stays text."""
    environment = _environment("markdown")
    environment.finalize = _shown_in_markdown
    return environment


def _environment(kind: str) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from auditor.report.compiled import keep_compiled

    environment = Environment(
        loader=PackageLoader("auditor.templates", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=keep_compiled(kind),
    )
    environment.filters.update(
        visible=visible, pages=page_ranges, few_pages=shortened, number=number, percent=percent,
        counted=counted,
    )
    return environment


def _shown_in_html(value: Any) -> Any:
    """Write out, before escaping, characters that would turn or hide the text around them."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return visible(value)


def _shown_in_markdown(value: Any) -> Any:
    """Escape what Markdown or HTML would take for markup."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(markdown_text(value))


def markdown_text(text: str) -> str:
    r"""Make any text stand in Markdown as it is, on one line.

    >>> markdown_text("1. *all* <b> | [x](y)\n# z")
    '1\\. \\*all\\* &lt;b&gt; \\| \\[x\\](y) \\# z'
    """
    flat = re.sub(r"\s+", " ", visible(text))
    safe = str(escape(_escaped(flat))).replace("&#39;", "'").replace("&#34;", '"')
    return safe


def _escaped(flat: str) -> str:
    """Put a backslash before each sign that could begin markup where it stands."""
    text = re.sub(r"([\\`*_\[\]#|~^$@])", r"\\\1", flat)
    text = re.sub(r"^\s*([-+=]|\d+(?=[.)](?:\s|$)))", _first, text)
    return re.sub(r"(?<=https)://|(?<=http)://|(?<=www)\.", _unlinked, text)


def _first(found: re.Match[str]) -> str:
    """Disarm a sign that opens a list, a rule or a quotation at the start of a line."""
    sign = found.group()
    return f"{sign}\\" if sign[-1].isdecimal() else f"{sign[:-1]}\\{sign[-1]}"


def _unlinked(found: re.Match[str]) -> str:
    """Keep an address from becoming a link."""
    return found.group().replace(":", "\\:").replace(".", "\\.")


def number(value: float | None) -> str:
    """Write a number as a reader expects it: thousands apart, no needless decimals.

    >>> number(31042), number(37.5), number(40.0), number(None)
    ('31,042', '37.5', '40', '–')
    """
    if value is None:
        return "–"
    return f"{round(value, 1):,.1f}".removesuffix(".0")


def percent(value: float | None) -> str:
    r"""Write a share in percent.

    >>> percent(0.931)
    '93\xa0%'
    """
    return "–" if value is None else f"{round(100 * value)}\u00a0%"


def counted(count: int, one: str, many: str) -> str:
    """Write a number with its noun.

    >>> counted(1, "page", "pages"), counted(0, "page", "pages"), counted(1200, "page", "pages")
    ('1 page', 'no pages', '1,200 pages')
    """
    if count == 0:
        return f"no {many}"
    return f"{number(count)}\u00a0{one if count == 1 else many}".replace("\u00a0", " ")
