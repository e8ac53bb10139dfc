"""The second reading of the same evidence."""

from __future__ import annotations

from auditor.report.story.equiframe import Answered, crosswalk


def test_an_index_shows_what_it_divides() -> None:
    """Coverage counts concepts touched, quality those with an action, over all or those asked."""
    read = crosswalk(
        [
            Answered("A", "a", 0),
            Answered("B", "b", 1),
            Answered("B", "c", 4),
            Answered("C", "d", None),
        ],
        ["A", "B", "C", "D"],
    )
    assert (read.coverage.numerator, read.coverage.denominator) == (1, 4)
    assert (read.quality_asked.numerator, read.quality_asked.denominator) == (1, 2)
    assert [concept.level for concept in read.concepts] == [0, 4, None, None]


def test_an_index_of_nothing_has_no_share() -> None:
    """Where nothing was asked there is no percentage."""
    assert crosswalk([], ["A"]).coverage_asked.percent is None
