"""The consultation pack: texts that can be pasted as a letter, without a word of the tool."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest

from auditor.pipeline import audit_document
from auditor.records import Reading
from auditor.report.consultation.pack import render_pack
from auditor.report.view import view_of
from auditor.rules import Rules

SAMPLES = Path(__file__).parents[3] / "samples"
PLANS = ("01-measured", "02-absent", "03-excluded-by-floor", "05-nominal", "06-mentioned")
PASTED = ("summary.txt", "amendments.txt")
JARGON = re.compile(
    r"\b(levels?|statements?|score|rubric|(?<!referral )criteri(?:a|on)|verdict|lexicons?|SHA-256|s\d{4})\b",
    re.I,
)


@cache
def pack(plan: str) -> dict[str, bytes]:
    """Make the pack of a sample plan."""
    rules, path = Rules.read(), SAMPLES / f"{plan}.pdf"
    audit = audit_document(path, rules, reading=Reading(ocr="off"))
    made = zipfile.ZipFile(io.BytesIO(render_pack(path, view_of(audit, rules), audit, rules)))
    return {name: made.read(name) for name in made.namelist()}


def text(plan: str, name: str) -> str:
    """Read one of the texts of a pack."""
    return pack(plan)[name].decode("utf-8-sig").replace("\r\n", "\n")


@pytest.mark.parametrize("name", PASTED)
@pytest.mark.parametrize("plan", PLANS)
def test_no_word_of_the_tool_stands_in_what_is_pasted(plan: str, name: str) -> None:
    """A letter speaks of the plan; quotes are the plan's own words and may say anything."""
    ours = re.sub(r"“[^”]*”", "", text(plan, name))
    assert not JARGON.findall(ours)


@pytest.mark.parametrize("name", PASTED)
@pytest.mark.parametrize("plan", PLANS)
def test_no_sentence_is_cut(plan: str, name: str) -> None:
    """A quote for pasting is whole."""
    assert "…" not in text(plan, name)


@pytest.mark.parametrize("plan", PLANS)
def test_nothing_is_both_said_and_not_yet_said(plan: str) -> None:
    """A question stands in one of the two lists only."""
    told = text(plan, "summary.txt")
    says, _, silent = told.partition("WHAT IT DOES NOT YET SAY")
    missing = re.findall(r"^- (.+)\.$", silent.split("WHAT WE ASK")[0], re.M)
    assert missing or plan == "01-measured"
    assert not [title for title in missing if f"- {title}: “" in says]


def test_nobody_is_asked_to_lift_a_limit_that_is_not_there() -> None:
    """The absent plan sets no limit of age; the one with a floor does."""
    assert "remove any lower age limit" not in text("02-absent", "amendments.txt")
    assert "remove any lower age limit" in text("03-excluded-by-floor", "amendments.txt")


def test_every_suggestion_says_where_it_belongs_and_what_stands_there() -> None:
    """What the plan says, where to add words, and the words."""
    told = text("03-excluded-by-floor", "amendments.txt")
    suggestions = re.split(r"\n\n(?=\d+\. )", told)[1:]
    assert len(suggestions) >= 10
    for one in suggestions:
        assert "What the plan says:" in one and "Where to add it:" in one and "What to add:" in one


def test_the_pack_holds_both_summaries_and_both_reports() -> None:
    """All that a response needs, each of its kind."""
    begins = {
        "summary.pdf": b"%PDF-",
        "report.pdf": b"%PDF-",
        "annotated.pdf": b"%PDF-",
        "summary.docx": b"PK",
        "report.docx": b"PK",
        "audit.json": b"{",
    }
    made = pack("03-excluded-by-floor")
    assert {*begins, *PASTED, "contents.txt"} == set(made)
    assert all(made[name].startswith(sign) for name, sign in begins.items())


def test_an_unchecked_pack_says_so() -> None:
    """Whoever pastes the summary is told that no person has checked it."""
    assert "a person has not yet checked" in text("05-nominal", "summary.txt")
