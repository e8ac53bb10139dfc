"""The usual step from line to line, told by lines that certainly go on."""

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
        return self._steps[page.number].get(_type_of(page, line), 0.0)


def _type_of(page: ClassifiedPage, line: int) -> int:
    """Return the size of the type of a line, in quarters of a point."""
    return round(4 * page.lines.size.item(line))


def _find_steps(page: ClassifiedPage) -> dict[int, float]:
    """Find the usual step of a page for each size of type, both in points."""
    steps: dict[int, list[float]] = {}
    for above, line in pairwise(page.order):
        if above >= 0 <= line and _certainly_goes_on(page, above, line):
            step = page.lines.bottom.item(line) - page.lines.bottom.item(above)
            steps.setdefault(_type_of(page, line), []).append(step)
    return {size: median(found) for size, found in steps.items() if len(found) >= USUAL_PAIRS}


def _certainly_goes_on(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if a line of body text goes on within a sentence in the one below it."""
    return (
        page.kinds[above] == page.kinds[line] == "body"
        and page.block[above] == page.block[line]
        and page.last_word(above)[-1:] not in ENDS
        and begins_small(page.first_word(line))
    )
