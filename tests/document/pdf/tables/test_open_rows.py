"""Grids of level rules alone."""

from __future__ import annotations

from auditor.document.pdf.tables.grid import Edges
from auditor.document.pdf.tables.middles import Middles
from auditor.document.pdf.tables.open_rows import open_grids
from tests.document.sheets import Line, page_of

RULES = Edges(
    tuple((y, 60.0, 300.0) for y in (150.0, 190.0)),
    (),
    tuple((y, x, x + 118.0) for y in (150.0, 190.0) for x in (60.0, 182.0)),
)
"""Two level rules, broken between two columns."""


def words_at(tops: list[float]) -> Middles:
    """Make a word in each of two columns at each height, the first two heights in capitals."""
    places = [(x, top) for top in tops for x in (64.0, 186.0)]
    words = ["Word"] * 4 + ["word"] * (len(places) - 4)
    lines = (Line(word, x, top) for word, (x, top) in zip(words, places, strict=True))
    return Middles(page_of([*lines]))


def test_a_row_above_the_first_rule_is_whole() -> None:
    """However many lines it has, and its head stands apart."""
    lines = [50.0, *(72.0 + 12.0 * line for line in range(6)), 165.0]
    (grid,) = open_grids(words_at(lines), RULES)
    assert [round(y) for y in grid.ys] == [49, 72, 150, 190]


def test_a_row_below_the_last_rule_is_whole() -> None:
    """It reaches as far as its lines do."""
    lines = [165.0, *(194.0 + 12.0 * line for line in range(7))]
    (grid,) = open_grids(words_at(lines), RULES)
    assert round(grid.ys[-1]) == 279
