"""A site of a thousand documents in a browser: quick, accessible, printable, and quite alone."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest

from auditor.batch.outputs import write_tables
from auditor.batch.tables.publication import Wanted, publish
from auditor.batch.tables.series import tell_series
from auditor.rules import Rules
from tests.batch.made import bases, write_country
from tests.browser import cost, expect, opened, printed, violations, width_of

pytestmark = pytest.mark.full

MOST_SECONDS = 60
"""For a thousand documents: series, tables and site."""
MOST_BYTES = 1_000_000
"""Of the page that one comes to first."""
MOST_MILLISECONDS = 100
"""For a search in it, layout included, in processor time of the page."""
SEARCH = """(words) => {
  const search = document.querySelector("#search");
  search.value = words;
  search.dispatchEvent(new Event("input"));
  document.body.offsetHeight;
}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """The site, and the processor time that it took."""
    results, site = tmp_path_factory.mktemp("results"), tmp_path_factory.mktemp("site")
    rules = Rules.read()
    bases()
    entries = write_country(results, 1000)
    begin = time.process_time()
    series = list(tell_series(entries, results, rules))
    written = write_tables(entries, results, rules, series)
    publish(entries, results, site, rules, Wanted(), series=series, tables=written.files)
    took = time.process_time() - begin
    # what a whole batch adds beside the tables
    (site / "data" / "provenance.json").write_text("{}")
    return site, took


def kinds_of_page(site: Path) -> dict[str, Path]:
    """One page of each kind."""
    document = max((site / "documents").iterdir(), key=lambda path: path.stat().st_size)
    return {
        "index": site / "index.html",
        "document": document,
        "question": site / "questions" / "access.html",
        "series": site / "series" / "001.html",
        "method": site / "method.html",
        "data": site / "data.html",
    }


def test_a_thousand_documents_are_built_in_time(built: tuple[Path, float]) -> None:
    """Under a minute, and the first page under a megabyte."""
    site, took = built
    assert took < MOST_SECONDS
    assert (site / "index.html").stat().st_size < MOST_BYTES
    assert len(list((site / "documents").iterdir())) == 980


def test_a_search_is_quick(built: tuple[Path, float], browser: Any) -> None:
    """A search, the whole table searched and laid out, takes under a tenth of a second."""
    with opened(browser, kinds_of_page(built[0])["index"]) as tab:
        page = tab.page
        times = [cost(page, SEARCH, words) for words in ("kelder", "", "2019", "südmark", "")]
        assert sorted(times)[2] < MOST_MILLISECONDS, times
        page.evaluate(SEARCH, "kelderby")
        expect(page.locator(".count")).to_contain_text("that fit, out of 1000")
        names = page.locator(".documents tbody th").all_text_contents()
        assert names and all("Kelderby" in name for name in names)


KINDS = ("index", "document", "question", "series", "method", "data")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_and_alone(
    built: tuple[Path, float], browser: Any, kind: str, scheme: str
) -> None:
    """axe-core finds nothing, no request leaves the folder, and the console is silent."""
    own = built[0].as_uri() + "/"
    file = kinds_of_page(built[0])[kind]
    with opened(browser, file, bypass_csp=True, color_scheme=scheme) as tab:
        # looked at first: axe itself asks for the style sheet once more, which a folder refuses
        assert [url for url in tab.asked if not url.startswith(own)] == []
        assert tab.said == []
        assert violations(tab.page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_style_and_script_work_under_the_policy(
    built: tuple[Path, float], browser: Any, kind: str
) -> None:
    """Opened from a folder, the pages' own policy lets their style sheet and script through."""
    with opened(browser, kinds_of_page(built[0])[kind]) as tab:
        family = tab.page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
        assert "Charter" in family and tab.said == []
        if kind == "index":
            expect(tab.page.locator("#search")).to_be_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_a_telephone_shows_all(built: tuple[Path, float], browser: Any, kind: str) -> None:
    """At 320 pixels every section is there and the page never scrolls sideways."""
    viewport = {"width": 320, "height": 700}
    with opened(browser, kinds_of_page(built[0])[kind], viewport=viewport) as tab:
        assert width_of(tab.page) <= 320
        sections = tab.page.locator("main > section")
        assert all(sections.nth(place).is_visible() for place in range(sections.count()))


def test_everything_is_reached_by_keyboard(built: tuple[Path, float], browser: Any) -> None:
    """Tab reaches the skip link first, then search, filters, heads and rows; the focus is seen."""
    with opened(browser, kinds_of_page(built[0])["index"]) as tab:
        page = tab.page
        reached: list[str] = []
        for _ in range(60):
            page.keyboard.press("Tab")
            focus = "document.activeElement"
            name = page.evaluate(f"{focus}.id || {focus}.className || {focus}.tagName")
            reached.append(name)
            if name not in ("scroll", "side", "BODY"):
                style = page.evaluate(f"getComputedStyle({focus}).outlineStyle")
                assert style != "none", name
        assert reached[0] == "skip"
        assert {"search", "verdict", "checked", "reset", "BUTTON", "A"} <= set(reached)
        page.locator("#search").focus()
        page.keyboard.type("merby")
        expect(page.locator(".count")).to_contain_text("that fit")


def test_answers_are_counted_by_any_column(built: tuple[Path, float], browser: Any) -> None:
    """One table at a time, chosen from a list; without a script all of them."""
    file = kinds_of_page(built[0])["index"]
    with opened(browser, file) as tab:
        choices = tab.page.locator("#group option").all_text_contents()
        assert "country" in choices and "place" in choices
        for choice in choices:
            tab.page.select_option("#group", label=choice)
            expect(tab.page.locator("[data-group]:visible caption")).to_have_text([choice])
    with opened(browser, file, java_script_enabled=False) as plain:
        expect(plain.page.locator("[data-group]:visible")).to_have_count(len(choices))
        expect(plain.page.locator(".documents tbody tr")).to_have_count(1000)


def test_paper_gets_every_row(built: tuple[Path, float], browser: Any, tmp_path: Path) -> None:
    """Printed, the index has all thousand documents, each sheet with the heads of their table."""
    with opened(browser, kinds_of_page(built[0])["index"]) as tab:
        text, pages = printed(tab.page, tmp_path / "print.pdf")
    written = "".join(text.split())  # the reader of the print may part a number from its name
    assert all(re.search(rf"{number}[A-Z]", written) for number in (1, 500, 1000))
    assert 20 < pages < 120
    rows = [sheet for sheet in text.split("\f") if len(re.findall(r"^\d+ ?[A-Z]", sheet, re.M)) > 5]
    assert len(rows) > 15
    assert [sheet for sheet in rows if "Checked" not in sheet] == []
