"""The comparison page: what it counts, what it says it is not, and how it behaves in a browser."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import invented
import pytest

from auditor.batch.row import Entry, Row
from auditor.report.web.batch_page import find_year, overview_of, render_batch_page
from auditor.rules.rubric import Rubric
from tests.browser import cost, expect, opened, printed, violations, width_of

TOOL = {"name": "auditor", "version": "1.0.0", "rubric": "1.0.0", "lexicons": "sha256:" + "ab" * 32}


def _page(entries: tuple[Entry, ...], rubric: Rubric) -> str:
    return render_batch_page([entry.view() for entry in entries], rubric, TOOL).decode()


@pytest.fixture(scope="module")
def page(rubric: Rubric) -> str:
    """A page of sixteen documents, one of them not audited."""
    return _page(invented.entries(16, rubric), rubric)


def test_rows_stand_in_the_order_given(page: str) -> None:
    """The table opens in the order of the manifest, and says that it is no ranking."""
    numbers = re.findall(r"<tr(?: class=\"no\")?><td>(\d+)</td>", page.split('class="gaps"')[0])
    assert numbers == [str(number) for number in range(1, 17)]
    assert "not a ranking" in page


def test_the_style_sheet_is_as_it_is_written(page: str) -> None:
    """Quotation marks in it are not escaped as if they were text of the page."""
    sheet = page.split("<style>")[1].split("</style>")[0]
    assert 'content: " ↕"' in sheet and "&#34;" not in sheet


def test_overview_counts_add_up(rubric: Rubric) -> None:
    """Verdicts, levels and years count each audited document once."""
    views = [entry.view() for entry in invented.entries(60, rubric)]
    overview = overview_of(views, rubric)
    audited = len(overview.audited)
    assert sum(count for _, count in overview.verdicts) == audited
    assert all(spread.total + spread.not_applicable == audited for spread in overview.spreads)
    assert sum(sum(counts) for _, counts in overview.years) == audited
    assert sum(overview.outcomes.values()) == 60


def test_nothing_is_fetched_and_nothing_foreign_runs(page: str) -> None:
    """The policy names the page's own style and script by their hashes, and nothing else."""
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    allowed = policy[1].replace("&#39;", "'")
    assert allowed.startswith("default-src 'none'")
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert content is not None
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in allowed
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)
    assert " style=" not in page


def test_titles_are_escaped(rubric: Rubric) -> None:
    """A title, a column or a reason with markup in it is shown, not run."""
    evil = "<img src=x onerror=alert(1)>"
    entries = (
        Entry(1, evil, ((evil, evil),), Row("audited", title=evil, verdict="absent", name=evil)),
        Entry(2, "b", ((evil, "b"),), Row("failed", evil, evil)),
    )
    assert "<img" not in _page(entries, rubric)


def test_failures_are_told_with_remedy(rubric: Rubric) -> None:
    """What was not audited stands in the table and in a list with reason and remedy."""
    entries = (
        Entry(1, "a.pdf", (), Row("failed", "crashed the worker", "Save it again.")),
        Entry(2, "b.pdf", (), Row("duplicate"), 1),
    )
    page = _page(entries, rubric)
    assert "crashed the worker" in page
    assert "Save it again." in page
    assert "Same file as no. 1" in page
    assert "no silence" not in page
    assert "That is not the same as silence about babies" in page


def test_exclusion_is_told_from_silence(rubric: Rubric) -> None:
    """A level of 0 that comes from leaving babies out is marked, in words too."""
    levels = tuple((each.id, 0) for each in rubric.criteria)
    row = Row("audited", verdict="excluded", levels=levels, excluding=("access",))
    page = _page((Entry(1, "a.pdf", (), row),), rubric)
    assert page.count('class="l0 ex">0<span class="out"> leaves babies out') == 1


def test_columns_of_few_values_can_be_chosen_from(rubric: Rubric) -> None:
    """Each column of the manifest with few values has a list to filter by; addresses have none."""
    views = [entry.view() for entry in invented.entries(60, rubric)]
    assert [choice.name for choice in overview_of(views, rubric).choices] == [
        "country",
        "year",
        "kind",
    ]


@pytest.mark.parametrize(
    ("columns", "year"),
    [
        ({"year": "2021"}, "2021"),
        ({"Published": "3 May 2019"}, "2019"),
        ({"date": "2018-04-01", "title": "2030 vision"}, "2018"),
        ({"title": "2030"}, ""),
        ({"year": "n/a"}, ""),
        ({}, ""),
    ],
)
def test_year_comes_from_its_column(columns: dict[str, str], year: str) -> None:
    """The year is the manifest's, never guessed from a title."""
    assert find_year(columns) == year


def test_large_batch_is_cut_and_says_so(rubric: Rubric, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what a page can hold the figures count all, and the table says what it leaves out."""
    monkeypatch.setattr("auditor.report.web.batch_page.MOST_ROWS", 10)
    page = _page(invented.entries(30, rubric), rubric)
    assert "The first 10 of 30 are listed here" in page
    assert "plans/11.pdf" not in page


@pytest.fixture(scope="module")
def thousand(rubric: Rubric, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of a thousand documents, on disk."""
    path = tmp_path_factory.mktemp("page") / "comparison.html"
    path.write_text(_page(invented.entries(1000, rubric), rubric), encoding="utf-8")
    return path


CELLS = "[...document.querySelectorAll('.documents tbody tr > :nth-child(COLUMN)')].map(e => WORDS)"
SORT = """(column) => {
  document.querySelectorAll(".documents thead th")[column].querySelector("button").click();
  document.body.offsetHeight;
}"""
FILTER = """(words) => {
  const search = document.querySelector("#search");
  search.value = words;
  search.dispatchEvent(new Event("input"));
  document.body.offsetHeight;
}"""


@pytest.mark.full
def test_sorts_and_filters_a_thousand_at_once(browser: Any, thousand: Path) -> None:
    """Sorting or filtering a thousand rows takes under a tenth of a second, layout included."""
    times: dict[str, list[float]] = {"sort": [], "filter": [], "all": []}
    with opened(browser, thousand) as tab:
        for column in (0, 1, 2, 5, 6, 8, 12):
            times["sort"].append(cost(tab.page, SORT, column))
            times["filter"].append(cost(tab.page, FILTER, "kelder"))
            times["all"].append(cost(tab.page, FILTER, ""))
        assert not tab.said
    for act, each in times.items():
        assert sorted(each)[len(each) // 2] < 100, (act, times)


@pytest.mark.full
def test_order_given_comes_back(browser: Any, thousand: Path) -> None:
    """The head of a column sorts up, then down, then gives back the order of the input."""
    with opened(browser, thousand) as tab:
        numbers = CELLS.replace("COLUMN", "1").replace("WORDS", "+e.textContent")
        orders = [tab.page.evaluate(numbers)]
        head = tab.page.locator(".documents thead th", has_text="Score")
        for state in ("ascending", "descending", "none"):
            head.locator("button").click()
            expect(head).to_have_attribute("aria-sort", state)
            orders.append(tab.page.evaluate(numbers))
        assert orders[0] == orders[3] == list(range(1, 51))
        assert len({tuple(order) for order in orders}) == 3
        tab.page.select_option("#choice-1", "Kelderby")
        expect(tab.page.locator(".count")).to_contain_text("that fit, out of 1000")
        places = tab.page.evaluate(CELLS.replace("COLUMN", "3").replace("WORDS", "e.textContent"))
        assert set(places) == {"Kelderby"}


@pytest.mark.full
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_is_accessible(browser: Any, rubric: Rubric, tmp_path: Path, scheme: str) -> None:
    """axe-core finds nothing wrong with the page, light or dark."""
    path = tmp_path / "comparison.html"
    path.write_text(_page(invented.entries(40, rubric), rubric), encoding="utf-8")
    with opened(browser, path, bypass_csp=True, color_scheme=scheme) as tab:
        assert violations(tab.page) == []


@pytest.mark.full
def test_page_prints_every_row(browser: Any, thousand: Path, tmp_path: Path) -> None:
    """Paper gets all thousand rows, under their heads on each sheet, though the screen lays out fifty."""
    with opened(browser, thousand) as tab:
        text, pages = printed(tab.page, tmp_path / "print.pdf")
    assert "999.pdf" in text
    assert "plans/" not in text
    assert 20 < pages < 100
    rows = [sheet for sheet in text.split("\f") if re.search(r"(?:[0-4–]\s*){14}", sheet)]
    assert len(rows) > 15 and all("(range)" in sheet for sheet in rows)


@pytest.mark.full
@pytest.mark.parametrize("width", [320, 375, 640, 735, 737])
def test_narrow_screens_show_the_page(browser: Any, thousand: Path, width: int) -> None:
    """On a telephone all sections are there, and the page itself never scrolls sideways."""
    with opened(browser, thousand, viewport={"width": width, "height": 800}) as tab:
        sections = tab.page.locator("main > section")
        assert sections.count() >= 4
        for index in range(sections.count()):
            assert sections.nth(index).is_visible()
        assert width_of(tab.page) <= width
