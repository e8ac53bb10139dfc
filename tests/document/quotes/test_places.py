"""Lines stand below each other, beside each other or at the head of the next column."""

from __future__ import annotations

from array import array

import pytest

from auditor.document.quotes.places import (
    around,
    box_of,
    ends_of_columns,
    has_plain_space,
    has_words_in,
    is_beside,
    numbers,
    white_between,
)
from auditor.records import Box, Words

LINE = (60.0, 100.0, 200.0, 110.0)


def below(box: Box, by: float) -> Box:
    """Return a box moved down the page."""
    x0, top, x1, bottom = box
    return x0, top + by, x1, bottom + by


def test_the_box_of_a_word_is_found_by_its_number() -> None:
    """Four numbers belong to each word."""
    words = Words(array("I", (0, 4)), array("I", (3, 7)), array("I", (1, 1)), array("f", range(8)))
    assert box_of(words, 1) == (4, 5, 6, 7)
    assert around([box_of(words, 0), box_of(words, 1)]) == (0, 1, 6, 7)


def test_a_word_is_beside_another_on_its_height_to_the_right() -> None:
    """A raised mark is beside its word, a line below is not."""
    assert is_beside(LINE, (205.0, 98.0, 210.0, 104.0))
    assert not is_beside(LINE, below(LINE, 12))


@pytest.mark.parametrize(("gap", "is_plain"), [(3, True), (9, False), (-4, False)])
def test_a_plain_space_is_narrow(gap: float, is_plain: bool) -> None:
    """Wider is the white between columns."""
    assert has_plain_space(LINE, (200.0 + gap, 100.0, 240.0, 110.0)) is is_plain


def test_what_numbers_a_line_stands_near_it() -> None:
    """A figure far to the left is of another column."""
    assert numbers("4.2.1", (40.0, 100.0, 55.0, 110.0), LINE)
    assert not numbers("4.2.1", (4.0, 100.0, 15.0, 110.0), LINE)
    assert not numbers("babies", (40.0, 100.0, 55.0, 110.0), LINE)


def test_the_white_between_lines_is_what_both_stand_over() -> None:
    """There is none where the second stands beside, above or far below."""
    assert white_between(LINE, LINE, below(LINE, 12), 3.0) == (60.0, 110.0, 200.0, 112.0)
    assert white_between(LINE, LINE, below(LINE, 60), 3.0) is None
    assert white_between(LINE, LINE, below(LINE, -12), 3.0) is None


@pytest.mark.parametrize(
    ("next_line", "is_next_column"),
    [
        ((220.0, 40.0, 360.0, 50.0), True),
        ((270.0, 40.0, 410.0, 50.0), True),
        ((290.0, 40.0, 430.0, 50.0), False),
        ((220.0, 140.0, 360.0, 150.0), False),
        ((220.0, 40.0, 420.0, 50.0), False),
    ],
    ids=["near", "past ragged lines", "far off", "lower", "wider"],
)
def test_a_line_goes_on_at_the_head_of_the_next_column(
    next_line: Box, is_next_column: bool
) -> None:
    """The white to be clear of words lies below the one, above the other and between them."""
    white = ends_of_columns(LINE, LINE, next_line)
    assert bool(white) is is_next_column
    if white:
        assert (LINE[2], LINE[1], next_line[0], LINE[3]) in white


def test_a_place_holds_the_words_whose_middle_is_in_it() -> None:
    """Only those of the page count."""
    words = Words(
        array("I", (0,)), array("I", (3,)), array("I", (2,)), array("f", (10, 10, 20, 20))
    )
    assert has_words_in(words, 2, [(0, 0, 30, 30)])
    assert not has_words_in(words, 1, [(0, 0, 30, 30)])
    assert not has_words_in(words, 2, [(0, 0, 30, 14)])
