"""The pages in a browser: for every reader, in every light, on every width, and off the network."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from auditor.comparison.versions import compare
from auditor.report.view import view_of
from auditor.report.web.html import render_comparison, render_html
from tests.browser import expect, opened, violations, width_of
from tests.builders import audit, excluded, explicit, rich_audit, rubric, rules, statement
from tests.report.reviewed import reviewed_view

pytestmark = pytest.mark.full

LONG_WORD = "Mutter-Kind-Beziehungs" * 12
DISTINCT = ("rich", "some", "reviewed", "empty", "unread", "hostile", "compare", "compare-unread")
PAGES = (*DISTINCT, "hundreds")
"""Every page; the longest is built like `some` and would take axe a minute."""


def _audits() -> dict[str, Any]:
    """Make the audits whose reports are looked at."""
    hundreds = [
        explicit(
            f"Babies in locality {i} will be seen by their own team within {i} weeks.",
            strength=1 + i % 4,
            criteria=("access", "own-mental-health", "workforce"),
        )
        for i in range(300)
    ]
    hostile = [
        explicit(f"<script>document.title='taken'</script> babies {LONG_WORD}"),
        explicit("الرضع والصحة النفسية \u202eחיים", strength=3),
        excluded("</style>" * 30),
    ]
    return {
        "rich": rich_audit(),
        "some": audit([*hundreds[:24], statement("Pupils too.", reach="older")], pages=70),
        "hundreds": audit(hundreds, pages=200),
        "empty": audit([], pages=1),
        "unread": audit([statement("Children matter.")], unread=tuple(range(2, 9))),
        "hostile": audit(hostile, title=LONG_WORD, name=f"{LONG_WORD}.pdf"),
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write every page into one folder."""
    folder = tmp_path_factory.mktemp("pages")
    views = {name: view_of(one, rules()) for name, one in _audits().items()}
    views["reviewed"] = reviewed_view()
    for name, view in views.items():
        (folder / f"{name}.html").write_text(render_html(view, rubric()), "utf-8")
    for name, old, new in (("compare", "rich", "hostile"), ("compare-unread", "unread", "rich")):
        page = render_comparison(compare(views[old], views[new], rules()), rubric())
        (folder / f"{name}.html").write_text(page, "utf-8")
    return folder


OPEN_FOLDS = "document.querySelectorAll('details').forEach(one => one.open = true)"


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 1280), ("dark", 375), ("light", 640)]
)
@pytest.mark.parametrize("name", DISTINCT)
def test_axe_finds_nothing(browser: Any, site: Path, name: str, scheme: str, width: int) -> None:
    """No rule is broken: light and dark, on a telephone, and at 200 % of 1280 pixels."""
    viewport = {"width": width, "height": 800}
    file = site / f"{name}.html"
    with opened(browser, file, color_scheme=scheme, viewport=viewport, bypass_csp=True) as tab:
        tab.page.evaluate(OPEN_FOLDS)
        assert violations(tab.page) == []


@pytest.mark.parametrize("width", [320, 375, 640, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways(browser: Any, site: Path, name: str, width: int) -> None:
    """At 320 pixels and wider a page never needs scrolling from side to side."""
    viewport = {"width": width, "height": 800}
    with opened(browser, site / f"{name}.html", viewport=viewport) as tab:
        tab.page.evaluate(OPEN_FOLDS)
        assert width_of(tab.page) <= width


@pytest.mark.parametrize("name", ["rich", "compare"])
def test_the_keyboard_is_enough(browser: Any, site: Path, name: str) -> None:
    """The first stop leads to the answer, every stop can be seen, and folds open by key."""
    viewport = {"width": 1000, "height": 800}
    with opened(browser, site / f"{name}.html", viewport=viewport) as tab:
        page = tab.page
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**#answer")
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            assert page.evaluate(
                "(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)"
                "(getComputedStyle(document.activeElement))"
            )
        for fold in page.locator("summary").all()[:1]:
            fold.focus()
            page.keyboard.press("Enter")
            expect(page.locator("details").first).to_have_attribute("open", "")


@pytest.mark.parametrize("name", PAGES)
def test_no_request_leaves_and_no_script_runs(browser: Any, site: Path, name: str) -> None:
    """Opening a report asks for nothing but the file, keeps its own policy and runs nothing."""
    file = site / f"{name}.html"
    with opened(browser, file) as tab:
        assert (tab.asked, tab.said) == ([file.as_uri()], [])
        assert tab.page.title() != "taken"
        margin = tab.page.evaluate("getComputedStyle(document.body).marginTop")
        assert margin == "0px", "no style applied"


def test_print_shows_what_is_folded_away(browser: Any, site: Path, tmp_path: Path) -> None:
    """On paper every fold is open, and the contents list is left out."""
    with opened(browser, site / "rich.html") as tab:
        tab.page.pdf(path=tmp_path / "rich.pdf", prefer_css_page_size=True)
    pdfium = pytest.importorskip("pypdfium2")
    pages = pdfium.PdfDocument(tmp_path / "rich.pdf")
    text = " ".join(" ".join(one.get_textpage().get_text_range() for one in pages).split())
    pages.close()
    assert rubric().criteria[0].why[:40] in text
    assert "Sixteen questions" not in text


def test_the_validator_finds_no_error(site: Path) -> None:
    """Every page is valid HTML by the Nu checker, named by VNU_JAR or found in node_modules."""
    jar = os.environ.get("VNU_JAR") or next(
        map(str, Path.cwd().glob("node_modules/vnu-jar/build/dist/vnu.jar")), ""
    )
    if not jar or shutil.which("java") is None:
        pytest.skip("no HTML validator here: npm install vnu-jar, and Java")
    pages = [str(site / f"{name}.html") for name in PAGES]
    checked = subprocess.run(
        ["java", "-jar", jar, "--errors-only", *pages], capture_output=True, text=True, timeout=600
    )
    assert (checked.returncode, checked.stderr) == (0, "")
