"""Page space of a PDF and the page as displayed."""

from __future__ import annotations

import numpy as np

from auditor.document.page import ExtractedPage, Floats, Ints, turned
from auditor.document.pdf.pdfium.opening import OpenPage

_FLIP = np.array([1.0, -1.0, 1.0, -1.0])


class Placing:
    """How page space lies on the page as displayed."""

    def __init__(self, page: OpenPage) -> None:
        self.left, self.bottom, self.right, self.top = page.box()
        self._shift = np.array((-self.left, self.top, -self.left, self.top))
        self.quarter = page.quarter()

    def displayed(self, boxes: Floats) -> Floats:
        """Turn left, top, right, bottom of page space into boxes as displayed."""
        return turned(
            boxes * _FLIP + self._shift,
            self.quarter,
            self.right - self.left,
            self.top - self.bottom,
        )


def framed(rects: Floats, place: Placing, page: ExtractedPage) -> Floats:
    """Return rectangles of page space in the upright frame of a page."""
    return turned(place.displayed(rects), (4 - page.turn) % 4, page.width, page.height)


def quarters_of(matrices: Floats) -> Ints:
    """Return which way characters read, as quarter turns, given the numbers of their matrices.

    >>> quarters_of(np.array([[1.0, 0.0], [0.0, -1.0], [0.0, 1.0], [1.0, 0.0]])).tolist()
    [0, 1]
    """
    a, b, _, _ = matrices
    if not np.count_nonzero(b) and np.count_nonzero(a > 0) == len(a):
        return np.zeros(len(a), np.int64)
    level = np.abs(a) >= np.abs(b)
    return np.where(level, np.where(a >= 0, 0, 2), np.where(b < 0, 1, 3))
