"""Nobody but the user's own page gets an answer, and no answer can do harm."""

from __future__ import annotations

import re

import pytest

from tests.serve.conftest import HOST, Page

SCREENS = ("/", "/try", "/rubric", "/words", "/help")


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8517",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost:8518",
        "127.0.0.1.evil.example:8517",
        "0.0.0.0:8517",
        "",
    ],
)
def test_a_foreign_host_is_refused(page: Page, host: str) -> None:
    """A name that some other site made point here (DNS rebinding) gets 400 and no cookie."""
    answer = page.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert page.state.csrf not in answer.text


def test_localhost_is_this_machine_too(stranger: Page) -> None:
    """The page can be asked for by either name of this machine."""
    opened = stranger.client.get(
        f"/open?token={stranger.state.start.value}", headers={"Host": "localhost:8517"}
    )
    assert opened.status_code == 200


@pytest.mark.parametrize("path", [*SCREENS, "/audits/x", "/progress", "/nowhere"])
def test_without_the_token_nothing_is_shown(stranger: Page, path: str) -> None:
    """Another user of this machine, or another program, gets 403."""
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert stranger.state.csrf not in answer.text and stranger.state.start.value not in answer.text


@pytest.mark.parametrize("token", ["", "wrong", "é", "x" * 5000])
def test_a_wrong_token_opens_no_door(stranger: Page, token: str) -> None:
    """Only the token of this start opens the page."""
    answer = stranger.get("/open", query_string={"token": token})
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers


def test_the_token_becomes_a_cookie_that_scripts_and_other_sites_cannot_use(
    stranger: Page,
) -> None:
    """The cookie is HttpOnly and SameSite=Strict, and ends with the browser."""
    cookie = stranger.get(f"/open?token={stranger.state.start.value}").headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
    assert "Expires" not in cookie and "Domain" not in cookie


def test_the_token_opens_one_window(stranger: Page) -> None:
    """Whoever sees the address after it was used (a log, a history) cannot come in by it."""
    told: list[str] = []
    stranger.state.start.renewed = told.append
    used = stranger.state.start.value
    assert stranger.get(f"/open?token={used}").status_code == 200
    cookie = stranger.client.get_cookie(stranger.state.cookie, domain="127.0.0.1").value
    assert used != cookie and told == [stranger.state.start.value] != [used]
    assert stranger.get(f"/open?token={used}").status_code == 200  # the same window, once more
    stranger.client.delete_cookie(stranger.state.cookie, domain="127.0.0.1")
    assert stranger.get(f"/open?token={used}").status_code == 403
    assert stranger.get(f"/open?token={cookie}").status_code == 403
    assert stranger.get(f"/open?token={told[0]}").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/audits/x/pages/99999999999999999999999.png",
        "/audits/x/pages/2147483648.png",
        "/audits/x/pages/-1.png",
        "/audits/x/pages/1e9.png",
    ],
)
def test_absurd_numbers_lead_nowhere(page: Page, path: str) -> None:
    """A page number that no document can have is not there; it breaks nothing."""
    assert page.get(path.replace("/x/", f"/{page.keep()}/")).status_code == 404


@pytest.mark.parametrize("number", ["9" * 30, "-" + "9" * 30, "x", ""])
def test_an_absurd_decision_cannot_be_withdrawn(page: Page, number: str) -> None:
    """Taking back what is not there changes nothing."""
    id = page.keep()
    answer = page.post(f"/audits/{id}/review/s0001/withdraw", {"number": number})
    assert answer.status_code == 303


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://127.0.0.1:9999",
        "null",
        "http://evil.example:8517",
    ],
)
def test_a_foreign_origin_is_refused(page: Page, origin: str) -> None:
    """A form that another site sends gets 403, even with everything else right."""
    answer = page.post("/history/delete", headers={"Origin": origin})
    assert answer.status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_makes_the_browser_ask_is_refused(page: Page, site: str) -> None:
    """The browser says who made it ask; another port of this machine is another site."""
    assert page.get("/", headers={"Sec-Fetch-Site": site}).status_code == 403


@pytest.mark.parametrize("csrf", ["", "wrong"])
def test_a_form_without_its_mark_is_refused(page: Page, csrf: str) -> None:
    """A form that is not the page's own changes nothing."""
    id = page.keep()
    assert page.post(f"/audits/{id}/delete", {"csrf": csrf}).status_code == 403
    assert page.get(f"/audits/{id}").status_code == 200


@pytest.mark.parametrize("path", SCREENS)
def test_every_screen_may_load_its_own_things_only(page: Page, path: str) -> None:
    """The policy allows no inline script, no other address, and no frame around the page."""
    answer = page.get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert answer.status_code == 200
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "http" not in policy
    nonce = re.search(r"script-src 'nonce-([\w-]+)'", policy)
    assert nonce and f'nonce="{nonce[1]}"' in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert not re.search(r'\b(src|href|action)="(https?:)?//', answer.text)
    assert not re.search(r"\son\w+=|\sstyle=|javascript:", answer.text)


def test_the_nonce_is_new_each_time(page: Page) -> None:
    """What stood in one answer opens nothing in the next."""
    first, second = (page.get("/").headers["Content-Security-Policy"] for _ in range(2))
    assert first != second


def test_an_upload_over_the_limit_is_refused(page: Page) -> None:
    """More than the limit that the first screen names gets 413, and nothing is kept of it."""
    answer = page.client.post(
        "/documents",
        data=b"x" * (page.state.limit + 100_000),
        content_type="multipart/form-data; boundary=x",
        headers={"Host": HOST, "Origin": f"http://{HOST}"},
    )
    assert answer.status_code == 413
    assert "up to 1 MB" in answer.text
    assert not list(page.state.room.iterdir()) and not page.state.jobs.all()


def test_the_limit_stands_on_the_first_screen(page: Page) -> None:
    """A person learns of the limit before the upload, not after."""
    assert "up to 1 MB at a time" in page.get("/").text


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../server.py",
        "/assets/%2e%2e/server.py",
        "/assets/page.css/../../x",
        "/audits/..%2f..%2fetc%2fpasswd",
        "/audits/x/download/../../../x",
    ],
)
def test_paths_lead_nowhere_else(page: Page, path: str) -> None:
    """No address reaches a file of the machine."""
    answer = page.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


def test_a_fault_shows_neither_trace_nor_path(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong inside is told in plain words."""

    def broken() -> None:
        raise RuntimeError("secret /home/somebody/plan.pdf")

    monkeypatch.setattr(page.state.history, "lines", broken)
    answer = page.get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text and "Traceback" not in answer.text
    assert "went wrong in the auditor" in answer.text


def test_the_host_of_the_tests_is_one_of_the_page(page: Page) -> None:
    """What the other tests rest on: the right host, token and origin are let in."""
    assert HOST in page.state.hosts
    assert page.get("/").status_code == 200
