"""What is drawn on a page besides words."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from auditor.document.pdf.pdfium.extraction import read_pages
from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import show, write_pdf

CASES = [
    pytest.param("0 0 1 rg 100 600 200 100 re f", 1, 1, id="a filled box"),
    pytest.param("1 g 100 600 200 100 re f", 0, 0, id="a white box, which does not show"),
    pytest.param("1 g 100 600 200 100 re B", 1, 0, id="a white box with a frame"),
    pytest.param("1 g 100 600 200 100 re 120 602 40 20 re f", 0, 0, id="a white path of two boxes"),
    pytest.param("1 g 100 600 200 100 re f 0 0 1 rg 300 600 90 100 re f", 2, 1, id="beside blue"),
    pytest.param("0 0 1 rg 90 590 220 120 re f 1 g 100 600 200 100 re f", 2, 1, id="on blue"),
    pytest.param(
        "1 g 100 600 200 14 re f 100 586 200 14 re f 0 0 1 rg 100 614 200 14 re f",
        3,
        1,
        id="white rows below a blue head",
    ),
    pytest.param("1 g 100 600 90 100 re f 200 600 100 100 re f", 2, 0, id="cells side by side"),
    pytest.param("1 g 100 600 200 14 re f 120 586 180 14 re f", 0, 0, id="lines on white"),
    pytest.param("100 600 200 100 re S", 1, 0, id="a frame"),
    pytest.param("", 0, 0, id="nothing"),
]


@pytest.mark.parametrize(("operators", "paths", "fills"), CASES)
def test_paths_are_found_and_those_that_are_filled(
    tmp_path: Path, operators: str, paths: int, fills: int
) -> None:
    """White is no colour, and shows where something else stands beside it."""
    path = write_pdf(tmp_path / "a.pdf", [operators + "\n" + show("Babies", 72, 700)])
    document = pdfium.PdfDocument(path)
    (page,) = read_pages(document, path.read_bytes())
    document.close()
    assert (len(page.drawn.paths), len(page.drawn.fills)) == (paths, fills)
    if paths == 1:
        assert page.drawn.paths[0] == pytest.approx((100, 142, 300, 242), abs=1.5)


def test_a_list_on_white_is_no_table(tmp_path: Path) -> None:
    """Text that was pasted from a web page has each line on white, from its indent on."""
    texts = [
        (72, "Babies in the county are seen at home by a team whose"),
        (72, "work the council pays for:"),
        (90, "a health visitor who calls on each family in the first"),
        (90, "weeks after the birth, and again by the first birthday"),
        (108, "a nursery nurse who calls on those who ask for one in"),
        (108, "that year"),
        (90, "a therapist for parents and babies"),
        (90, "a doctor who knows how babies are"),
    ]
    lines = []
    for at, (x, text) in enumerate(texts):
        y = 700 - 14 * at
        lines += [f"1 g {x - 6} {y - 4} {500 - x} 14 re f 0 g", show(text, x, y)]
    path = write_pdf(tmp_path / "a.pdf", ["\n".join(lines)])
    document = read_document(path, Reading(ocr="off"))
    assert {block.place for block in document.blocks} <= {"body", "list"}
    assert f"{texts[2][1]} {texts[3][1]}" in document.text
