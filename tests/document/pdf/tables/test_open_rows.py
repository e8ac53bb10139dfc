"""Grids of level rules alone."""

from __future__ import annotations

from auditor.document.pdf.tables.grid import Edges, Grid
from auditor.document.pdf.tables.middles import Middles
from auditor.document.pdf.tables.open_rows import open_grids
from tests.document.sheets import Line, page_of

RULES = Edges(
    tuple((y, 60.0, 300.0) for y in (150.0, 190.0)),
    (),
    tuple((y, x, x + 118.0) for y in (150.0, 190.0) for x in (60.0, 182.0)),
)
"""Two level rules, broken between two columns."""


def grids_of(places: Middles, edges: Edges) -> list[Grid]:
    """Return the grids wherever enough words stand."""
    return [*open_grids(places, edges, places.holds_words)]


def words_at(tops: list[float]) -> Middles:
    """Make a word in each of two columns at each height, the first two heights in capitals."""
    places = [(x, top) for top in tops for x in (64.0, 186.0)]
    words = ["Word"] * 4 + ["word"] * (len(places) - 4)
    lines = (Line(word, x, top) for word, (x, top) in zip(words, places, strict=True))
    return Middles(page_of([*lines]))


def test_a_row_above_the_first_rule_is_whole() -> None:
    """However many lines it has, and its head stands apart."""
    lines = [50.0, *(72.0 + 12.0 * line for line in range(6)), 165.0]
    (grid,) = grids_of(words_at(lines), RULES)
    assert [round(y) for y in grid.ys] == [49, 72, 150, 190]


def test_a_row_below_the_last_rule_is_whole() -> None:
    """It reaches as far as its lines do."""
    lines = [165.0, *(194.0 + 12.0 * line for line in range(7))]
    (grid,) = grids_of(words_at(lines), RULES)
    assert round(grid.ys[-1]) == 279


def table_at(top: float, rows: int) -> tuple[list[float], list[Line]]:
    """Return the rules and the lines of a table of three columns."""
    ys = [top + 20 * row for row in range(rows + 1)]
    lines = [Line("Word", x, y + 4) for y in ys[:-1] for x in (64.0, 160.0, 260.0)]
    return ys, lines


def test_text_between_two_tables_is_no_row_and_does_not_join_their_columns() -> None:
    """Their rules are of one width, and the text crosses the white between the columns."""
    above, first = table_at(100, 2)
    below, second = table_at(240, 4)
    between = [Line("All who were members of the group that wrote this plan", 64, 180)]
    edges = Edges(tuple((y, 60.0, 400.0) for y in (*above, *below)), (), ())
    grids = grids_of(Middles(page_of([*first, *between, *second])), edges)
    assert [(len(grid.xs), round(grid.ys[0]), round(grid.ys[-1])) for grid in grids] == [
        (4, 100, 140),
        (4, 240, 320),
    ]


def test_a_high_row_of_several_cells_stays_in_its_table() -> None:
    """Lines beside each other are cells, however high the row is."""
    above, first = table_at(100, 2)
    below, second = table_at(240, 4)
    cells = [Line("A cell that is wider than", 64, 180), Line("most others are", 220, 180)]
    edges = Edges(tuple((y, 60.0, 400.0) for y in (*above, *below)), (), ())
    grids = grids_of(Middles(page_of([*first, *cells, *second])), edges)
    assert len(grids) == 1


def test_bullets_open_a_column() -> None:
    """Hardly any white is left of them, as the lines of the column before are full."""
    rules = (100.0, 150.0, 200.0)
    lines = [
        Line(text, x, y + 12 * at)
        for y in (104.0, 154.0)
        for x in (160.0, 262.0)
        for at, text in enumerate(("• Visit each home in", "the ward twice or"))
    ]
    names = [Line("Visits", 64, y) for y in (104.0, 154.0)]
    more = [Line("• Ask", x, y + 24) for y in (104.0, 154.0) for x in (160.0, 262.0)]
    edges = Edges(tuple((y, 60.0, 400.0) for y in rules), (), ())
    (grid,) = grids_of(Middles(page_of([*names, *lines, *more])), edges)
    assert [round(x) for x in grid.xs[2:]] == [261, 400]


def test_a_head_across_columns_is_one_cell() -> None:
    """Its line goes on across the white between them; edges at one side tell of rows below."""
    rules = [(y, 60.0, 400.0) for y in (70.0, 100.0, 160.0)]
    sides = [(y, 260.0, 400.0) for y in (120.0, 140.0)]
    lines = [Line("Births of each year in all", 164, 80)]
    lines += [Line("Word", x, y) for y in (104.0, 124.0, 144.0) for x in (64.0, 164.0, 270.0)]
    breaks = [(y, x, end) for y, *_ in rules for x, end in ((60, 160), (160, 250), (250, 400))]
    edges = Edges(tuple(sorted(rules + sides)), (), tuple(breaks))
    (grid,) = grids_of(Middles(page_of(lines)), edges)
    assert [round(y) for y in grid.ys] == [70, 100, 120, 140, 160]
    assert grid.cell[0][1] == grid.cell[0][2]
    assert grid.cell[1][1] != grid.cell[1][2]


def test_rows_of_several_lines_begin_where_a_short_cell_stands() -> None:
    """Few of their lines are filled in each column; short cells of two lines tell nothing."""
    names = ["Babies come", "first in each", "ward of the", "county", "Fathers are", "asked too"]
    texts = (names, ["Four", "", "", "", "Five"], ["Yes", "", "", "", "Not yet"])
    lines = [
        Line(text, x, 104 + 12.0 * at)
        for x, own in zip((64.0, 160.0, 260.0), texts, strict=True)
        for at, text in enumerate(own)
        if text
    ]
    edges = Edges(tuple((y, 60.0, 400.0) for y in (70.0, 100.0, 180.0)), (), ())
    heads = [Line("Words", x, 80) for x in (64.0, 160.0, 260.0)]
    (grid,) = grids_of(Middles(page_of([*heads, *lines])), edges)
    assert [round(y) for y in grid.ys] == [70, 100, 152, 180]
    more = [Line("or so", x, 164) for x in (160, 260)]
    (grid,) = grids_of(Middles(page_of([*heads, *lines[1:], *more])), edges)
    assert [round(y) for y in grid.ys] == [70, 100, 180]
    first = [Line(name, 160, 104 + 12.0 * at) for at, name in enumerate(names)]
    (grid,) = grids_of(Middles(page_of([*heads, *first, *lines[8:], Line("So", 64, 104)])), edges)
    assert [round(y) for y in grid.ys] == [70, 100, 180]
