"""Text from a document made safe to show: what cannot be seen is written out.

A PDF may hold controls that turn text round, hide it or are no characters at
all. In a report each stands as its code in brackets, so that a reader sees that
it is there and the report is not turned round with it.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = {"\t", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}
_TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SUSPECT = re.compile(
    "[^\x20-\x7e\xa0-\u1fff\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\ufff8\ufffc\ufffd"
    "\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd]"
)


def visible(text: str) -> str:
    r"""Write out controls, overrides and characters that are none; line ends become spaces.

    >>> visible("pay\u202eyad\u0000 for 0\u20112s")
    'pay[U+202E]yad[U+0000] for 0\u20112s'
    """
    return _SUSPECT.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    """Give what stands in a report for one suspect character."""
    character = found.group()
    if character in _SPACES:
        return " "
    if _is_harmless(character):
        return character
    return f"[U+{ord(character):04X}]"


def _is_harmless(character: str) -> bool:
    """True if a character is needed to write a language, or does nothing."""
    if character in _TURNING:
        return False
    if character in "\u200b\u200c\u200d\u200e\u200f\ufeff":
        return True
    return unicodedata.category(character) not in ("Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp")
