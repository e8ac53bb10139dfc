"""Characters as they are printed: ligatures taken apart, nothing that prints nothing."""

from __future__ import annotations

import re
import unicodedata

_TIDY: dict[int, str | None] = {
    ord(letter): None for letter in "\xad\x02\u200b\u200c\u200d\u2060\ufeff\ufffe\0"
}
_TIDY |= {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0x2010: "-",
    0x2011: "-",
}
_PRINTED = re.compile("[!-~£·‘’“”–—•…]*")
"""Words of these letters alone stand as they are."""

_SKIPPED = re.compile(
    r"[\-\u00ad\u2010-\u2015\u2212\ufffe\ufffd\x00-\x1f\x7f\u200b-\u200f\u2060\ufeff]+"
)
"""Besides blanks, what two ways of writing the same words down differ in: hyphens, controls."""

_TO_TIDY = re.compile("[\ufb00-\ufb06\u0300-\u036f]")
"""Ligatures, and marks that go on the letter before them."""

_known: dict[str, str] = {}


def tidy(word: str) -> str:
    r"""Take ligatures apart, drop what prints nothing.

    >>> tidy("o\ufb03ce"), tidy("in\xadfant"), tidy("under\u2011twos")
    ('office', 'infant', 'under-twos')
    """
    if word.isascii() and word.isprintable():
        return word
    if word not in _known:
        if len(_known) > 50_000:
            _known.clear()
        plain = unicodedata.normalize("NFC", word.translate(_TIDY))
        _known[word] = "".join(letter for letter in plain if letter.isprintable())
    return _known[word]


def tidy_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Tidy the words of a page; a page of plain letters stays as it is."""
    if _PRINTED.fullmatch("".join(words)):
        return words
    return tuple(word if word.isascii() and word.isprintable() else tidy(word) for word in words)


def bare(text: str) -> str:
    r"""Return the characters that print, without blanks and hyphens, ligatures taken apart.

    >>> bare("out-of-\nhours o\ufb03ce"), bare("under\u2011twos")
    ('outofhoursoffice', 'undertwos')
    """
    if not text.isascii() and (_TO_TIDY.search(text) or not unicodedata.is_normalized("NFC", text)):
        text = unicodedata.normalize("NFC", text.translate(_TIDY))
    return _SKIPPED.sub("", "".join(text.split()))
