"""On which lines of a text file a passage stands: found by its words, for marks in an editor."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from auditor.given_files import GivenFileError, read_given

ENDINGS = frozenset((".md", ".markdown", ".mdown", ".txt", ".text"))
"""Files whose lines a writer sees as they are."""
_WORD = re.compile(r"[^\W_]+")
_TARGET = re.compile(r"(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)|<!--.*?-->", re.DOTALL)
"""What a reader of Markdown does not see: the target of a link, a comment."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The words of a text file, in order, with the line of each."""

    words: tuple[str, ...]
    numbers: tuple[int, ...]

    def find(self, passage: str) -> tuple[int, int] | None:
        """Find the first and last line of a passage; None where its words do not stand in a row."""
        wanted = tuple(word.casefold() for word in _WORD.findall(passage))
        if not wanted:
            return None
        for start, word in enumerate(self.words):
            if word == wanted[0] and self.words[start : start + len(wanted)] == wanted:
                return self.numbers[start], self.numbers[start + len(wanted) - 1]
        return None


def read_lines(path: Path) -> Lines | None:
    """Read the words of a text file; None for a file of another kind."""
    if path.suffix.lower() not in ENDINGS:
        return None
    try:
        return lines_of(read_given(path).decode("utf-8-sig", "replace"))
    except (OSError, GivenFileError):
        return None


def lines_of(text: str) -> Lines:
    r"""Cut a text into words.

    >>> lines_of("# Plan\n\nFor **all**\n[babies](a.md) here.\n").find("For all babies")
    (3, 4)
    """
    shown = _TARGET.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    ends = [found.start() for found in re.finditer("\n", shown)]
    words = list(_WORD.finditer(shown))
    numbers = tuple(bisect_right(ends, one.start()) + 1 for one in words)
    return Lines(tuple(one.group().casefold() for one in words), numbers)
