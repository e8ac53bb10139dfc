"""Pages through the other library."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.document.pdf.pdfplumber_engine import read_plumbed_pages
from tests.document.pages import show, write_pdf

CASES = [
    pytest.param([show("Every baby", 72, 700)], ["Every baby"], id="a line"),
    pytest.param([show("One.", 72, 700), show("Two.", 72, 680)], ["One.", "Two."], id="two lines"),
    pytest.param([""], [], id="nothing"),
]


@pytest.mark.parametrize(("operators", "lines"), CASES)
def test_it_sees_the_same_words(tmp_path: Path, operators: list[str], lines: list[str]) -> None:
    """In lines, with the label that pdfium found."""
    path = write_pdf(tmp_path / "a.pdf", ["\n".join(operators)])
    (page,) = read_plumbed_pages(path.read_bytes(), path.name, ["iv"])
    assert page.label == "iv" and (page.width, page.height) == (595, 842)
    assert [page.line_text(line) for line in range(len(page.lines))] == lines
