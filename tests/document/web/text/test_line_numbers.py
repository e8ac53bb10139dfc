"""Numbers before lines are taken away where they count the lines of running text."""

from __future__ import annotations

import pytest

from auditor.document.web.text.line_numbers import without_line_numbers

COUNTED = " 9  We will see every\n10  baby at home and\n\n11  their parents at\n12      the centre."


def test_lines_lose_their_numbers_and_keep_their_indents() -> None:
    """What stands in one column with its fellows stays there."""
    bare = "We will see every\nbaby at home and\n\ntheir parents at\n    the centre."
    assert without_line_numbers(COUNTED) == bare


@pytest.mark.parametrize(
    "text",
    [
        "1 Babies\n2 Toddlers\n3 Schools\n4 Money\n5 Staff",
        "1  We will see\n3  every baby\n4  at home and\n5  at school.",
        "Plan\n1  We will see\n2  every baby\n3  at home and\n4  at school.",
    ],
    ids=["items", "a number is missing", "a line is not counted"],
)
def test_other_numbers_stay(text: str) -> None:
    """Items, figures and the numbers of some lines are words of the text."""
    assert without_line_numbers(text) == text


def test_each_page_may_begin_anew() -> None:
    """Numbers need not go on from page to page."""
    page = "1 we see\n2 every baby\n3 at home\n4 and so on"
    assert "1" not in without_line_numbers(f"{page}\f{page}")
