"""People's decisions: written down, read back, found again by their words, and shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import DataError
from auditor.records import Audit
from auditor.report.view import view_of
from auditor.review.agreement import cohens_kappa
from auditor.review.applying import Reviewed, apply_reviews
from auditor.review.reading import read_reviews, reviews_of
from auditor.review.rows import draw, judged, rows_of, sampled_row
from auditor.review.sheet import render_review_csv, render_review_xlsx
from tests.builders import audit, explicit, rules, statement

TEAM = "We will open a clinic for babies."
RIGHTS = "Babies have rights from birth."


def plan(*texts: str) -> Audit:
    """A plan with two statements for babies, and more where wanted."""
    more = [statement(text) for text in texts]
    return audit(
        [
            *more,
            explicit(TEAM, strength=3, criteria=("specialist-provision",)),
            explicit(RIGHTS, strength=2, criteria=("rights-voice",)),
        ]
    )


def rows(one: Audit) -> list[dict[str, object]]:
    """The rows of the review sheet of an audit."""
    return [dict(row) for row in rows_of(view_of(one, rules()))]


def decided(one: Audit, text: str, **filled: str) -> list[dict[str, str]]:
    """The rows of an audit with a decision filled in beside one statement."""
    made = []
    for row in rows(one):
        cells = {key: "" if cell is None else str(cell) for key, cell in row.items()}
        if cells["kind"] == "statement" and cells["text"] == text:
            cells |= {"reviewer": "A. Okafor", "reason": "read it twice", **filled}
        made.append(cells)
    return made


def reviewed(one: Audit, sheet: list[dict[str, str]]) -> Reviewed:
    """An audit with the decisions of a sheet in it."""
    return apply_reviews(one, reviews_of(enumerate(sheet, 2), "sheet.csv"), rules())


def level(one: Audit, criterion: str) -> int | None:
    """The level of a criterion."""
    return next(each.level for each in one.levels if each.criterion == criterion)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_can_be_read_back(tmp_path: Path, ending: str) -> None:
    """An untouched sheet holds no decision; as many rows come back as went out."""
    path = tmp_path / f"review.{ending}"
    write = render_review_csv if ending == "csv" else render_review_xlsx
    path.write_bytes(write(rows_of(view_of(plan(), rules()))))
    assert read_reviews(path).decisions == ()


def test_rejecting_a_statement_lowers_its_question() -> None:
    """A statement that people reject addresses nobody, and its question falls to nothing."""
    one = plan()
    after = reviewed(one, decided(one, TEAM, decision="reject")).audit
    assert (level(one, "specialist-provision"), level(after, "specialist-provision")) == (3, 0)
    assert after.score.value < one.score.value


def test_relabelling_can_raise_a_question() -> None:
    """A reviewer who finds a measure can say so."""
    one = plan()
    after = reviewed(one, decided(one, TEAM, decision="relabel", new_strength="4")).audit
    assert level(after, "specialist-provision") == 4


def test_both_judgements_stand_side_by_side() -> None:
    """The account tells what the machine said, what people said, who and why."""
    one = plan()
    account = reviewed(one, decided(one, TEAM, decision="reject")).account
    entry = account["statements"][0]
    assert (entry["machine"]["reach"], entry["reviewed"]["reach"]) == ("explicit", "none")
    assert entry["decisions"][0]["reviewer"] == "A. Okafor"
    assert entry["decisions"][0]["reason"] == "read it twice"
    assert account["machine"]["score"]["value"] != account["reviewed"]["score"]["value"]


def test_a_decision_is_found_again_when_the_document_grows() -> None:
    """Other statements before it change its number and page, and not its words."""
    sheet = decided(plan(), TEAM, decision="reject")
    longer = plan("Families wait.", "Schools wait.", "Everybody waits.")
    assert level(reviewed(longer, sheet).audit, "specialist-provision") == 0


def test_a_decision_on_words_that_are_gone_is_listed_and_not_applied() -> None:
    """What was rewritten must be read again by a person."""
    sheet = decided(plan(), TEAM, decision="reject")
    rewritten = audit(
        [explicit("A clinic for babies opens.", strength=3, criteria=("specialist-provision",))]
    )
    after = reviewed(rewritten, sheet)
    assert level(after.audit, "specialist-provision") == 3
    assert after.account["unplaced"]


def test_reviewers_who_disagree_leave_the_machine_standing() -> None:
    """A conflict is shown until people settle it."""
    one = plan()
    sheet = decided(one, TEAM, decision="reject")
    other = {"reviewer": "B. Lind", "decision": "accept"}
    sheet += [row | other for row in sheet if row.get("reviewer")]
    after = reviewed(one, sheet)
    assert level(after.audit, "specialist-provision") == 3
    assert after.account["conflicts"]


def test_a_reply_of_the_authors_stands_in_the_report() -> None:
    """Whoever wrote the plan can answer beside the judgement."""
    one = plan()
    sheet = decided(one, TEAM, reply="It opened in May.", reply_by="The council")
    account = reviewed(one, sheet).account
    assert account["replies"][0]["text"] == "It opened in May."
    assert account["replies"][0]["author"] == "The council"


def test_a_choice_that_is_none_is_answered_with_its_row() -> None:
    """A slip in a sheet names the file and the row."""
    one = plan()
    with pytest.raises(DataError) as caught:
        reviewed(one, decided(one, TEAM, decision="perhaps"))
    assert caught.value.place.startswith("sheet.csv:")
    assert caught.value.remedy


def test_a_sample_is_drawn_the_same_way_each_time_and_hides_the_labels() -> None:
    """A second coder gets the same statements and none of the machine's labels."""
    view = view_of(plan("Families wait.", "Pupils wait."), rules())
    first, again = draw(judged(view), 2), draw(judged(view), 2)
    assert first == again and len(first) == 2
    for row in [sampled_row(one, hide_labels=True) for one in first]:
        assert not {"reach", "topic", "strength", "criteria"} & {k for k, v in row.items() if v}


def test_kappa_is_what_a_hand_works_out() -> None:
    """Of 50 pairs 35 agree, 25 would by chance: (0.7 - 0.5) / 0.5 (the textbook example)."""
    first = "y" * 25 + "n" * 25
    second = "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15
    assert cohens_kappa(first, second) == pytest.approx(0.4)


def test_a_level_can_be_put_aside() -> None:
    """A criterion that people call not applicable leaves the sum."""
    one = plan()
    sheet = [
        {key: "" if cell is None else str(cell) for key, cell in row.items()} for row in rows(one)
    ]
    for row in sheet:
        if row["kind"] == "criterion" and row["criterion"] == "rights-voice":
            row |= {"decision": "not_applicable", "reviewer": "A. Okafor", "reason": "other plan"}
    assert level(reviewed(one, sheet).audit, "rights-voice") is None
