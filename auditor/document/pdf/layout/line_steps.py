"""The usual step from one line to the next.

The step is told by lines that certainly go on.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from auditor.document.page import ClassifiedPage
from auditor.document.pdf.layout.headings import ENDS, begins_small

USUAL_PAIRS = 3
"""Lines that certainly go on, from which the usual step of their size is told."""


class LineSteps:
    """The usual steps of the pages of a document, each page looked at once."""

    def __init__(self) -> None:
        self._steps: dict[int, dict[int, float]] = {}

    def usual(self, page: ClassifiedPage, line: int) -> float:
        """Return the points from line to line in type of this size on a page; 0 where unknown."""
        if page.number not in self._steps:
            self._steps[page.number] = _find_steps(page)
        return self._steps[page.number].get(round(4 * page.lines.plain.size[line]), 0.0)


def _find_steps(page: ClassifiedPage) -> dict[int, float]:
    """Find the usual step of a page, in points, for each size of type, in quarters of a point."""
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
        steps.setdefault(round(4 * lines.size[line]), []).append(step)
    return {size: median(found) for size, found in steps.items() if len(found) >= USUAL_PAIRS}
