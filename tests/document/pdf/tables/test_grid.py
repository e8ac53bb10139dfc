"""Ruled lines into grids."""

from __future__ import annotations

from auditor.document.pdf.tables.grid import Edges, find_grids, make_grid

LEVEL = ((100.0, 60.0, 500.0), (140.0, 60.0, 500.0))


def upright(bottom: float) -> tuple[tuple[float, float, float], ...]:
    """Make four upright edges that reach down to a height."""
    return tuple((x, 100.0, bottom) for x in (60.0, 200.0, 350.0, 500.0))


def test_a_closed_table_ends_at_its_last_rule() -> None:
    """It has one row here."""
    (grid,) = find_grids(Edges(LEVEL, upright(140.0)), lambda box: True)
    assert (grid.ys, grid.is_open) == ((100.0, 140.0), False)


def test_a_row_that_no_rule_closes_is_a_row() -> None:
    """Its upright edges stand out below; it may go on overleaf."""
    (grid,) = find_grids(Edges(LEVEL, upright(190.0)), lambda box: True)
    assert (grid.ys, grid.is_open) == ((100.0, 140.0, 190.0), True)


def test_a_grid_without_words_is_none() -> None:
    """Boxes to tick and the frames of pictures are left alone."""
    assert not find_grids(Edges(LEVEL, upright(140.0)), lambda box: False)


def test_a_column_without_rules_is_apart_from_two_that_share_several() -> None:
    """Such as one that an arrow fills; no upright edge stands beside it below the heads."""
    xs, ys = (60.0, 120.0, 300.0, 500.0), (100.0, 120.0, 150.0, 180.0, 210.0, 240.0)
    level = [(y, 120.0, 500.0) for y in ys[1:-1]] + [(y, 60.0, 500.0) for y in (100.0, 240.0)]
    upright = [(x, 100.0, 240.0) for x in (60.0, 300.0, 500.0)] + [(120.0, 100.0, 120.0)]
    cell = make_grid(xs, ys, level, upright).cell
    assert len({row[0] for row in cell}) == 1
    assert len({field for row in cell for field in row}) == 1 + 5 * 2


def test_a_column_of_boxes_is_not_apart_from_the_text_beside_it() -> None:
    """Only one column is ruled."""
    xs, ys = (60.0, 300.0, 500.0), (100.0, 120.0, 150.0, 180.0, 210.0, 240.0)
    level = [(y, 300.0, 500.0) for y in ys]
    cell = make_grid(xs, ys, level, [(60.0, 100.0, 240.0), (500.0, 100.0, 240.0)]).cell
    assert all(row[0] == row[1] for row in cell)
