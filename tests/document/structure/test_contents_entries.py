"""Entries of a contents list, gathered into runs."""

from __future__ import annotations

import pytest

from auditor.document.structure.contents_entries import Entry, gather_runs


def entry(
    page: int,
    top: float,
    *,
    left: float = 50,
    edge: float = 500,
    leader: bool = False,
    gap: float = 0,
) -> Entry:
    """Make an entry of one line, 10 points high."""
    return Entry((0,), page, left, (edge - 10, edge), top, 10, leader, gap)


CASES = [
    pytest.param([entry(3, 100), entry(7, 114), entry(9, 128)], [3], id="rising numbers"),
    pytest.param([entry(3, 100), entry(2, 114)], [1, 1], id="a number falls"),
    pytest.param([entry(3, 100), entry(7, 200)], [1, 1], id="far below"),
    pytest.param([entry(3, 100), entry(7, 114, edge=300)], [1, 1], id="another edge"),
    pytest.param(
        [entry(3, 100, leader=True), entry(7, 114, edge=300, leader=True)], [2], id="leaders"
    ),
    pytest.param([entry(3, 100, gap=20), entry(7, 114, edge=300, gap=20)], [2], id="even gaps"),
    pytest.param([entry(3, 100, gap=3), entry(7, 114, edge=300, gap=3)], [1, 1], id="spaces"),
    pytest.param([entry(3, 100), entry(7, 114, left=200)], [1, 1], id="another column"),
]


@pytest.mark.parametrize(("entries", "lengths"), CASES)
def test_entries_are_one_list_where_they_go_on_below_each_other(
    entries: list[Entry], lengths: list[int]
) -> None:
    """In one column, numbers on one edge and rising."""
    assert [len(run) for run in gather_runs(entries, lambda a, b: 0)] == lengths


def test_lines_between_two_entries_end_a_list() -> None:
    """A few may stand there."""
    entries = [entry(3, 100), entry(7, 114)]
    assert len(gather_runs(entries, lambda a, b: 4)) == 2
    assert len(gather_runs(entries, lambda a, b: 3)) == 1
