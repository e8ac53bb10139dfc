"""The script of the report: search and filter, copy, choose, save; and all of it without a script."""

from __future__ import annotations

import csv
import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.report.view import view_of
from auditor.report.web.html import render_html
from tests.builders import rich_audit, rubric, rules
from tests.report.reviewed import reviewed_view

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start the system’s browser."""
    sync_api = pytest.importorskip("playwright.sync_api")
    path = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )
    if path is None:
        pytest.skip("no chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield running
        running.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report on an audit with something of everything."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_html(view_of(rich_audit(), rules()), rubric()), "utf-8")
    return path


@pytest.fixture
def page(browser: Any, report: Path) -> Iterator[Any]:
    """Open the report; an error in the console fails the test."""
    context = browser.new_context(accept_downloads=True)
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text))
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto(report.as_uri())
    yield tab
    assert wrong == []
    context.close()


def shown(page: Any) -> list[str]:
    """The ids of the statements that are shown."""
    rows = page.locator("tr[data-reach]:not([hidden])")
    return [str(row.get_attribute("id")) for row in rows.all()]


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        pytest.param("words", "referrals", ["s0008"], id="words"),
        pytest.param("reach", "excluded", ["s0008"], id="label"),
        pytest.param("question", "access", ["s0005", "s0008"], id="question"),
        pytest.param("sure", "doubtful", ["s0007"], id="doubt"),
        pytest.param("page", "2", [], id="page"),
        pytest.param("reviewed", "yes", [], id="reviewed"),
    ],
)
def test_statements_are_filtered(page: Any, field: str, value: str, wanted: list[str]) -> None:
    """Each field leaves the statements that fit, says how many, and gives all back."""
    every = shown(page)
    control = page.locator(f"#f-{field}")
    if control.evaluate("one => one.tagName") == "SELECT":
        control.select_option(value)
    else:
        control.fill(value)
    assert shown(page) == wanted
    assert page.locator(".found").text_content().startswith(f"{len(wanted)} of {len(every)}")
    page.get_by_role("button", name="Show all").click()
    page.locator("tr[data-reach][hidden]").first.wait_for(state="detached")
    assert shown(page) == every


def test_a_choice_is_copied_and_saved(page: Any, tmp_path: Path) -> None:
    """What is chosen, and nothing else, comes out as text, for Word and as a table."""
    quote = page.locator("#s0004")
    quote.get_by_role("button", name="Choose").click()
    ask = page.locator(".asks li").first
    ask.get_by_role("button", name="Choose").click()
    assert page.locator(".chosen").text_content() == "2 passages chosen"
    saved = {}
    for ending, name in (
        ("txt", "Save as text"),
        ("doc", "Save for Word"),
        ("csv", "Save as table"),
    ):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        path = tmp_path / f"saved.{ending}"
        download.value.save_as(path)
        saved[ending] = path.read_text("utf-8-sig")
        assert "parent-infant team in every locality" in saved[ending]
    assert "“A Plan for Children”, page 1" in saved["txt"]
    rows = list(csv.reader(io.StringIO(saved["csv"])))
    assert [row[0] for row in rows] == ["Kind", "ask", "quote"]
    page.get_by_role("button", name="Clear").click()
    assert not page.locator("#basket").is_visible()


def test_a_quote_is_copied_with_document_page_and_link(page: Any) -> None:
    """What is pasted can be found again in the source."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#s0004").get_by_role("button", name="Copy").click()
    page.locator("#done", has_text="Copied").wait_for(state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        "“We will fund a parent-infant team in every locality.” "
        "(“A Plan for Children”, page 1; ./plan.pdf#page=1)"
    )


def test_all_is_there_to_read_without_a_script(browser: Any, report: Path) -> None:
    """Nothing but the tools depends on the script."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(report.as_uri())
    assert tab.locator("tr[data-reach]").count() > 5
    assert tab.locator("#s0004").is_visible()
    assert not tab.locator("#filters").is_visible() and not tab.locator("#basket").is_visible()
    assert tab.get_by_role("button").count() == 0
    context.close()


def test_a_decided_statement_is_found_as_reviewed(browser: Any, tmp_path: Path) -> None:
    """The filter tells statements that people decided on from the others."""
    path = tmp_path / "reviewed.html"
    path.write_text(render_html(reviewed_view(), rubric()), "utf-8")
    tab = browser.new_page()
    tab.goto(path.as_uri())
    tab.locator("#f-reviewed").select_option("yes")
    assert shown(tab) == ["s0004"]
    tab.close()
