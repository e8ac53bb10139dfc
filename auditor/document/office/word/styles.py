"""Styles of a Word file: what a paragraph is by its style, and whether its text is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from auditor.document.office.names import W, below, is_on, value
from auditor.document.office.word.grounds import is_shaded, is_white_ink

HEADING = re.compile(r"^heading (\d)$", re.IGNORECASE)
CONTENTS = re.compile(r"^(?:toc \d|table of figures|contents \d)$", re.IGNORECASE)
LIST = re.compile(r"^list\b", re.IGNORECASE)
PROMPT = "placeholdertext"
"""The style of what asks a writer to fill something in."""
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
    is_raised: bool | None = None


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
        look = self._look(self._named(properties))
        level = _level(properties)
        if level is not None and level < NO_LEVEL and not look.rank:
            return Look(level + 2)
        number = below(properties, f"{W}numPr")
        if number is None or look.rank or look.is_contents:
            return look
        return Look(is_list=_is_numbered(number))

    def hides(self, run: Any, paragraph: Any) -> bool:
        """True if a run is formatted to be hidden, by itself or by its styles."""
        direct = is_on(run, f"{W}vanish")
        return self._switch(run, paragraph, "vanish") if direct is None else direct

    def hides_table(self, table: Any) -> bool:
        """True if the style of a table hides what stands in it."""
        return bool(self._resolved(value(table, f"{W}tblPr/{W}tblStyle"), "vanish"))

    def raises(self, run: Any) -> bool:
        """True if the letters of a run are raised, by itself or by its style."""
        direct = _is_raised(run)
        if direct is not None:
            return direct
        return bool(self._resolved(value(run, f"{W}rStyle"), "is_raised"))

    def is_prompt(self, run: Any) -> bool:
        """True if a run is formatted as what asks a writer to fill something in."""
        id = value(run, f"{W}rStyle") or ""
        style = self.styles.get(id, Style(id))
        return style.name.lower().replace(" ", "") == PROMPT

    def strikes(self, run: Any, paragraph: Any) -> bool:
        """True if a run is struck out, by itself or by its styles."""
        direct = _strikes(run)
        return self._switch(run, paragraph, "strike") if direct is None else direct

    def whitens(self, run: Any, paragraph: Any) -> bool:
        """True if the letters of a run are white, by itself or by its styles."""
        direct = is_white_ink(run)
        if direct is not None:
            return direct
        by_run = self._resolved(value(run, f"{W}rStyle"), "is_white")
        if by_run is not None:
            return by_run
        return bool(self._resolved(self._named(paragraph), "is_white"))

    def _switch(self, run: Any, paragraph: Any, name: str) -> bool:
        """Return a switch of styles; set in a paragraph's and a character's style, it is off again."""
        by_run = self._resolved(value(run, f"{W}rStyle"), name)
        return bool(by_run) != bool(self._resolved(self._named(paragraph), name))

    def _named(self, paragraph: Any) -> str:
        """Return the id of the style of a paragraph."""
        return value(paragraph, f"{W}pStyle") or self.default

    def _resolved(self, id: str | None, name: str) -> bool | None:
        """Return the nearest setting of a style or those that it is based on."""
        settings = (getattr(style, name) for style in self._chain(id or ""))
        return next((setting for setting in settings if setting is not None), None)

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
    run, number = element.find(f"{W}rPr"), element.find(f"{W}pPr/{W}numPr")
    return Style(
        value(element, f"{W}name") or id,
        value(element, f"{W}basedOn") or "",
        _level(element.find(f"{W}pPr")),
        _is_numbered(number) if number is not None else None,
        is_on(run, f"{W}vanish"),
        _strikes(run),
        is_white_ink(run),
        _is_raised(run),
    )


def _strikes(run: Any) -> bool | None:
    """Return whether properties strike letters out, by one line or two; None if they do not say."""
    lines = [is_on(run, f"{W}{name}") for name in ("strike", "dstrike")]
    return None if lines == [None, None] else any(lines)


def _is_raised(run: Any) -> bool | None:
    place = value(run, f"{W}vertAlign")
    return None if place is None else place == "superscript"


def _level(properties: Any) -> int | None:
    level = value(properties, f"{W}outlineLvl") or ""
    return int(level) if level.isdigit() else None


def _is_numbered(number: Any) -> bool:
    """True unless the number of the list is 0, which takes a paragraph out of its list."""
    return value(number, f"{W}numId") != "0"
