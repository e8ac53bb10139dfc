"""Pages as pdfium gives them: words with boxes, in lines."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from auditor.document.page import ExtractedPage
from auditor.document.pdf.pdfium.extraction import read_pages
from tests.document.pages import show, write_pdf


def extracted(path: Path) -> list[ExtractedPage]:
    """Read the pages of a file."""
    document = pdfium.PdfDocument(path)
    pages = list(read_pages(document, path.read_bytes()))
    document.close()
    return pages


def test_words_stand_where_they_are_printed(tmp_path: Path) -> None:
    """From the top left of the page."""
    (page,) = extracted(write_pdf(tmp_path / "a.pdf", [show("Every baby counts", 72, 700)]))
    assert page.words == ("Every", "baby", "counts")
    assert page.boxes[0][0] == pytest.approx(72, abs=2)
    assert 842 - 715 < page.boxes[0][1] < 842 - 695


@pytest.mark.parametrize(
    ("operators", "lines"),
    [
        ([show("One.", 72, 700), show("Two.", 72, 680)], ["One.", "Two."]),
        ([show("Two.", 72, 680), show("One.", 72, 700)], ["Two.", "One."]),
        ([show("Left", 72, 700), show("right", 400, 700)], ["Left", "right"]),
    ],
)
def test_words_are_gathered_into_lines_in_the_order_of_the_file(
    tmp_path: Path, operators: list[str], lines: list[str]
) -> None:
    """Across a wide gap there are two."""
    (page,) = extracted(write_pdf(tmp_path / "a.pdf", ["\n".join(operators)]))
    assert [page.line_text(line) for line in range(len(page.lines))] == lines


def test_a_page_without_words_is_empty(tmp_path: Path) -> None:
    """Each page is there."""
    pages = extracted(write_pdf(tmp_path / "a.pdf", ["", show("Babies", 72, 700)]))
    assert [len(page.words) for page in pages] == [0, 1]
