"""Where paragraphs of wrapped lines begin and end."""

from __future__ import annotations

import pytest

from auditor.document.web.text.wrapping import UNWRAPPED, find_width, split_paragraphs

LONG = "We will weigh every newborn in the borough at home, and the nurse"
CASES = {
    "a figure goes on": ([LONG, "12 wards have seen."], 1),
    "a number of a section does not": ([LONG[:40], "2.1 Feeding of babies", LONG], 3),
    "capitals go on": (["NO INFANT WAITS MORE THAN", "TWO WEEKS IN ORME.", LONG], 2),
    "an open end goes on": (["The board lends cribs to the", "Orme fathers.", LONG], 2),
    "an item hangs together": (["  1. The board lends cribs.", "     Prams too.", LONG], 2),
    "lines of a contents list": (["Feeding ........ 4", "Sleep ........ 5", LONG], 3),
    "a short line is a paragraph": (["A plan for Orme.", "We will see babies.", LONG], 3),
}


@pytest.mark.parametrize(("lines", "count"), CASES.values(), ids=CASES)
def test_lines_are_parted_into_paragraphs(lines: list[str], count: int) -> None:
    """A line that is left open goes on in the next, however much room it had."""
    assert len(list(split_paragraphs(lines, len(LONG)))) == count


def test_rows_of_tables_do_not_tell_the_width() -> None:
    """Lines with wide gaps are longer than the text around them."""
    row = "Babies" + " " * 40 + "We will weigh them at home" + " " * 20 + "2027"
    text = ["The board lends cribs to young fathers and to mothers", "who ask for them at the"]
    assert find_width([*text, row, row, row]) == find_width(text)


def test_long_paragraphs_are_not_wrapped() -> None:
    """Lines far beyond the usual width have none."""
    assert find_width([LONG * 3, LONG * 4, LONG * 3, LONG * 5]) == UNWRAPPED
