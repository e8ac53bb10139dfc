"""Headings told by how they are set."""

from __future__ import annotations

from auditor.document.pdf.layout.headings import find_headings
from tests.document.sheets import Line, column, ordered, page_of

TEXT = [f"Line {at} of the text of this page goes on" for at in range(12)]


def headings(lines: list[Line]) -> set[str]:
    """Give the texts of the lines that are headings."""
    page = ordered(page_of(lines))
    return {page.line_text(line) for line in find_headings(page, set(), 10.0, 0)}


def test_large_and_bold_lines_head() -> None:
    """Text does not."""
    lines = [Line("Our aims", 60, 60, 16), *column(TEXT), Line("Next", 60, 300, 10, bold=True)]
    assert headings(lines) == {"Our aims", "Next"}


def test_bold_words_within_a_paragraph_do_not() -> None:
    """The text goes on from them without a break."""
    bold = Line("This line of the text is bold from its start to its end", 60, 256, bold=True)
    lines = [*column(TEXT), bold, Line("and the text goes on in plain type below it here", 60, 269)]
    assert headings(lines) == set()
