"""Where the words of a page stand."""

from __future__ import annotations

from auditor.document.pdf.tables.middles import Middles
from tests.document.sheets import Line, column, page_of

PLACES = Middles(
    page_of([Line("first", 90), Line("in", 60, 114), Line("babies", 10), Line("come", 55, 101)])
)


def test_words_of_a_cell_are_put_in_lines() -> None:
    """From the top, each from the left."""
    assert PLACES.in_rows([0, 1, 2, 3]) == [2, 3, 0, 1]


def test_words_stand_in_a_box_by_their_middles() -> None:
    """Their ends may stand out."""
    assert PLACES.inside((0, 90, 100, 115)).tolist() == [2, 3]


def ordered(lines: list[Line]) -> str:
    """Give the words of one cell in order."""
    page = page_of(lines)
    return " ".join(page.words[word] for word in Middles(page).in_order([*range(len(page.words))]))


LEFT = ["every baby in the", "county has a named", "health visitor."]
RIGHT = ["parents who wait are", "seen by the team at", "the hub in May."]


def test_columns_of_text_in_one_cell_are_read_one_after_the_other() -> None:
    """Boxes side by side that no rule parts are not spliced line by line."""
    lines = [*column(LEFT, 60), *column(RIGHT, 220, 102)]
    assert ordered(lines) == " ".join([*LEFT, *RIGHT])


def test_numbers_stay_before_what_they_number() -> None:
    """They are no column of text."""
    numbers = column(["1.", "2.", "3."], 60)
    texts = column(LEFT, 110)
    pairs = zip(numbers, texts, strict=True)
    assert ordered([line for pair in pairs for line in pair]) == " ".join(
        f"{number.text} {text.text}" for number, text in zip(numbers, texts, strict=True)
    )


def test_words_are_parted_into_their_lines() -> None:
    """As the page prints them."""
    places = Middles(page_of(column(LEFT[:2], 60)))
    assert places.lines_of([0, 1, 4, 5]) == [[0, 1], [4, 5]]


def test_labels_of_a_chart_or_form_are_read_one_by_one() -> None:
    """Three texts on one height, some of two lines, are not spliced."""
    labels = [
        Line("Do you like school?", 60, 106),
        *column(["Does it listen to your", "own ideas?"], 220),
        Line("Do you feel safe?", 400, 106),
    ]
    found = "Do you like school? Does it listen to your own ideas? Do you feel safe?"
    assert ordered(labels) == found


def test_two_lines_side_by_side_are_read_in_rows() -> None:
    """They may be a name and what is said of it."""
    lines = [Line("Name of the parent:", 60), Line("who is at home", 220), Line("Role:", 60, 113)]
    assert ordered(lines) == "Name of the parent: who is at home Role:"


def test_a_raised_word_stands_on_its_own_line() -> None:
    """Small letters above the middle of a line are no line of their own."""
    page = page_of([Line("shown by the ages scale", 60, 100), Line("ASQ-3 TM at home", 60, 112)])
    page.boxes[6] = (page.boxes[6][0], 109, page.boxes[6][2], 115)
    assert Middles(page).in_rows([*range(9)]) == [*range(9)]
