"""The Jinja environments of the reports: everything that comes from a document is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from string import Formatter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from auditor.report.characters import visible
from auditor.report.figures import counted, number, percent
from auditor.report.story.names import aside_words
from auditor.report.story.quotes import page_ranges, shortened, title_of
from auditor.rules.sentence_templates import written

if TYPE_CHECKING:
    from jinja2 import Environment


@lru_cache(maxsize=1)
def html_environment() -> Environment:
    """Make the environment of HTML pages: autoescape on, an unknown name is an error."""
    return _environment("html", lambda text: escape(visible(text)))


@lru_cache(maxsize=1)
def markdown_environment() -> Environment:
    """Make the environment of Markdown: what a document says stays text."""
    return _environment("markdown", markdown_text)


@lru_cache(maxsize=1)
def text_environment() -> Environment:
    """Make the environment of plain text: no escapes, an unknown name is an error."""
    return _environment("text", visible, autoescape=False)


def fill_text(name: str, **values: Any) -> str:
    """Fill a template of plain text; nothing in the values is taken for markup."""
    return text_environment().get_template(name).render(**values).strip()


def _environment(kind: str, write: Callable[[str], str], *, autoescape: bool = True) -> Environment:
    """Make an environment in which `write` makes text fit; markup and numbers stand as they are."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from auditor.report.template_cache import keep_compiled

    def shown(value: Any) -> Any:
        if isinstance(value, Markup) or not isinstance(value, str):
            return value
        return Markup(write(value))

    environment = Environment(
        loader=PackageLoader("auditor.templates", ""),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=keep_compiled(kind),
        finalize=shown,
    )
    environment.filters.update(
        visible=visible,
        pages=page_ranges,
        few_pages=shortened,
        number=number,
        percent=percent,
        counted=counted,
        aside=aside_words,
        titled=title_of,
        filled=partial(filled, write=write),
    )
    return environment


def filled(sentence: str, *, write: Callable[[str], str], **values: str | int) -> Markup:
    """Fill in the names in braces of a sentence; `write` makes text fit, and markup stands as it is.

    >>> filled("{n:page|pages} of {file}", write=escape, n=2, file=Markup("<bdi>a.pdf</bdi>"))
    Markup('two pages of <bdi>a.pdf</bdi>')
    """
    said = ""
    for literal, name, form, _ in Formatter().parse(sentence):
        said += write(literal)
        if name is not None:
            value = values[name]
            said += value if isinstance(value, Markup) else write(written(value, form or ""))
    return Markup(said)


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
