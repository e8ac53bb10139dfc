"""Lines on one place of a page."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from auditor.document.pdf.overprinting import crossing_lines, overprinted, printed_once, with_lines
from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import show, write_pdf
from tests.document.sheets import Line, page_of

STRIPS = page_of(
    [
        Line("teams that vis", 60),
        Line("that visit at", 90),
        Line("it at home", 130),
        Line("A line below", 60, 130),
    ]
)
"""What three strips of a page show of one line, each cut where it ends; "vis" and "it" are halves."""


def test_what_strips_print_again_is_read_once() -> None:
    """Of the halves of a word and the word itself the word stays."""
    page = printed_once(STRIPS, crossing_lines(STRIPS))
    assert [page.line_text(line) for line in range(len(page.lines))] == [
        "teams that visit at home",
        "A line below",
    ]


def test_lines_printed_again_hide_nothing() -> None:
    """Their words lie under the same words."""
    many = page_of(
        [Line("babies come first in every ward", 60, 100 + 13 * (n // 2)) for n in range(12)]
    )
    assert not overprinted(many, crossing_lines(many)).any()


def test_a_page_of_cut_strips_keeps_its_sentence(tmp_path: Path) -> None:
    """Read from a file."""
    whole = "We support babies and their parents in every ward of the town."
    content = "\n".join([show(whole[:40], 60, 700), show(whole[20:], 180, 700)])
    document = read_document(write_pdf(tmp_path / "page.pdf", [content]), Reading(ocr="off"))
    assert document.text.strip() == whole and document.hidden == ()


def test_lines_are_made_of_the_words_given() -> None:
    """They stand where those words do."""
    page = with_lines(STRIPS, [3], [[10, 11]])
    assert page.words == ("line", "below") and np.allclose(page.lines.x0, [70.0])
