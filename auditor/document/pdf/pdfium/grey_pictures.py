"""Pages drawn in grey, for what only a picture of them tells."""

from __future__ import annotations

import math

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from auditor.document.pdf.pdfium.opening import PDFIUM

Picture = NDArray[np.uint8]


def read_picture(document: pdfium.PdfDocument, index: int, scale: float) -> Picture:
    """Draw a page as displayed, in grey; scale 1 is 72 dots to the inch."""
    with PDFIUM:
        page = document[index]
        try:
            return draw_grey(page, scale)
        finally:
            page.close()


def draw_grey(
    page: pdfium.PdfPage, scale: float, top: int = 0, bottom: int | None = None
) -> Picture:
    """Draw an open page in grey, all of it or from one row of dots to another, at least one row."""
    high = math.ceil(page.get_height() * scale)
    top = min(top, high - 1)
    cut = 0 if bottom is None else max(0, high - max(bottom, top + 1))
    bitmap = page.render(scale=scale, grayscale=True, crop=(0, cut / scale, 0, top / scale))
    try:
        grey: Picture = bitmap.to_numpy().copy()
    finally:
        bitmap.close()
    return grey.reshape(grey.shape[0], grey.shape[1])
