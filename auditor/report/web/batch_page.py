"""Many audits side by side as one page of HTML: sorted, filtered and printed without a server."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.report.story.names import names
from auditor.report.templating import html_environment
from auditor.report.views.batch import RowView
from auditor.report.web.html import asset, policy, style
from auditor.rules.rubric import Criterion, Rubric

_ADDRESSES = frozenset(("path", "file", "url", "source", "group"))
_YEARS = ("year", "date", "published", "publication date", "publication year")
_YEAR = re.compile(r"\b(1[89]|20|21)\d\d\b")
MOST_ROWS = 5000
"""Documents that the page lists one by one; the data files hold them all."""
_MOST_CHOICES = 60
"""Values up to which a column is filtered by a list to choose from."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How many documents reach each level of a criterion."""

    criterion: Criterion
    counts: tuple[int, ...]
    """Documents at level 0 to 4."""
    not_applicable: int

    @property
    def total(self) -> int:
        """Documents to which the criterion applies."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Choice:
    """A column of the manifest that the page filters by."""

    name: str
    place: int
    """Which of the columns shown it is, from 0."""
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page says of all documents together."""

    rows: tuple[RowView, ...]
    columns: tuple[str, ...]
    choices: tuple[Choice, ...]
    verdicts: tuple[tuple[str, int], ...]
    """Verdict and number of documents, from the strongest down."""
    years: tuple[tuple[str, tuple[int, ...]], ...]
    """Year, and documents by verdict in the same order."""
    spreads: tuple[Spread, ...]
    outcomes: Mapping[str, int]

    @property
    def listed(self) -> tuple[RowView, ...]:
        """The rows that the page lists one by one."""
        return self.rows[:MOST_ROWS]

    @property
    def audited(self) -> tuple[RowView, ...]:
        """The rows that hold an audit."""
        return tuple(row for row in self.rows if row["outcome"] == "audited")


def render_batch_page(rows: Sequence[RowView], rubric: Rubric, tool: Mapping[str, str]) -> bytes:
    """Write the comparison page of a batch.

    `rows` are the lines of the JSON Lines, in the order of the input; `tool`
    names version, rubric and word lists.
    """
    sheet, script = style() + asset("batch.css"), asset("batch.js")
    page = (
        html_environment()
        .get_template("batch.html.j2")
        .render(
            overview=overview_of(rows, rubric),
            rubric=rubric,
            names=names(rubric),
            tool=tool,
            style=sheet,
            script=script,
            policy=policy(script, sheet=sheet),
        )
    )
    return page.encode("utf-8", "replace")


def overview_of(rows: Sequence[RowView], rubric: Rubric) -> Overview:
    """Count what the page tells of all documents together."""
    audited = [row for row in rows if row["outcome"] == "audited"]
    verdicts = (*(rule.id for rule in rubric.verdict), rubric.cannot_tell.id)
    columns = tuple(
        name
        for name in dict.fromkeys(name for row in rows for name in row["columns"])
        if name.lower() not in _ADDRESSES
    )
    return Overview(
        rows=tuple(rows),
        columns=columns,
        choices=tuple(_choices(rows, columns)),
        verdicts=tuple(zip(verdicts, _by_verdict(audited, verdicts), strict=True)),
        years=_verdicts_by_year(audited, verdicts),
        spreads=tuple(_spread(audited, criterion) for criterion in rubric.criteria),
        outcomes=Counter(row["outcome"] for row in rows),
    )


def _choices(rows: Sequence[RowView], columns: tuple[str, ...]) -> list[Choice]:
    choices = []
    for place, name in enumerate(columns):
        values = sorted({row["columns"].get(name, "") for row in rows} - {""})
        if 1 < len(values) <= _MOST_CHOICES and len(values) < max(len(rows), 3):
            choices.append(Choice(name, place, tuple(values)))
    return choices


def _by_verdict(rows: Sequence[RowView], verdicts: tuple[str, ...]) -> tuple[int, ...]:
    found = Counter(row["verdict"] for row in rows)
    return tuple(found[verdict] for verdict in verdicts)


def _verdicts_by_year(
    rows: Sequence[RowView], verdicts: tuple[str, ...]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Count verdicts by the year that the manifest gives; empty where it gives none."""
    return tuple((year, _by_verdict(some, verdicts)) for year, some in by_year(rows).items())


def by_year(rows: Iterable[RowView]) -> dict[str, list[RowView]]:
    """Put the rows of each year together, the earliest first; those without one are left out."""
    years: dict[str, list[RowView]] = {}
    for row in rows:
        if year := find_year(row["columns"]):
            years.setdefault(year, []).append(row)
    return dict(sorted(years.items()))


def find_year(columns: Mapping[str, str]) -> str:
    """Find the year of a document among the columns of its manifest; "" where there is none.

    >>> find_year({"Country": "Kenya", "Year": "2019/20"}), find_year({"size": "2019"})
    ('2019', '')
    """
    by_name = {name.lower(): value for name, value in columns.items()}
    for name in _YEARS:
        if found := _YEAR.search(by_name.get(name, "")):
            return found.group()
    return ""


def _spread(rows: Sequence[RowView], criterion: Criterion) -> Spread:
    levels = [row["levels"].get(criterion.id) for row in rows]
    found = Counter(levels)
    return Spread(criterion, tuple(found[level] for level in range(5)), found[None])
