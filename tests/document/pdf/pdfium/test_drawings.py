"""What is drawn on a page besides words."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from auditor.document.pdf.pdfium.extraction import read_pages
from tests.document.pages import show, write_pdf

CASES = [
    pytest.param("0 0 1 rg 100 600 200 100 re f", 1, 1, id="a filled box"),
    pytest.param("1 g 100 600 200 100 re f", 1, 0, id="a white box"),
    pytest.param("100 600 200 100 re S", 1, 0, id="a frame"),
    pytest.param("", 0, 0, id="nothing"),
]


@pytest.mark.parametrize(("operators", "paths", "fills"), CASES)
def test_paths_are_found_and_those_that_are_filled(
    tmp_path: Path, operators: str, paths: int, fills: int
) -> None:
    """White is no colour."""
    path = write_pdf(tmp_path / "a.pdf", [operators + "\n" + show("Babies", 72, 700)])
    document = pdfium.PdfDocument(path)
    (page,) = read_pages(document, path.read_bytes())
    document.close()
    assert (len(page.drawn.paths), len(page.drawn.fills)) == (paths, fills)
    if paths:
        assert page.drawn.paths[0] == pytest.approx((100, 142, 300, 242), abs=1.5)
