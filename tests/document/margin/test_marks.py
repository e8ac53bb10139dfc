"""What is written into a margin."""

from __future__ import annotations

import pytest

from auditor.document.margin.marks import Side, Suggestion


@pytest.mark.parametrize(("side", "span"), [("before", (5, 6)), ("after", (4, 5))])
def test_words_stand_beside_a_character(side: Side, span: tuple[int, int]) -> None:
    """The one at the place, or the one that ends there."""
    assert Suggestion(5, "and babies", side).neighbour == span
