"""The types of plain data hold exactly the keys that are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NotRequired, get_args, get_origin, get_type_hints

import pytest

from auditor.batch.row import Entry, row_of
from auditor.comparison.versions import compare
from auditor.records import Place, Reach, VerdictName
from auditor.report.view import view_of
from auditor.report.views.audit import (
    CountsView,
    CriterionView,
    DocumentView,
    NearMissView,
    StatementView,
)
from auditor.report.views.batch import RowView
from auditor.report.views.comparison import ComparisonView
from auditor.report.views.plain import Plain
from auditor.report.views.reviews import Choice, ReviewsView
from auditor.rules.rubric import Rubric
from tests.builders import rich_audit, rubric, rules
from tests.report.reviewed import reviewed_view

RICH = view_of(rich_audit(), rules())
MADE: list[tuple[type, Mapping[str, object]]] = [
    (DocumentView, RICH["document"]),
    (StatementView, RICH["statements"][0]),
    (CriterionView, RICH["criteria"][0]),
    (NearMissView, RICH["near_misses"][0]),
    (CountsView, RICH["counts"]),
    (RowView, Entry(1, "plan.pdf", (), row_of(rich_audit())).view()),
    (ComparisonView, compare(RICH, RICH, rules())),
    (ReviewsView, reviewed_view()["reviews"]),
]


@pytest.mark.parametrize(("kind", "made"), MADE, ids=lambda one: getattr(one, "__name__", ""))
def test_no_key_is_missing_and_none_is_unknown(kind: type, made: Plain) -> None:
    """What may be left out may; everything else stands there."""
    hints = get_type_hints(kind, include_extras=True)
    required = {key for key, hint in hints.items() if get_origin(hint) is not NotRequired}
    assert required <= set(made) <= set(hints)


@pytest.mark.parametrize(
    ("literal", "listed"),
    [
        (Reach, lambda r: [one.id for one in r.reach]),
        (Place, lambda r: [one.id for one in r.place]),
        (VerdictName, lambda r: [*(one.id for one in r.verdict), r.cannot_tell.id]),
    ],
    ids=["reach", "place", "verdict"],
)
def test_the_rubric_names_every_label(
    literal: object, listed: Callable[[Rubric], list[str]]
) -> None:
    """A label that the data may hold has a name that a reader sees."""
    known: Rubric = rubric()
    assert sorted(get_args(literal)) == sorted(listed(known))


def test_choices_are_those_of_a_review_sheet() -> None:
    """The data and the sheet speak of the same decisions."""
    from auditor.review.decisions import CHOICES

    assert get_args(Choice) == CHOICES
