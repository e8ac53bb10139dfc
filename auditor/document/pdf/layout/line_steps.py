"""The usual step from one line to the next.

The step is told by lines that certainly go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median

from auditor.document.page import ClassifiedPage
from auditor.document.pdf.layout.headings import ENDS, begins_small

USUAL_PAIRS = 3
"""Lines that certainly go on, from which the usual step of their size is told."""


class LineSteps:
    """The usual steps of the pages of a document, each page looked at once."""

    def __init__(self, pages: Sequence[ClassifiedPage]) -> None:
        self._pages = pages
        self._steps: dict[int, dict[int, list[float]]] = {}

    def usual(self, page: ClassifiedPage, line: int) -> float:
        """Return the points from line to line in type of this size on a page; 0 where unknown."""
        own = self._of(page).get(_size(page, line), ())
        return median(own) if len(own) >= USUAL_PAIRS else 0.0

    def usual_of_all(self, page: ClassifiedPage, line: int) -> float:
        """Return those that are usual in the document; 0 where unknown."""
        return self._of_all.get(_size(page, line), 0.0)

    def _of(self, page: ClassifiedPage) -> dict[int, list[float]]:
        if page.number not in self._steps:
            self._steps[page.number] = _find_steps(page)
        return self._steps[page.number]

    @cached_property
    def _of_all(self) -> dict[int, float]:
        """The usual steps of all pages, for each size of type."""
        steps: dict[int, list[float]] = {}
        for page in self._pages:
            for size, found in self._of(page).items():
                steps.setdefault(size, []).extend(found)
        return {size: median(found) for size, found in steps.items() if len(found) >= USUAL_PAIRS}


def _size(page: ClassifiedPage, line: int) -> int:
    return round(4 * page.lines.plain.size[line])


def _find_steps(page: ClassifiedPage) -> dict[int, list[float]]:
    """Find the steps of a page, in points, for each size of type, in quarters of a point."""
    steps: dict[int, list[float]] = {}
    lines, block, kinds, words = page.lines.plain, page.plain_block, page.kinds, page.words
    for above, line in pairwise(page.order):
        if above < 0 or line < 0 or block[above] != block[line]:
            continue
        if not kinds[above] == kinds[line] == "body":
            continue
        if words[lines.last[above] - 1][-1] in ENDS or not begins_small(words[lines.first[line]]):
            continue
        step = lines.bottom[line] - lines.bottom[above]
        steps.setdefault(_size(page, line), []).append(step)
    return steps
