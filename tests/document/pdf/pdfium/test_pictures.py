"""A coarse look at pictures."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from auditor.document.pdf.pdfium.pictures import has_rows_of_letters


def drawn(lines: int) -> np.ndarray:
    """Draw lines of words."""
    image = Image.new("L", (420, 200), 255)
    for at in range(lines):
        ImageDraw.Draw(image).text(
            (10, 10 + 30 * at), "By March 2028 we will open a team for babies", 0
        )
    return np.asarray(image)


def test_lines_of_words_are_seen() -> None:
    """Two are enough."""
    assert has_rows_of_letters(drawn(3)) and not has_rows_of_letters(drawn(0))


def test_photographs_and_charts_have_none() -> None:
    """Smooth greys and a few bars are no letters."""
    slope = np.tile(np.linspace(0, 255, 420, dtype=np.uint8), (200, 1))
    bars = np.full((200, 420), 255, np.uint8)
    bars[40:180, 60:100] = bars[80:180, 160:200] = 0
    assert not has_rows_of_letters(slope) and not has_rows_of_letters(bars)
