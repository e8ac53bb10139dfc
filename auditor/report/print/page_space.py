"""From a place on a page as displayed to a place in the PDF: rotation and shifted boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from auditor.records import Box

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""Top left, top right, bottom left, bottom right, as the reader sees them."""
_DEPTH = 50
"""How many parents of a page may hand it a value."""


@dataclass(frozen=True, slots=True)
class PageSpace:
    """How one page is shown: the box that is visible, its turn, and its scale."""

    visible: Box
    """Left, bottom, right, top, in the units of the PDF."""
    turn: int
    """0, 90, 180 or 270 degrees, clockwise."""
    scale: float = 1.0
    """Points of the page as displayed to a unit of the PDF."""

    @classmethod
    def of(cls, page: Any, width: float = 0.0, height: float = 0.0) -> PageSpace:
        """Read how a page is shown; `width` and `height` are its size as displayed, if known."""
        visible = _visible(page)
        turn = int(_inherited(page.obj, "/Rotate") or 0) % 360
        across, down = visible[2] - visible[0], visible[3] - visible[1]
        if turn in (90, 270):
            across, down = down, across
        known = width > 0 and height > 0 and across > 0 and down > 0
        scale = (width / across + height / down) / 2 if known else 1.0
        return cls(visible, turn, scale)

    def point(self, x: float, y: float) -> Point:
        """Turn a point, in points from the top left as displayed, into a point of the PDF.

        >>> PageSpace((10, 20, 110, 220), 0).point(5, 7)
        (15.0, 213.0)
        >>> PageSpace((10, 20, 110, 220), 90).point(5, 7)
        (17.0, 25.0)
        """
        left, bottom, right, top = self.visible
        x, y = x / self.scale, y / self.scale
        if self.turn == 90:
            return left + y, bottom + x
        if self.turn == 180:
            return right - x, bottom + y
        if self.turn == 270:
            return right - y, top - x
        return left + x, top - y

    def quad(self, box: Box) -> Quad:
        """Turn a box as displayed into four corners of the PDF."""
        x0, top, x1, bottom = box
        return (
            self.point(x0, top),
            self.point(x1, top),
            self.point(x0, bottom),
            self.point(x1, bottom),
        )


def _visible(page: Any) -> Box:
    """Give the part of the media box that is shown."""
    media = _box(_inherited(page.obj, "/MediaBox")) or (0.0, 0.0, 612.0, 792.0)
    crop = _box(_inherited(page.obj, "/CropBox")) or media
    cut = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    return cut if cut[0] < cut[2] and cut[1] < cut[3] else media


def _box(value: Any) -> Box | None:
    """Read four numbers in whichever order their corners are given."""
    if value is None or len(value) != 4:
        return None
    a, b, c, d = (float(number) for number in value)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _inherited(node: Any, key: str) -> Any:
    """Look up a value on a page or on the nodes above it."""
    for _ in range(_DEPTH):
        if key in node:
            return node[key]
        if "/Parent" not in node:
            return None
        node = node["/Parent"]
    return None
