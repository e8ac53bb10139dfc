"""Web pages that Word or LibreOffice wrote: what classes and styles make of a paragraph."""

from __future__ import annotations

import re
from typing import Any

from auditor.document.web.elements import classes_of
from auditor.records import Place

CONTENTS = re.compile(r"^MsoToc\d$")
ELEMENT = re.compile(r"mso-element:\s*(header|footer)\b")
BULLET = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)

HOLDERS = {"header": "head", "footer": "foot"}
"""Titles that LibreOffice gives what stands on every page."""


def word_place(element: Any) -> tuple[Place | None, int, str]:
    """Return the place and rank of an element that an office program wrote, and why; None for others."""
    held = ELEMENT.search(element.get("style") or "")
    if held:
        return "running", 0, f"running {'head' if held[1] == 'header' else 'foot'} of the file"
    if element.tag == "div" and element.get("title") in HOLDERS and not element.get("class"):
        return "running", 0, f"running {HOLDERS[element.get('title')]} of the file"
    for name in classes_of(element):
        if name == "MsoTitle":
            return "heading", 1, ""
        if CONTENTS.match(name):
            return "toc", 0, "style of a contents list"
    return None, 0, ""


def is_bullet_of_word(element: Any) -> bool:
    """True if an element holds nothing but the bullet or number of an item."""
    return bool(BULLET.search(element.get("style") or ""))
