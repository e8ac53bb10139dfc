"""Styles of a Word file: what a paragraph is by its style, and whether its text is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from auditor.document.office.names import W, is_on
from auditor.document.office.word.grounds import is_shaded, is_white_ink

HEADING = re.compile(r"^heading (\d)$", re.IGNORECASE)
CONTENTS = re.compile(r"^(?:toc \d|table of figures|contents \d)$", re.IGNORECASE)
LIST = re.compile(r"^list\b", re.IGNORECASE)
NO_LEVEL = 9
"""The outline level of running text."""
DEEPEST = 40
"""Styles that a style may be based on, one on the other."""


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself."""

    name: str
    base: str = ""
    level: int | None = None
    """Its outline level, counted from 0."""
    is_numbered: bool | None = None
    vanish: bool | None = None
    strike: bool | None = None
    is_white: bool | None = None
    """Whether its letters are white."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the style of a paragraph makes of it."""

    rank: int = 0
    """For a heading: 1 is the outermost."""
    is_contents: bool = False
    is_list: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of a file, by their ids."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    """The id of the style of paragraphs that name none."""
    shaded: frozenset[str] = frozenset()
    """The ids of the styles that lay a colour behind letters, or are based on one that does."""
    _looks: dict[str, Look] = field(default_factory=dict)

    def look(self, properties: Any) -> Look:
        """Return what a paragraph is, by its properties and its style."""
        if properties is None:
            return self._look(self.default)
        named = properties.find(f"{W}pStyle")
        look = self._look(named.get(f"{W}val") if named is not None else self.default)
        level = _level(properties)
        if level is not None and level < NO_LEVEL and not look.rank:
            return Look(level + 2)
        number = properties.find(f"{W}numPr")
        if number is None or look.rank or look.is_contents:
            return look
        return Look(is_list=bool(_is_numbered(number)))

    def hides(self, run: Any, paragraph: Any) -> bool:
        """True if a run is formatted to be hidden, by itself or by its styles."""
        return self._switch(run, paragraph, "vanish", "vanish")

    def strikes(self, run: Any, paragraph: Any) -> bool:
        """True if a run is struck out, by itself or by its styles."""
        return self._switch(run, paragraph, "strike", "strike") or _is_set(run, "dstrike")

    def whitens(self, run: Any, paragraph: Any) -> bool:
        """True if the letters of a run are white, by itself or by its styles."""
        direct = is_white_ink(run)
        if direct is not None:
            return direct
        by_run = self._resolved(_style_of(run, "rStyle"), "is_white")
        if by_run is not None:
            return by_run
        named = _style_of(paragraph, "pStyle") or self.default
        return bool(self._resolved(named, "is_white"))

    def _switch(self, run: Any, paragraph: Any, tag: str, name: str) -> bool:
        """Return a switch; set in a paragraph's and a character's style, it is off again."""
        direct = is_on(run.find(f"{W}{tag}")) if run is not None else None
        if direct is not None:
            return direct
        by_run = self._resolved(_style_of(run, "rStyle"), name)
        by_paragraph = self._resolved(_style_of(paragraph, "pStyle") or self.default, name)
        return bool(by_run) != bool(by_paragraph)

    def _resolved(self, id: str, name: str) -> bool | None:
        for style in self._chain(id):
            value: bool | None = getattr(style, name)
            if value is not None:
                return value
        return None

    def _chain(self, id: str) -> Iterator[Style]:
        """Go through a style and those that it is based on."""
        return (self.styles[each] for each in self.ids_below(id))

    def ids_below(self, id: str) -> Iterator[str]:
        """Give the id of a style and those of the styles that it is based on."""
        for _ in range(DEEPEST):
            if id not in self.styles:
                return
            yield id
            id = self.styles[id].base

    def _look(self, id: str) -> Look:
        if id not in self._looks:
            self._looks[id] = self._judge(id)
        return self._looks[id]

    def _judge(self, id: str) -> Look:
        """Tell what a style is by its name, its level, or what it is based on."""
        chain = list(self._chain(id)) or [Style(id)]
        for style in chain:
            if heading := HEADING.match(style.name):
                return Look(int(heading.group(1)) + 1)
            if style.name.lower() == "title":
                return Look(1)
            if CONTENTS.match(style.name):
                return Look(is_contents=True)
            if style.level is not None:
                break
        level = next((style.level for style in chain if style.level is not None), NO_LEVEL)
        if level < NO_LEVEL:
            return Look(level + 2)
        numbered = next((s.is_numbered for s in chain if s.is_numbered is not None), False)
        return Look(is_list=numbered or any(LIST.match(style.name) for style in chain))


def read_styles(tree: Any) -> Styles:
    """Read the styles of a file from its styles part; None gives none."""
    styles = Styles()
    for id, element in _elements(tree):
        styles.styles[id] = _style(element, id)
        is_default = element.get(f"{W}default") in ("1", "true", "on")
        if is_default and element.get(f"{W}type") == "paragraph":
            styles.default = id
    shading = {id for id, element in _elements(tree) if _shades(element)}
    styles.shaded = frozenset(
        id for id in styles.styles if any(base in shading for base in styles.ids_below(id))
    )
    return styles


def _elements(tree: Any) -> Iterator[tuple[str, Any]]:
    """Find the styles of a part, each with its id."""
    for element in tree.iter(f"{W}style") if tree is not None else ():
        yield element.get(f"{W}styleId") or "", element


def _shades(element: Any) -> bool:
    """True if a style lays a colour behind letters, be it only behind some cells of a table."""
    holders = (shade.getparent() for shade in element.iter(f"{W}shd", f"{W}highlight"))
    return any(map(is_shaded, holders))


def _style(element: Any, id: str) -> Style:
    name, base = element.find(f"{W}name"), element.find(f"{W}basedOn")
    paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    number = paragraph.find(f"{W}numPr") if paragraph is not None else None
    return Style(
        (name.get(f"{W}val") or id) if name is not None else id,
        (base.get(f"{W}val") or "") if base is not None else "",
        _level(paragraph) if paragraph is not None else None,
        _is_numbered(number) if number is not None else None,
        is_on(run.find(f"{W}vanish")) if run is not None else None,
        is_on(run.find(f"{W}strike")) if run is not None else None,
        is_white_ink(run),
    )


def _level(properties: Any) -> int | None:
    element = properties.find(f"{W}outlineLvl")
    value = element.get(f"{W}val") or "" if element is not None else ""
    return int(value) if value.isdigit() else None


def _is_numbered(number: Any) -> bool:
    """True unless the number of the list is 0, which takes a paragraph out of its list."""
    id = number.find(f"{W}numId")
    return id is None or id.get(f"{W}val") != "0"


def _style_of(properties: Any, tag: str) -> str:
    named = properties.find(f"{W}{tag}") if properties is not None else None
    return (named.get(f"{W}val") or "") if named is not None else ""


def _is_set(run: Any, tag: str) -> bool:
    return run is not None and bool(is_on(run.find(f"{W}{tag}")))
