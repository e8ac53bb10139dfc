"""Two readings of one document held against each other: what only one of them sees.

Letters are compared, not words: two engines part and join words differently, and that
loses nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.records import Document

SHORTEST = 3
"""Letters of a word that tells something."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of one page that only one of two readings has, in their order."""

    page: int
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def find_differences(first: Document, second: Document) -> tuple[Difference, ...]:
    """Find the pages on which one reading has words that the other has not."""
    ours, theirs = _words_by_page(first), _words_by_page(second)
    found = (
        Difference(
            page,
            _missing(ours.get(page, []), theirs.get(page, [])),
            _missing(theirs.get(page, []), ours.get(page, [])),
        )
        for page in sorted(ours.keys() | theirs.keys())
    )
    return tuple(one for one in found if one.only_first or one.only_second)


def _words_by_page(document: Document) -> Mapping[int, list[str]]:
    pages: dict[int, list[str]] = defaultdict(list)
    words = document.words
    for start, end, page in zip(words.starts, words.ends, words.pages, strict=True):
        pages[page].append(document.text[start:end])
    return pages


def _missing(words: list[str], others: list[str]) -> tuple[str, ...]:
    """Return the words whose letters do not stand among those of the others."""
    known = "".join(map(_letters, others))
    return tuple(
        word for word in words if len(_letters(word)) >= SHORTEST and _letters(word) not in known
    )


def _letters(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
