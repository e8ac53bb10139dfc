"""Bullets that are drawn before lines."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from auditor.document.page import Drawn, ExtractedPage, Rect
from auditor.document.structure.drawn_bullets import find_drawn_bullets
from tests.document.sheets import Line, column, ordered, page_of

ITEMS = ["Visit every family with a baby", "Open a room for babies", "and their parents"]


def marked(texts: list[str], *shapes: Rect, images: tuple[Rect, ...] = ()) -> list[str]:
    """Return the lines that open an item, where shapes are drawn on a page."""
    page = with_shapes(column(texts), *shapes, images=images)
    found = find_drawn_bullets(page, np.arange(len(texts)))
    return [page.line_text(line) for line in sorted(found)]


def with_shapes(lines: list[Line], *shapes: Rect, images: tuple[Rect, ...] = ()) -> ExtractedPage:
    """Make a page of lines on which shapes and pictures are drawn."""
    drawn = Drawn(np.array(shapes) if shapes else np.zeros((0, 4)), (), images)
    return replace(page_of(lines), drawn=drawn)


def dot(line: int, x: float = 48.0, size: float = 3.0, *, left: float = 0.0) -> Rect:
    """Return the bounds of a dot beside the middle of a line."""
    middle = 106.0 + 13.0 * line
    return (x - left, middle - size / 2, x - left + size, middle + size / 2)


def test_lines_behind_dots_open_items() -> None:
    """What has no dot goes on with the line above it."""
    assert marked(ITEMS, dot(0), dot(1)) == ITEMS[:2]


def test_small_pictures_are_bullets_too() -> None:
    """Word processors set them as such."""
    assert marked(ITEMS, images=(dot(0, size=8.0), dot(1, size=8.0))) == ITEMS[:2]


@pytest.mark.parametrize(
    "shapes",
    [
        (dot(0),),
        (dot(0), dot(1, size=9.0)),
        (dot(0, left=30), dot(1, left=30)),
        (dot(0, x=100), dot(1, x=100)),
        (dot(0), dot(1), dot(0, left=5), dot(1, left=5)),
        tuple((48.0, top, 51.0, top + 3) for top in np.arange(90.0, 150.0, 6.0).tolist()),
        ((48.0, 100.0, 51.0, 112.0), (48.0, 113.0, 51.0, 125.0)),
    ],
    ids=["one", "unlike", "far off", "on the text", "a picture", "a dotted rule", "bars"],
)
def test_other_shapes_mark_nothing(shapes: tuple[Rect, ...]) -> None:
    """They are part of a picture or rule, or stand elsewhere."""
    assert marked(ITEMS, *shapes) == []


def test_points_beside_figures_are_those_of_a_chart() -> None:
    """So are those beside bullets that are letters."""
    assert marked(["12 %", "14 %"], dot(0), dot(1)) == []
    assert marked(["• Visit every family", "• Open a room"], dot(0), dot(1)) == []


def test_a_sentence_that_goes_on_is_not_cut() -> None:
    """A shape beside its second line marks nothing; items that all begin small are items."""
    cut = ["Visit every family that has had", "a baby in the past year", "Open a room"]
    assert marked(cut, dot(1), dot(2)) == cut[2:]
    small = ["visit every family with a baby", "open a room for babies there"]
    assert marked(small, dot(0), dot(1)) == small


def test_the_mark_of_a_line_is_a_bullet() -> None:
    """So what reads it needs not know whether it is drawn."""
    page = ordered(with_shapes(column(ITEMS), dot(0), dot(1)))
    assert [page.openings[line] for line in range(3)] == ["•", "•", "and"]


def test_the_shapes_of_a_map_cost_little() -> None:
    """So many beside few lines are no bullets, and are not held against each other."""
    dots = [(48.0 - at % 30, 105.0 + at % 8, 51.0 - at % 30, 108.0 + at % 8) for at in range(3_000)]
    assert marked(ITEMS, *dots) == []
