"""The template of Word reports, made ready once for all the files that are filled from it.

The template is the same each time, and making it ready costs more than filling it.
"""

from __future__ import annotations

import io
from functools import lru_cache, partial
from typing import Any, ClassVar

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import escape

from auditor.report.templating import filled


class _Environment(SandboxedEnvironment):
    """An environment that compiles each part of the template once."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.filters["filled"] = partial(filled, write=escape)
        self.compiled: dict[str, Template] = {}

    def from_string(self, source: Any, *given: Any, **named: Any) -> Template:
        """Compile a part of the template, or return what was made of it before."""
        if source not in self.compiled:
            self.compiled[source] = super().from_string(source, *given, **named)
        return self.compiled[source]


class _WordTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A template whose parts are turned into Jinja once."""

    patched: ClassVar[dict[str, str]] = {}

    def patch_xml(self, src_xml: str) -> str:
        """Turn a part into Jinja, or return what was made of it before."""
        if src_xml not in self.patched:
            self.patched[src_xml] = super().patch_xml(src_xml)
        return self.patched[src_xml]


def open_template(content: bytes) -> DocxTemplate:
    """Open a copy of the template, to be filled once."""
    return _WordTemplate(io.BytesIO(content))


@lru_cache(maxsize=1)
def word_environment() -> SandboxedEnvironment:
    """Make the environment of the template: everything in the data is text, and nothing is run."""
    return _Environment()
