"""Numbers as a reader expects them."""

from __future__ import annotations

import pytest

from auditor.report.figures import counted, number, percent


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (0.04, "0"), (12.25, "12.2"), (99.96, "100"), (1234567, "1,234,567"), (None, "–")],
)
def test_numbers(value: float | None, written: str) -> None:
    """Thousands apart, one decimal at most, a dash for nothing."""
    assert number(value) == written


@pytest.mark.parametrize(
    ("value", "written"), [(0, "0\u00a0%"), (0.999, "100\u00a0%"), (None, "–")]
)
def test_shares(value: float | None, written: str) -> None:
    """Whole percent, kept on one line with the sign."""
    assert percent(value) == written


@pytest.mark.parametrize(("count", "said"), [(0, "no pages"), (1, "1 page"), (2, "2 pages")])
def test_counts_have_their_noun(count: int, said: str) -> None:
    """Singular, plural and none."""
    assert counted(count, "page", "pages") == said
