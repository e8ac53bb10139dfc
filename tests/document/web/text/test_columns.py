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
