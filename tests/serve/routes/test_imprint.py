"""Whose report it is: asked once, remembered, and printed in every format."""

from __future__ import annotations

import io
import re

import pytest

from tests.serve.conftest import Page
from tests.serve.store.test_imprints import PIXEL

TOLD = {"title": "Our own title", "date": "1 May 2027", "author": "A charity"}


def test_title_date_author_and_logo_stand_in_the_reports(page: Page) -> None:
    """In the report in the page and in downloads; author and logo in the next audit's too."""
    id, other = page.keep(), page.keep()
    form = {**TOLD, "logo": (io.BytesIO(PIXEL), "logo.png")}
    assert page.post(f"/audits/{id}/imprint", form).status_code == 303
    for text in (
        page.get(f"/audits/{id}/report").text,
        page.get(f"/audits/{id}/download/md").text,
    ):
        assert all(one in text for one in TOLD.values())
    assert "data:image/png" in page.get(f"/audits/{id}/report").text
    following = page.get(f"/audits/{other}/report").text
    assert "A charity" in following and "Our own title" not in following
    assert page.get("/logo").data == PIXEL
    assert 'value="A charity"' in page.get(f"/audits/{other}/imprint").text


def test_a_logo_stays_until_it_is_taken_away(page: Page) -> None:
    """Saving the form without a file does not lose it."""
    id = page.keep()
    page.post(f"/audits/{id}/imprint", {**TOLD, "logo": (io.BytesIO(PIXEL), "logo.png")})
    page.post(f"/audits/{id}/imprint", TOLD)
    assert page.get("/logo").status_code == 200
    page.post(f"/audits/{id}/imprint", {**TOLD, "no-logo": "1"})
    assert page.get("/logo").status_code == 404


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"GIF89a", "neither PNG nor JPEG", id="kind"),
        pytest.param(PIXEL + bytes(600), "Save it smaller", id="size"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_refused(
    page: Page, content: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to do about it; nothing is kept of the form."""
    monkeypatch.setattr("auditor.report.story.imprint.LARGEST_LOGO", 500)
    id = page.keep()
    answer = page.post(f"/audits/{id}/imprint", {**TOLD, "logo": (io.BytesIO(content), "l.png")})
    assert answer.status_code == 422 and said in answer.text
    assert page.get("/logo").status_code == 404


def test_beside_a_bad_logo_what_was_typed_stands_again(page: Page) -> None:
    """In the form, with what to do; not in the reports, and the logo of before is kept."""
    id = page.keep()
    page.post(f"/audits/{id}/imprint", {"logo": (io.BytesIO(PIXEL), "l.png")})
    sent = {**TOLD, "no-logo": "1", "logo": (io.BytesIO(b"GIF89a"), "l.gif")}
    form = page.post(f"/audits/{id}/imprint", sent).text
    assert all(f'value="{one}"' in form for one in TOLD.values())
    assert re.search(r'id="no-logo" checked', form) and "choose it again" in form
    again = page.get(f"/audits/{id}/imprint").text
    assert not any(one in again for one in TOLD.values()) and page.get("/logo").data == PIXEL
