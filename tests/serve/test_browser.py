"""The page in a real browser: everything a person does with it, watched for leaks and faults."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.browser import PATIENCE, expect, violations, width_of
from tests.serve.live import Server, start, wait_for

pytestmark = pytest.mark.full

SAMPLES = Path(__file__).parents[2] / "samples"
SECONDS = PATIENCE / 1000


@dataclass
class Window:
    """A browser window with the page in it, and all that it asked for and complained of."""

    page: Any
    server: Server
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self) -> None:
        """Come in through the door, or with the cookie of the one who has: it opens once."""
        if self.server.cookie:
            name, _, value = self.server.cookie.partition("=")
            self.page.context.add_cookies(
                [
                    {
                        "name": name,
                        "value": value,
                        "domain": "127.0.0.1",
                        "path": "/",
                        "httpOnly": True,
                        "sameSite": "Strict",
                    }
                ]
            )
            self.go("/")
        else:
            self.page.goto(self.server.address)
            self.page.wait_for_selector("#hand-in")
            (one,) = self.page.context.cookies()
            self.server.cookie = f"{one['name']}={one['value']}"
        self.page.wait_for_selector("#hand-in")
        self.page.wait_for_load_state()  # the door leads on by itself, and the script comes last

    def hand_in(self, *paths: Path) -> None:
        """Choose files in the dialog, and press the button."""
        self.page.set_input_files("#files", [str(path) for path in paths])
        self.follow("#read")
        self.page.wait_for_selector(".job")

    def follow(self, selector: str) -> None:
        """Click on what leads to another page, and wait until that page is there."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def reload_until(self, is_so: Callable[[], bool]) -> None:
        """Load the page again and again until something is so that no news tells of."""
        wait_for(lambda: is_so() or (bool(self.page.reload()) and is_so()), SECONDS)

    def wait_done(self, count: int = 1) -> None:
        """Wait until so many documents are done."""
        self.page.locator(".job.done").nth(count - 1).wait_for()

    def read_report(self, name: str) -> None:
        """Open the report on a document that is done."""
        self.follow(f".job.done:has-text('{name}') a.button")
        self.page.frame_locator("iframe.report").locator("h1").wait_for()

    def go(self, path: str) -> None:
        """Open one of the page's addresses."""
        self.page.goto(self.server.home + path)


@pytest.fixture
def starting(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Start pages for one test, and end them with it."""
    running: list[Server] = []

    def begin(*options: str) -> Server:
        running.append(start(tmp_path, *options))
        return running[-1]

    yield begin
    for each in running:
        each.stop()


@pytest.fixture
def windows(browser: Any, starting: Callable[..., Server]) -> Iterator[Callable[..., Window]]:
    """Open windows with the page, and hold each to asking this machine alone, without complaints.

    They close before the servers end: a window would complain that its server has gone.
    """
    opened: list[tuple[Window, Any]] = []

    def opening(server: Server, *, strict: bool = True, **options: Any) -> Window:
        context = browser.new_context(bypass_csp=not strict, **options)
        context.set_default_timeout(PATIENCE)
        window = Window(context.new_page(), server)
        context.on("request", lambda request: window.asked.append(request.url))
        window.page.on(
            "console",
            lambda said: (
                window.complaints.append(said.text) if said.type in ("error", "warning") else None
            ),
        )
        window.page.on("pageerror", lambda error: window.complaints.append(str(error)))
        opened.append((window, context))
        window.open()
        return window

    yield opening
    for window, context in opened:
        context.close()
        foreign = [
            url
            for url in window.asked
            if not url.startswith((window.server.home + "/", "data:", "blob:", "about:"))
        ]
        assert not foreign
        assert not window.complaints


@pytest.fixture
def server(starting: Callable[..., Server]) -> Server:
    """Start a page for one test."""
    return starting()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start a page for tests that do not disturb each other."""
    running = start(tmp_path_factory.mktemp("shared"))
    yield running
    running.stop()


def many_pages(path: Path, count: int) -> Path:
    """Write a plan of so many pages, from the samples' own."""
    import pikepdf

    with pikepdf.new() as made, pikepdf.open(SAMPLES / "01-measured.pdf") as source:
        for index in range(count):
            made.pages.append(source.pages[index % len(source.pages)])
        made.save(path)
    return path


def uploads(folder: Path) -> list[Path]:
    """List the files that lie in the folder for uploads."""
    walked = os.walk(folder / "tmp")  # passes over a folder that goes meanwhile
    return [Path(within, name) for within, _, names in walked for name in names]


def test_a_document_is_handed_in_read_and_reported(
    server: Server, windows: Callable[..., Window], tmp_path: Path
) -> None:
    """Dialog, progress by page, report in the page; then the upload is gone."""
    window = windows(server)
    window.page.evaluate("""() => {
        window.seen = new Set();
        sessionStorage.setItem("x", "1");
    }""")
    plan = many_pages(tmp_path / "long plan.pdf", 120)
    window.page.add_init_script("""
        document.addEventListener("DOMContentLoaded", () => {
            const list = document.getElementById("jobs");
            if (!list) return;
            const keep = () => {
                const seen = new Set(JSON.parse(sessionStorage.getItem("seen") || "[]"));
                for (const one of list.querySelectorAll(".far")) seen.add(one.textContent);
                sessionStorage.setItem("seen", JSON.stringify([...seen]));
            };
            new MutationObserver(keep).observe(
                list, {subtree: true, childList: true, characterData: true});
        });
    """)
    window.hand_in(plan)
    window.wait_done()
    seen = json.loads(window.page.evaluate("sessionStorage.getItem('seen')"))
    assert len([text for text in seen if re.fullmatch(r"Reading page \d+ of 120", text)]) >= 5
    window.read_report("long plan.pdf")
    frame = window.page.frame_locator("iframe.report")
    assert frame.locator("h1").first.inner_text()
    assert frame.locator(".verdict").first.inner_text() == "Measured action"
    window.page.wait_for_function("""() => { const f = document.querySelector("iframe.report");
        const inside = f.contentDocument.body.scrollHeight;
        return f.offsetHeight >= inside && inside > 2000; }""")
    wait_for(lambda: not uploads(tmp_path), SECONDS)


def test_the_private_file_leads_into_the_page(browser: Any, server: Server, tmp_path: Path) -> None:
    """What the browser is started with leads through the door once, and is gone then."""
    (leading,) = (tmp_path / "tmp").glob("auditor-page-room-*/start.html")
    context = browser.new_context()
    page = context.new_page()
    page.goto(leading.as_uri())
    page.wait_for_selector("#hand-in", timeout=PATIENCE)
    assert not leading.exists()
    assert page.url == server.home + "/"
    other = browser.new_context().new_page()
    answer = other.goto(server.address)
    assert answer is not None and answer.status == 403
    context.close()
    other.context.close()
    wait_for(lambda: "Another window opens with" in "".join(server.lines))


def _drop(window: Window, *files: tuple[str, bytes]) -> None:
    """Drop files on the page as a person does from a folder."""
    given = [{"name": name, "data": base64.b64encode(data).decode()} for name, data in files]
    window.page.evaluate(
        """(files) => {
        const moved = new DataTransfer();
        for (const one of files) {
            const bytes = Uint8Array.from(atob(one.data), (sign) => sign.charCodeAt(0));
            moved.items.add(new File([bytes], one.name));
        }
        for (const name of ["dragenter", "dragover", "drop"]) {
            document.getElementById("drop").dispatchEvent(
                new DragEvent(name, {dataTransfer: moved, bubbles: true, cancelable: true}));
        }
    }""",
        given,
    )


def test_documents_can_be_dropped(shared: Server, windows: Callable[..., Window]) -> None:
    """One document dropped is read at once; several wait for the button, to be grouped."""
    window = windows(shared)
    with window.page.expect_navigation():
        _drop(window, ("dropped.pdf", (SAMPLES / "06-mentioned.pdf").read_bytes()))
    window.page.locator(".job.done", has_text="dropped.pdf").wait_for()
    _drop(
        window,
        ("part one.pdf", (SAMPLES / "05-nominal.pdf").read_bytes()),
        ("part two.pdf", (SAMPLES / "07-explained.pdf").read_bytes()),
    )
    window.page.check("#together")
    window.follow("#read")
    group = window.page.locator(".job.done", has_text="part one.pdf, part two.pdf")
    group.wait_for()
    window.follow(".job.done:has-text('part two.pdf') a.button")
    frame = window.page.frame_locator("iframe.report")
    frame.locator("text=part two.pdf").first.wait_for()
    _put_away_all(window)


def _put_away_all(window: Window) -> None:
    window.go("/")
    while window.page.locator(".job").count():
        window.follow(".job button")


def test_a_drop_of_no_file_is_told(shared: Server, windows: Callable[..., Window]) -> None:
    """A dropped text or link is no document."""
    window = windows(shared)
    _drop(window)
    expect(window.page.locator("#files-problem")).to_contain_text("not a file")


def test_what_cannot_be_read_is_told_plainly(
    server: Server, windows: Callable[..., Window], tmp_path: Path
) -> None:
    """A broken, an encrypted and a strange file each say what is wrong and what to do."""
    import pikepdf

    whole = (SAMPLES / "01-measured.pdf").read_bytes()
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + whole[40_000:43_000])
    strange = tmp_path / "strange.pdf"
    strange.write_bytes(b"MZ\x90\0" + b"\0\1\2\3" * 500)
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(SAMPLES / "01-measured.pdf") as source:
        source.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    window = windows(server)
    window.hand_in(broken, locked, strange)
    window.page.locator(".job.failed").nth(2).wait_for()
    said = {
        row.locator("strong").inner_text(): row.inner_text()
        for row in window.page.locator(".job.failed").all()
    }
    assert "password" in said["locked.pdf"]
    assert all("deleted" in text and "says nothing about" in text for text in said.values())
    assert str(tmp_path) not in "".join(said.values())
    assert not window.page.locator("a.button").count()
    wait_for(lambda: not uploads(tmp_path), SECONDS)


def test_a_scanned_plan_is_not_called_silent(
    shared: Server, windows: Callable[..., Window]
) -> None:
    """Where no program reads pictures, the answer is that it cannot be told."""
    window = windows(shared)
    window.page.check("#ocr")
    window.hand_in(SAMPLES / "09-scanned.pdf")
    window.page.locator(".job.done", has_text="09-scanned.pdf").wait_for()
    window.read_report("09-scanned.pdf")
    expect(window.page.locator(".summary .verdict.cannot_tell")).to_have_count(1)
    _put_away_all(window)


def test_too_much_is_refused_before_it_is_sent(
    tmp_path: Path, starting: Callable[..., Server], windows: Callable[..., Window]
) -> None:
    """The page says so itself; nothing is sent."""
    window = windows(starting("--max-upload", "1"))
    expect(window.page.locator("#files-help")).to_contain_text("up to 1 MB")
    big = tmp_path / "big.pdf"
    big.write_bytes(b"%PDF-1.7" + b"\0" * (2 << 20))
    window.page.set_input_files("#files", str(big))
    window.page.click("#read")
    expect(window.page.locator("#files-problem")).to_contain_text("too large")
    assert not window.page.locator(".job").count()
    assert not [url for url in window.asked if url.endswith("/documents")]


def test_every_download_comes(
    shared: Server, windows: Callable[..., Window], tmp_path: Path
) -> None:
    """Each format, the marked copy, the pack and the decisions arrive, each of its kind."""
    window = windows(shared)
    window.hand_in(SAMPLES / "08-committed.pdf")
    window.page.locator(".job.done", has_text="08-committed.pdf").wait_for()
    window.read_report("08-committed.pdf")
    begins = {
        "html": b"<!DOCTYPE html>",
        "json": b"{",
        "md": b"#",
        "pdf": b"%PDF-",
        "docx": b"PK",
        "csv": b"\xef\xbb\xbf",
        "xlsx": b"PK",
        "jsonld": b"{",
        "pptx": b"PK",
        "qdpx": b"PK",
        "summary-pdf": b"%PDF-",
        "summary-docx": b"PK",
        "sections": b"<!DOCTYPE html>",
        "sections-docx": b"PK",
        "sarif": b"{",
        "annotated": b"%PDF-",
        "pack": b"PK",
        "reviews": b"{",
    }
    window.reload_until(lambda: len(_offered(window)) >= len(begins))
    assert _offered(window) == sorted(begins)
    address = window.page.url
    for name, beginning in begins.items():
        window.page.goto(address)  # Chromium asks the person after ten downloads from one page
        with window.page.expect_download() as coming:
            window.page.click(f'[data-format="{name}"]')
        path = tmp_path / name
        coming.value.save_as(path)
        assert path.read_bytes().startswith(beginning), name
        assert coming.value.suggested_filename.startswith("08-committed-"), name
    with zipfile.ZipFile(tmp_path / "pack") as archive:
        assert {"report.pdf", "report.docx", "audit.json"} <= set(archive.namelist())
    _put_away_all(window)


def _offered(window: Window) -> list[str]:
    """List the formats in which a report can be had: the last come some time after it."""
    links = window.page.locator("[data-format]")
    return sorted(links.evaluate_all("links => links.map(link => link.dataset.format)"))


def test_a_consultation_is_answered_counted_and_corrected(
    shared: Server, windows: Callable[..., Window]
) -> None:
    """Paste, read, write on while words are counted, tick another subject, answer again."""
    window = windows(shared)
    window.hand_in(SAMPLES / "06-mentioned.pdf")
    window.wait_done()
    window.read_report("06-mentioned.pdf")
    window.follow("text=Answer a consultation")
    window.page.fill(
        "#pasted", "1. Your name? (9 words)\n2. What training do staff need? (90 words)"
    )
    assert not violations(window.page)
    window.follow("text=Answer them")
    area, count = window.page.locator("#answer-1"), window.page.locator("#count-1 [data-unit]")
    expect(window.page.locator("#answers")).to_contain_text("Nothing here for this question.")
    words = len(area.input_value().split())
    expect(count).to_have_text(f"{words} of 90 words")
    assert words <= 90
    area.fill("one two  three\nfour")
    expect(count).to_have_text("4 of 90 words")
    area.fill("word " * 91)
    expect(count).to_have_text("Too long: 91 of 90 words")
    assert "over" in (count.get_attribute("class") or "")
    window.page.locator(".asks-about summary").nth(1).click()
    expect(window.page.locator("#asks-1-workforce")).to_be_checked()
    assert not violations(window.page)
    window.page.uncheck("#asks-1-workforce")
    window.page.check("#asks-1-data")
    window.follow(".asks-about >> nth=1 >> button")
    window.page.wait_for_selector("text=As a person said")
    expect(area).to_have_value(re.compile("counting babies"))
    for name in ("txt", "docx", "toml"):
        with window.page.expect_download() as coming:
            window.page.click(f'[data-answers="{name}"]')
        assert coming.value.suggested_filename.startswith("06-mentioned-")
    window.page.set_viewport_size({"width": 320, "height": 800})
    assert width_of(window.page) == 320
    _put_away_all(window)


def test_review_comes_back_in_the_report_and_on_the_command_line(
    server: Server, windows: Callable[..., Window], tmp_path: Path
) -> None:
    """Reject, relabel, accept beside the page; the report and `--reviews` agree on the score."""
    window = windows(server)
    page = window.page
    window.hand_in(SAMPLES / "08-committed.pdf")
    window.wait_done()
    window.read_report("08-committed.pdf")
    window.follow("text=Check it yourself")
    page.goto(page.url.partition("?")[0] + "?show=babies")
    window.follow("text=Begin with the first")
    window.reload_until(lambda: page.locator(".page-side svg").count() > 0)
    loaded = page.evaluate("""async () => {
        const picture = new Image();
        picture.src = document.querySelector(".page-side image").getAttribute("href");
        await picture.decode();
        return [picture.naturalWidth, document.querySelectorAll(".page-side .evidence").length];
    }""")
    assert loaded[0] > 500 and loaded[1] >= 1
    before = page.locator("#machine-score").inner_text()
    page.check("#choice-reject")
    page.fill("#reason", "Only a name.")
    page.fill("#reviewer", "A. Okafor")
    window.follow("text=Save and go on")
    page.check("#choice-relabel")
    page.select_option("#reach", "generic")
    page.fill("#reason", "Children in general.")
    window.follow("text=Save and go on")
    page.check("#choice-accept")
    window.follow("text=Save and go on")
    for number in range(6):
        page.check("#choice-not_applicable")
        page.fill("#reason", f"Left out {number}.")
        window.follow("text=Save and go on")
    expect(page.locator("#machine-score")).to_have_text(before)
    after = page.locator("#reviewed-score").inner_text()
    assert after != before
    window.follow("text=All statements of this list")
    with page.expect_download() as coming:
        page.click('[data-format="reviews"]')
    reviews = tmp_path / "reviews.json"
    coming.value.save_as(reviews)
    window.follow("text=The report")
    frame = page.frame_locator("iframe.report")
    expect(frame.locator("#reviews")).to_contain_text("A. Okafor")
    expect(page.locator("#both-scores")).to_have_count(1)
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from auditor.cli.main import main; main()",
            "audit",
            str(SAMPLES / "08-committed.pdf"),
            "--reviews",
            str(reviews),
            "--format",
            "json",
        ],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    value = json.loads(done.stdout)["score"]["value"]
    assert f"{value:g}" == after


def test_two_versions_and_many_documents_are_compared(
    shared: Server, windows: Callable[..., Window], tmp_path: Path
) -> None:
    """Tick two, see what changed; tick several, see the table and save it."""
    window = windows(shared)
    page = window.page
    window.hand_in(SAMPLES / "11-two-versions-draft.pdf")
    page.locator(".job.done", has_text="draft").wait_for()
    window.hand_in(SAMPLES / "11-two-versions-final.pdf")
    page.locator(".job.done", has_text="final").wait_for()
    page.wait_for_selector(".past >> text=11-two-versions-final.pdf")
    for name in ("draft", "final"):
        row = page.locator(".past", has_text=f"11-two-versions-{name}").first
        row.locator("input[type=checkbox]").check()
    window.follow("text=Compare two versions")
    frame = page.frame_locator("iframe.report")
    frame.locator("h1").wait_for()
    with page.expect_download() as coming:
        page.click('[data-format="json"]')
    coming.value.save_as(tmp_path / "changes.json")
    changes = json.loads((tmp_path / "changes.json").read_text())
    assert changes["old"]["name"] == "11-two-versions-draft.pdf"
    assert sum(changes["counts"].values()) > 0
    window.go("/")
    for box in page.locator(".past input[type=checkbox]").all():
        box.check()
    window.follow("text=Put side by side")
    page.frame_locator("iframe.report").locator("table").first.wait_for()
    with page.expect_download() as coming:
        page.click('[data-format="csv"]')
    coming.value.save_as(tmp_path / "table.csv")
    assert "11-two-versions-final.pdf" in (tmp_path / "table.csv").read_text("utf-8-sig")
    _put_away_all(window)


def test_two_documents_are_read_at_once_and_a_reload_loses_nothing(
    server: Server, windows: Callable[..., Window], tmp_path: Path
) -> None:
    """Both are in progress together; after a reload the news goes on."""
    window = windows(server)
    first, second = (many_pages(tmp_path / f"{name}.pdf", 250) for name in ("first", "second"))
    window.hand_in(first, second)
    window.page.wait_for_function("""() => {
        const far = [...document.querySelectorAll(".job .far")].map((one) => one.textContent);
        return far.filter((text) => /^(Reading|Judging)/.test(text)).length === 2;
    }""")
    window.page.reload()
    window.wait_done(2)
    window.page.locator(".past").nth(1).wait_for()
    names = window.page.locator(".past .of .meta bdi").all_inner_texts()
    assert sorted(names) == ["first.pdf", "second.pdf"]


def test_a_document_in_progress_can_be_stopped(
    server: Server, windows: Callable[..., Window], tmp_path: Path
) -> None:
    """Stop ends the work and deletes the file; the next document is read as ever."""
    window = windows(server)
    window.hand_in(many_pages(tmp_path / "mistake.pdf", 900))
    window.page.locator(".far", has_text="Reading page").wait_for()
    window.follow(".job button")
    window.page.locator(".job.stopped").wait_for()
    wait_for(lambda: not uploads(tmp_path), SECONDS)
    window.hand_in(SAMPLES / "06-mentioned.pdf")
    window.wait_done()
    window.page.locator(".past").first.wait_for()
    expect(window.page.locator(".past")).to_have_count(1)


@pytest.mark.parametrize("how", ["SIGTERM", "SIGKILL"])
def test_a_server_stopped_in_the_middle_is_told_of(
    tmp_path: Path, starting: Callable[..., Server], windows: Callable[..., Window], how: str
) -> None:
    """The window says that it lost the auditor; after a restart the document is named, and gone."""
    running = starting()
    window = windows(running)
    window.hand_in(many_pages(tmp_path / "unfinished.pdf", 900))
    window.page.locator(".far", has_text="Reading page").wait_for()
    running.stop(getattr(signal, how))
    window.page.locator("#lost").wait_for()
    window.page.close()
    window.complaints.clear()  # the browser itself says that the connection was refused
    assert how == "SIGKILL" or not uploads(tmp_path)
    after = windows(starting())
    expect(after.page.locator(".notice").first).to_contain_text("unfinished.pdf")
    assert not uploads(tmp_path)
    assert not after.page.locator(".job").count()


def test_the_button_stops_the_auditor(
    tmp_path: Path, server: Server, windows: Callable[..., Window]
) -> None:
    """Who has no terminal can still stop it; nothing is left running or lying about."""
    window = windows(server)
    window.follow("text=Stop the auditor")
    window.page.wait_for_selector("h1:has-text('has stopped')")
    assert server.process.wait(SECONDS) == 0
    assert not list((tmp_path / "tmp").iterdir())


def test_no_screen_has_barriers(shared: Server, windows: Callable[..., Window]) -> None:
    """axe-core finds nothing on any screen: light and dark, wide and narrow, at 200 % of 1280."""
    pytest.importorskip("axe_playwright_python")
    window = windows(shared, strict=False)
    window.hand_in(SAMPLES / "03-excluded-by-floor.pdf", SAMPLES / "01-measured.pdf")
    window.wait_done(2)
    ids = [_kept(window, name) for name in ("01-measured.pdf", "03-excluded-by-floor.pdf")]
    first = f"/audits/{ids[0]}"
    window.go(f"{first}/review")
    begin = window.page.locator("a.button").get_attribute("href") or f"{first}/review"
    ruled = window.page.locator("#rules a").first.get_attribute("href") or ""
    for who, choice in (("A. Okafor", "accept"), ("B. Lind", "reject")):
        window.go(begin)
        window.page.check(f"#choice-{choice}")
        window.page.fill("#reason", "As I read it.")
        window.page.fill("#reviewer", who)
        window.follow("text=Save and go on")
    window.go(begin)
    window.page.click("text=Write down what the authors say to this")
    window.page.fill("#reply", "We mean babies too.")
    window.page.fill("#author", "The Council")
    window.follow("text=Save the reply")
    screens = [
        "/",
        "/try",
        "/rubric",
        "/words",
        "/words?find=baby",
        "/help",
        "/nowhere",
        first,
        f"{first}/review",
        begin,
        f"{first}/questions/access",
        ruled,
        f"{first}/coders",
        f"{first}/imprint",
        f"{first}/report",
        f"/versions?old={ids[1]}&new={ids[0]}",
        f"/side-by-side?audit={ids[0]}&audit={ids[1]}",
    ]
    found: dict[str, list[str]] = {}
    for width, scheme in ((1280, "light"), (640, "light"), (375, "dark"), (320, "dark")):
        window.page.set_viewport_size({"width": width, "height": 800})
        window.page.emulate_media(color_scheme=scheme)
        for path in screens:
            window.go(path)
            if wrong := violations(window.page):
                found[f"{path} {width} {scheme}"] = wrong
            if (wide := width_of(window.page)) > width:
                found.setdefault(f"{path} {width}", []).append(f"{wide} pixels wide")
    window.complaints[:] = [one for one in window.complaints if "404" not in one]
    assert not found, json.dumps(found, indent=1)
    _put_away_all(window)


def test_welsh_screens_have_no_barriers(
    starting: Callable[..., Server], windows: Callable[..., Window]
) -> None:
    """Started in Welsh: longer words fit at 320 pixels, news and counters are Welsh."""
    pytest.importorskip("axe_playwright_python")
    window = windows(starting("--report-lang", "cy"), strict=False)
    window.hand_in(SAMPLES / "03-excluded-by-floor.pdf")
    window.wait_done()
    expect(window.page.locator(".job.done .far")).to_have_text("Wedi gorffen")
    first = f"/audits/{_kept(window, '03-excluded-by-floor.pdf')}"
    window.go(f"{first}/answers")
    window.page.fill("#pasted", "1. What is missing? (150 words)")
    window.follow("main form button")
    area = window.page.locator("textarea[data-counted]").first
    area.fill("un dau tri")
    expect(window.page.locator("[data-unit=words]").first).to_have_text("3 o 150 gair")
    found: dict[str, list[str]] = {}
    paths = ("", "/review", "/questions/access", "/coders", "/imprint", "/answers")
    for width in (1280, 320):
        window.page.set_viewport_size({"width": width, "height": 800})
        for path in ("/", "/try", "/rubric", "/help", *(first + one for one in paths)):
            window.go(path)
            if wrong := violations(window.page):
                found[f"{path} {width}"] = wrong
            if (wide := width_of(window.page)) > width:
                found.setdefault(f"{path} {width}", []).append(f"{wide} pixels wide")
    assert not found, json.dumps(found, indent=1)


def _kept(window: Window, name: str) -> str:
    """Return the id of the newest audit of a document."""
    box = window.page.locator(".past", has_text=name).first.locator("input[type=checkbox]")
    return str(box.get_attribute("value"))


def test_everything_can_be_done_with_the_keyboard(
    shared: Server, windows: Callable[..., Window]
) -> None:
    """Tab reaches the skip link, the menu, the file field and the button, in this order."""
    window = windows(shared)
    reached = []
    for _ in range(14):
        window.page.keyboard.press("Tab")
        reached.append(
            window.page.evaluate(
                "document.activeElement.id || document.activeElement.textContent.trim()"
            )
        )
    wanted = ["Skip to the content", "Documents", "Try a sentence", "files", "together", "read"]
    assert [one for one in reached if one in wanted] == wanted
    window.page.focus("#read")
    outline = window.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_a_sentence_is_explained(shared: Server, windows: Callable[..., Window]) -> None:
    """The page says whom a sentence speaks of, and by which words; markup stays text."""
    window = windows(shared)
    window.follow("text=Try a sentence")
    window.page.fill("#sentence", "We will fund a parent-infant team for <b>babies</b> by 2027.")
    window.follow("text=Judge it")
    said = window.page.locator("#said")
    expect(said.locator("blockquote")).to_contain_text("<b>babies</b>")
    expect(said.locator("mark").first).to_be_visible()
    expect(said).to_contain_text("parent-infant team")


def test_the_first_screen_is_there_within_a_second(
    shared: Server, windows: Callable[..., Window]
) -> None:
    """From the first answer of the server to a screen that can be used."""
    window = windows(shared)
    times = []
    for _ in range(10):
        window.go("/")
        times.append(
            window.page.evaluate("""() => {
            const [one] = performance.getEntriesByType("navigation");
            return one.domContentLoadedEventEnd - one.startTime;
        }""")
        )
    assert min(times) < 1000
