"""Plans after plans: in their order, each question with its fate, each promise with what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.batch.row import Entry, Row, row_of
from auditor.batch.tables.series import find_series, steps_table, tell_series
from auditor.records import Audit
from auditor.report.data.audit_json import render_json
from auditor.report.view import view_of
from auditor.report.views.series import SeriesView
from tests.builders import audit, explicit, rules

TEAM = "We will open a clinic for babies and their parents in every town."
VISIT = "Every family with a new baby will be visited by the home team."


def entry(number: int, one: Audit, folder: Path, **columns: str) -> Entry:
    """One document of a series, its audit written."""
    output = f"audits/{number}.json"
    (folder / "audits").mkdir(exist_ok=True)
    written = render_json(view_of(one, rules()))
    (folder / output).write_bytes(written if isinstance(written, bytes) else written.encode())
    row = row_of(one, (output,))
    return Entry(number, f"{number}.pdf", tuple(columns.items()), row)


def plan(*promises: tuple[str, int]) -> Audit:
    """A plan of promises with their strength."""
    return audit(
        [explicit(text, strength=strength, criteria=("access",)) for text, strength in promises]
    )


def told(folder: Path, *entries: Entry) -> list[SeriesView]:
    """Tell the series."""
    return list(tell_series(entries, folder, rules()))


def test_versions_stand_by_year_whatever_the_order_given(tmp_path: Path) -> None:
    """The manifest may list the newest first."""
    new = entry(1, plan((TEAM, 3)), tmp_path, series="Kent", year="2024")
    old = entry(2, plan((TEAM, 1)), tmp_path, series="Kent", year="2019")
    (series,) = told(tmp_path, new, old)
    assert [one["number"] for one in series["versions"]] == [2, 1]
    assert series["steps"][0]["gained"] == ["access"]


@pytest.mark.parametrize(
    ("before", "after", "fate"),
    [(1, 3, "gained"), (3, 1, "lost"), (2, 2, "stalled"), (3, 3, "kept")],
)
def test_each_question_has_one_fate(tmp_path: Path, before: int, after: int, fate: str) -> None:
    """Gained, lost, stalled or kept; the questions that nobody answers are silent."""
    (series,) = told(
        tmp_path,
        entry(1, plan((TEAM, before)), tmp_path, series="Kent", year="2019"),
        entry(2, plan((TEAM, after)), tmp_path, series="Kent", year="2024"),
    )
    step = series["steps"][0]
    assert step[fate] == ["access"]
    assert len(step["silent"]) == 15


def test_a_report_on_progress_is_held_against_the_plan(tmp_path: Path) -> None:
    """Each promise: gone further, repeated, or not told of; a mention is no promise."""
    mention = "Babies are mentioned here and nothing more is said of them at all."
    third = "A training course about infants will be given to all midwives of the county."
    (series,) = told(
        tmp_path,
        entry(
            1,
            plan((TEAM, 3), (VISIT, 3), (third, 3), (mention, 1)),
            tmp_path,
            series="K",
            year="2019",
        ),
        entry(
            2,
            plan((TEAM, 4), (VISIT, 3)),
            tmp_path,
            series="K",
            year="2020",
            role="Progress report",
        ),
        entry(3, plan((TEAM, 3)), tmp_path, series="K", year="2024"),
    )
    progress, version = series["steps"]
    assert (progress["kind"], version["kind"]) == ("progress", "version")
    assert (version["old"], version["new"]) == (1, 3)
    fates = {one["statement"]["text"]: one["fate"] for one in progress["promises"]}
    assert fates == {TEAM: "further", VISIT: "repeated", third: "untold"}


@pytest.mark.parametrize(
    "columns",
    [
        ({"series": "Kent", "year": "2019"},),
        ({"series": "Kent", "year": "2019"}, {"series": "", "year": "2020"}),
        ({"series": "Kent", "year": "2019"}, {"series": "Kent", "year": "soon"}),
    ],
    ids=["alone", "without a series", "without a year"],
)
def test_one_document_is_no_series(tmp_path: Path, columns: tuple[dict[str, str], ...]) -> None:
    """What cannot be put in an order is not compared."""
    entries = [
        entry(number, plan((TEAM, 3)), tmp_path, **each)
        for number, each in enumerate(columns, start=1)
    ]
    assert find_series(entries) == {}


def test_documents_without_an_audit_are_left_out() -> None:
    """A version that could not be read is no silence."""
    failed = Entry(1, "1.pdf", (("series", "K"), ("year", "2019")), Row("failed"))
    assert find_series([failed, failed]) == {}


def test_the_table_has_a_row_a_step(tmp_path: Path) -> None:
    """Questions by id, promises counted where there is a report on progress."""
    entries = (
        entry(1, plan((TEAM, 3), (VISIT, 3)), tmp_path, series="K", year="2019"),
        entry(2, plan((TEAM, 4)), tmp_path, series="K", year="2020", role="progress"),
    )
    (row,) = steps_table(told(tmp_path, *entries), {one.number: one for one in entries})
    assert (row["step"], row["gained"], row["old_year"], row["new_year"]) == (
        "progress",
        "access",
        "2019",
        "2020",
    )
    assert (row["promises"], row["promises_further"], row["promises_untold"]) == (2, 1, 1)
