"""Ruled lines into grids."""

from __future__ import annotations

from auditor.document.pdf.tables.grid import Edges, find_grids

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
