"""Whether a text holds one of the words by which the rules know something."""

from __future__ import annotations

import functools
import re


@functools.cache
def compile_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Make one pattern of words and phrases, whole words only, for text in folded case.

    A pattern that folds case itself looks at every word at every place, and takes thrice as long.
    """
    if not words:
        return re.compile(r"(?!)")
    longest_first = sorted(map(str.casefold, words), key=len, reverse=True)
    parts = (r"\s+".join(map(re.escape, word.split())) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def has_words(text: str, words: tuple[str, ...]) -> bool:
    """True if a text holds one of the words or phrases, in any case.

    >>> has_words("A draft FOR  consultation", ("for consultation",))
    True
    >>> has_words("Warm words", ("war",))
    False
    """
    return compile_words(words).search(text.casefold()) is not None
