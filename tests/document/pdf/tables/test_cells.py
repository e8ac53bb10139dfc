"""Lines side by side, gathered into cells and rows."""

from __future__ import annotations

import numpy as np
import pytest

from auditor.document.pdf.tables.cells import Cell, columns_of, share_aligned


def cell(x0: float, x1: float, top: float = 0.0) -> Cell:
    """Make a cell of one line."""
    return Cell((0,), x0, top, x1, top + 10, 10)


ALIGNED = [
    pytest.param([cell(10, 50), cell(10, 90), cell(10, 70)], 1.0, id="left edges"),
    pytest.param([cell(10, 90), cell(40, 90), cell(60, 90)], 1.0, id="right edges"),
    pytest.param([cell(10, 90), cell(30, 70), cell(45, 55)], 1.0, id="middles"),
    pytest.param([cell(10, 50), cell(10, 90), cell(200, 240)], 2 / 3, id="two of three"),
]


@pytest.mark.parametrize(("cells", "share"), ALIGNED)
def test_cells_of_a_column_share_an_edge_or_a_middle(cells: list[Cell], share: float) -> None:
    """Whichever most of them share."""
    assert share_aligned(cells) == pytest.approx(share)


def test_columns_are_the_stretches_that_cells_stand_in() -> None:
    """What overlaps is one column."""
    rows = [[cell(10, 50), cell(100, 150)], [cell(12, 60), cell(95, 140)]]
    assert np.array(columns_of(rows)).tolist() == [[10, 60], [95, 150]]
