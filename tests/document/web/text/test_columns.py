"""Columns of prose side by side in a text file."""

from __future__ import annotations

from auditor.document.web.text.columns import split_columns

LEFT = ["We will see every baby", "in the first week, and", "their parents with them."]
RIGHT = ["The board publishes what", "was promised, and what", "came of it each year."]


def test_columns_are_read_one_after_the_other() -> None:
    """A gap that no line crosses parts them."""
    page = [f"{left:<30}{right}" for left, right in zip(LEFT * 3, RIGHT * 3, strict=True)]
    words = " ".join(" ".join(stretch) for stretch in split_columns(page))
    assert words.split() == " ".join([*LEFT * 3, *RIGHT * 3]).split()


def test_one_column_is_one_stretch() -> None:
    """Nothing is cut that has no gap."""
    assert split_columns(LEFT) == [LEFT]


def test_columns_whose_lines_stand_between_each_other() -> None:
    """Text of one column is no gap in the other, and what begins at the gutter belongs to it."""
    lines = [
        "The plan is for     Every town of the",
        "all the families    county has a board.",
        "We will open a      The board met in",
        "team for babies",
        "                    May to hear from",
        "in the county of",
        "                    all the families",
        "Tarn Vale in May.   of the north.",
        "",
        "Staff will visit",
        "                    It wrote it down",
        "each family once.",
        "                    for all to read.",
    ]
    left = (
        "The plan is for/all the families/We will open a/team for babies/in the county of/"
        "Tarn Vale in May.//Staff will visit/each family once."
    )
    right = (
        "Every town of the/county has a board./The board met in/May to hear from/all the families/"
        "of the north.///It wrote it down/for all to read."
    )
    assert ["/".join(column).rstrip("/") for column in split_columns(lines)] == [left, right]
