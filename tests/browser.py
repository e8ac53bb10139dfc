"""The system's browser, as every test of a page uses it: found here, started here, given time here.

Nothing here looks once at what a browser does by itself: `expect` waits, and so does whatever
playwright asks of a page. Quickness is counted in the page's own processor time, so that other
work on the machine is not taken for the page's.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 120_000
"""Milliseconds that anything may take on a busy machine, where quickness is not what is claimed."""


@contextmanager
def started() -> Iterator[Any]:
    """Start the browser of this machine, or the one that CHROMIUM names; skip where there is none."""
    api = pytest.importorskip("playwright.sync_api")
    named = os.environ.get("CHROMIUM")
    path = named or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no Chromium here")
    api.expect.set_options(timeout=PATIENCE)
    with api.sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path, args=list(FLAGS), timeout=PATIENCE
        )
        yield running
        running.close()


def expect(of: Any) -> Any:
    """Return what can be expected of a page or a part of it; each expectation waits to be met."""
    from playwright.sync_api import expect as waiting

    return waiting(of)


@dataclass(slots=True)
class Tab:
    """A page in a window of its own, what it asked for, and what its console said."""

    page: Any
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@contextmanager
def opened(browser: Any, file: Path, **options: Any) -> Iterator[Tab]:
    """Open a file in a window of its own, and close the window at the end."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    tab = Tab(context.new_page())
    tab.page.on("request", lambda request: tab.asked.append(request.url))
    tab.page.on("console", lambda message: tab.said.append(message.text))
    tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
    tab.page.goto(file.as_uri())
    yield tab
    context.close()


def violations(page: Any) -> list[str]:
    """Name what axe-core finds wrong with a page whose policy is bypassed."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    found = axe.Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['html'][:160]}"
        for one in found
        for node in one["nodes"][:3]
    ]


def printed(page: Any, path: Path) -> tuple[str, int]:
    """Print a page as a PDF; return what stands on its sheets, parted by form feeds, and their number."""
    import pypdfium2

    page.pdf(path=str(path), prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(path)
    text = "\f".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    pages = len(document)
    document.close()
    return text, pages


def width_of(page: Any) -> int:
    """Return how wide a page is, what would need scrolling from side to side included."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


def cost(page: Any, script: str, value: object = None) -> float:
    """Return the milliseconds of processor time that a page takes to run a script."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _busy(session)
    page.evaluate(script, value)
    taken = _busy(session) - before
    session.detach()
    return taken


def _busy(session: Any) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(one["value"]) for one in metrics if one["name"] == "ThreadTime")
