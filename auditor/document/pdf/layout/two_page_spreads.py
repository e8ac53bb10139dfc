"""Two facing pages on one page: where the fold between them is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from auditor.document.page import Bools, ExtractedPage, SegmentedPage, advanced
from auditor.document.pdf.pdfium.grey_pictures import Picture
from auditor.document.structure.page_numbers import DIGITS, PAGE_LABEL
from auditor.document.structure.running_headers import FOOT, HEAD

LEAST_RATIO = 1.15
"""Width to height: two facing pages lie wider than high."""
MIDDLE = (0.42, 0.58)
"""Shares of the width between which the fold is looked for."""
NARROWEST = 0.015
"""Share of the width: what nothing stands on, at least, beside the fold."""
GRAIN = 8
"""Dots: small marks and noise of a scan vanish where so many are taken together."""
QUIET = 0.2
"""Of what the picture has elsewhere: a strip that changes less from top to bottom is empty."""
FEWEST_LINES = 3
CELLS = 400
"""The width of a page, in parts of it that are free or not."""
LEVEL = 6
"""Points by which the running lines of facing pages may differ in height."""


def find_fold(picture: Picture) -> int | None:
    """Find the empty strip, light or in shadow, in the middle of a picture; name its middle."""
    height, width = (size // GRAIN * GRAIN for size in picture.shape)
    if width < LEAST_RATIO * height or height < 2 * GRAIN:
        return None
    parts = picture[:height, :width].reshape(height // GRAIN, GRAIN, width // GRAIN, GRAIN)
    rough = np.abs(np.diff(parts.mean(axis=(1, 3)), axis=0)).mean(axis=0)
    start, end = _widest_run(rough < QUIET * np.quantile(rough, 0.75))
    return (start + end) * GRAIN // 2 if (end - start) * GRAIN >= NARROWEST * width else None


def part_spreads(pages: Sequence[SegmentedPage]) -> list[SegmentedPage]:
    """Return the pages with their gutters and leaves, two leaves to a spread.

    Slides and tables part in the middle too, so spreads must be told by their running lines.
    """
    gutters = {page.number: find_gutter(page) for page in pages if page.gutter is None}
    parting = [(page, gutter) for page in pages if (gutter := gutters.get(page.number)) is not None]
    facing = sum(_is_facing(page, gutter) or _is_double(page, pages) for page, gutter in parting)
    if facing < 0.5 * len(parting):
        gutters = {}
    parted: list[SegmentedPage] = []
    leaf = 1
    for page in pages:
        gutter = page.gutter if page.gutter is not None else gutters.get(page.number)
        is_known = gutter is page.gutter and leaf == page.leaf
        parted.append(page if is_known else advanced(page, SegmentedPage, gutter=gutter, leaf=leaf))
        leaf += 1 if gutter is None else 2
    return parted


def _is_facing(page: ExtractedPage, gutter: float) -> bool:
    """True if both halves have the same running line, or numbers that follow each other."""
    lines, height = page.lines, page.frame[1]
    edge = ((lines.bottom < HEAD * height) | (lines.top > FOOT * height)).nonzero()[0].tolist()
    left = [line for line in edge if lines.x1[line] < gutter]
    right = [line for line in edge if lines.x0[line] > gutter]
    return any(
        abs(lines.top[one] - lines.top[other]) < LEVEL
        and _go_together(page.line_text(one), page.line_text(other))
        for one in left
        for other in right
    )


def _go_together(left: str, right: str) -> bool:
    """True if two lines are those of facing pages.

    >>> _go_together("12", "13"), _go_together("A plan", "A plan"), _go_together("12", "46")
    (True, True, False)
    """
    if PAGE_LABEL.match(left) and PAGE_LABEL.match(right):
        numbers = [[int(number) for number in DIGITS.findall(text)[:1]] for text in (left, right)]
        return numbers[1] == [number + 1 for number in numbers[0]]
    return left == right


def _is_double(page: ExtractedPage, pages: Sequence[ExtractedPage]) -> bool:
    """True if a page is as wide as two others of its height."""
    return any(
        abs(page.width - 2 * other.width) < 0.02 * page.width
        and abs(page.height - other.height) < 0.02 * page.height
        for other in pages
    )


def find_gutter(page: SegmentedPage) -> float | None:
    """Find the empty strip between the lines in the left half of a page and those in the right."""
    (width, height), lines = page.frame, page.lines
    if width < LEAST_RATIO * height or not len(lines):
        return None
    grain = width / CELLS
    free = np.ones(CELLS, bool)
    for x0, x1 in [*zip(lines.x0.tolist(), lines.x1.tolist(), strict=True), *_sides(page)]:
        free[max(0, int(x0 / grain)) : int(x1 / grain) + 1] = False
    start, end = _widest_run(free)
    gutter = grain * (start + end) / 2
    right = (lines.x0 + lines.x1) / 2 > gutter
    fewest = min(int(right.sum()), int((~right).sum()))
    wide = end - start >= NARROWEST * CELLS
    return gutter if wide and fewest >= FEWEST_LINES else None


def _sides(page: SegmentedPage) -> list[tuple[float, float]]:
    return [(table.box[0], table.box[2]) for table in page.tables]


def _widest_run(free: Bools) -> tuple[int, int]:
    """Give start and end of the longest run in the middle; an empty one where there is none."""
    first, last = (int(share * len(free)) for share in MIDDLE)
    edges = np.diff(np.concatenate(([False], free[first:last], [False]))).nonzero()[0]
    runs = [(int(b - a), int(a), int(b)) for a, b in edges.reshape(-1, 2)]
    _, start, end = max(runs, default=(0, 0, 0))
    return first + start, first + end
