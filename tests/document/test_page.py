"""A page as an engine found it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from auditor.document.page import ExtractedPage, skewed, turned

BOX = np.array([[10.0, 20.0, 30.0, 40.0]])
TURNS = [
    (0, [10, 20, 30, 40]),
    (1, [160, 10, 180, 30]),
    (2, [70, 160, 90, 180]),
    (3, [20, 70, 40, 90]),
]


@pytest.mark.parametrize(("turn", "wanted"), TURNS)
def test_a_box_is_turned_by_quarters(turn: int, wanted: list[float]) -> None:
    """Of a page 100 wide and 200 high."""
    assert turned(BOX, turn, 100, 200).tolist() == [wanted]


def test_no_skew_leaves_boxes_alone() -> None:
    """And a small one keeps their size."""
    assert skewed(BOX, 0.0, 100, 200) is BOX
    moved = skewed(BOX, 0.02, 100, 200)
    assert np.allclose(moved[:, 2:] - moved[:, :2], BOX[:, 2:] - BOX[:, :2])


@pytest.mark.parametrize(("turn", "frame"), [(0, (100, 200)), (1, (200, 100)), (2, (100, 200))])
def test_the_upright_frame_of_a_turned_page(turn: Any, frame: tuple[float, float]) -> None:
    """Sideways pages are as wide as they are high."""
    assert ExtractedPage(number=1, label="1", width=100, height=200, turn=turn).frame == frame
