"""Boxes whose text is read together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from auditor.document.page import Drawn, ExtractedPage, Rect
from auditor.document.pdf.layout.boxes import box_of
from tests.document.sheets import Line, page_of, read_order

TEXTS = (
    ("Cut costs", "to the wards, the town", "and the county"),
    ("Improve", "what is known of babies", "in each of the wards"),
)


def side_by_side(*boxes: Rect) -> ExtractedPage:
    """Make two headings side by side, each over its own text, and boxes drawn around them."""
    lines = [
        Line(texts[at], x, top, 12.0 if at == 0 else 10.0)
        for at, top in enumerate((100.0, 122.0, 135.0))
        for texts, x in zip(TEXTS, (60.0, 300.0), strict=True)
    ]
    return replace(page_of(lines), drawn=Drawn(np.array(boxes) if boxes else np.zeros((0, 4))))


LEFT, RIGHT = (50.0, 90.0, 220.0, 160.0), (290.0, 90.0, 460.0, 160.0)


def test_a_box_is_read_before_the_next() -> None:
    """Its heading comes before its text, though the file writes across both boxes."""
    assert read_order(side_by_side(LEFT, RIGHT)) == [*TEXTS[0], *TEXTS[1]]


@pytest.mark.parametrize(
    "box",
    [(50.0, 90.0, 110.0, 160.0), (50.0, 90.0, 590.0, 160.0), (50.0, 90.0, 220.0, 116.0)],
    ids=["crossed by lines", "across the page", "of one line"],
)
def test_other_boxes_hold_nothing(box: Rect) -> None:
    """Lines go across their sides, or they stand beside nothing, or hold a line."""
    page = side_by_side(box, box)
    assert box_of(page, np.arange(len(page.lines))).max() == -1


def test_of_boxes_in_each_other_the_outer_holds() -> None:
    """It keeps together what the inner ones hold."""
    page = side_by_side((45.0, 85.0, 225.0, 165.0), (50.0, 115.0, 220.0, 160.0))
    assert box_of(page, np.arange(len(page.lines))).tolist() == [0, -1] * 3


def test_figures_of_a_chart_are_no_text() -> None:
    """They stay beside the names of their bars."""
    lines = [Line(f"{at} %", 320, 100 + 16 * at) for at in range(4)]
    boxes = np.array([(300.0, 90.0, 460.0, 170.0)] * 2)
    page = replace(page_of(lines), drawn=Drawn(boxes))
    assert box_of(page, np.arange(4)).max() == 0
    page = replace(
        page_of([Line(line.text.replace(" ", ""), line.x, line.top) for line in lines]),
        drawn=Drawn(boxes),
    )
    assert box_of(page, np.arange(4)).max() == -1
