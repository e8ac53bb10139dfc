"""`auditor verify`: a report follows from its file, or what differs is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_verify_says_that_a_report_follows_from_its_file(folder: Path, run_auditor: Run) -> None:
    """Also where the file was renamed: it looks at the bytes."""
    run_auditor("audit", "plan.md", "-o", "report.json")
    assert run_auditor("verify", "report.json", "plan.md").code == 0
    (folder / "plan.md").rename(folder / "renamed.md")
    assert run_auditor("verify", "report.json", "renamed.md").code == 0


CHANGES = [
    pytest.param("plan.md", "four weeks", "five weeks", "another one", id="a word of the file"),
    pytest.param("plan.md", "school.\n", "school. \n", "another one", id="a space in the file"),
    pytest.param("report.json", '"strength": 4', '"strength": 3', "strength", id="a label"),
    pytest.param("report.json", "be seen", "be sold", "be sold", id="a quote"),
    pytest.param("report.json", '"rubric": "2', '"rubric": "3', "rubric", id="a version"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "said"), CHANGES)
def test_verify_notices_one_changed_byte(
    file: str, right: str, wrong: str, said: str, folder: Path, run_auditor: Run
) -> None:
    """Of the file or of the report; it says what differs and exits 1."""
    run_auditor("audit", "plan.md", "-o", "report.json")
    text = (folder / file).read_text("utf-8")
    assert right in text
    (folder / file).write_text(text.replace(right, wrong, 1), "utf-8")
    ran = run_auditor("verify", "report.json", "plan.md")
    assert ran.code == 1
    assert said in ran.err


def test_decisions_that_are_put_back_in_are_verified_with_them(
    folder: Path, run_auditor: Run
) -> None:
    """A reviewed report follows from its file and its reviews, and says so without them."""
    run_auditor("audit", "plan.md", "-o", "first.json")
    run_auditor("review", "first.json", "-o", "sheet.csv")
    run_auditor("audit", "plan.md", "--reviews", "sheet.csv", "-o", "report.json")
    with_them = run_auditor("verify", "report.json", "plan.md", "--reviews", "sheet.csv")
    assert with_them.code == 0
    without = run_auditor("verify", "report.json", "plan.md")
    assert without.code == 1 and "--reviews" in without.err


@pytest.mark.parametrize("ending", ["html", "pdf", "docx"])
def test_a_report_is_verified_by_the_audit_inside_it(
    ending: str, folder: Path, run_auditor: Run
) -> None:
    """Whoever was sent a report as HTML, PDF or Word can check it."""
    run_auditor("audit", "plan.md", "-o", f"report.{ending}")
    ran = run_auditor("verify", f"report.{ending}", "plan.md")
    assert (ran.code, ran.err) == (0, "") and "the audit inside it follows" in ran.out
    assert run_auditor("verify", f"report.{ending}", "old.md").code == 1
