"""Pages drawn in grey, for what only a picture of them tells."""

from __future__ import annotations

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


def draw_grey(page: pdfium.PdfPage, scale: float) -> Picture:
    """Draw an open page in grey."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        grey: Picture = bitmap.to_numpy().copy()
    finally:
        bitmap.close()
    return grey.reshape(grey.shape[0], grey.shape[1])
