"""Pages that are pictures: never silence, and read where an OCR program is installed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import scanned_page, show, typeset, write_pdf

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="no tesseract")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Give a page that is a picture of a paragraph."""
    text = "We will support every baby and every parent. " * 6
    return scanned_page(tmp_path / "scan.pdf", typeset(tmp_path / "page.pdf", text, size=12))


def test_a_picture_is_a_page_that_was_not_read(scan: Path) -> None:
    """Without OCR the page is listed as unread, with the reason."""
    document = read_document(scan, Reading(ocr="off"))
    assert [page.unread for page in document.unread] == ["no text layer"]
    assert document.text == "" and document.ocr_engine is None


def test_without_a_program_the_reason_says_so(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no OCR program is installed the page stays unread and the reason names that."""
    monkeypatch.setenv("PATH", "")
    (page,) = read_document(scan, Reading()).unread
    assert page.unread == "no text layer, and no OCR program is installed"


@needs_tesseract
def test_a_picture_is_read_by_ocr(scan: Path) -> None:
    """The words come with boxes, the page is marked, the engine named with its version."""
    document = read_document(scan, Reading())
    assert document.text.count("support every baby and every parent") >= 5
    assert document.pages[0].ocr and not document.unread
    assert document.ocr_engine is not None and document.ocr_engine.startswith("tesseract ")
    assert len(document.words.boxes) == 4 * len(document.words.starts) > 0


def test_a_blank_page_is_no_unread_page(tmp_path: Path) -> None:
    """A page with nothing on it hides nothing."""
    path = write_pdf(tmp_path / "blank.pdf", [show("Babies first.", 60, 700), ""])
    assert read_document(path, Reading(ocr="off")).unread == ()


def test_a_text_layer_of_nonsense_is_not_read(tmp_path: Path) -> None:
    """Letters in a broken coding are told from words, and the page counts as unread."""
    line = "WKLV VWUDWHJB VHWV RXW KRZ ZH ZLOO VXSSRUW EDELHV DQG WKHLU SDUHQWV"
    content = "\n".join(show(line, 40, 780 - 14 * at, 9) for at in range(10))
    document = read_document(write_pdf(tmp_path / "odd.pdf", [content]), Reading(ocr="off"))
    assert [page.unread for page in document.unread] == ["text layer without meaning"]
    assert document.text == ""
