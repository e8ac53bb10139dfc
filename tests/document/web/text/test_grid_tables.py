"""Tables that are drawn with bars."""

from __future__ import annotations

import pytest

from auditor.document.web.text.grid_tables import drawn_rows, replace_grid_tables

GRID = """+-----+-------+
| Age | Offer |
+=====+=======+
| 0-2 | no    |
|     | offer |
+-----+-------+"""


def test_a_grid_is_written_anew_as_a_table() -> None:
    """The lines of a cell are joined; the text around stays."""
    made = replace_grid_tables(f"Before.\n\n{GRID}\n\nAfter.", lambda cell: cell, frozenset())
    assert made.startswith("Before.") and made.endswith("After.")
    assert "<th>Age</th>" in made and ">no offer<" in made.replace("\n", " ")


def test_text_without_a_grid_stays_as_it_is() -> None:
    """Whatever pluses stand in it."""
    text = "Ages 0-2 + 3-4 | see +-"
    assert replace_grid_tables(text, str, frozenset()) == text


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["+---+---+", "| a | b |", "+---+---+", "| c | d |", "+---+---+"], [["a", "b"], ["c", "d"]]),
        (["+---+---+", "| a | b |", "|   | c |", "+---+---+"], [["a", "b c"]]),
        (["| a | b |", "|---|---|", "| c | d |"], [["a", "b"], ["c", "d"]]),
        (
            ["+-----+-----+", "| a   | b   |", "|     +-----+", "| e   | d   |", "+-----+-----+"],
            [["a e", "b"], ["a e", "d"]],
        ),
    ],
)  # fmt: skip
def test_rows_stand_between_borders(lines: list[str], rows: list[list[str]]) -> None:
    """Several where each line fills its first cell."""
    assert drawn_rows(lines, frozenset()) == rows
