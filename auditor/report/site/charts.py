"""The geometry of a site's charts, in the units of their drawings; words stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.report.site.board import YearShare
from auditor.report.views.batch import RowView
from auditor.report.views.series import SeriesView, VersionRowView
from auditor.rules.rubric import Rubric

WIDTH, HEIGHT = 120.0, 48.0
"""Of a small chart."""
EDGE = 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A year's bar: where it stands, how high the two shares are."""

    x: float
    width: float
    spoken: float
    committed: float
    year: str


def bars(shares: Sequence[YearShare]) -> tuple[Bar, ...]:
    """Draw the share of each year's documents that answer a question, as bars on one base line."""
    step = WIDTH / max(len(shares), 1)
    width = min(0.7 * step, 14.0)
    return tuple(
        Bar(
            round(step * place + (step - width) / 2, 2),
            round(width, 2),
            _height(one.spoken, one.total),
            _height(one.committed, one.total),
            one.year,
        )
        for place, one in enumerate(shares)
    )


def _height(count: int, total: int) -> float:
    return round(HEIGHT * count / total, 2) if total else 0.0


@dataclass(frozen=True, slots=True)
class Point:
    """A document of a series: its year and how far it goes."""

    x: float
    y: float
    low: float
    """Where the range of doubt ends below; `high` above."""
    high: float
    year: str
    number: int
    verdict: str
    is_progress: bool
    is_open: bool
    """True where the auditor cannot tell: no height is drawn."""


@dataclass(frozen=True, slots=True)
class Line:
    """A series as a line over the years."""

    points: tuple[Point, ...]
    path: str
    """The line through the plans; reports on progress stand beside it."""


def rungs_of(rubric: Rubric) -> dict[str, int]:
    """Return the step of each answer: 0 for silence of any kind, then one a strength."""
    return {rule.id: rule.strength or 0 for rule in rubric.verdict}


def line(series: SeriesView, rows: dict[int, RowView], rubric: Rubric) -> Line:
    """Draw a series: years to the right in their distance, further answers higher."""
    rungs = rungs_of(rubric)
    years = [int(one["year"]) for one in series["versions"]]
    first, span = min(years), max(max(years) - min(years), 1)
    points = tuple(
        _point(one, (year - first) / span, rows[one["number"]], rungs)
        for one, year in zip(series["versions"], years, strict=True)
    )
    drawn = [f"{one.x},{one.y}" for one in points if not one.is_progress and not one.is_open]
    return Line(points, " ".join(drawn))


def _point(version: VersionRowView, share: float, row: RowView, rungs: dict[str, int]) -> Point:
    verdict, doubt = row["verdict"], row["verdict_range"]
    low, high = (_level(doubt[end] or verdict, rungs) for end in ("low", "high"))
    return Point(
        x=round(EDGE + share * (WIDTH - 2 * EDGE), 2),
        y=_level(verdict, rungs),
        low=low,
        high=high,
        year=version["year"],
        number=version["number"],
        verdict=verdict,
        is_progress=version["is_progress"],
        is_open=verdict not in rungs,
    )


def _level(verdict: str, rungs: dict[str, int]) -> float:
    most = max(rungs.values())
    return round(HEIGHT - EDGE - rungs.get(verdict, 0) / most * (HEIGHT - 2 * EDGE), 2)
