"""A page without a browser: an application with hand-built audits in its history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from auditor.records import Audit
from auditor.report.view import view_of
from auditor.serve.app import make_app
from auditor.serve.desk import Desk
from auditor.serve.history import History
from auditor.serve.jobs import Jobs
from auditor.serve.parcel import pack
from tests.builders import rich_audit, rules

HOST = "127.0.0.1:8517"


@dataclass
class Page:
    """The page as a browser with its cookie sees it."""

    desk: Desk
    client: FlaskClient

    def get(self, path: str, **more: Any) -> TestResponse:
        """Ask for something as the user's own browser does."""
        return self.client.get(path, headers={"Host": HOST, **more.pop("headers", {})}, **more)

    def post(self, path: str, data: dict[str, Any] | None = None, **more: Any) -> TestResponse:
        """Send a form as the user's own page does."""
        headers = {"Host": HOST, "Origin": f"http://{HOST}", **more.pop("headers", {})}
        return self.client.post(
            path, data={"csrf": self.desk.csrf, **(data or {})}, headers=headers, **more
        )

    def keep(self, audit: Audit | None = None) -> str:
        """Put an audit into the history."""
        made = audit or rich_audit()
        return self.desk.history.keep(view_of(made, rules()), pack(made))


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Page]:
    """Make a page, and a browser without its cookie; no job is worked on."""
    history = History(tmp_path / "history")
    jobs = Jobs(history, rules(), at_once=0)
    room = tmp_path / "room"
    room.mkdir()
    desk = Desk(rules(), history, jobs, room, port=8517, megabytes=1)
    yield Page(desk, make_app(desk).test_client(use_cookies=True))
    jobs.close()
    history.close()


@pytest.fixture
def page(stranger: Page) -> Page:
    """Make a page, and a browser that came in through its door."""
    stranger.get(f"/open?token={stranger.desk.token}")
    return stranger


@pytest.fixture
def audits(page: Page) -> Callable[[], str]:
    """Keep audits in the page's history."""
    return page.keep
