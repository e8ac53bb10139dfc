"""A site of a thousand documents in a browser: quick, accessible, printable, and quite alone."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.batch.outputs import write_tables
from auditor.batch.tables.publication import Wanted, publish
from auditor.batch.tables.series import tell_series
from auditor.rules import Rules
from tests.batch.made import bases, write_country

pytestmark = pytest.mark.full

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MOST_SECONDS = 60
"""For a thousand documents: series, tables and site."""
MOST_BYTES = 1_000_000
"""Of the page that one comes to first."""
MOST_MILLISECONDS = 100
"""For a search in it, layout included."""
SEARCH = """(words) => {
  const search = document.querySelector("#search");
  const begin = performance.now();
  search.value = words;
  search.dispatchEvent(new Event("input"));
  document.body.offsetHeight;
  return performance.now() - begin;
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser without a network."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not Path(CHROMIUM).exists():
        pytest.skip("needs chromium")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


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
    """Each search, the whole table searched and laid out, takes under a tenth of a second."""
    tab = browser.new_page()
    tab.goto(kinds_of_page(built[0])["index"].as_uri())
    times = [tab.evaluate(SEARCH, words) for words in ("kelder", "", "2019", "südmark", "")]
    assert sorted(times)[2] < MOST_MILLISECONDS, times
    tab.evaluate(SEARCH, "kelderby")
    assert "that fit, out of 1000" in tab.locator(".count").text_content()
    names = tab.locator(".documents tbody th").all_text_contents()
    assert names and all("Kelderby" in name for name in names)
    tab.close()


@pytest.mark.parametrize("kind", ["index", "document", "question", "series", "method", "data"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_and_alone(
    built: tuple[Path, float], browser: Any, kind: str, scheme: str
) -> None:
    """axe-core finds nothing, no request leaves the folder, and the console is silent."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    site = built[0]
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    tab = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(kinds_of_page(site)[kind].as_uri())
    own = site.as_uri() + "/"
    # looked at first: axe itself asks for the style sheet once more, which a folder refuses
    assert [url for url in asked if not url.startswith(own)] == []
    assert said == []
    found = axe.Axe().run(tab).response["violations"]
    context.close()
    assert [(each["id"], each["nodes"][0]["html"][:120]) for each in found] == []


@pytest.mark.parametrize("kind", ["index", "document", "question", "series", "method", "data"])
def test_style_and_script_work_under_the_policy(
    built: tuple[Path, float], browser: Any, kind: str
) -> None:
    """Opened from a folder, the pages' own policy lets their style sheet and script through."""
    tab = browser.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(kinds_of_page(built[0])[kind].as_uri())
    family = tab.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert "Charter" in family and said == []
    if kind == "index":
        assert tab.locator("#search").is_visible()
    tab.close()


@pytest.mark.parametrize("kind", ["index", "document", "question", "series", "method", "data"])
def test_a_telephone_shows_all(built: tuple[Path, float], browser: Any, kind: str) -> None:
    """At 320 pixels every section is there and the page never scrolls sideways."""
    tab = browser.new_page(viewport={"width": 320, "height": 700})
    tab.goto(kinds_of_page(built[0])[kind].as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    sections = tab.locator("main > section")
    assert all(sections.nth(place).is_visible() for place in range(sections.count()))
    tab.close()


def test_everything_is_reached_by_keyboard(built: tuple[Path, float], browser: Any) -> None:
    """Tab reaches the skip link first, then search, filters, heads and rows; the focus is seen."""
    tab = browser.new_page()
    tab.goto(kinds_of_page(built[0])["index"].as_uri())
    reached: list[str] = []
    for _ in range(60):
        tab.keyboard.press("Tab")
        focus = "document.activeElement"
        name = tab.evaluate(f"{focus}.id || {focus}.className || {focus}.tagName")
        reached.append(name)
        if name not in ("scroll", "side", "BODY"):
            style = tab.evaluate(f"getComputedStyle({focus}).outlineStyle")
            assert style != "none", name
    assert reached[0] == "skip"
    assert {"search", "verdict", "checked", "reset", "BUTTON", "A"} <= set(reached)
    tab.locator("#search").focus()
    tab.keyboard.type("merby")
    assert "that fit" in tab.locator(".count").text_content()
    tab.close()


def test_answers_are_counted_by_any_column(built: tuple[Path, float], browser: Any) -> None:
    """One table at a time, chosen from a list; without a script all of them."""
    tab = browser.new_page()
    tab.goto(kinds_of_page(built[0])["index"].as_uri())
    choices = tab.locator("#group option").all_text_contents()
    assert "country" in choices and "place" in choices
    for choice in choices:
        tab.select_option("#group", label=choice)
        shown = tab.locator("[data-group]:visible caption").all_text_contents()
        assert shown == [choice]
    tab.close()
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(kinds_of_page(built[0])["index"].as_uri())
    assert plain.locator("[data-group]:visible").count() == len(choices)
    assert plain.locator(".documents tbody tr").count() == 1000
    context.close()


def test_paper_gets_every_row(built: tuple[Path, float], browser: Any, tmp_path: Path) -> None:
    """Printed, the index has all thousand documents, and no page is lost to the scrolling box."""
    import pypdfium2

    tab = browser.new_page()
    tab.goto(kinds_of_page(built[0])["index"].as_uri())
    tab.pdf(path=str(tmp_path / "print.pdf"), prefer_css_page_size=True)
    tab.close()
    document = pypdfium2.PdfDocument(tmp_path / "print.pdf")
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    pages = len(document)
    document.close()
    numbers = {found[0] for line in text.splitlines() if (found := re.match(r"\d+", line))}
    assert {"1", "500", "1000"} <= numbers
    assert 20 < pages < 120
