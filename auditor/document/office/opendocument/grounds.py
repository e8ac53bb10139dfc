"""What lies behind white letters of an OpenDocument text: where nothing does, they are not seen."""

from __future__ import annotations

from typing import Any

from auditor.document.office.opendocument.names import DRAW, OFFICE, TABLE, TEXT
from auditor.document.office.opendocument.styles import Styles

FAMILIES = {
    f"{TEXT}span": ("text", TEXT),
    f"{TEXT}p": ("paragraph", TEXT),
    f"{TEXT}h": ("paragraph", TEXT),
    f"{TEXT}section": ("section", TEXT),
    f"{TABLE}table-cell": ("table-cell", TABLE),
    f"{TABLE}table-row": ("table-row", TABLE),
    f"{TABLE}table": ("table", TABLE),
}
"""The family of styles of an element, and where it names its style."""
UNTOLD = frozenset(f"{OFFICE}{kind}" for kind in ("presentation", "drawing", "spreadsheet"))
"""Slides and sheets have grounds of their own, laid elsewhere."""


def has_ground(element: Any, styles: Styles) -> bool:
    """True if something lies behind an element that white letters can be seen on."""
    for each in (element, *element.iterancestors()):
        if each.tag in UNTOLD:
            return True
        found = _own_ground(each, styles)
        if found is not None:
            return found
    return styles.has_coloured_page or _has_drawing_behind(element, styles)


def _own_ground(element: Any, styles: Styles) -> bool | None:
    """Return whether an element is filled with other than white; None where what is behind shows."""
    if isinstance(element.tag, str) and element.tag.startswith(DRAW):
        return styles.is_filled("graphic", element.get(f"{DRAW}style-name"))
    family, space = FAMILIES.get(element.tag, ("", ""))
    return styles.is_filled(family, element.get(f"{space}style-name")) if family else None


def _has_drawing_behind(element: Any, styles: Styles) -> bool:
    """True if a picture or filled shape of the text may lie behind the rest."""
    text = next(element.iterancestors(f"{OFFICE}text"), None)
    if text is None:
        return False
    own = {*element.iterancestors()}
    drawings = text.iter(f"{DRAW}frame", f"{DRAW}custom-shape", f"{DRAW}rect")
    return any(_is_behind(drawing, styles) for drawing in drawings if drawing not in own)


def _is_behind(drawing: Any, styles: Styles) -> bool:
    name = drawing.get(f"{DRAW}style-name")
    if not styles.runs_behind(name):
        return False
    return drawing.find(f"{DRAW}image") is not None or bool(styles.is_filled("graphic", name))
