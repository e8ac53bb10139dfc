"""Elements with more attributes than any page has: cut before a parser sees them.

The parser holds each attribute of an element against those before it, so that 64,000 of them
take seconds and a million take hours. Pages that people write have a few dozen.
"""

from __future__ import annotations

import re

MOST = 1_000
"""Attributes that one element may have."""
TAG = re.compile(r"<[a-zA-Z][^\s<>/]{0,100}(?!>)")
_ATTRIBUTE = r"[\s/]*(?:=?[^\s=>/]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?"
ATTRIBUTES = re.compile(f"(?:{_ATTRIBUTE}){{0,{MOST}}}")


def cap_attributes(text: str) -> tuple[str, int]:
    """Return a page without the attributes that are too many, and how many elements had such.

    >>> page, cut = cap_attributes("<p " + "a " * 5000 + ">Babies")
    >>> len(page) < 2100, page.endswith(">Babies"), cut
    (True, True, 1)
    """
    pieces: list[str] = []
    done = at = cut = 0
    while (tag := TAG.search(text, at)) is not None:
        kept, at = _attributes(text, tag.end())
        if at > kept:
            pieces.append(text[done:kept])
            done, cut = at, cut + 1
    return ("".join((*pieces, text[done:])), cut) if cut else (text, 0)


def _attributes(text: str, at: int) -> tuple[int, int]:
    """Return where the attributes of a tag end that it may keep, and where all of them end."""
    kept = end = _end(text, at)
    while (further := _end(text, end)) > end:
        end = further
    return kept, end


def _end(text: str, at: int) -> int:
    """Return where so many attributes end as one element may have, or all that there are."""
    found = ATTRIBUTES.match(text, at)
    return found.end() if found else at
