"""The audit as plain data: complete, in the order of the contract, the same every time."""

from __future__ import annotations

from auditor.records import SourceFile
from auditor.report.view import view_of
from auditor.report.views.schema import find_faults
from tests.builders import audit, explicit, rich_audit, rules, statement

VIEW = view_of(rich_audit(), rules())


def test_keys_stand_in_the_order_of_the_contract() -> None:
    """People read the file from the top: the answer first."""
    wanted = [
        "schema_version",
        "tool",
        "document",
        "verdict",
        "verdict_because",
        "flags",
        "score",
        "counts",
        "criteria",
        "statements",
        "near_misses",
        "searched",
    ]
    assert [key for key in VIEW if key in wanted] == wanted


def test_every_statement_but_none_is_listed_in_reading_order() -> None:
    """Counts count all; the list leaves out what addresses nobody."""
    assert VIEW["counts"]["statements"] == 16
    assert len(VIEW["statements"]) == 16 - VIEW["counts"]["none"]
    assert [one["id"] for one in VIEW["statements"]] == sorted(
        one["id"] for one in VIEW["statements"]
    )


def test_a_repeated_statement_says_of_which() -> None:
    """It is listed, and counts once."""
    repeated = [one for one in VIEW["statements"] if "repeat_of" in one]
    assert [one["repeat_of"] for one in repeated] == ["s0003"]
    assert not any(repeated[0]["id"] in one["evidence"] for one in VIEW["criteria"])


def test_evidence_and_flags_name_statements_that_are_listed() -> None:
    """Every level can be traced to words on a page."""
    known = {one["id"] for one in VIEW["statements"]}
    for one in VIEW["criteria"]:
        assert set(one["evidence"]) | set(one["counter"]) <= known
    for flag in VIEW["flags"]:
        assert set(flag["statements"]) <= known


def test_near_misses_say_why_they_were_set_aside() -> None:
    """References may be among them; each has its reason."""
    assert {one["place"] for one in VIEW["near_misses"]} >= {"body", "reference"}
    assert all(one["why"] for one in VIEW["near_misses"])


def test_advice_is_given_where_it_is_needed_only() -> None:
    """Model wording where the level is low, none where the question is met or does not apply."""
    for one in VIEW["criteria"]:
        assert bool(one["advice"]) is (one["applicable"] and one["level"] < 3), one["id"]


def test_boxes_lie_on_the_page_of_their_statement() -> None:
    """Points from the top left; one box a printed line."""
    for one in VIEW["statements"]:
        assert one["boxes"] and one["page"] == 1
        assert all(
            0 <= x0 < x1 <= 595 and 0 <= top < bottom <= 842 for x0, top, x1, bottom in one["boxes"]
        )


def test_without_pages_there_is_no_page() -> None:
    """A text file has words, and no boxes."""
    view = view_of(audit([explicit()], paged=False), rules())
    one = view["statements"][0]
    assert (one["page"], one["page_label"], one["boxes"]) == (None, None, None)
    assert find_faults(view) == ""


def test_several_files_are_named() -> None:
    """Each statement says which file it stands in."""
    files = (SourceFile("plan.pdf", "a" * 64, 1, 1), SourceFile("annex.pdf", "b" * 64, 1, 2))
    view = view_of(
        audit([explicit(file="annex.pdf"), statement(file="plan.pdf")], files=files), rules()
    )
    assert [file["name"] for file in view["document"]["files"]] == ["plan.pdf", "annex.pdf"]
    assert view["statements"][0]["file"] == "annex.pdf"
    assert find_faults(view) == ""


def test_ocr_is_marked_on_statements_and_named_in_the_tool() -> None:
    """A reader knows which words a machine guessed from a picture."""
    view = view_of(audit([explicit(ocr=True)], ocr_engine="tesseract 5.3"), rules())
    assert view["statements"][0]["ocr"] is True
    assert view["tool"]["ocr"] == "tesseract 5.3"
