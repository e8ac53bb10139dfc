"""Pages that are pictures: never silence, and read where an OCR engine is installed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from auditor.document.ocr import tesseract
from auditor.document.ocr.deskew import find_skew
from auditor.document.ocr.tesseract import Engine, Library, Program
from auditor.document.page import turned
from auditor.document.pdf.layout.two_page_spreads import find_fold
from auditor.document.reading import read_document
from auditor.records import Document, Page, Reading
from tests.document.pages import (
    scanned_page,
    show,
    typeset,
    write_pdf,
)

ENGINES = {"library": tesseract._find_library, "program": tesseract._find_program}
needs_ocr = pytest.mark.skipif(tesseract.find_engine("en") is None, reason="no OCR is installed")
NEAR = 3.0
"""Points by which the box of a word that OCR read may differ from that of the text layer."""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Give a page of a paragraph, with a text layer."""
    text = "We will support every baby and every parent. " * 6
    return typeset(tmp_path / "page.pdf", text, size=12)


@pytest.fixture
def scan(tmp_path: Path, page: Path) -> Path:
    """Give a page that is a picture of that paragraph."""
    return scanned_page(tmp_path / "scan.pdf", page)


def centres_of(document: Document, word: str) -> np.ndarray:
    """Give the middles of a word's boxes wherever it stands, in reading order."""
    words = document.words
    boxes = np.array(words.boxes).reshape(-1, 4)
    spans = zip(words.starts, words.ends, strict=True)
    at = [number for number, span in enumerate(spans) if document.text[slice(*span)] == word]
    return (boxes[at, :2] + boxes[at, 2:]) / 2


def moved(points: np.ndarray, page: Page, turn: int, skew: float) -> np.ndarray:
    """Turn points of an upright page clockwise: by quarters, then by degrees about the middle."""
    quarter = turned(np.hstack((points, points)), turn, page.width, page.height)[:, :2]
    size = (page.height, page.width) if turn % 2 else (page.width, page.height)
    cos, sin = np.cos(np.radians(skew)), np.sin(np.radians(skew))
    middle = np.array(size) / 2
    return (quarter - middle) @ np.array([[cos, sin], [-sin, cos]]) + middle


def test_a_picture_is_a_page_that_was_not_read(scan: Path) -> None:
    """Without OCR the page is listed as unread, with the reason."""
    document = read_document(scan, Reading(ocr="off"))
    assert [page.unread for page in document.unread] == ["no text layer"]
    assert document.text == "" and document.ocr_engine is None


def test_without_an_engine_the_reason_says_so(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no OCR is installed the page stays unread and the reason names the remedy."""
    monkeypatch.setattr(tesseract, "_find_library", lambda: None)
    monkeypatch.setenv("PATH", "")
    (page,) = read_document(scan, Reading()).unread
    assert page.unread == (
        "no text layer, and no OCR is installed"
        " (pip install 'auditor[ocr]', or the program tesseract)"
    )


@pytest.mark.parametrize("kind", ENGINES)
def test_a_picture_is_read_by_ocr(scan: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words come with boxes, the page is marked, the engine named with its version."""
    if ENGINES[kind]() is None:
        pytest.skip(f"tesseract is not installed as a {kind}")
    for other in ENGINES.keys() - {kind}:
        monkeypatch.setattr(tesseract, f"_find_{other}", lambda: None)
    document = read_document(scan, Reading())
    assert document.text.count("support every baby and every parent") >= 5
    assert document.pages[0].ocr and not document.unread
    assert document.ocr_engine is not None and document.ocr_engine.startswith("tesseract 5")
    assert ("tesserocr" in document.ocr_engine) == (kind == "library")
    assert len(document.words.boxes) == 4 * len(document.words.starts) > 0


def test_the_engine_is_one_that_has_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """The quick library reads English; a program with Welsh reads Welsh."""
    library = Library("data", "5.5", frozenset({"eng"}))
    program = Program("tesseract", "5.3", frozenset({"eng", "cym"}))
    monkeypatch.setattr(tesseract, "_find_library", lambda: library)
    monkeypatch.setattr(tesseract, "_find_program", lambda: program)
    chosen: Callable[[str], Engine | None] = tesseract.find_engine
    assert [chosen(code) for code in ("auto", "en", "cy", "fr")] == [
        library,
        library,
        program,
        library,
    ]


@needs_ocr
@pytest.mark.parametrize(
    ("turn", "skew"), [(1, 0), (2, 0), (3, 0), (0, 2)], ids=["right", "over", "left", "crooked"]
)
def test_a_page_scanned_askew_is_read(tmp_path: Path, page: Path, turn: int, skew: float) -> None:
    """Its words are found, and their boxes are where they are seen."""
    scan = scanned_page(tmp_path / "scan.pdf", page, turn=turn, skew=skew)
    document, layer = read_document(scan, Reading()), read_document(page, Reading())
    assert document.text.count("We will support every baby and every parent.") == 6
    expected = moved(centres_of(layer, "support"), layer.pages[0], turn, skew)
    assert np.abs(centres_of(document, "support") - expected).max() < NEAR


@needs_ocr
def test_a_picture_without_words_is_left_as_it_lies(tmp_path: Path) -> None:
    """Nothing is gained by turning it."""
    source = write_pdf(tmp_path / "page.pdf", ["0.5 g 60 60 400 600 re f"])
    document = read_document(scanned_page(tmp_path / "scan.pdf", source), Reading())
    assert document.text == "" and document.pages[0].ocr


@pytest.mark.parametrize("size", [(1, 1), (9, 12), (40, 3000)])
def test_a_tiny_picture_has_neither_tilt_nor_fold(size: tuple[int, int]) -> None:
    """Pages may be a point high; nothing can be told of them, and nothing breaks."""
    picture = np.full(size, 255, np.uint8)
    assert find_skew(picture) == 0.0
    assert find_fold(picture) is None


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
