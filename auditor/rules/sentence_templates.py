"""Sentences from the rubric, filled in with counts and quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping

_COUNTS = """
mental other explained actions measured excluded nominal early_years older parental generic
statements unread pages parts read words level evidence counter cap deciding
"""
COUNTS = tuple(_COUNTS.split())
"""Names in sentences that stand for numbers."""
_WORDS = """
strongest stop where extent why language would_be share name page label file section low high
opening kind could_be verdict
"""
WORDS = tuple(_WORDS.split())
"""Names in sentences that stand for words."""
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*(?:\s?»)?$")


class Count(int):
    """A number that can be written with its noun.

    >>> f"{Count(1):page|pages}, {Count(14):page|pages}, {Count(0):page|pages}"
    'one page, 14 pages, no pages'
    >>> f"{Count(2)} {Count(1):=is|are} {Count(0):#}, {Count(2):#}"
    '2 is none, two'
    >>> f"{Count(0):none is|one is|# are}, {Count(1):none is|one is|# are}, {Count(5):|one is|# are}"
    'none is, one is, five are'
    >>> f"{Count(2):%darn|darn}, {Count(0):%#}, {Count(5):%dim|un|# darn}"
    '2 darn, 0, 5 darn'
    """

    def __format__(self, spec: str) -> str:
        """Write the number as the specification asks.

        Nothing: digits. "#": a word. "one|many": a word and the noun. "=one|many": the noun
        alone. "none|one|many": the words for none, one or many as they stand, "#" in the
        last being the number. "%" before any of these, as translations have it: in digits.
        """
        number = f"{int(self):,}" if spec[:1] in ("", "%") else self._words()
        spec = spec.removeprefix("%")
        if not spec:
            return number
        if spec == "#":
            return "none" if number == "no" else number
        forms = spec.removeprefix("=").split("|")
        if len(forms) == 3:
            return forms[min(self, 2)].replace("#", number)
        if len(forms) != 2:
            raise ValueError(f"“{spec}” needs two forms or three, as in passage|passages")
        word = forms[self != 1]
        return word if spec.startswith("=") else f"{number} {word}"

    def _words(self) -> str:
        return _SMALL[self] if self < len(_SMALL) else f"{int(self):,}"


def fill(sentence: str, values: Mapping[str, int | str]) -> str:
    """Fill in the names in braces of a sentence; what is left empty leaves no gap.

    >>> fill("It names babies in {mental:passage|passages}.", {"mental": 3})
    'It names babies in three passages.'
    >>> fill("It is silent. {other:|One names them.|# name them.} Read on.", {"other": 0})
    'It is silent. Read on.'

    Raises:
        KeyError: a name in braces is not among the values.
        ValueError: braces are not closed, or a number has no second form.

    """
    ready = {name: _ready(value) for name, value in values.items()}
    return " ".join(sentence.format_map(ready).split())


def written(value: int | str, form: str) -> str:
    """Write one value as the form behind its name asks.

    >>> written(3, "page|pages"), written("3, 7", "")
    ('three pages', '3, 7')
    """
    return format(_ready(value), form)


def _ready(value: int | str) -> Count | str:
    return Count(value) if isinstance(value, int) else value


def with_stop(sentence: str) -> str:
    """End a sentence with a stop, where a quote at its end has none.

    >>> with_stop("The strongest: “Infant teams”"), with_stop("The strongest: “We will act.”")
    ('The strongest: “Infant teams”.', 'The strongest: “We will act.”')
    """
    return sentence + stop_after(sentence)


def stop_after(quote: str) -> str:
    """Return the stop that follows a quote at the end of a sentence: none where it has its own.

    >>> stop_after("Infant teams"), stop_after("We will act.")
    ('.', '')
    """
    return "" if _ENDS.search(quote) else "."


def shorten(text: str, characters: int) -> str:
    """Cut a quote at a word, and say so by an ellipsis.

    >>> shorten("Babies must no longer be overlooked", 15)
    'Babies must no …'
    """
    text = " ".join(text.split())
    if len(text) <= characters:
        return text
    return text[:characters].rsplit(" ", 1)[0].rstrip(",;:") + " …"
