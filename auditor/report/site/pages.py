"""The pages of a site, each rendered from what is known of all documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from auditor.report.site import charts
from auditor.report.site.board import Board
from auditor.report.site.citation import citation
from auditor.report.site.wording_found import MOST_QUOTES, Wordings, best, by_level
from auditor.report.story.names import names
from auditor.report.story.quotes import title_of
from auditor.report.templating import html_environment
from auditor.report.views.batch import RowView
from auditor.report.views.series import SeriesView
from auditor.report.web.html import asset, style

if TYPE_CHECKING:
    from auditor.report.story.audit_story import Story
    from auditor.rules.rubric import Criterion

TITLE = "title"
"""The column of a manifest that names a document."""
POLICY = (
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What a page may use: the site's own style sheet and script, also where it is opened from a folder."""


def _render(template: str, board: Board, root: str, **values: Any) -> str:
    page = html_environment().get_template(f"site/{template}.html.j2")
    return page.render(
        board=board,
        rubric=board.rubric,
        names=names(board.rubric),
        tool=board.tool,
        root=root,
        policy=POLICY,
        shown_name=shown_name,
        **values,
    )


def shown_name(row: RowView) -> str:
    """Return what a document is called: by the manifest, else by itself, else by its file."""
    document = row["document"]
    given = next((value for name, value in row["columns"].items() if name.lower() == TITLE), "")
    return given or title_of(document["title"], document["name"]) or row["source"]


def style_sheet() -> str:
    """Put the style sheet of the site together: that of all reports, the tables', its own."""
    return "\n".join((style(), asset("batch.css"), asset("site/site.css")))


def script() -> str:
    """Put the script of the site together: the table's, which the comparison has too, and its own."""
    return "\n".join((asset("batch.js"), asset("site/site.js")))


def index_page(board: Board) -> str:
    """Render the page that one comes to first."""
    rows = {row["number"]: row for row in board.rows}
    lines = [(one, charts.line(one, rows, board.rubric)) for one in board.series]
    shares = [(one, board.by_year(one)) for one in board.rubric.criteria]
    return _render(
        "index",
        board,
        "",
        lines=lines,
        shares=[(one, years, charts.bars(years)) for one, years in shares if years],
        series_file=series_file,
    )


def document_page(board: Board, row: RowView, story: Story, files: Mapping[str, str]) -> str:
    """Render the page of one document; `files` are what there is of it besides, by name."""
    web = row["source"] if row["source"].startswith(("https://", "http://")) else ""
    series = [one for one in board.series if _has(one, row["number"])]
    return _render(
        "document",
        board,
        "../",
        row=row,
        story=story,
        files=files,
        web=web,
        series=series,
        series_file=series_file,
    )


def _has(series: SeriesView, number: int) -> bool:
    return any(one["number"] == number for one in series["versions"])


def question_page(board: Board, criterion: Criterion, wordings: Wordings) -> str:
    """Render the page of one question."""
    found = wordings.of(criterion.id)
    spread = next(one for one in board.overview.spreads if one.criterion.id == criterion.id)
    return _render(
        "question",
        board,
        "../",
        criterion=criterion,
        spread=spread,
        best=best(found),
        levels=by_level(found),
        against=wordings.against(criterion.id),
        most=MOST_QUOTES,
    )


def series_page(board: Board, series: SeriesView) -> str:
    """Render the page of one series."""
    rows = {row["number"]: row for row in board.rows}
    titles = {one.id: one.title for one in board.rubric.criteria}
    drawn = charts.line(series, rows, board.rubric)
    return _render(
        "series", board, "../", series=series, rows=rows, titles=titles, drawn=drawn, charts=charts
    )


def series_file(board: Board, series: SeriesView) -> str:
    """Return the name of a series' page: its place among all."""
    return f"series/{board.series.index(series) + 1:03}.html"


def method_page(board: Board) -> str:
    """Render the page about how it was done, and how often it errs."""
    sets = list(dict.fromkeys(one.set for one in board.card.figure)) if board.card else []
    figures = {(one.set, one.measure): one for one in board.card.figure} if board.card else {}
    measures = list(dict.fromkeys(measure for _, measure in figures))
    return _render("method", board, "", sets=sets, measures=measures, figures=figures)


def data_page(board: Board, files: Sequence[str]) -> str:
    """Render the page of downloads and of how to cite."""
    return _render("data", board, "", files=files, cited=citation(board))
