"""Two coders in the page: side by side, how far they agree, and what is to stand."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.serve.conftest import Page

REACHES = {"s0001": "older", "s0002": "generic", "s0004": "explicit", "s0005": "explicit"}


def label(page: Page, id: str, who: str, statement: str, reach: str, **more: Any) -> None:
    """Let somebody label a statement."""
    data = {"choice": "relabel", "reach": reach, "topic": "mental", "strength": "2"}
    told = {**data, "reviewer": who, "reason": "As I read it.", **more}
    assert page.post(f"/audits/{id}/review/{statement}", told).status_code == 303


def coded(page: Page) -> str:
    """Keep an audit that two people have coded; they differ on one statement."""
    id = page.keep()
    for statement, reach in REACHES.items():
        label(page, id, "A. Okafor", statement, reach)
        label(page, id, "B. Lind", statement, "nominal" if statement == "s0004" else reach)
    return id


def stands(page: Page, id: str, statement: str) -> str:
    """Return the reach of a statement in the report."""
    report = page.get(f"/audits/{id}/download/json").json
    assert report is not None
    return str({one["id"]: one["reach"] for one in report["statements"]}[statement])


def test_two_coders_stand_side_by_side_with_kappa(page: Page) -> None:
    """Three of four labels are the same: kappa by hand is (0.75 - 0.25) / (1 - 0.25)."""
    id = coded(page)
    text = page.get(f"/audits/{id}/coders").text
    assert "1 statement on which they differ" in text
    row = re.search(r"Whom it speaks of</th>(.*?)</tr>", text, re.S)
    assert row is not None
    assert re.findall(r'class="n">([^<]*)<', row[1]) == ["4", "75\xa0%", "0.67"]


def test_a_disagreement_is_settled_and_opened_again(page: Page) -> None:
    """Until then the machine's judgement stands; after it, what was settled."""
    id = coded(page)
    before = stands(page, id, "s0004")
    told = {"statement": "s0004", "stands": "second", "first": "A. Okafor", "second": "B. Lind"}
    missing = page.post(f"/audits/{id}/coders", {**told, "reviewer": "C. Mensah"})
    assert missing.status_code == 422 and "Please give a reason" in missing.text
    done = page.post(
        f"/audits/{id}/coders", {**told, "reviewer": "C. Mensah", "reason": "Only a range."}
    )
    assert done.status_code == 303
    assert stands(page, id, "s0004") == "nominal" != before
    report = page.get(f"/audits/{id}/report").text
    assert "C. Mensah" in report and "and so settles it" in report
    screen = page.get(f"/audits/{id}/coders").text
    assert "Only a range." in screen
    number = re.search(r'name="number" value="(\d+)"', screen)
    assert number is not None
    page.post(f"/audits/{id}/coders/withdraw", {"number": number[1]})
    assert stands(page, id, "s0004") == before


def test_a_coder_may_hide_what_others_decided(page: Page) -> None:
    """A second coder sees their own decisions alone, until they show the others again."""
    id = coded(page)
    label(page, id, "B. Lind", "s0005", "explicit")
    page.post(f"/audits/{id}/alone", {"alone": "1"})
    hidden = page.get(f"/audits/{id}/review/s0004").text
    assert "B. Lind" in hidden and "A. Okafor" not in hidden
    page.post(f"/audits/{id}/alone")
    assert "A. Okafor" in page.get(f"/audits/{id}/review/s0004").text


def test_one_person_alone_is_told_how_a_second_begins(page: Page) -> None:
    """There is nothing to compare."""
    id = page.keep()
    label(page, id, "A. Okafor", "s0004", "explicit")
    assert "Only 1 person has" in page.get(f"/audits/{id}/coders").text
    assert page.post(f"/audits/{id}/coders", {"statement": "s0004"}).status_code == 400


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reason": "Only a range.", "reviewer": " "}, "Please give your name"),
        ({"reason": " ", "reviewer": "C. Mensah"}, "Please give a reason"),
    ],
)
def test_what_was_typed_to_settle_stands_again(
    page: Page, fields: dict[str, str], said: str
) -> None:
    """In its own row, which is open, beside what is lacking; the other rows stay shut and empty."""
    id = coded(page)
    label(page, id, "B. Lind", "s0005", "nominal")
    told = {"statement": "s0005", "stands": "second", "first": "A. Okafor", "second": "B. Lind"}
    screen = page.post(f"/audits/{id}/coders", {**told, **fields}).text
    rows = {
        one: screen.partition(f'<li id="row-{one}">')[2].partition("</li>")[0] for one in REACHES
    }
    mine, other = rows["s0005"], rows["s0004"]
    assert (
        "<details open>" in mine
        and said in mine
        and 'value="second" id="second-s0005" checked' in mine
    )
    assert fields["reason"].strip() in mine and fields["reviewer"].strip() in mine
    assert "<details>" in other and said not in other and "checked" not in other
    assert "Only a range." not in other
