"""The stages of a page: each is called with what it needs, and adds what it finds."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from auditor.document.page import ClassifiedPage
from auditor.document.pdf.pdfium.extraction import read_pages
from auditor.document.pdf.stages import classify_pages, order_pages, screen_pages, segment_pages
from tests.document.pages import show, write_pdf


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[ClassifiedPage]:
    """Five pages with a running head, a heading and a line."""
    made = [
        "\n".join(
            (
                show("A plan for Anywhere", 72, 810, 8),
                show(f"Part {name}", 72, 740, 18, font="F2"),
                show("We will see every baby in the first week, and the parents.", 72, 700),
            )
        )
        for name in ("One", "Two", "Three", "Four", "Five")
    ]
    path = write_pdf(tmp_path_factory.mktemp("stages") / "a.pdf", made)
    document = pdfium.PdfDocument(path)
    extracted = list(read_pages(document, path.read_bytes()))
    document.close()
    return classify_pages(order_pages(screen_pages(segment_pages(extracted), 10.0)), 10.0)


def test_no_page_and_no_word_is_lost(pages: list[ClassifiedPage]) -> None:
    """Through all stages."""
    assert [page.number for page in pages] == [1, 2, 3, 4, 5]
    assert all("baby" in page.words for page in pages)


def test_a_line_on_every_page_runs(pages: list[ClassifiedPage]) -> None:
    """It is set aside with a reason, and the others are not."""
    for page in pages:
        asides = {page.line_text(line): aside.place for line, aside in page.aside.items()}
        assert asides == {"A plan for Anywhere": "running"}
