"""The colours that the objects of a page are filled with."""

from __future__ import annotations

from pathlib import Path

from auditor.document.pdf.pdfium.colours import BLACK, fill_colour
from auditor.document.pdf.pdfium.extraction import read_pages
from auditor.document.pdf.pdfium.ffi import Pointer
from auditor.document.pdf.pdfium.opening import open_pdf
from tests.document.pages import show, write_pdf


def test_what_is_no_object_is_black() -> None:
    """A character without an object has the colour of letters that nobody coloured."""
    assert fill_colour(Pointer()) == BLACK


def test_the_colour_of_a_line_is_read(tmp_path: Path) -> None:
    """Of each line its own."""
    content = "1 0 0 rg " + show("red words", 60, 700) + " 0 0 1 rg " + show("blue words", 60, 680)
    data = write_pdf(tmp_path / "page.pdf", [content]).read_bytes()
    (page,) = read_pages(open_pdf(data, "page.pdf"), data)
    assert page.lines.colour.tolist() == [0xFF0000, 0x0000FF]
