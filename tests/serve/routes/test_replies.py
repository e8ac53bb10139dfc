"""The authors' reply is typed in, stands in the report, and can be taken back."""

from __future__ import annotations

import pytest

from tests.serve.conftest import Page

TOLD = {"reply": "Our access policy is published apart.", "author": "The Council"}


@pytest.mark.parametrize(
    ("on", "place"),
    [
        pytest.param({}, "On the report as a whole", id="report"),
        pytest.param({"statement": "s0004"}, "On s0004", id="statement"),
        pytest.param({"criterion": "access"}, "The authors reply", id="question"),
    ],
)
def test_a_reply_stands_in_the_report_beside_what_it_is_on(
    page: Page, on: dict[str, str], place: str
) -> None:
    """In the page, in every format, and in the file for the command line."""
    id = page.keep()
    assert page.post(f"/audits/{id}/replies", {**TOLD, **on}).status_code == 303
    report = page.get(f"/audits/{id}/report").text
    assert TOLD["reply"] in report and place in report
    data = page.get(f"/audits/{id}/download/json").json
    assert data is not None and data["reviews"]["counts"]["replies"] == 1
    assert TOLD["reply"] in page.get(f"/audits/{id}/reviews.json").text
    assert "With people’s decisions" not in page.get(f"/audits/{id}").text


def test_a_reply_can_be_taken_back(page: Page) -> None:
    """Then no report has it."""
    id = page.keep()
    page.post(f"/audits/{id}/replies", {**TOLD, "criterion": "access"})
    number = page.state.history.remarks.replies(id)[0]["number"]
    page.post(f"/audits/{id}/replies/withdraw", {"number": number, "criterion": "access"})
    assert TOLD["reply"] not in page.get(f"/audits/{id}/report").text


@pytest.mark.parametrize("fields", [{"reply": " "}, {"author": ""}])
def test_an_empty_reply_is_not_kept(page: Page, fields: dict[str, str]) -> None:
    """Words and a name are needed."""
    id = page.keep()
    page.post(f"/audits/{id}/replies", {**TOLD, **fields})
    assert not page.state.history.remarks.replies(id)


@pytest.mark.parametrize("on", [{"statement": "s9999"}, {"criterion": "astrology"}])
def test_a_reply_to_nothing_is_refused(page: Page, on: dict[str, str]) -> None:
    """What is replied to must be there."""
    id = page.keep()
    assert page.post(f"/audits/{id}/replies", {**TOLD, **on}).status_code == 400
