"""Tables whose columns stand under lines of dashes."""

from __future__ import annotations

import pytest

from auditor.document.web.text.dashed_tables import replace_dashed_tables

TABLE = """  Age    Offer
  ------ --------
  0-2    none
  5-17   CAMHS
"""


def test_columns_are_cut_where_the_dashes_are() -> None:
    """The line above them is the head."""
    made = replace_dashed_tables(f"Before.\n\n{TABLE}\nAfter.", lambda cell: cell, frozenset())
    assert made.startswith("Before.") and made.endswith("After.")
    for cell in ("Age", "Offer", "0-2", "none", "5-17", "CAMHS"):
        assert f">{cell}<" in made


def test_a_line_of_dashes_is_no_table() -> None:
    """It needs columns."""
    text = "A plan\n------\n\nWe will see babies."
    assert replace_dashed_tables(text, str, frozenset()) == text


def test_a_table_without_a_line_above_it_stops_at_an_empty_line() -> None:
    """The dashes of the next table do not close it."""
    second = "-----  -----\n2-4    some\n-----  -----\n"
    made = replace_dashed_tables(f"{TABLE}\nBetween.\n\n{second}", str, frozenset())
    assert made.count("<table>") == 2 and "\nBetween." in made
    assert ">0-2<" in made and ">2-4<" in made


def test_a_table_ends_at_a_heading() -> None:
    """The rest of the file is not cut into its columns."""
    made = replace_dashed_tables(f"{TABLE}# Babies\n\nWe will see every baby.", str, frozenset())
    assert made.endswith("# Babies\n\nWe will see every baby.")
    assert ">5-17<" in made


def test_a_table_without_heads_ends_before_a_rule_further_down() -> None:
    """A rule across the page does not close it."""
    rest = "\nWe will see every baby under two.\n\n-----\n\nAfter."
    made = replace_dashed_tables(f"-----  -----\n0-2    none\n{rest}", str, frozenset())
    assert made.endswith(rest) and ">none<" in made


@pytest.mark.parametrize(
    "after", ["", "\n", "We will see every baby.\n", "We would see every baby.\n"]
)
def test_dashes_above_running_text_or_nothing_are_no_table(after: str) -> None:
    """Words are not cut, single blanks part no cells, and what stands above such a line stays text."""
    text = f"Minutes of the board\n-------  ------\n{after}"
    assert replace_dashed_tables(text, str, frozenset()) == text
