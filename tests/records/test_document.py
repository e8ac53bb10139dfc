"""Words and their places, and what is counted of a document."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest

from auditor.records.document import Page, Words
from tests.builders import document, statement

WORDS = Words(
    array("L", [0, 6, 11]),
    array("L", [5, 10, 17]),
    array("L", [1, 1, 2]),
    array("f", [10, 10, 40, 20, 44, 10, 70, 20, 10, 10, 50, 20]),
)
"""Three words: two on one line of the first page, one on the second."""


@pytest.mark.parametrize(
    ("span", "found", "page"),
    [((0, 5), [0], 1), ((4, 7), [0, 1], 1), ((5, 6), [], None), ((11, 12), [2], 2), ((0, 99), [0, 1, 2], 1)],
)  # fmt: skip
def test_a_span_has_the_words_that_it_overlaps(
    span: tuple[int, int], found: list[int], page: int | None
) -> None:
    """And the page on which they begin."""
    assert list(WORDS.between(*span)) == found and WORDS.page_at(*span) == page


def test_words_that_go_on_to_the_right_are_one_line() -> None:
    """Those of another page are another."""
    assert WORDS.lines(0, 17) == ((1, (10, 10, 70, 20)), (2, (10, 10, 50, 20)))


@pytest.mark.parametrize(
    ("span", "is_inserted"), [((0, 4), False), ((3, 6), True), ((8, 12), True), ((9, 12), False)]
)
def test_a_span_is_inserted_where_it_holds_any_of_it(
    span: tuple[int, int], is_inserted: bool
) -> None:
    """Spans are half open."""
    made = replace(document(), inserted=((5, 9), (20, 30)))
    assert made.is_inserted(*span) is is_inserted


def test_furniture_counts_no_words() -> None:
    """And pages that were not read are known."""
    made = document([statement("Two words."), statement("Four words that run.", place="running")])
    assert made.word_count == 2 and made.unread == ()
    unread = replace(made, pages=(Page(1, "1", 595, 842, 0, unread="no text layer"),))
    assert [page.number for page in unread.unread] == [1]
