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


@pytest.mark.parametrize(
    "on", [{}, {"statement": "s0004", "show": "babies"}, {"criterion": "access"}]
)
@pytest.mark.parametrize(
    ("fields", "said"),
    [({"reply": " "}, "write down what they say"), ({"author": " "}, "say who replies")],
)
def test_a_reply_that_lacks_something_stands_in_its_form_again(
    page: Page, on: dict[str, str], fields: dict[str, str], said: str
) -> None:
    """On the screen from which it came, with what it lacks; nothing is kept."""
    id = page.keep()
    answer = page.post(f"/audits/{id}/replies", {**TOLD, **fields, **on})
    assert answer.status_code == 422 and said in answer.text
    form = answer.text.partition('<section id="replies"')[2]
    assert "<details open>" in form
    assert all(one.strip() in form for one in {**TOLD, **fields}.values())
    assert f'name="statement" value="{on.get("statement", "")}"' in form
    assert f'name="show" value="{on.get("show", "")}"' in form or "statement" not in on
    assert not page.state.history.remarks.replies(id)


@pytest.mark.parametrize("on", [{"statement": "s9999"}, {"criterion": "astrology"}])
def test_a_reply_to_nothing_is_refused(page: Page, on: dict[str, str]) -> None:
    """What is replied to must be there."""
    id = page.keep()
    assert page.post(f"/audits/{id}/replies", {**TOLD, **on}).status_code == 400
