"""Sentences from the rubric, filled in with counts and quotes."""

from __future__ import annotations

from collections.abc import Mapping

COUNTS = (
    "mental", "other", "explained", "actions", "measured", "excluded", "nominal", "early_years",
    "older", "parental", "generic", "statements", "unread", "pages", "read", "words", "level",
    "evidence", "counter", "cap",
)
"""Names in sentences that stand for numbers."""
WORDS = (
    "strongest", "where", "extent", "why", "language", "would_be", "name", "page", "label", "file",
    "section",
)
"""Names in sentences that stand for words."""
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Count(int):
    """A number that can be written with its noun.

    >>> f"{Count(1):page|pages}, {Count(14):page|pages}, {Count(0):page|pages}"
    'one page, 14 pages, no pages'
    >>> f"{Count(2)} {Count(1):=is|are} {Count(0):#}, {Count(2):#}"
    '2 is none, two'
    """

    def __format__(self, spec: str) -> str:
        """Write digits, by "#" words, by "one|many" words and noun, by "=one|many" the noun."""
        if not spec:
            return f"{int(self):,}"
        if spec == "#":
            return self._words() if self else "none"
        one, bar, many = spec.removeprefix("=").partition("|")
        if not bar:
            raise ValueError(f"“{spec}” needs two forms, as in statement|statements")
        word = one if self == 1 else many
        if spec.startswith("="):
            return word
        return f"{self._words()} {word}"

    def _words(self) -> str:
        return _SMALL[self] if self < len(_SMALL) else f"{int(self):,}"


def fill(sentence: str, values: Mapping[str, int | str]) -> str:
    """Fill in the names in braces of a sentence.

    >>> fill("It names babies in {mental:statement|statements}.", {"mental": 3})
    'It names babies in three statements.'

    Raises:
        KeyError: a name in braces is not among the values.
        ValueError: braces are not closed, or a number has no second form.

    """
    ready = {
        name: Count(value) if isinstance(value, int) else value for name, value in values.items()
    }
    return sentence.format_map(ready)


def shorten(text: str, characters: int) -> str:
    """Cut a quote at a word, and say so by an ellipsis.

    >>> shorten("Babies must no longer be overlooked", 15)
    'Babies must no …'
    """
    text = " ".join(text.split())
    if len(text) <= characters:
        return text
    return text[:characters].rsplit(" ", 1)[0].rstrip(",;:") + " …"
