"""The names of elements and attributes in OpenDocument files."""

from __future__ import annotations

from typing import Any

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_OASIS}office:1.0}}"
TEXT = f"{{{_OASIS}text:1.0}}"
TABLE = f"{{{_OASIS}table:1.0}}"
DRAW = f"{{{_OASIS}drawing:1.0}}"
STYLE = f"{{{_OASIS}style:1.0}}"
PRESENTATION = f"{{{_OASIS}presentation:1.0}}"
CHART = f"{{{_OASIS}chart:1.0}}"
SVG = f"{{{_OASIS}svg-compatible:1.0}}"
FORM = f"{{{_OASIS}form:1.0}}"
FO = f"{{{_OASIS}xsl-fo-compatible:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
ANNOTATIONS = (f"{OFFICE}annotation", "{http://openoffice.org/2009/office}annotation")
"""What reviewers comment, by its usual name and by that of slides of LibreOffice."""
DISPLAYS = (f"{DRAW}display", "{http://openoffice.org/2010/draw}display")
"""Where a drawing says whether it is shown, by both names too."""
XLINK = "{http://www.w3.org/1999/xlink}"


def number(element: Any, name: str, otherwise: int = 1) -> int:
    """Return an attribute that counts something."""
    value = element.get(name) or ""
    return int(value) if value.isdigit() and len(value) < 8 else otherwise


ALWAYS = frozenset(("1", "true"))
"""Conditions that hold whatever a document counts."""


def is_hidden_by_condition(element: Any) -> bool:
    """True if a condition hides an element: as the program found it, else where it always holds."""
    state = element.get(f"{TEXT}is-hidden")
    if state is not None:
        return bool(state == "true")
    condition = (element.get(f"{TEXT}condition") or "").lower()
    return condition.removeprefix("ooow:").strip() in ALWAYS
