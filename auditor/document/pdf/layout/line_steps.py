"""The lines of a page as plain numbers, and the usual step from one to the next.

The step is told by lines that certainly go on.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from auditor.document.page import ClassifiedPage
from auditor.document.pdf.layout.headings import ENDS, begins_small

USUAL_PAIRS = 3
"""Lines that certainly go on, from which the usual step of their size is told."""


class PlainLines:
    """The lines of a page as lists, for what looks at one line after the other."""

    __slots__ = ("block", "bottom", "first", "last", "page", "size", "top", "x0", "x1")

    def __init__(self, page: ClassifiedPage) -> None:
        lines = page.lines
        self.page = page
        self.block: list[int] = page.block.tolist()
        self.first: list[int] = lines.first.tolist()
        self.last: list[int] = lines.last.tolist()
        self.x0: list[float] = lines.x0.tolist()
        self.top: list[float] = lines.top.tolist()
        self.x1: list[float] = lines.x1.tolist()
        self.bottom: list[float] = lines.bottom.tolist()
        self.size: list[float] = lines.size.tolist()

    def first_word(self, line: int) -> str:
        """Return the first word of a line."""
        return self.page.words[self.first[line]]

    def last_word(self, line: int) -> str:
        """Return the last word of a line."""
        return self.page.words[self.last[line] - 1]


class LineSteps:
    """The lines of the pages of a document and their usual steps, each page looked at once."""

    def __init__(self) -> None:
        self._steps: dict[int, dict[int, float]] = {}
        self._plain: PlainLines | None = None

    def plain(self, page: ClassifiedPage) -> PlainLines:
        """Return the lines of a page; those of the last one asked for are kept."""
        if self._plain is None or self._plain.page is not page:
            self._plain = PlainLines(page)
        return self._plain

    def usual(self, page: ClassifiedPage, line: int) -> float:
        """Return the points from line to line in type of this size on a page; 0 where unknown."""
        lines = self.plain(page)
        if page.number not in self._steps:
            self._steps[page.number] = _find_steps(lines)
        return self._steps[page.number].get(round(4 * lines.size[line]), 0.0)


def _find_steps(lines: PlainLines) -> dict[int, float]:
    """Find the usual step of a page, in points, for each size of type, in quarters of a point."""
    steps: dict[int, list[float]] = {}
    page, block = lines.page, lines.block
    for above, line in pairwise(page.order):
        if above < 0 or line < 0 or block[above] != block[line]:
            continue
        if not page.kinds[above] == page.kinds[line] == "body":
            continue
        if lines.last_word(above)[-1:] not in ENDS and begins_small(lines.first_word(line)):
            step = lines.bottom[line] - lines.bottom[above]
            steps.setdefault(round(4 * lines.size[line]), []).append(step)
    return {size: median(found) for size, found in steps.items() if len(found) >= USUAL_PAIRS}
