"""Colours as office files write them: which are as good as white."""

from __future__ import annotations

import re

PALEST = 245
"""Of 255: the least that red, green and blue of a white have."""
_HEX = re.compile(r"#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})\b")
WHITES = frozenset(("white", "window", "bg1", "lt1", "background1", "light1"))
"""Names of white, those of themes included: their first background is white as a rule."""


def is_white(colour: str | None) -> bool:
    """Return whether a colour cannot be told from white paper.

    >>> is_white("FFFFFF"), is_white("#fefefe"), is_white("white"), is_white("EEEEEE")
    (True, True, True, False)
    """
    colour = (colour or "").strip()
    found = _HEX.match(colour)
    if found is None:
        return colour.lower() in WHITES
    return all(int(part, 16) >= PALEST for part in found.groups())
