"""What a text layer leaves unread is said of each page."""

from __future__ import annotations

import time
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from auditor.document.pdf.pdfium.extraction import read_pages
from auditor.document.pdf.unread_pages import read_unread
from auditor.records import Reading
from tests.document.pages import show, write_pdf

GARBAGE = "\n".join(show("xqzk wvbn trpl ghjk mnbv", 72, 700 - 12 * line) for line in range(20))
PICTURE = "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"
CASES = [
    pytest.param(show("We will see every baby.", 72, 700), None, id="words"),
    pytest.param(PICTURE, "no text layer", id="a picture"),
    pytest.param(GARBAGE, "text layer", id="nonsense"),
]


@pytest.mark.parametrize(("operators", "why"), CASES)
def test_a_page_says_why_it_is_not_read(tmp_path: Path, operators: str, why: str | None) -> None:
    """Without OCR it stays unread."""
    path = write_pdf(
        tmp_path / "a.pdf", [show("A plan.", 72, 700), operators, show("End.", 72, 700)]
    )
    document = pdfium.PdfDocument(path)
    pages = list(read_pages(document, path.read_bytes()))
    read, engine = read_unread(document, pages, Reading(ocr="off"), time.monotonic())
    document.close()
    assert engine is None and [page.number for page in read] == [1, 2, 3]
    assert read[1].unread is None if why is None else why in (read[1].unread or "")
