"""What a site tells of all its documents together: tallies with ranges, by column and by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.views.batch import RowView
from auditor.report.views.sample import ErrorView
from auditor.report.views.series import SeriesView
from auditor.report.web.batch_page import Overview, by_year, overview_of
from auditor.rules.card import Card
from auditor.rules.rubric import Criterion, Rubric

COMMITTED = 3
"""The level from which a question has a commitment."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many documents have an answer, and how many may have it."""

    verdict: str
    count: int
    low: int
    """Documents of which no other answer is likely."""
    high: int
    """Documents of which this answer is likely, whatever the likeliest is."""


@dataclass(frozen=True, slots=True)
class Group:
    """The documents with one value in a column of the manifest."""

    value: str
    counts: tuple[int, ...]
    """Documents by answer, in the order of the board."""
    checked: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class YearShare:
    """How many of a year's documents answer a question."""

    year: str
    total: int
    """Documents to which the question applies."""
    spoken: int
    """Documents that answer it at any level above 0."""
    committed: int
    """Documents that answer it with a commitment."""


@dataclass(frozen=True, slots=True)
class Board:
    """A site's documents, and all that is said of them together."""

    rows: tuple[RowView, ...]
    overview: Overview
    rubric: Rubric
    tool: Mapping[str, str]
    imprint: Imprint = PLAIN
    card: Card | None = None
    series: tuple[SeriesView, ...] = ()
    error: ErrorView | None = None
    """What people found when they checked a sample."""
    left_out: int = 0
    """Audited documents that are not shown because no person has checked them."""
    is_ranked: bool = False
    """Whether scores are shown, to sort by."""
    slugs: Mapping[int, str] = field(default_factory=dict)
    """The name of each document's page, by its number."""

    @property
    def checked(self) -> int:
        """Documents whose answer people have checked."""
        return sum(row["checked"] for row in self.overview.audited)

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """How many documents have each answer, from the strongest down."""
        audited = self.overview.audited
        return tuple(
            Tally(
                verdict,
                count,
                sum(self._span(row) == range(place, place + 1) for row in audited),
                sum(place in self._span(row) for row in audited),
            )
            for place, (verdict, count) in enumerate(self.overview.verdicts)
        )

    def _span(self, row: RowView) -> range:
        """Return the places of the answers that are likely of a document, of all in order."""
        places = {verdict: place for place, (verdict, _) in enumerate(self.overview.verdicts)}
        here = places[row["verdict"]]
        ends = (places.get(row["verdict_range"][end], here) for end in ("low", "high"))
        low, high = sorted(ends)
        return range(min(low, here), max(high, here) + 1)

    def groups(self, column: str) -> tuple[Group, ...]:
        """Count answers by the values of a column of the manifest."""
        found: dict[str, list[RowView]] = {}
        for row in self.overview.audited:
            found.setdefault(row["columns"].get(column, "") or "–", []).append(row)
        return tuple(self._group(value, found[value]) for value in sorted(found))

    def _group(self, value: str, rows: Sequence[RowView]) -> Group:
        verdicts = [row["verdict"] for row in rows]
        counts = tuple(verdicts.count(name) for name, _ in self.overview.verdicts)
        return Group(value, counts, sum(row["checked"] for row in rows))

    def by_year(self, criterion: Criterion) -> tuple[YearShare, ...]:
        """Count the answers to a question by year; empty where there is but one year."""
        years = by_year(self.overview.audited)
        if len(years) < 2:
            return ()
        return tuple(_share(year, rows, criterion.id) for year, rows in years.items())

    def title(self) -> str:
        """The title of the site: a person's, else what it is."""
        return self.imprint.title or "What documents say about babies’ mental health"


def _share(year: str, rows: Sequence[RowView], criterion: str) -> YearShare:
    levels = [level for row in rows if (level := row["levels"].get(criterion)) is not None]
    spoken = sum(level > 0 for level in levels)
    return YearShare(year, len(levels), spoken, sum(level >= COMMITTED for level in levels))


def make_board(rows: Sequence[RowView], rubric: Rubric, tool: Mapping[str, str]) -> Board:
    """Count what a site tells of all documents together."""
    return Board(
        tuple(rows),
        overview_of(rows, rubric),
        rubric,
        tool,
        slugs={row["number"]: slug for row in rows if (slug := slug_of(row))},
    )


def slug_of(row: RowView) -> str:
    """Return the name of a document's page: that of its audit; "" where it has none."""
    audits = (each for each in row["outputs"] if each.startswith("audits/"))
    return next((each.removeprefix("audits/").removesuffix(".json") for each in audits), "")
