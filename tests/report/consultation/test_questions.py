"""The questions of a consultation: from a file, and as somebody pastes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import DataError, UsageError
from auditor.report.consultation.questions import (
    Question,
    Questions,
    parse_questions,
    pasted_questions,
    read_questions,
)
from auditor.report.consultation.responses import render_plain_questions
from tests.builders import rubric

FILE = """title = "Have your say"

[[question]]
number = 4
text = "How can access be better?"
words = 150
criteria = ["access"]
"""


def test_a_file_is_read_with_its_limits_and_corrections() -> None:
    """A number may stand with or without quotes."""
    questions = parse_questions(FILE.encode(), "q.toml", rubric())
    assert questions.title == "Have your say"
    assert questions.question == (Question("4", "How can access be better?", 150, 0, ("access",)),)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        pytest.param("words = 150", "word = 150", r"q\.toml:6:1.*Did you mean “words”", id="key"),
        pytest.param('["access"]', '["acess"]', r"q\.toml:7:1.*no subject “acess”", id="subject"),
        pytest.param("words = 150", "words = -1", r"q\.toml:6:1.*below zero", id="limit"),
        pytest.param("words = 150", 'words = "150"', "whole number", id="kind"),
        pytest.param("number = 4", "", "“number” is missing", id="no number"),
        pytest.param("[[question]]", "[[questions]]", "unknown key", id="table"),
        pytest.param("[[question]]", "[question", "not valid TOML", id="grammar"),
        pytest.param(FILE, 'title = "x"\nquestion = []\n', "no question", id="none"),
        pytest.param(FILE, FILE + FILE.split("\n\n")[1], "stands twice", id="twice"),
    ],
)
def test_a_mistake_is_told_with_its_place(was: str, now: str, said: str) -> None:
    """File, line, and the remedy; before anything is audited."""
    with pytest.raises(DataError) as raised:
        parse_questions(FILE.replace(was, now).encode(), "q.toml", rubric())
    import re

    assert re.search(said, str(raised.value)), str(raised.value)


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    """With what to give in its place."""
    with pytest.raises(UsageError, match=r"\[\[question\]\]"):
        read_questions(tmp_path / "none.toml", rubric())


@pytest.mark.parametrize(
    ("line", "question"),
    [
        pytest.param("1. Why? (50 words)", ("1", "Why?", 50, 0), id="plain"),
        pytest.param("Q2) Why? [max. 1,500 characters]", ("2", "Why?", 0, 1500), id="characters"),
        pytest.param("Question 3a: Why?", ("3a", "Why?", 0, 0), id="no limit"),
        pytest.param("4 Why (up to 200-word answer)?", ("4", "Why ?", 200, 0), id="inside"),
        pytest.param(
            "Why are 16 words enough?", ("1", "Why are 16 words enough?", 0, 0), id="no number"
        ),
        pytest.param("5. (100 words)", ("5", "(100 words)", 100, 0), id="nothing but a limit"),
        pytest.param("1.2 Why?", ("1.2", "Why?", 0, 0), id="numbered within"),
    ],
)
def test_a_pasted_line_is_read(line: str, question: tuple[object, ...]) -> None:
    """Number, words and limit, as forms write them."""
    (one,) = pasted_questions(line).question
    assert (one.number, one.text, one.words, one.characters) == question


def test_a_line_without_a_number_goes_on_with_the_question_before() -> None:
    """Where questions are numbered; else each line is one."""
    told = pasted_questions("1. How can we\n\n help? (9 words)\n2. Why?\n")
    assert [(one.number, one.text) for one in told.question] == [
        ("1", "How can we help?"),
        ("2", "Why?"),
    ]
    told = pasted_questions("How?\nWhy?")
    assert [(one.number, one.text) for one in told.question] == [("1", "How?"), ("2", "Why?")]


def test_numbers_that_stand_twice_are_told_apart() -> None:
    """Each question keeps a number of its own."""
    told = pasted_questions("1. How?\n1. Why?").question
    assert len({one.number for one in told}) == 2


@given(st.text(max_size=300))
def test_whatever_is_pasted_can_be_kept_and_read_again(text: str) -> None:
    """Text of any kind becomes questions that their own file holds."""
    questions = pasted_questions(text)
    kept = Questions(questions.question[:30])
    if kept.question:
        content = render_plain_questions(kept)
        again = parse_questions(content, "kept", rubric())
        assert render_plain_questions(again) == content
        assert len(again.question) == len(kept.question)
