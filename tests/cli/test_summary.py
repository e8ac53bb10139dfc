"""What is printed of one audit."""

from __future__ import annotations

from pathlib import Path

from auditor.cli.summary import summarise
from auditor.report.view import view_of
from tests.builders import audit, rich_audit, rules, statement


def test_answer_score_and_places_are_told() -> None:
    """Reports and answers each by their name; a report that was printed is not a place."""
    made = rich_audit()
    answers = [Path("a-answers.txt")]
    told = summarise(view_of(made, rules()), [Path("a.html"), None], rules(), answers=answers)
    lines = told.splitlines()
    assert lines[0].startswith("plan.pdf: ") and "score" in lines[0]
    assert lines[1] == made.verdict.because
    assert "Not yet checked by a person." in lines
    assert lines[-2:] == ["Report: a.html", "Answers: a-answers.txt"]


def test_no_score_is_told_where_there_is_none() -> None:
    """A scanned document has no score, not the score 0."""
    made = audit([statement()], unread=range(2, 12), pages=12)
    assert "no score" in summarise(view_of(made, rules()), [], rules())


def test_a_score_that_no_doubt_moves_has_no_range() -> None:
    """Nobody is told that 0 lies between 0 and 0."""
    silent = audit([statement(reach="none")])
    first = summarise(view_of(silent, rules()), [], rules()).splitlines()[0]
    assert first.endswith("score 0 of 100")
    assert " (between " in summarise(view_of(rich_audit(), rules()), [], rules()).splitlines()[0]
