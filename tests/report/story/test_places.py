"""Where a statement stands, in words, in the language of a report."""

from __future__ import annotations

import pytest

from auditor.report.story.places import page_words, where_words
from auditor.report.story.quotes import Where

WHERE = Where(12, "10", None, (), "annex.pdf", is_doubtful=True)


def test_a_place_is_page_label_file_and_doubt() -> None:
    """All in one line, or without the file where it is said elsewhere."""
    assert where_words(WHERE) == "page 12 (printed 10) of annex.pdf, read with doubt"
    assert where_words(WHERE, with_file=False) == "page 12 (printed 10), read with doubt"
    assert where_words(Where(None, None, None, (), None)) == "in the text"


def test_a_place_is_said_in_the_language_of_the_report() -> None:
    """The number of a page is a name: no thousands are parted in it."""
    assert page_words(1200, None, "cy") == "tudalen 1200"
    assert "annex.pdf" in where_words(WHERE, "cy") and "page" not in where_words(WHERE, "cy")


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (Where(None, None, None, (), None), "in the text"),
        (Where(4, None, None, (), None), "page 4"),
        (Where(4, "ii", None, (), "annex.pdf"), "page 4 (printed ii) of annex.pdf"),
    ],
)
def test_a_place_is_said_in_words(where: Where, said: str) -> None:
    """With the printed number where that differs, and the file where there are several."""
    assert where_words(where) == said
