"""Texts cut into words as the word lists write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LETTER = r"[^\W\d_¼-¾⅐-⅞]"
_JOINING = rf"(?<={_LETTER})-[^\W_]|(?<=\d)-{_LETTER}"
"""A dash that joins two words, or a word and a number, rather than being a range or pause."""
_PLAIN = (
    r"[½¼¾]|[^\W\d_]+(?!'(?<=n')t\b)|n't\b|\d+(?:[.,:]\d+)*[½¼¾]?|'[a-z]{1,2}\b"
    rf"|(?!{_JOINING})[^\w\s]|_"
)
_WORD = re.compile(_PLAIN)


class WordSplitter:
    """Cuts texts of one language into words."""

    def __init__(self, elided: Sequence[str] = ()) -> None:
        """Learn what stands before an apostrophe as a word of its own: the l of "l'enfant".

        >>> WordSplitter(["l", "jusqu"]).cut("jusqu'à l'an 2")
        ["jusqu'", 'à', "l'", 'an', '2']
        """
        parts = "|".join(map(re.escape, sorted(elided, key=len, reverse=True)))
        self._word = re.compile(rf"\b(?i:{parts})'(?=\w|\s|$)|{_PLAIN}") if elided else _WORD

    def split(self, text: str) -> tuple[list[str], list[int], list[int]]:
        """Split a text into words with their offsets.

        Digits part from letters ("24months", "2s"), and a hyphen between words is a
        space ("under-twos", "parent-infant"); between numbers it stays, for it makes
        a range.

        >>> WordSplitter().split("0-2s, under-fives and 2-year-olds")[0]
        ['0', '-', '2', 's', ',', 'under', 'fives', 'and', '2', 'year', 'olds']
        """
        found = list(self._word.finditer(text))
        words = [match[0] for match in found]
        return words, [match.start() for match in found], [match.end() for match in found]

    def cut(self, text: str) -> list[str]:
        """Split a text into the same words without their offsets, at half the cost."""
        words: list[str] = self._word.findall(text)
        return words


PLAIN_SPLITTER = WordSplitter()
"""Cuts where nothing is elided."""
