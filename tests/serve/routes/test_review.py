"""Review in the page: what people decide is kept, counts, and can be used again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from auditor.report.view import view_of
from auditor.review.applying import apply_reviews
from auditor.review.reading import read_reviews
from auditor.serve.routes.review_form import LONGEST_REASON
from tests.builders import rich_audit
from tests.serve.conftest import Page


def _decide(page: Page, id: str, statement: str = "s0004", **fields: Any) -> int:
    data = {"choice": "reject", "reviewer": "A. Okafor", "reason": "It is a name only.", **fields}
    return page.post(f"/audits/{id}/review/{statement}?show=babies", data).status_code


def _score(page: Page, id: str, which: str) -> str:
    text = page.get(f"/audits/{id}/review").text
    found = re.search(rf'id="{which}-score">([^<]+)<', text)
    assert found is not None
    return found[1]


def test_a_decision_changes_the_reviewed_score_and_not_the_machine_s(page: Page) -> None:
    """Both scores stand side by side; only people's moves."""
    id = page.keep()
    before = _score(page, id, "machine")
    assert _score(page, id, "reviewed") == before
    assert _decide(page, id) == 303
    assert _score(page, id, "machine") == before
    assert float(_score(page, id, "reviewed")) < float(before)


def test_who_has_come_to_the_end_of_a_list_is_told_so(page: Page) -> None:
    """The next statement comes after each; after the last the page says that it was the last."""
    id = page.keep()
    listed = page.get(f"/audits/{id}/review?show=babies").text
    ids = list(dict.fromkeys(re.findall(r"/review/(s\d+)\?", listed)))
    assert len(ids) > 1
    for statement, told in ((ids[0], "This is the next"), (ids[-1], "That was the last")):
        data = {"choice": "accept", "reviewer": "A. Okafor"}
        answer = page.post(f"/audits/{id}/review/{statement}?show=babies", data)
        assert told in page.get(answer.headers["Location"]).text


def test_the_report_tells_who_decided_what_and_why(page: Page) -> None:
    """The report in the page has the account of people's decisions in it."""
    id = page.keep()
    _decide(page, id)
    report = page.get(f"/audits/{id}/report").text
    assert "A. Okafor" in report and "It is a name only." in report
    assert "machine alone said" in page.get(f"/audits/{id}").text


def test_the_reviews_file_gives_the_same_audit_on_the_command_line(
    page: Page, tmp_path: Path
) -> None:
    """What is downloaded here, `--reviews` reads, to the same score and levels."""
    id = page.keep()
    _decide(page, id)
    _decide(page, id, "s0005", choice="accept", reason="")
    _decide(page, id, "s0002", choice="relabel", reach="generic", topic="mental", strength="1")
    _decide(page, id, "s0003", criterion="early-foundations")
    page.post(
        f"/audits/{id}/questions/data",
        {"choice": "not_applicable", "reviewer": "B. Lind", "reason": "No data here."},
    )
    path = tmp_path / "plan-reviews.json"
    path.write_bytes(page.get(f"/audits/{id}/reviews.json").data)
    chosen = page.state.rules
    reviewed = apply_reviews(rich_audit(), read_reviews(path), chosen)
    in_page = page.get(f"/audits/{id}/download/json").json
    assert in_page is not None
    assert {**view_of(reviewed.audit, chosen), "reviews": reviewed.account} == in_page
    assert in_page["reviews"]["counts"]["decisions"] == 5
    assert in_page["reviews"]["counts"]["unplaced"] == 0


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reason": ""}, "Please give a reason"),
        ({"reviewer": "  "}, "Please give your name"),
    ],
)
def test_a_decision_without_name_or_reason_is_asked_for_it(
    page: Page, fields: dict[str, str], said: str
) -> None:
    """The form comes back as it was sent, with what is missing."""
    id = page.keep()
    answer = page.post(
        f"/audits/{id}/review/s0004?show=babies",
        {
            "choice": "reject",
            "reviewer": "A. Okafor",
            "reason": "Because.",
            **fields,
        },
    )
    assert answer.status_code == 422
    assert said in answer.text
    assert re.search(r'value="reject"[^>]*checked', answer.text)
    assert not page.state.history.remarks.decisions(id)


@pytest.mark.parametrize("choice", ["relabel", "reject"])
def test_all_that_was_typed_stands_in_the_form_again(page: Page, choice: str) -> None:
    """Labels, questions and ticks too, and those that the choice of now does not need."""
    id = page.keep()
    for reviewer in ("A. Okafor", "B. Lind"):
        _decide(page, id, reviewer=reviewer)
    labels = {
        "reach": "excluded",
        "topic": "other",
        "strength": "3",
        "criteria": ["access", "workforce"],
    }
    form = page.post(
        f"/audits/{id}/review/s0004?show=babies",
        {"choice": choice, "reviewer": "C. Mensah", "settles": "1", **labels},
    ).text
    assert "Please give a reason" in form and 'value="C. Mensah"' in form
    chosen = re.findall(r'<option value="(\w+)" selected', form)
    assert [one for one in chosen if one in labels.values()] == ["excluded", "other", "3"]
    ticked = re.findall(
        r'name="(?:criteria|settles|choice)"[^>]*value="([\w-]+)"[^>]* checked', form
    )
    assert ticked == [choice, "access", "workforce", "1"]


def test_a_reason_of_many_lines_is_kept_whole(page: Page) -> None:
    """As long as the form allows, in which the end of a line is one character."""
    id = page.keep()
    reason = "\n".join(["x" * 79] * 50)
    assert len(reason) == LONGEST_REASON - 1
    _decide(page, id, reason=reason.replace("\n", "\r\n"))
    assert page.state.history.remarks.decisions(id)[0]["reason"] == reason


@pytest.mark.parametrize(
    "fields",
    [
        {"choice": "explode"},
        {"criterion": "none"},
        {"choice": "relabel", "reach": "everyone"},
        {"choice": "relabel", "reach": "explicit", "topic": "mental", "strength": "9"},
    ],
)
def test_answers_that_the_form_does_not_offer_are_refused(
    page: Page, fields: dict[str, str]
) -> None:
    """Nothing but the form's own answers reaches the history."""
    id = page.keep()
    assert _decide(page, id, **fields) == 400
    assert not page.state.history.remarks.decisions(id)


def test_one_person_s_later_decision_replaces_the_earlier(page: Page) -> None:
    """A change of mind is one decision, a second person's is another."""
    id = page.keep()
    _decide(page, id)
    _decide(page, id, choice="accept")
    _decide(page, id, reviewer="B. Lind")
    said = [(one["reviewer"], one["choice"]) for one in page.state.history.remarks.decisions(id)]
    assert said == [("A. Okafor", "accept"), ("B. Lind", "reject")]


def test_a_decision_can_be_taken_back(page: Page) -> None:
    """Then the report is the machine's again."""
    id = page.keep()
    _decide(page, id)
    number = page.state.history.remarks.decisions(id)[0]["number"]
    page.post(f"/audits/{id}/review/s0004/withdraw", {"number": number})
    assert not page.state.history.remarks.decisions(id)
    assert _score(page, id, "machine") == _score(page, id, "reviewed")


def test_a_level_can_be_decided_on(page: Page) -> None:
    """A question that does not apply leaves the sum."""
    id = page.keep()
    answer = page.post(
        f"/audits/{id}/questions/access",
        {
            "choice": "relabel",
            "level": "1",
            "reviewer": "A. Okafor",
            "reason": "Too generous.",
        },
    )
    assert answer.status_code == 303
    report = page.get(f"/audits/{id}/download/json").json
    assert report is not None
    assert {one["id"]: one["level"] for one in report["criteria"]}["access"] == 1


def test_words_that_were_set_aside_can_be_brought_back(page: Page) -> None:
    """A reviewer may say that a near miss names babies after all."""
    id = page.keep()
    view = page.state.history.find_view(id)
    assert view is not None
    missed = next(one["id"] for one in view["near_misses"] if one["place"] == "body")
    screen = page.get(f"/audits/{id}/review/{missed}?show=misses")
    assert screen.status_code == 200
    answer = page.post(
        f"/audits/{id}/review/{missed}?show=misses",
        {
            "choice": "relabel",
            "reach": "explicit",
            "topic": "mental",
            "strength": "2",
            "criteria": ["own-mental-health"],
            "reviewer": "A. Okafor",
            "reason": "They are babies.",
        },
    )
    assert answer.status_code == 303
    after = page.get(f"/audits/{id}/download/json").json
    assert after is not None
    assert {one["id"]: one["reach"] for one in after["statements"]}[missed] == "explicit"


def test_the_page_of_a_statement_is_shown_with_its_words_marked(page: Page) -> None:
    """The picture of the page carries a mark for each line of the statement."""
    id = page.keep()
    page.state.history.keep_picture(id, 1, b"\x89PNG")
    text = page.get(f"/audits/{id}/review/s0004?show=babies").text
    assert f"/audits/{id}/pages/1.png" in text
    assert text.count('class="evidence"') == 1
    assert page.get(f"/audits/{id}/pages/1.png").mimetype == "image/png"
