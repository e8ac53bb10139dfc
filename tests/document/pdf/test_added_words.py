"""Words added to a page where they stand."""

from __future__ import annotations

from auditor.document.pdf.added_words import set_in_box, with_words
from tests.document.sheets import Line, page_of


def test_a_long_value_is_set_in_lines() -> None:
    """All its words are there, within the field."""
    added = set_in_box(
        "We will see every baby in the county by the end of the year", (60, 100, 200, 160)
    )
    assert len(added.words) == 14 and len(added.first) > 1
    assert added.boxes[:, 1].min() >= 100


def test_words_come_after_those_of_the_page() -> None:
    """Lines and words count on."""
    page = with_words(
        page_of([Line("What will you do?")]), [set_in_box("See babies", (60, 120, 200, 134))]
    )
    assert page.line_text(1) == "See babies"
    assert len(page.lines) == 2 and len(page.boxes) == 6
