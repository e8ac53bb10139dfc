"""Where the words of a page stand."""

from __future__ import annotations

import numpy as np

from auditor.document.pdf.tables.middles import Middles

PLACES = Middles(
    ["first", "in", "babies", "come"],
    np.array([(90, 100, 120, 112), (60, 114, 70, 126), (10, 100, 50, 112), (55, 101, 85, 113)]),
)


def test_words_of_a_cell_are_put_in_lines() -> None:
    """From the top, each from the left."""
    assert PLACES.in_rows([0, 1, 2, 3]) == [2, 3, 0, 1]


def test_words_stand_in_a_box_by_their_middles() -> None:
    """Their ends may stand out."""
    assert PLACES.inside((0, 90, 100, 115)).tolist() == [2, 3]
