"""`auditor audit --answers`: the files beside the report."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.cli.answers import read_asked
from auditor.errors import DataError
from tests.builders import rules

Run = Callable[..., Any]
QUESTIONS = """title = "Have your say"

[[question]]
number = 1
text = "How can access be made easier?"
words = 150

[[question]]
number = 2
text = "What is your postcode?"
"""


@pytest.fixture
def asked(folder: Path) -> Path:
    """Write a consultation of two questions."""
    path = folder / "questions.toml"
    path.write_text(QUESTIONS)
    return path


def test_answers_stand_beside_the_report(folder: Path, asked: Path, run_auditor: Run) -> None:
    """Text, Word and the questions with their matches, in the report's own folder."""
    (folder / "out").mkdir()
    ran = run_auditor("audit", "old.md", "-o", "out/report.html", "--answers", "questions.toml")
    assert ran.code == 0
    names = sorted(path.name for path in (folder / "out").iterdir())
    assert names == ["old-answers.docx", "old-answers.txt", "old-questions.toml", "report.html"]
    told = (folder / "out" / "old-answers.txt").read_text("utf-8-sig")
    assert "Nothing here for this question." in told and "aged 5 to 18.” (under “1 What" in told
    assert f"Answers: {Path('out') / 'old-answers.txt'}" in ran.out


def test_answers_come_without_a_report_too(folder: Path, asked: Path, run_auditor: Run) -> None:
    """Into the folder one works in; printed data is not mixed with them."""
    before = {path.name for path in folder.iterdir()}
    assert run_auditor("audit", "old.md", "--no-report", "--answers", "questions.toml").code == 0
    made = {path.name for path in folder.iterdir()} - before
    assert made == {"old-answers.docx", "old-answers.txt", "old-questions.toml"}


def test_a_corrected_match_is_given_back(folder: Path, asked: Path, run_auditor: Run) -> None:
    """The file of matches, changed and given, changes the answer."""
    run_auditor("audit", "old.md", "--no-report", "--answers", "questions.toml", "-q")
    matched = (folder / "old-questions.toml").read_text("utf-8")
    assert tomllib.loads(matched)["question"][0]["criteria"] == ["access"]
    (folder / "mine.toml").write_text(matched.replace('["access"]', '["workforce"]'), "utf-8")
    run_auditor("audit", "old.md", "--no-report", "--answers", "mine.toml", "-q")
    told = (folder / "old-answers.txt").read_text("utf-8-sig")
    assert "infant workforce" in told and "aged 5 to 18" not in told


def test_the_questions_that_were_given_are_never_replaced(
    folder: Path, asked: Path, run_auditor: Run
) -> None:
    """A file of a person's own is not written over."""
    own = folder / "old-questions.toml"
    own.write_text(QUESTIONS)
    ran = run_auditor("audit", "old.md", "--no-report", "--answers", "old-questions.toml")
    assert ran.code == 2 and "another name" in ran.err
    assert own.read_text() == QUESTIONS


def test_a_mistake_in_the_questions_costs_no_audit(folder: Path) -> None:
    """It is told before anything is read."""
    (folder / "questions.toml").write_text(QUESTIONS.replace("words", "word"))
    with pytest.raises(DataError, match=r"questions\.toml:6:1"):
        read_asked(folder / "questions.toml", rules())
    assert read_asked(None, rules()) is None
