"""The door, the assets, errors in plain words."""

from __future__ import annotations

import errno
import sqlite3

import pytest

from auditor.errors import UsageError
from auditor.serve.routes.core import ASSETS, read_asset, went_wrong
from tests.serve.conftest import Page


@pytest.mark.parametrize("name", ASSETS)
def test_an_asset_is_answered_by_its_kind(page: Page, name: str) -> None:
    """The style sheet, the script, the icon."""
    answer = page.get(f"/assets/{name}")
    assert answer.status_code == 200 and answer.content_type.startswith(ASSETS[name][0])
    assert page.get("/assets/nothing.js").status_code == 404


@pytest.mark.parametrize("name", ASSETS)
def test_what_a_screen_wears_is_read_once(name: str) -> None:
    """It does not change while the server runs."""
    assert read_asset(name) is read_asset(name)


def test_the_style_sheet_is_told_to_browsers_as_it_is_written() -> None:
    """No `>` between selectors is escaped as if it were text of a page."""
    assert "main > section" in read_asset("page.css") and "&gt;" not in read_asset("page.css")


def test_the_door_opens_once(stranger: Page) -> None:
    """A second window needs another address."""
    token = stranger.state.start.value
    assert stranger.get(f"/open?token={token}").status_code == 200
    assert stranger.state.start.value != token and stranger.get("/help").status_code == 200


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UsageError("no such thing", remedy="Do that."), 422),
        (OSError(errno.ENOSPC, "full"), 507),
        (sqlite3.OperationalError("database is locked"), 503),
        (ValueError("a bug"), 500),
    ],
)
def test_an_error_is_answered_in_plain_words(page: Page, error: Exception, status: int) -> None:
    """Its particulars go to the log."""
    with page.client.application.test_request_context("/"):
        answer = went_wrong(error)
        assert answer.status_code == status and "a bug" not in answer.get_data(as_text=True)
