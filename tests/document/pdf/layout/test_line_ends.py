"""Room that lines leave at their ends."""

from __future__ import annotations

from auditor.document.pdf.layout.line_ends import count_room
from tests.document.sheets import column, page_of


def test_lines_with_room_for_half_of_the_next_word_are_counted() -> None:
    """A short word below, a name, or the end of a sentence tells nothing."""
    roomy = [
        "we pay for the help of a",
        "neighbouring authority in",
        "metropolitan boroughs where it is",
    ]
    assert count_room([page_of(column([*roomy, "as well"]))]) == 2
    short = ["we pay for the help of a", "friend who comes to the", "house and brings a toy for it"]
    assert count_room([page_of(column(short))]) == 0
    named = [
        "we pay for all the help.",
        "Neighbouring boards of the",
        "Metropolitan boroughs pay for it",
    ]
    assert count_room([page_of(column(named))]) == 0


def test_a_page_without_lines_leaves_no_room() -> None:
    """Nor does a document without pages."""
    assert count_room([]) == 0
    assert count_room([page_of(column(["one line"]))]) == 0
