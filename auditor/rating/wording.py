"""Whether a text holds one of the words that the rubric names."""

from __future__ import annotations

import functools
import re


@functools.cache
def compile_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Make one pattern of words and phrases, whole words only, in any case.

    >>> bool(compile_words(("for consultation",)).search("A draft FOR  consultation"))
    True
    >>> bool(compile_words(("war",)).search("Warm words"))
    False
    """
    if not words:
        return re.compile(r"(?!)")
    longest_first = sorted(words, key=len, reverse=True)
    parts = (r"\s+".join(map(re.escape, word.split())) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def has_words(text: str, words: tuple[str, ...]) -> bool:
    """Say whether a text holds one of the words or phrases."""
    return compile_words(words).search(text) is not None
