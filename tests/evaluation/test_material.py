"""What learning works on: folds, features that are learnt, tables, and the questions asked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from auditor.evaluation.gold import GoldStatement
from auditor.evaluation.material import Material, asked_of
from auditor.records import Passage

BABIES = GoldStatement("1", Passage("Babies."), "explicit", "mental", 3, ("access",), fold=0)
OLDER = GoldStatement("2", Passage("Teenagers."), "older", None, 0, (), fold=1)
FEATURES = ((("mark:a", "mark:b"), ("x",), ()), (("mark:a",), ("x",), ("h.mark:b",)))
MATERIAL = Material((BABIES, OLDER), (), FEATURES, frozenset(("b",)))


def test_no_statement_is_learnt_from_and_judged() -> None:
    """Each is judged in one fold, and learnt from in all others."""
    parts = MATERIAL.parts()
    assert [list(test) for _, test in parts[:2]] == [[0], [1]]
    assert all(sorted((*train, *test)) == [0, 1] for train, test in parts)


def test_a_feature_of_one_statement_is_not_learnt() -> None:
    """It would serve that statement alone."""
    assert MATERIAL.names_in([0, 1]) == ["mark:a", "x"]


def test_a_block_weighs_as_a_whole() -> None:
    """Two features of a block weigh less each than one that stands alone."""
    pytest.importorskip("scipy", reason="tables are scipy's")
    table = MATERIAL.table([0, 1], {"mark:a": 0, "mark:b": 1}).toarray()
    assert table[0][0] == table[0][1] == pytest.approx(table[1][0] / np.sqrt(2))


def test_marks_of_subjects_do_not_tell_whom_a_statement_names() -> None:
    """They are left out of the question of reach."""
    pytest.importorskip("scipy", reason="tables are scipy's")
    assert list(MATERIAL.of_people(["mark:a", "mark:b"]).diagonal()) == [1.0, 0.0]


@pytest.mark.parametrize(
    ("question", "of_babies", "of_older", "answer"),
    [
        ("reach", True, True, 0),
        ("topic", True, False, 1),
        ("strength", True, False, 2),
        ("criteria:access", True, False, 1),
        ("criteria:data", True, False, 0),
    ],
)
def test_a_question_is_asked_of_those_whom_it_concerns(
    question: str, of_babies: bool, of_older: bool, answer: int
) -> None:
    """And gold's answer is its place among the labels."""
    is_asked, answer_of = asked_of(question)
    assert (is_asked(BABIES), is_asked(OLDER)) == (of_babies, of_older)
    assert answer_of(BABIES) == answer


@pytest.mark.parametrize(
    ("question", "asked"), [("reach", False), ("topic", True), ("criteria:access", False)]
)
def test_a_statement_drawn_for_one_question_teaches_no_other(question: str, asked: bool) -> None:
    """It was picked for being hard to that one: its share of other labels says nothing."""
    is_asked, _ = asked_of(question)
    assert is_asked(replace(BABIES, teaches=("topic",))) is asked
