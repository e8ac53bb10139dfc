"""The geometry of a site's charts."""

from __future__ import annotations

from auditor.report.site.board import YearShare
from auditor.report.site.charts import HEIGHT, WIDTH, bars, line, rungs_of
from tests.builders import rubric
from tests.report.site.conftest import Country


def test_bars_are_as_high_as_their_shares() -> None:
    """Half of a year's documents is half of the height; a year without any has no bar."""
    drawn = bars((YearShare("2020", 4, 2, 1), YearShare("2021", 0, 0, 0)))
    assert [(one.spoken, one.committed) for one in drawn] == [(HEIGHT / 2, HEIGHT / 4), (0, 0)]
    assert all(one.x >= 0 and one.x + one.width <= WIDTH for one in drawn)


def test_every_silence_is_the_lowest_rung() -> None:
    """Absent, nominal and excluded stand on the same line, below a mention."""
    rungs = rungs_of(rubric())
    assert rungs["absent"] == rungs["nominal"] == rungs["excluded"] == 0
    assert 0 < rungs["mentioned"] < rungs["explained"] < rungs["committed"] < rungs["measured"]


def test_a_line_goes_up_with_the_answer(country: Country) -> None:
    """Further answers are drawn higher, later years further to the right, within the picture."""
    rows = {row["number"]: row for row in country.board.rows}
    rungs = rungs_of(rubric())
    for series in country.board.series:
        drawn = line(series, rows, rubric())
        assert [one.x for one in drawn.points] == sorted(one.x for one in drawn.points)
        for one in drawn.points:
            assert 0 <= one.x <= WIDTH and 0 <= one.y <= HEIGHT
        by_height = sorted(drawn.points, key=lambda one: -one.y)
        steps = [rungs[one.verdict] for one in by_height]
        assert steps == sorted(steps)


def test_progress_reports_stand_beside_the_line(country: Country) -> None:
    """The line goes through plans only."""
    rows = {row["number"]: row for row in country.board.rows}
    for series in country.board.series:
        drawn = line(series, rows, rubric())
        plans = [one for one in drawn.points if not one.is_progress and not one.is_open]
        assert len(drawn.path.split()) == len(plans)
