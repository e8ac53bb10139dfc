"""Pages drawn in grey."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from auditor.document.pdf.pdfium.grey_pictures import read_picture
from tests.document.pages import write_pdf


@pytest.mark.parametrize("scale", [0.5, 1.0])
def test_a_page_is_drawn_at_its_scale(tmp_path: Path, scale: float) -> None:
    """What is painted black is black, and the paper white."""
    path = write_pdf(tmp_path / "a.pdf", ["0 g 0 421 595 421 re f"])
    document = pdfium.PdfDocument(path)
    picture = read_picture(document, 0, scale)
    document.close()
    assert picture.shape == pytest.approx((842 * scale, 595 * scale), abs=1)
    assert picture[5, 5] == 0 and picture[-5, 5] == 255
