"""Styles of an OpenDocument file: titles and headings, text that is hidden, struck out or white."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from auditor.document.office.colours import is_white
from auditor.document.office.opendocument.names import DRAW, FO, PRESENTATION, STYLE, TABLE, TEXT

HEADING = re.compile(r"^Heading(?:_20_| )(\d{1,2})$")
CONTENTS = re.compile(r"^Contents(?:_20_| )\d{1,2}$")
DEEPEST = 40
"""Styles that a style may be based on, one on the other."""


class Unread(NamedTuple):
    """Whether text is hidden, and whether it is struck out."""

    is_hidden: bool = False
    is_struck: bool = False

    @property
    def why(self) -> str:
        """Why text is not read; "" where it is."""
        return "hidden text" if self.is_hidden else "text struck out" if self.is_struck else ""


READ = Unread()


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself."""

    name: str
    base: str = ""
    is_hidden: bool | None = None
    is_struck: bool | None = None
    is_white: bool | None = None
    """Whether its letters are white."""
    is_filled: bool | None = None
    """Whether a colour other than white lies behind what it is used on."""
    is_behind: bool | None = None
    """Whether text runs over a drawing of it."""


@dataclass(slots=True)
class Styles:
    """The styles of a file, by family and name."""

    styles: dict[tuple[str, str], Style] = field(default_factory=dict)
    has_coloured_page: bool = False

    def rank(self, name: str) -> int:
        """Return the rank that the style of a paragraph gives it; 0 where it is no heading."""
        for style in self._chain("paragraph", name):
            if style.name == "Title":
                return 1
            if found := HEADING.match(style.name):
                return int(found[1]) + 1
        return 0

    def is_contents(self, name: str) -> bool:
        """True if the style of a paragraph is one of entries of contents lists."""
        return any(CONTENTS.match(style.name) for style in self._chain("paragraph", name))

    def is_hidden(self, family: str, name: str | None) -> bool:
        """True if a style hides what it is used on."""
        return bool(self._set(family, name, "is_hidden"))

    def unread(self, family: str, name: str | None, around: Unread) -> Unread:
        """Return what a style makes of text; where it does not say, as around it."""
        hidden, struck = self._set(family, name, "is_hidden"), self._set(family, name, "is_struck")
        return Unread(
            around.is_hidden if hidden is None else hidden,
            around.is_struck if struck is None else struck,
        )

    def is_white(self, family: str, name: str | None) -> bool | None:
        """Return whether a style makes letters white; None where it does not say."""
        return self._set(family, name, "is_white")

    def is_filled(self, family: str, name: str | None) -> bool | None:
        """Return whether a style fills what it is used on; None where what is behind shows."""
        return self._set(family, name, "is_filled")

    def runs_behind(self, name: str | None) -> bool:
        """True if text runs over drawings of a style."""
        return bool(self._set("graphic", name, "is_behind"))

    def _set(self, family: str, name: str | None, what: str) -> bool | None:
        """Return the nearest setting of a style or those that it is based on."""
        values = (getattr(style, what) for style in self._chain(family, name or ""))
        return next((value for value in values if value is not None), None)

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
        pages = tree.iter(f"{STYLE}page-layout-properties") if tree is not None else ()
        styles.has_coloured_page |= any(map(_fill, pages))
    return styles


def _style(element: Any, name: str) -> Style:
    display, sheet = _said(element, f"{TEXT}display"), _said(element, f"{TABLE}display")
    hidden = display == "none" if display else None
    if sheet == "false" or _said(element, f"{PRESENTATION}visibility") == "hidden":
        hidden = True
    line = _said(element, *(f"{STYLE}text-line-through-{what}" for what in ("style", "type")))
    ink, through = _said(element, f"{FO}color"), _said(element, f"{STYLE}run-through")
    fills = [fill for fill in map(_fill, element) if fill is not None]
    return Style(
        name,
        element.get(f"{STYLE}parent-style-name") or "",
        hidden,
        line != "none" if line else None,
        is_white=is_white(ink) if ink else None,
        is_filled=any(fills) if fills else None,
        is_behind=through == "background" if through else None,
    )


def _said(element: Any, *settings: str) -> str | None:
    """Return what the properties of a style set, the first of some settings; None where none is."""
    values = (each.get(setting) for each in element for setting in settings)
    return next(filter(None, values), None)


def _fill(properties: Any) -> bool | None:
    """Return whether properties fill with a colour other than white; None where they do not fill."""
    kind = properties.get(f"{DRAW}fill")
    if kind in ("gradient", "hatch", "bitmap"):
        return True
    colour = properties.get(f"{DRAW}fill-color") if kind == "solid" else None
    colour = colour or properties.get(f"{FO}background-color")
    return None if colour in (None, "transparent") else not is_white(colour)
