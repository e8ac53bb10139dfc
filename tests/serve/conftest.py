"""A page without a browser: an application with hand-built audits in its history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from auditor.records import Audit
from auditor.report.view import view_of
from auditor.rules import Rules
from auditor.serve.app import make_app
from auditor.serve.app_state import AppState
from auditor.serve.jobs.queue import Jobs, worker_pool
from auditor.serve.store.history import History
from auditor.serve.store.serialisation import serialise
from tests.builders import rich_audit, rules

HOST = "127.0.0.1:8517"


@dataclass
class Page:
    """The page as a browser with its cookie sees it."""

    state: AppState
    client: FlaskClient

    def get(self, path: str, **more: Any) -> TestResponse:
        """Ask for something as the user's own browser does."""
        return self.client.get(path, headers={"Host": HOST, **more.pop("headers", {})}, **more)

    def post(self, path: str, data: dict[str, Any] | None = None, **more: Any) -> TestResponse:
        """Send a form as the user's own page does."""
        headers = {"Host": HOST, "Origin": f"http://{HOST}", **more.pop("headers", {})}
        return self.client.post(
            path, data={"csrf": self.state.csrf, **(data or {})}, headers=headers, **more
        )

    def keep(self, audit: Audit | None = None) -> str:
        """Put an audit into the history."""
        made = audit or rich_audit()
        return self.state.history.keep(view_of(made, rules()), serialise(made))


@cache
def with_words() -> Rules:
    """The rules of the tests, with the words of English."""
    return replace(rules(), languages=Rules.read(weighed=False).languages)


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Page]:
    """Make a page, and a browser without its cookie; no job is worked on."""
    history = History(tmp_path / "history")
    jobs = Jobs(history, rules(), worker_pool(), at_once=0)
    room = tmp_path / "room"
    room.mkdir()
    state = AppState(with_words(), history, jobs, room, port=8517, megabytes=1)
    yield Page(state, make_app(state).test_client(use_cookies=True))
    jobs.close()
    history.close()


@pytest.fixture
def page(stranger: Page) -> Page:
    """Make a page, and a browser that came in through its door."""
    stranger.get(f"/open?token={stranger.state.start.value}")
    return stranger


@pytest.fixture
def audits(page: Page) -> Callable[[], str]:
    """Keep audits in the page's history."""
    return page.keep
