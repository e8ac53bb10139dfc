"""Characters as they are printed: ligatures taken apart, nothing that prints nothing."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
from numpy.typing import NDArray

_TIDY: dict[int, str | None] = {
    ord(letter): None for letter in "\xad\x02\u200b\u200c\u200d\u2060\ufeff\ufffe\0"
}
_TIDY |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_TIDY |= {0x2010: "-", 0x2011: "-"}
_PRINTED = re.compile("[!-~\xa1-\xac\xae-\u024f‘’“”–—•…]*")
"""Words of these letters alone stand as they are."""

BULLET = "•"
"""Stands for a bullet that is drawn, and for one of a font of signs."""
FIRST_SIGN = "\uf020"
"""Before the first sign of a font of signs."""
BLANKS = tuple(code for code in range(0x3001) if chr(code).isspace())
"""The codes of what Python parts words by."""
_KEPT: NDArray[np.bool_] = np.fromiter(map(str.isprintable, map(chr, range(1 << 16))), bool)
"""For each code whether it is more than what two ways of writing the same words down differ in."""
_KEPT[0xD800:0xE000] = True
for _skipped in (BLANKS, (0x2D, 0xFFFD), range(0x2010, 0x2016), (0x2212,)):
    _KEPT[list(_skipped)] = False
_DROPPED = bytes((~_KEPT[:128]).nonzero()[0].tolist())
"""Of the first 128 codes those that are not kept."""
_TO_TIDY = np.zeros(1 << 16, bool)
"""For each code whether it is a ligature, or a mark that goes on the letter before it."""
_TO_TIDY[0xFB00:0xFB07] = _TO_TIDY[0x0300:0x0370] = True
_MAYBE_TO_TIDY = np.zeros(1 << 16, bool)
"""For each code whether it is of those among which some are ligatures or stand for several."""
_MAYBE_TO_TIDY[0x0300:] = True
_MAYBE_TO_TIDY[0x2002:0x20D0] = _MAYBE_TO_TIDY[0xE000:0xF900] = False  # stops, signs of money; own

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
    return tuple([word if word.isascii() and word.isprintable() else tidy(word) for word in words])


def bare(text: str) -> str:
    r"""Return the characters that print, without blanks and hyphens, ligatures taken apart.

    >>> bare("out-of-\nhours o\ufb03ce"), bare("under\u2011twos")
    ('outofhoursoffice', 'undertwos')
    """
    if text.isascii():
        return text.encode().translate(None, _DROPPED).decode()
    codes = _codes(text)
    if _MAYBE_TO_TIDY.take(codes).any() and (
        _TO_TIDY[codes].any() or not unicodedata.is_normalized("NFC", text)
    ):
        codes = _codes(unicodedata.normalize("NFC", text.translate(_TIDY)))
    return codes[_KEPT.take(codes)].tobytes().decode("utf-16-le", "surrogatepass")


def opens_with_sign(word: str) -> bool:
    r"""True if a sign of a font of signs, which is no letter, stands before the letters of a word.

    >>> opens_with_sign("\uf0fcVisits"), opens_with_sign("\uf0fc"), opens_with_sign("Visits")
    (True, False, False)
    """
    return FIRST_SIGN < word[:1] <= "\uf0ff" and word[1:2].isalnum()


def _codes(text: str) -> NDArray[np.uint16]:
    """Return the code units of a text; those of rare letters are in pairs."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
