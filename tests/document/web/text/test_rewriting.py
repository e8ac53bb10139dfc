"""Tables of Markdown written anew."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.document.web.text.rewriting import replace_tables, table_page


def find_starred(lines: Sequence[str], done: int, at: int) -> tuple[int, int] | None:
    """Take a line with a star and the one before it, unless that is done."""
    return (max(done, at - 1), at + 1) if lines[at] == "*" else None


def test_each_table_is_written_in_the_place_of_its_lines() -> None:
    """Set apart from the text around it, which stays."""
    made = replace_tables("a\nb\n*\n*\nc", find_starred, "+".join)
    assert made == "a\n\nb+*\n\n\n*\n\nc"


def test_rows_are_heads_first() -> None:
    """A cell of which nothing is made stands as it is."""
    made = table_page(
        [["Age", ""], ["0 < 2", "no\none"]], 1, lambda cell: cell.replace("0 < 2", "")
    )
    assert made == (
        "<table><tr><th>Age</th><th></th></tr><tr><td>0 &lt; 2</td><td>no one</td></tr></table>"
    )
