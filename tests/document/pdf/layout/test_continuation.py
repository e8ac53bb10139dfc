"""Where a paragraph goes on in another column or on another page."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.document.pdf.layout.continuation import is_cut, runs_on
from auditor.document.pdf.pdfium.extraction import read_pages
from auditor.document.pdf.pdfium.opening import open_pdf
from auditor.document.pdf.stages import classify_pages, order_pages, screen_pages, segment_pages
from tests.document.pages import show, write_pdf

FULL = "We will see every baby in the first week and visit the"
SMALL = "parents at home before the second week is over and"
NAME = "Parents at home are seen before the second week is over"
CASES = [
    pytest.param(FULL, SMALL, True, id="a small letter"),
    pytest.param(FULL + " end.", SMALL, False, id="an ended sentence"),
    pytest.param("We will see the", SMALL, False, id="room for the word"),
    pytest.param(FULL, NAME, True, id="a name after a small word"),
    pytest.param(FULL + " week", NAME, False, id="a new sentence"),
]


@pytest.mark.parametrize(("above", "below", "goes_on"), CASES)
def test_a_sentence_goes_on_where_it_is_not_ended_and_had_no_room(
    tmp_path: Path, above: str, below: str, goes_on: bool
) -> None:
    """From the foot of one page to the head of the next."""
    filler = [show("x" * 58, 72, 700 - 14 * line) for line in range(3)]
    path = write_pdf(
        tmp_path / "a.pdf",
        [
            "\n".join([*filler, show(above, 72, 658)]),
            "\n".join([show(below, 72, 700), *filler[1:]]),
        ],
    )
    document = open_pdf(path.read_bytes(), path.name)
    pages = segment_pages(list(read_pages(document, path.read_bytes())))
    document.close()
    first, second = classify_pages(order_pages(screen_pages(pages, 10.0)), 10.0)
    assert runs_on(first, 3, second, 0) is goes_on
    assert is_cut(first, 3) is (not above.endswith(".") and len(above) > 40)
