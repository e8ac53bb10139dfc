"""From a place on the page as displayed to a place in the PDF."""

from __future__ import annotations

import pikepdf
import pytest

from auditor.report.print.page_space import PageSpace

VISIBLE = (10.0, 20.0, 110.0, 220.0)


@pytest.mark.parametrize(
    ("turn", "point"),
    [(0, (15.0, 213.0)), (90, (17.0, 25.0)), (180, (105.0, 27.0)), (270, (103.0, 215.0))],
)
def test_a_point_is_found_however_the_page_is_turned(turn: int, point: tuple[float, float]) -> None:
    """Five to the right and seven down, as the reader sees it."""
    assert PageSpace(VISIBLE, turn).point(5, 7) == point


def test_a_scaled_page_is_scaled_back() -> None:
    """A page displayed twice as large as the units of its PDF."""
    assert PageSpace(VISIBLE, 0, 2.0).point(10, 14) == (15.0, 213.0)


@pytest.mark.parametrize("damaged", [None, [0, 0, 0], [110, 220, 10, 20]])
def test_boxes_in_any_order_or_missing_are_read(damaged: list[int] | None) -> None:
    """A crop box that makes no sense leaves the media box."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(300, 400))
        if damaged is not None:
            page.obj.CropBox = pikepdf.Array(damaged)
        space = PageSpace.of(page, 300, 400)
    wanted = (10.0, 20.0, 110.0, 220.0) if damaged == [110, 220, 10, 20] else (0, 0, 300, 400)
    assert space.visible == wanted
