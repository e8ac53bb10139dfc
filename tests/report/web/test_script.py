"""The script of the report: search and filter, copy, choose, save; and all of it without a script."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.report.view import view_of
from auditor.report.web.html import render_html
from tests.browser import expect, opened
from tests.builders import rich_audit, rubric, rules
from tests.report.reviewed import reviewed_view

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report on an audit with something of everything."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_html(view_of(rich_audit(), rules()), rubric()), "utf-8")
    return path


@pytest.fixture
def page(browser: Any, report: Path) -> Iterator[Any]:
    """Open the report; an error in the console fails the test."""
    with opened(browser, report, accept_downloads=True) as tab:
        yield tab.page
        assert tab.said == []


def shown(page: Any) -> list[str]:
    """The ids of the statements that are shown."""
    rows = page.locator("tr[data-reach]:not([hidden])")
    return [str(id) for id in rows.evaluate_all("rows => rows.map(row => row.id)")]


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
    expect(page.locator(".found")).to_contain_text(re.compile(rf"^{len(wanted)} of {len(every)}\b"))
    assert shown(page) == wanted
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("tr[data-reach][hidden]")).to_have_count(0)
    assert shown(page) == every


def test_a_choice_is_copied_and_saved(page: Any, tmp_path: Path) -> None:
    """What is chosen, and nothing else, comes out as text, for Word and as a table."""
    quote = page.locator("#s0004")
    quote.get_by_role("button", name="Choose").click()
    ask = page.locator(".asks li").first
    ask.get_by_role("button", name="Choose").click()
    expect(page.locator(".chosen")).to_have_text("2 passages chosen")
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
    expect(page.locator("#basket")).to_be_hidden()


def test_a_quote_is_copied_with_document_page_and_link(page: Any) -> None:
    """What is pasted can be found again in the source."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#s0004").get_by_role("button", name="Copy").click()
    expect(page.locator("#done")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        "“We will fund a parent-infant team in every locality.” "
        "(“A Plan for Children”, page 1; ./plan.pdf#page=1)"
    )


def test_all_is_there_to_read_without_a_script(browser: Any, report: Path) -> None:
    """Nothing but the tools depends on the script."""
    with opened(browser, report, java_script_enabled=False) as tab:
        page = tab.page
        assert page.locator("tr[data-reach]").count() > 5
        assert page.locator("#s0004").is_visible()
        assert not page.locator("#filters").is_visible()
        assert not page.locator("#basket").is_visible()
        assert page.get_by_role("button").count() == 0


def test_a_decided_statement_is_found_as_reviewed(browser: Any, tmp_path: Path) -> None:
    """The filter tells statements that people decided on from the others."""
    path = tmp_path / "reviewed.html"
    path.write_text(render_html(reviewed_view(), rubric()), "utf-8")
    with opened(browser, path) as tab:
        tab.page.locator("#f-reviewed").select_option("yes")
        expect(tab.page.locator(".found")).to_contain_text(re.compile(r"^1 of"))
        assert shown(tab.page) == ["s0004"]
