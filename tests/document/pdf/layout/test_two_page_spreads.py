"""Two facing pages on one sheet: the left one is read wholly before the right one."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from auditor.document.ocr.tesseract import find_engine
from auditor.document.reading import read_document
from auditor.records import Document, Reading
from tests.document.pages import (
    make_paragraphs,
    make_sentences,
    scanned_page,
    show,
    spread_pages,
    typeset_paragraphs,
    write_pdf,
)

SENTENCES = make_sentences(100, 9)
NO_OCR = Reading(ocr="off")
needs_ocr = pytest.mark.skipif(find_engine("en") is None, reason="no OCR is installed")


@pytest.fixture(params=[1, 2], ids=["one column", "two columns"])
def spread(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give spreads of pages with sentences in columns."""
    paragraphs = make_paragraphs(SENTENCES, 9)
    pages = typeset_paragraphs(tmp_path / "pages.pdf", paragraphs, columns=request.param)
    return spread_pages(tmp_path / "spread.pdf", pages)


def found_in_order(document: Document) -> int:
    """Count the sentences found; they must stand in the order in which they were written."""
    places = [document.text.find(sentence) for sentence in SENTENCES]
    found = [place for place in places if place >= 0]
    assert found == sorted(found)
    return len(found)


def set_aside(document: Document) -> list[str]:
    """List what was set aside as running heads and feet."""
    return [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.place == "running"
    ]


def test_facing_pages_are_read_one_after_the_other(spread: Path) -> None:
    """With a text layer, every sentence is found; heads and numbers of both pages are set aside."""
    document = read_document(spread, NO_OCR)
    assert found_in_order(document) == len(SENTENCES)
    running = set_aside(document)
    assert running.count("Draft for the board") == 3
    assert {"1", "2"} <= set(running)


def facing_rows(numbers: tuple[str, str]) -> str:
    """Paint two pages side by side row by row, each with its number at the foot."""
    halves = [" ".join(SENTENCES[:20]), " ".join(SENTENCES[20:40])]
    columns = [textwrap.wrap(half, 60) for half in halves]
    rows = [
        show(line, x, 540 - 12 * row, 9)
        for row in range(max(map(len, columns)))
        for x, lines in zip((40, 460), columns, strict=True)
        for line in lines[row : row + 1]
    ]
    feet = [show(number, x, 30, 9) for x, number in zip((200, 620), numbers, strict=True)]
    return "\n".join([*rows, *feet])


def test_facing_pages_are_told_by_their_numbers(tmp_path: Path) -> None:
    """Also where the file paints them row by row across the fold, and on a single sheet."""
    path = write_pdf(tmp_path / "rows.pdf", [facing_rows(("12", "13"))], MediaBox=[0, 0, 842, 595])
    document = read_document(path, NO_OCR)
    assert found_in_order(document) == 40
    assert set_aside(document) == ["12", "13"]


def test_a_slide_in_two_columns_is_one_page(tmp_path: Path) -> None:
    """Numbers that do not follow each other are no page numbers."""
    path = write_pdf(tmp_path / "slide.pdf", [facing_rows(("46", "12"))], MediaBox=[0, 0, 842, 595])
    assert set_aside(read_document(path, NO_OCR)) == []


@needs_ocr
@pytest.mark.full
@pytest.mark.parametrize(("turn", "skew"), [(0, 0), (0, 1.5), (3, 0)])
def test_facing_pages_scanned_as_one_picture_are_read_one_after_the_other(
    tmp_path: Path, spread: Path, turn: int, skew: float
) -> None:
    """The left page comes wholly before the right one, however the picture lies."""
    scan = scanned_page(tmp_path / "scan.pdf", spread, turn=turn, skew=skew)
    document = read_document(scan, Reading())
    assert found_in_order(document) >= 0.95 * len(SENTENCES)
