"""The screens of the page in Welsh have no English in them but what a document or a person says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from lxml import html as lxml_html

from auditor.review.rules import find_rules
from auditor.rules import Rules
from auditor.rules.resources import templates_folder
from auditor.rules.translating.shared_texts import shared_lacking, shared_texts
from auditor.serve.app import make_app
from auditor.serve.app_state import AppState
from auditor.serve.jobs.job import Job
from auditor.serve.jobs.messages import Judged
from auditor.serve.jobs.queue import Jobs, worker_pool
from auditor.serve.jobs.uploads import Upload
from auditor.serve.routes.screens import show_error
from auditor.serve.store.history import History
from auditor.serve.store.serialisation import serialise
from tests.report.test_welsh_reports import Told, known_words, told
from tests.serve.conftest import HOST, Page

PLANS = ("01-measured", "03-excluded-by-floor")
WORD = re.compile(r"[^\W\d_]{3,}")
SPOKEN = ("aria-label", "alt", "title", "placeholder", "data-over", "data-done")
FORMS = ("PDF", "TOML", "Word,", "ODT", "Excel", "JSON")
NAMES = ("Gwen", "Dai", "Diolch", "auditor", "cynllun.pdf")
ALIKE = frozenset(("Logo", "Label", "Kappa", *FORMS, *NAMES))
"""Words that are the same in both languages, and names."""
ERRORS = (400, 403, 404, 405, 409, 413, 422, 500, 503, 507)
FAILURES = (
    *("EncryptedDocumentError", "TooLargeDocumentError", "TimedOutError", "late", "memory"),
    *("crash", "full", "busy", "bug", "UnreadableDocumentError"),
)
CONSULTATION = "1. Oes? (150 words)\n2. Beth? (900 characters)\n3. Pam?\n4. Parking?"


class Silent(Jobs):
    """Jobs in every state, on which nobody works; a sentence is judged as one of a plan was."""

    judged: Told

    def all(self) -> list[Job]:
        """Give a job in each state, and one for each failure."""
        upload = Upload(Path("/"), (Path("/cynllun.pdf"),))
        states = ("waiting", "starting", "reading", "judging", "done", "stopped")
        jobs = [Job(upload, id=state, state=state, total=9, audit="a") for state in states]  # type: ignore[arg-type]  # mypy widens the tuple
        for failure in FAILURES:
            jobs.append(Job(upload, id=failure))
            jobs[-1].fail(failure, "is damaged" if failure.startswith("Unread") else "")
        return jobs

    def judge(self, question: object) -> Judged:
        """Answer with a judgement that has labels of every kind."""
        return Judged(_labelled(self.judged))


def _labelled(plan: Told) -> object:
    said = [one.judgement for one in plan.audit.statements if one.judgement.criteria]
    return max(said, key=lambda one: one.strength or 0)


@cache
def screens(language: str) -> dict[str, str]:
    """Show every screen of the page in a language, after people have done all that can be done."""
    with TemporaryDirectory() as folder:
        rules = told(PLANS[0], language).rules
        history = History(Path(folder) / "history")
        jobs = Silent(history, rules, worker_pool(), at_once=0)
        jobs.judged = told(PLANS[0], language)
        state = AppState(
            rules, history, jobs, Path(folder), port=8517, interrupted=("cynllun.pdf",)
        )
        app = make_app(state)
        page = Page(state, app.test_client(use_cookies=True))
        shown = dict(_visit(page, language, app))
        jobs.close()
        history.close()
        return shown


def _visit(page: Page, language: str, app: Flask) -> Iterator[tuple[str, str]]:
    yield "/open", page.get(f"/open?token={page.state.start.value}").text
    ids = [_keep(page, told(plan, language)) for plan in PLANS]
    yield from _of_documents(page, ids)
    for id, plan in zip(ids, PLANS, strict=True):
        for path, text in _of_audit(page, id, told(plan, language)):
            yield path.replace(id, plan), text
    with app.test_request_context("/", headers={"Host": HOST}):
        for code in ERRORS:
            yield f"error {code}", show_error(422, code=code).get_data(as_text=True)
    yield "/stop", page.post("/stop").text


def _keep(page: Page, plan: Told) -> str:
    return page.state.history.keep(dict(plan.view), serialise(plan.audit))


def _of_documents(page: Page, ids: list[str]) -> Iterator[tuple[str, str]]:
    yield "/", page.get("/").text
    yield "/jobs", page.get("/jobs").text
    for path in ("/try", "/rubric", "/words", "/words?find=baby", "/help"):
        yield path, page.get(path).text
    yield "/try, judged", page.post("/try", {"sentence": "Diolch."}).text
    yield "/try, blank", page.post("/try", {"sentence": " "}).text
    for how in ("two", "many"):
        yield f"/compare, {how}", page.get(f"/compare?how={how}").text
    pair = f"/versions?old={ids[1]}&new={ids[0]}"
    for path in (pair, f"{pair}&progress=1", f"/side-by-side?audit={ids[0]}&audit={ids[1]}"):
        yield re.sub("=[0-9a-f]{8,}", "", path), page.get(path).text


def _of_audit(page: Page, id: str, plan: Told) -> Iterator[tuple[str, str]]:
    """Show what there is of one audit, before and after two people decide on it."""
    first = f"/audits/{id}"
    yield f"{first}/answers", page.get(f"{first}/answers").text
    yield f"{first}/answers, none", page.post(f"{first}/answers", {"pasted": " "}).text
    page.post(f"{first}/answers", {"pasted": CONSULTATION})
    for one in ("", "/review", "/coders", "/imprint", "/questions/access"):
        yield f"{first}{one}, untouched", page.get(f"{first}{one}").text
    shown = [one["id"] for one in plan.view["statements"]][:3]
    for statement in shown:
        yield (
            f"{first}/{statement}, no name",
            page.post(f"{first}/review/{statement}", {"choice": "reject"}).text,
        )
        _decide(page, f"{first}/review/{statement}")
    _decide(page, f"{first}/questions/access", level="2")
    for lacking in ({"reply": "Diolch."}, {"reply": "", "author": "Gwen"}):
        yield f"{first}/replies, {len(lacking)}", page.post(f"{first}/replies", lacking).text
    page.post(f"{first}/replies", {"reply": "Diolch.", "author": "Gwen"})
    broken = {"title": "Cynllun", "logo": (BytesIO(b"GIF89a"), "Logo")}
    yield f"{first}/imprint, broken", page.post(f"{first}/imprint", broken).text
    page.post(f"{first}/imprint", {"title": "Cynllun", "author": "Gwen"})
    differ = {"statement": shown[0], "stands": "second", "first": "Gwen", "second": "Dai"}
    yield (
        f"{first}/coders, no reason",
        page.post(f"{first}/coders", {**differ, "reviewer": "Dai"}).text,
    )
    page.post(f"{first}/coders", {**differ, "reviewer": "Dai", "reason": "Diolch."})
    ruled = [f"/rules/{one.id}" for one in find_rules(plan.view)][:2]
    for rule in ruled:
        _decide(page, f"{first}{rule}")
    lists = [f"/review?show={one}" for one in ("babies", "excluded", "near", "others", "misses")]
    each = [f"/review/{one}?saved=next" for one in shown]
    for one in (
        "",
        "/answers",
        "/review?undone=1",
        "/coders",
        "/questions/access",
        *ruled,
        *lists,
        *each,
    ):
        yield f"{first}{one}", page.get(f"{first}{one}").text


def _decide(page: Page, path: str, **more: str) -> None:
    labels = {"topic": "mental", "strength": "2", "criteria": "access", "reason": "Diolch.", **more}
    for who, reach in (("Gwen", "explicit"), ("Dai", "older")):
        page.post(path, {"choice": "relabel", "reach": reach, "reviewer": who, **labels})
    page.post(path, {"choice": "not_applicable", "reviewer": "Dai", **labels})
    page.post(path, {"choice": "relabel", "reach": "older", "reviewer": "Dai", **labels})


def _texts(page: str) -> Iterator[str]:
    """Give the texts of a screen, but those that it says are English, and all framed pages."""
    for element in lxml_html.document_fromstring(page).iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        if not element.xpath("ancestor-or-self::*[@lang='en'] | ancestor-or-self::code"):
            yield from (element.get(name, "") for name in SPOKEN if element.get("type") != "hidden")
            yield element.text or ""
        if not element.xpath("ancestor::*[@lang='en'] | ancestor::code"):
            yield element.tail or ""


def _is_english(text: str) -> bool:
    """True if words remain when those of the documents, people's and names are out of a text."""
    parts = re.split(r"[·›|→←“”()#>*:;,]", " ".join(text.split()))
    known = " ".join((CONSULTATION, *(known_words(f"{plan}.pdf") for plan in PLANS)))
    parts = [part.strip(" .-–") for part in parts]
    words = {word for part in parts if part not in known for word in part.split()}
    return any(WORD.search(word) for word in words - ALIKE)


def english_left(path: str) -> list[str]:
    """Find the texts of a screen that are the same in English and Welsh."""
    english = dict.fromkeys(_texts(screens("en")[path]))
    welsh = set(_texts(screens("cy")[path]))
    return [one for one in english if one in welsh and _is_english(one)]


def test_no_screen_in_welsh_has_english() -> None:
    """Of forty screens and more: documents, review, comparison, answers, errors, help."""
    assert screens("cy").keys() == screens("en").keys() and len(screens("cy")) > 70
    fault = shared_texts("page")["error"]["500"]
    assert [path for path, text in screens("en").items() if fault in text] == ["error 500"]
    left = {path: english_left(path) for path in screens("cy")}
    assert {path: some for path, some in left.items() if some} == {}


def test_every_screen_says_its_language_and_who_translated_it() -> None:
    """Except pieces of a page, and windows that are on their way in or out."""
    for path, text in screens("cy").items():
        if path != "/jobs":
            assert '<html lang="cy">' in text, path
    assert "Model iaith a gyfieithodd eiriau’r dudalen hon" in screens("cy")["/"]
    assert "language model" not in screens("en")["/"] and 'lang="en-GB"' in screens("en")["/"]


def test_templates_of_screens_hold_no_words() -> None:
    """All words of the screens stand in the file that is translated, and each is asked for."""
    folder = templates_folder() / "serve"
    sources = {one.name: one.read_text("utf-8") for one in folder.iterdir() if ".html." in one.name}
    for name, source in sources.items():
        bare = re.sub(
            r"\{#.*?#\}|\{% block body %\}[\w-]+|\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.S
        )
        told = " ".join(re.findall(r'(?:aria-label|alt|title|data-over|data-done)="([^"]*)"', bare))
        text = re.sub(r"<code>[^<]*</code>|<[^>]*>", " ", bare)
        assert re.findall(r"[^\W\d_]{2,}", f"{text} {told}") == [], name
    asked = " ".join(sources.values())
    dynamic = set(re.findall(r"say\.(\w+)\[|say\.(choice\w*),", asked))
    tables = {"month", *(one or other for one, other in dynamic)}
    texts = shared_texts("page")
    unasked = [
        f"{table}.{key}"
        for table in texts.keys() - tables
        for key in texts[table]
        if not re.search(rf"\bsay\.{table}\.{key}\b", asked)
    ]
    assert unasked == []


def test_what_a_translation_lacks_is_english_and_said_so(tmp_path: Path) -> None:
    """At the foot of every screen, by the part of the page."""
    rules = Rules.read(report_language="es", weighed=False)
    history = History(tmp_path / "history")
    jobs = Jobs(history, rules, worker_pool(), at_once=0)
    page = Page(
        state := AppState(rules, history, jobs, tmp_path, port=8517), make_app(state).test_client()
    )
    page.get(f"/open?token={state.start.value}")
    foot = page.get("/help").text.rpartition("<footer>")[2]
    lacking = shared_lacking("es", "page")
    assert not lacking or f"checking {sum(one.startswith('checking.') for one in lacking)}" in foot
    assert "criterion" in foot
    jobs.close()
    history.close()
