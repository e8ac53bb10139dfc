"""What a site counts of all its documents together."""

from __future__ import annotations

import pytest

from auditor.report.site.board import make_board, slug_of
from auditor.report.views.batch import RowView
from tests.batch.invented import entries
from tests.builders import rubric
from tests.report.site.conftest import Country

TOOL = {"name": "auditor", "version": "1", "rubric": "1", "lexicons": "sha256:ab"}


def rows(*ranges: tuple[str, str, str]) -> list[RowView]:
    """Rows with an answer, its lowest and its highest."""
    views = [one.view() for one in entries(15, rubric())][: len(ranges)]
    for view, (verdict, low, high) in zip(views, ranges, strict=True):
        view["verdict"], view["verdict_range"] = verdict, {"low": low, "high": high}
    return views


def test_a_tally_tells_how_many_there_may_be() -> None:
    """Between the documents that are surely so and those that may be so stands the count."""
    views = rows(
        ("absent", "absent", "absent"),
        ("absent", "absent", "mentioned"),
        ("mentioned", "absent", "mentioned"),
    )
    tallies = {one.verdict: one for one in make_board(views, rubric(), TOOL).tallies}
    absent, mentioned = tallies["absent"], tallies["mentioned"]
    assert (absent.low, absent.count, absent.high) == (1, 2, 3)
    assert (mentioned.low, mentioned.count, mentioned.high) == (0, 1, 2)


def test_an_answer_without_a_range_is_its_own_range() -> None:
    """A row of an earlier version says nothing of doubt; it is counted where it stands."""
    tallies = make_board(rows(("absent", "", "")), rubric(), TOOL).tallies
    assert [one.count for one in tallies if one.high] == [1]


def test_groups_count_each_document_once(country: Country) -> None:
    """By whatever column, the groups add up to the documents audited."""
    for choice in country.board.overview.choices:
        groups = country.board.groups(choice.name)
        assert sum(group.total for group in groups) == len(country.board.overview.audited)
        assert sum(group.checked for group in groups) == country.board.checked > 0


def test_years_tell_spoken_from_committed(country: Country) -> None:
    """A document that commits to a question speaks of it too."""
    for criterion in country.board.rubric.criteria:
        for share in country.board.by_year(criterion):
            assert 0 <= share.committed <= share.spoken <= share.total


def test_one_year_is_no_trend() -> None:
    """Where all documents are of one year there are no bars."""
    views = rows(("absent", "absent", "absent"), ("mentioned", "mentioned", "mentioned"))
    for view in views:
        view["columns"]["year"] = "2024"
    assert make_board(views, rubric(), TOOL).by_year(rubric().criteria[0]) == ()


@pytest.mark.parametrize(
    ("outputs", "slug"),
    [(["audits/kent-1.json", "reports/kent-1.html"], "kent-1"), ([], "")],
    ids=["audited", "failed"],
)
def test_a_page_is_named_like_its_audit(outputs: list[str], slug: str) -> None:
    """Names of audits are unique, and so are those of pages."""
    view = rows(("absent", "absent", "absent"))[0]
    view["outputs"] = outputs
    assert slug_of(view) == slug
