"""The marks that open list items and numbered headings, and the text they belong to.

Many PDFs set a bullet or number apart from its text, some all bullets of a list
before all its texts; a mark is joined to the line that stands to the right of it.
"""

from __future__ import annotations

import re

import numpy as np

from auditor.document.sheet import Ints, Sheet

BULLETS = frozenset("•‣⁃∙●○◦▪▫■□▸►▶➢➤➔✓✔✗✘❖◆◇→⇒·–—‐‑-*»")
NOT_A_BULLET = frozenset("\uf0a0")
NUMBER = re.compile(
    r"^(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{2,5})[.)]|\(?\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}|[A-H])$"
)
ITEM = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)]$", re.IGNORECASE)


def is_bullet(word: str) -> bool:
    r"""Say whether a word is a mark that opens a list item, of whatever font.

    >>> is_bullet("•"), is_bullet("\uf0b7"), is_bullet("o"), is_bullet("a")
    (True, True, True, False)
    """
    if len(word) != 1:
        return False
    return word in BULLETS or word in "o§" or "\uf020" < word <= "\uf0ff"


def is_item(word: str) -> bool:
    """Say whether a word numbers a list item.

    >>> is_item("1."), is_item("(iv)"), is_item("1.2"), is_item("2024.")
    (True, True, False, False)
    """
    return ITEM.match(word) is not None


def is_number(word: str) -> bool:
    """Say whether a word may number an item or a heading.

    >>> is_number("1."), is_number("1.2"), is_number("12"), is_number("2024")
    (True, True, True, False)
    """
    return NUMBER.match(word) is not None


def attach_marks(sheet: Sheet, lines: Ints) -> Ints:
    """Join marks that stand alone to their lines; return the other lines."""
    every = sheet.lines
    alone = [
        line
        for line in lines.tolist()
        if every.last[line] - every.first[line] == 1 and _is_mark(sheet.words[every.first[line]])
    ]
    if not alone:
        return lines
    rest = np.array(sorted(set(lines.tolist()) - set(alone)), np.int64)
    for mark in alone:
        line = _beside(sheet, mark, rest)
        if line is None or line in sheet.mark:
            rest = np.append(rest, mark)
        else:
            sheet.mark[line] = int(every.first[mark])
    rest.sort()
    return rest


def _is_mark(word: str) -> bool:
    return is_bullet(word) or is_number(word)


def _beside(sheet: Sheet, mark: int, lines: Ints) -> int | None:
    """Find the nearest line to the right on the same height, within reach of a tab."""
    if not len(lines):
        return None
    every = sheet.lines
    height = every.bottom[mark] - every.top[mark]
    tall = every.bottom[lines] - every.top[lines]
    overlap = np.minimum(every.bottom[lines], every.bottom[mark]) - np.maximum(
        every.top[lines], every.top[mark]
    )
    gap = every.x0[lines] - every.x1[mark]
    reach = 5.0 if is_bullet(sheet.words[every.first[mark]]) else 4.5
    near = (overlap > 0.5 * np.minimum(height, tall)) & (gap > -1) & (gap < reach * max(height, 8))
    found = np.flatnonzero(near)
    if not len(found):
        return None
    return int(lines[found[np.argmin(gap[found])]])
