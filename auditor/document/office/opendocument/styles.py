"""Styles of an OpenDocument file: titles and headings, text that is hidden or struck out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from auditor.document.office.opendocument.names import PRESENTATION, STYLE, TABLE, TEXT

HEADING = re.compile(r"^Heading(?:_20_| )(\d{1,2})$")
DEEPEST = 40
"""Styles that a style may be based on, one on the other."""


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself."""

    name: str
    base: str = ""
    is_hidden: bool | None = None
    is_struck: bool | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a file, by family and name."""

    styles: dict[tuple[str, str], Style] = field(default_factory=dict)

    def rank(self, name: str) -> int:
        """Return the rank that the style of a paragraph gives it; 0 where it is no heading."""
        for style in self._chain("paragraph", name):
            if style.name == "Title":
                return 1
            if found := HEADING.match(style.name):
                return int(found[1]) + 1
        return 0

    def is_hidden(self, family: str, name: str | None) -> bool:
        """True if a style hides what it is used on."""
        return any(self._set(family, name, "is_hidden"))

    def is_struck(self, family: str, name: str | None) -> bool:
        """True if a style strikes text out."""
        return any(self._set(family, name, "is_struck"))

    def _set(self, family: str, name: str | None, what: str) -> Iterator[bool]:
        """Give the nearest setting of a style or those that it is based on."""
        for style in self._chain(family, name or ""):
            value: bool | None = getattr(style, what)
            if value is not None:
                yield value
                return

    def _chain(self, family: str, name: str) -> Iterator[Style]:
        for _ in range(DEEPEST):
            style = self.styles.get((family, name))
            if name:
                yield style or Style(name)
            if style is None:
                return
            name = style.base


def read_styles(*trees: Any) -> Styles:
    """Read the styles of the parts of a file."""
    styles = Styles()
    for tree in trees:
        for element in tree.iter(f"{STYLE}style") if tree is not None else ():
            name = element.get(f"{STYLE}name") or ""
            family = element.get(f"{STYLE}family") or ""
            styles.styles[family, name] = _style(element, name)
    return styles


def _style(element: Any, name: str) -> Style:
    hidden: bool | None = None
    struck: bool | None = None
    for properties in element:
        display = properties.get(f"{TEXT}display")
        if display is not None:
            hidden = display == "none"
        if properties.get(f"{TABLE}display") == "false":
            hidden = True
        if properties.get(f"{PRESENTATION}visibility") == "hidden":
            hidden = True
        line = properties.get(f"{STYLE}text-line-through-style") or properties.get(
            f"{STYLE}text-line-through-type"
        )
        if line is not None:
            struck = line != "none"
    return Style(name, element.get(f"{STYLE}parent-style-name") or "", hidden, struck)
