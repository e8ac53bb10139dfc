"""Statements laid side by side: the same words first, then the most similar."""

from __future__ import annotations

import pytest

from auditor.comparison.alignment import align, counting, plain_words, worth
from auditor.records import Statement
from auditor.report.view import view_of
from tests.builders import audit, excluded, explicit, rules, statement


@pytest.mark.parametrize(
    ("one", "value"),
    [
        pytest.param(excluded(), -1.0, id="left out"),
        pytest.param(statement("Teenagers.", reach="older"), 0.0, id="silence"),
        pytest.param(statement("For all ages.", reach="nominal"), 0.5, id="a range"),
        pytest.param(explicit("Babies eat.", topic="other", strength=3), 0.75, id="other"),
        pytest.param(explicit("Babies feel.", strength=3), 3.0, id="as strong as it goes"),
    ],
)
def test_statements_are_ordered_by_what_they_are_worth_to_babies(
    one: Statement, value: float
) -> None:
    """An exclusion is below silence, a range above it."""
    assert worth(view_of(audit([one]), rules())["statements"][0]) == value


def test_typography_makes_no_difference_and_repeats_do_not_count() -> None:
    """Words alone are compared."""
    said = [explicit("Babies’ needs – first!"), explicit("Babies’ needs – first!")]
    (one,) = counting(view_of(audit(said), rules()))
    assert plain_words(one) == "babies needs first"


def test_each_statement_is_paired_once_at_most() -> None:
    """What has no like stands alone."""
    old = counting(view_of(audit([explicit("A clinic for babies.")]), rules()))
    new = counting(
        view_of(
            audit([explicit("A clinic for babies."), explicit("A clinic for all babies.")]), rules()
        )
    )
    assert sorted((one.old is not None, one.new is not None) for one in align(old, new, 0.6)) == [
        (False, True),
        (True, True),
    ]
