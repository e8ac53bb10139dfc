"""The printed lines of a page as plain numbers, and what most words of lines have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.document.page import Lines


class PlainLines:
    """The lines of a page as lists, for what looks at one line after the other."""

    __slots__ = (
        "bottom",
        "first",
        "is_turned",
        "last",
        "of_size",
        "size",
        "top",
        "way",
        "words",
        "x0",
        "x1",
    )

    def __init__(self, lines: Lines) -> None:
        self.first: list[int] = lines.first.tolist()
        self.last: list[int] = lines.last.tolist()
        self.words: list[int] = list(map(sub, self.last, self.first))
        """How many each has."""
        self.x0: list[float] = lines.x0.tolist()
        self.top: list[float] = lines.top.tolist()
        self.x1: list[float] = lines.x1.tolist()
        self.bottom: list[float] = lines.bottom.tolist()
        self.size: list[float] = lines.size.tolist()
        self.way: list[int] = lines.way.tolist()
        self.is_turned = any(self.way)
        """Whether some do not read from left to right."""
        self.of_size = count_words(self.size, self.words)
        """How many words there are of each size."""

    def usual_size(self) -> float:
        """Return the size of most words of a page that has lines; of several the smallest."""
        return max(sorted(self.of_size), key=self.of_size.__getitem__)


def count_words(values: Sequence[float], words: Iterable[int]) -> dict[float, int]:
    """Return how many words have each of some values, given that of each line and its words."""
    counts = dict.fromkeys(values, 0)
    if len(counts) == 1:
        return dict.fromkeys(counts, sum(words))
    for value, more in zip(values, words, strict=False):
        counts[value] += more
    return counts


def of_most_words(pages: Iterable[Mapping[float, int]]) -> float | None:
    """Return what most words have, the first of several, by counts of pages; None without words."""
    counts: dict[float, int] = {}
    for page in pages:
        for value, words in page.items():
            counts[value] = counts.get(value, 0) + words
    return float(max(counts, key=counts.__getitem__)) if counts else None
