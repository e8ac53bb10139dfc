"""Titles of a contents list that take several lines."""

from __future__ import annotations

from auditor.document.structure.contents_lists import find_contents
from tests.document.sheets import Line, page_of, segmented

DOTS = f" {'.' * 90} "
LONG = "What the board will do to see that each and every baby and each parent in the ward is seen"


def set_aside(texts: list[str], *more: Line) -> set[str]:
    """Give the lines of a page that are told to be of a contents list."""
    page = page_of([*(Line(text, 60, 100 + 14 * at) for at, text in enumerate(texts)), *more])
    found = find_contents([segmented(page, leaf=1)], {})[1]
    return {page.line_text(line) for line in found}


def test_the_long_beginning_of_an_entry_is_part_of_it() -> None:
    """Though it has more words than most titles, and goes on over a third line."""
    texts = [
        f"Aims{DOTS}2",
        LONG,
        "in words of one",
        f"line{DOTS}4",
        f"Money{DOTS}6",
        f"End{DOTS}9",
    ]
    assert set_aside(texts) == {*texts}


def test_a_long_line_apart_from_the_entries_is_read() -> None:
    """A remark between two parts of the list."""
    texts = [f"Aims{DOTS}2", f"Money{DOTS}6", f"Play{DOTS}7", f"End{DOTS}9"]
    assert LONG not in set_aside(texts, Line(LONG, 60, 180), Line(f"Index{DOTS}20", 60, 214))


def test_an_entry_of_one_word_takes_its_numbering_along() -> None:
    """Section numbers stand apart, and a number that grew wider than its column is no text."""
    texts = [f"Aims{DOTS}2", f"Money{DOTS}6", f"Play{DOTS}7", f"End{DOTS}9"]
    numbers = [Line(f"Chapter {at}:", 0, 100 + 14 * at) for at in range(4)]
    assert {number.text for number in numbers} <= set_aside(texts, *numbers)


def test_text_printed_across_a_list_is_none_of_it() -> None:
    """Short lines between the entries are no titles there."""
    texts = [f"Aims{DOTS}2", f"Money{DOTS}6", f"Play{DOTS}7", f"End{DOTS}9"]
    names = [Line(text, 60, 103 + 12.5 * at) for at, text in enumerate(("Ward", "Hub", "Team"))]
    assert set_aside(texts, *names) == {*texts}
