"""Words, boxes and type of a page."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pikepdf
import pytest

from auditor.document.page import ExtractedPage
from auditor.document.pdf.pdfium import glyphs
from auditor.document.pdf.pdfium.extraction import read_pages
from auditor.document.pdf.pdfium.opening import open_pdf
from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import show, write_pdf


def extracted(path: Path, content: str) -> ExtractedPage:
    """Write a page and extract it."""
    data = write_pdf(path / "page.pdf", [content]).read_bytes()
    (page,) = read_pages(open_pdf(data, "page.pdf"), data)
    return page


def test_words_have_boxes_and_lines_their_type(tmp_path: Path) -> None:
    """Courier's letters are six tenths of its size wide."""
    page = extracted(
        tmp_path, show("Babies first", 60, 700, 10) + "\n" + show("Bold", 60, 650, 14, font="F2")
    )
    assert page.words == ("Babies", "first", "Bold")
    assert np.allclose(page.boxes[:, 0], [60, 102, 60], atol=1.0)
    assert page.lines.size.tolist() == [10, 14] and page.lines.bold.tolist() == [False, True]


def test_raised_marks_are_taken_off(tmp_path: Path) -> None:
    """A number of the same size and height stays."""
    raised = show("under 25", 60, 700) + "\n" + show("3", 108, 704, 6)
    assert extracted(tmp_path, raised).line_text(0).startswith("under 25")
    assert (
        extracted(tmp_path, show("the 16-25 year olds", 60, 700)).line_text(0)
        == "the 16-25 year olds"
    )


def test_a_turned_page_reads_level(tmp_path: Path) -> None:
    """And its sideways lines are known as such."""
    up = "q BT 0 1 -1 0 300 300 Tm /F1 10 Tf (turned words here) Tj ET Q"
    page = extracted(
        tmp_path, "\n".join([show("level words of the page", 60, y) for y in (700, 680)] + [up])
    )
    assert page.lines.sideways.tolist() == [False, False, True]
    assert page.line_text(2) == "turned words here"


def test_roman_marks_are_taken_off(tmp_path: Path) -> None:
    """Notes at the end of a document bear them; letters on the line stay."""
    raised = show("aged two", 60, 700) + "\n" + show("iv", 108, 704, 6)
    assert extracted(tmp_path, raised).line_text(0).startswith("aged two")
    assert "iv" not in "".join(extracted(tmp_path, raised).words)
    assert extracted(tmp_path, show("part iv of xi", 60, 700)).line_text(0) == "part iv of xi"


def test_a_year_or_a_quoted_figure_is_no_mark(tmp_path: Path) -> None:
    """Their first character stands high, and they belong to the sentence."""
    years = show('moved in July \'13. Since then, the "4 hour rule" and rating -1 hold', 60, 700)
    assert 'July \'13. Since then, the "4 hour rule" and rating -1' in extracted(
        tmp_path, years
    ).line_text(0)


def test_a_text_with_rare_blanks_is_cut_as_it_is_counted() -> None:
    """The tables know of each code whether it parts words, here and in Python."""
    for code in range(1 << 16):
        is_blank = code <= 32 or 0x2000 <= code <= 0x200B or code in (0xA0, 0x3000, 0xFFFE)
        is_parted = chr(code).isspace() or code == 0xFFFE
        assert glyphs._BLANK[code] == is_blank
        assert glyphs._PARTED_OTHERWISE[code] == (is_blank != is_parted)


def with_unnamed(path: Path, code: str) -> Path:
    """Write a PDF of a line in which a letter W is printed that the file gives no name."""
    file = write_pdf(path / "named.pdf", [show("We o~er babies a place in each o~ice.", 60, 700)])
    document = pikepdf.open(file)
    font = document.pages[0].Resources.Font.F1
    font.Encoding = pikepdf.Dictionary(
        BaseEncoding=pikepdf.Name.WinAnsiEncoding,
        Differences=pikepdf.Array([126, pikepdf.Name.W]),
    )
    font.ToUnicode = document.make_stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n"
        b"1 beginbfrange <20> <7d> <0020> endbfrange\n"
        b"1 beginbfchar <7e> <" + code.encode() + b"> endbfchar endcmap end end"
    )
    document.save(path / "unnamed.pdf")
    return path / "unnamed.pdf"


@pytest.mark.parametrize("code", ["0004", "0002", "001F", "FFFE"])
def test_a_letter_without_a_name_is_known_to_be_lost(tmp_path: Path, code: str) -> None:
    """Words go on behind it, and the page says so."""
    file = with_unnamed(tmp_path, code)
    data = file.read_bytes()
    (page,) = read_pages(open_pdf(data, "page.pdf"), data)
    assert page.line_text(0) == "We o\ufffder babies a place in each o\ufffdice."
    document = read_document(file, Reading(ocr="off"))
    assert [(part.page, part.what, part.why) for part in document.parts_unread] == [
        (1, "a few letters", "the file does not name them: o\ufffder")
    ]


@pytest.mark.parametrize(
    ("back", "text"), [(900, "We offer this"), (0, "We off er this")], ids=["no room", "a space"]
)
def test_a_space_within_a_ligature_parts_no_word(tmp_path: Path, back: int, text: str) -> None:
    """One sign stands for two letters, and what comes after it is set back into it."""
    shown = f"q BT /F1 10 Tf 60 700 Td [(We o~) {back / 2} ( ) {back / 2} (er this)] TJ ET Q"
    file = write_pdf(tmp_path / "named.pdf", [shown])
    document = pikepdf.open(file)
    document.pages[0].Resources.Font.F1.ToUnicode = document.make_stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n"
        b"1 beginbfrange <20> <7d> <0020> endbfrange\n"
        b"1 beginbfchar <7e> <00660066> endbfchar endcmap end end"
    )
    document.save(tmp_path / "torn.pdf")
    data = (tmp_path / "torn.pdf").read_bytes()
    (page,) = read_pages(open_pdf(data, "torn.pdf"), data)
    assert page.line_text(0) == text
