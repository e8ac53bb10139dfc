"""From page space to the page as displayed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from auditor.document.pdf.pdfium.coordinates import Placing

BOX = np.array([[10.0, 90.0, 30.0, 80.0]])
"""Left, top, right, bottom in page space, on a page of 100 by 100."""
CASES = [
    (0, [10, 10, 30, 20]),
    (90, [80, 10, 90, 30]),
    (180, [70, 80, 90, 90]),
    (270, [10, 70, 20, 90]),
]


def page(turn: int) -> Any:
    """A page whose box begins at nought."""
    return SimpleNamespace(box=lambda: (0, 0, 100, 100), quarter=lambda: turn // 90)


@pytest.mark.parametrize(("turn", "displayed"), CASES)
def test_a_box_is_turned_with_its_page(turn: int, displayed: list[float]) -> None:
    """Clockwise, from the top left."""
    assert Placing(page(turn)).displayed(BOX).tolist() == [displayed]


def test_a_box_is_counted_from_the_edge_that_is_shown() -> None:
    """Page space may begin anywhere."""
    shifted = SimpleNamespace(box=lambda: (50, 20, 150, 120), quarter=lambda: 0)
    moved = BOX + np.array([50.0, 20.0, 50.0, 20.0])
    assert Placing(cast(Any, shifted)).displayed(moved).tolist() == [[10, 10, 30, 20]]
