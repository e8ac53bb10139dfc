"""Pages drawn in grey, for what only a picture of them tells."""

from __future__ import annotations

import math

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from auditor.document.pdf.pdfium.opening import PDFIUM, OpenPage

Picture = NDArray[np.uint8]


_WHITE = 255
_FLAGS = raw.FPDF_GRAYSCALE | raw.FPDF_ANNOT


def read_picture(document: pdfium.PdfDocument, index: int, scale: float) -> Picture:
    """Draw a page as displayed, in grey; scale 1 is 72 dots to the inch."""
    with PDFIUM, OpenPage(document, index) as page:
        return draw_grey(page, scale)


def draw_grey(page: OpenPage, scale: float, top: int = 0, bottom: int | None = None) -> Picture:
    """Draw an open page in grey, all of it or from one row of dots to another, at least one row."""
    wide, high = (math.ceil(side * scale) for side in page.size())
    top = min(top, high - 1)
    end = high if bottom is None else min(high, max(bottom, top + 1))
    if wide < 1 or end <= top:
        raise ValueError("a page without room")
    grey: Picture = np.full((end - top, wide), _WHITE, np.uint8)
    bitmap = raw.FPDFBitmap_CreateEx(wide, end - top, raw.FPDFBitmap_Gray, grey.ctypes.data, wide)
    if not bitmap:
        raise pdfium.PdfiumError("Failed to make a bitmap.")
    try:
        drawing = bitmap, page.handle, 0, -top, wide, high, 0, _FLAGS
        raw.FPDF_RenderPageBitmap(*drawing)
        if page.form:
            raw.FPDF_FFLDraw(page.form, *drawing)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return grey
