"""Texts cut into words as the word lists write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_PLAIN = r"\d+(?:[.,:]\d+)*[½¼¾]?|[½¼¾]|[^\W\d_]+?(?=n't\b)|n't\b|'[a-z]{1,2}\b|[^\W\d_]+|[^\w\s]|_"
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
        """Split a text into words with their offsets."""
        found = list(self._word.finditer(text))
        words = [match[0] for match in found]
        if "-" in words:
            found = _without_hyphens(text, found)
            words = [match[0] for match in found]
        return words, [match.start() for match in found], [match.end() for match in found]

    def cut(self, text: str) -> list[str]:
        """Split a text into the same words without their offsets, at half the cost."""
        words: list[str] = self._word.findall(text)
        return self.split(text)[0] if "-" in words else words


PLAIN_SPLITTER = WordSplitter()
"""Cuts where nothing is elided."""


def split_words(text: str) -> tuple[list[str], list[int], list[int]]:
    """Split a text into words with their offsets.

    Digits part from letters ("24months", "2s"), and a hyphen between words is a
    space ("under-twos", "parent-infant"); between numbers it stays, for it makes
    a range.

    >>> split_words("0-2s, under-fives and 2-year-olds")[0]
    ['0', '-', '2', 's', ',', 'under', 'fives', 'and', '2', 'year', 'olds']
    """
    return PLAIN_SPLITTER.split(text)


def cut_words(text: str) -> list[str]:
    """Split a text into the same words without their offsets, at half the cost."""
    return PLAIN_SPLITTER.cut(text)


def _without_hyphens(text: str, found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Drop the dashes that join two words; one between numbers makes a range and stays."""
    return [m for m in found if m[0] != "-" or not _joins_words(text, m.start())]


def _joins_words(text: str, at: int) -> bool:
    """True if a dash joins two words, or a word and a number, rather than being a range or pause."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (before.isalpha() and after.isalnum()) or (before.isdigit() and after.isalpha())
