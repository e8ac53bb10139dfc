"""Pages as pdfium gives them: words with boxes, in lines."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from auditor.document.page import ExtractedPage
from auditor.document.pdf.pdfium.extraction import read_pages
from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import make_paragraphs, make_sentences, show, typeset, write_pdf


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


@pytest.mark.parametrize("columns", [1, 2])
def test_fonts_that_claim_to_be_five_times_as_tall_are_read_alike(
    tmp_path: Path, columns: int
) -> None:
    """The box of all glyphs of a font with large mathematical signs is that tall."""
    paragraphs = make_paragraphs(make_sentences(40, 5), 6)
    noted = [
        text.replace(". ", f".#footnote[Anywhere Council, Report {at}, 2021.] ", 1)
        for at, text in enumerate(paragraphs)
    ]
    table = "#table(columns: 2, [Ward], [Visits], [Upper North], [12], [Lower South], [14])"
    path = typeset(tmp_path / "a.pdf", "\n\n".join(["= Visits", *noted, table]), columns=columns)
    found = [read_blocks(path)]
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/FontBBox" in thing:
                thing.Ascent, thing.Descent = 3117, -2463
                thing.FontBBox = pikepdf.Array([-1475, -2463, 2868, 3117])
        document.save(path)
    found.append(read_blocks(path))
    assert found[0] == found[1]
    assert any(text.endswith(".") and place == "body" for place, text in found[1])


def read_blocks(path: Path) -> list[tuple[str, str]]:
    """Give place and text of the blocks of a file."""
    document = read_document(path, Reading(ocr="off"))
    return [(block.place, document.text[block.start : block.end]) for block in document.blocks]
