"""Crooked scans."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from auditor.document.ocr.deskew import find_skew, straighten


def lines() -> Image.Image:
    """Draw dark lines on paper."""
    picture = np.full((900, 700), 255, np.uint8)
    picture[100:800:40, 60:640] = picture[101:801:40, 60:640] = 0
    return Image.fromarray(picture)


@pytest.mark.parametrize("degrees", [-2.0, 0.0, 2.0])
def test_the_tilt_of_lines_is_found(degrees: float) -> None:
    """To a fifth of a degree."""
    picture = np.asarray(lines().rotate(-degrees, fillcolor=255))
    assert np.degrees(find_skew(picture)) == pytest.approx(degrees, abs=0.2)


def test_a_level_picture_is_left_as_it_is() -> None:
    """Nothing is drawn anew."""
    picture = np.asarray(lines())
    assert straighten(picture, 0.0) is picture
