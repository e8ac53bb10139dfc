"""What marks weigh in other languages is learnt beside the judge's weights, and owns no word."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.evaluation.beside import learn_beside
from auditor.evaluation.gold import read_gold
from auditor.evaluation.material import Learnt
from auditor.evaluation.scoring import score_pairs
from auditor.rules import Rules
from auditor.rules.weights import write_weights

GOLD = Path(__file__).parent.parent / "gold" / "languages"
RULES = Rules.read()
SOME = read_gold(GOLD / "cy-given.jsonl")[:100]


@pytest.fixture(scope="module")
def learnt() -> Learnt:
    """What is learnt from a hundred statements in Welsh."""
    pytest.importorskip("scipy", reason="learning needs scikit-learn, an extra of its own")
    return learn_beside(SOME, RULES)


def test_every_statement_is_judged_by_weights_that_never_saw_it(learnt: Learnt) -> None:
    """In folds, and well enough to be worth it."""
    assert [pair.gold.id for pair in learnt.in_folds] == [one.id for one in SOME]
    scores = score_pairs(learnt.in_folds, RULES.criterion_ids)
    assert {one.label: one.f1.value for one in scores.reaches}["explicit"] > 0.9


def test_no_word_of_the_language_is_learnt(learnt: Learnt) -> None:
    """What is learnt serves a language without any labelled statement."""
    assert learnt.weights.names
    assert not [name for name in learnt.weights.names if "cy:" in name]


def test_every_question_of_the_judge_is_learnt(learnt: Learnt) -> None:
    """With the same labels."""
    base = RULES.language("en").weights
    assert base is not None
    assert learnt.weights.questions.keys() == base.questions.keys()
    for name, question in learnt.weights.questions.items():
        assert question.labels == base.questions[name].labels


def test_the_same_statements_give_the_same_bytes(learnt: Learnt) -> None:
    """Nothing in it is left to chance."""
    inventory = RULES.language("en").inventory
    again = learn_beside(SOME, RULES).weights
    assert write_weights(learnt.weights, inventory) == write_weights(again, inventory)


def test_english_alone_teaches_nothing() -> None:
    """The judge's own weights are learnt from English."""
    english = [replace(one, passage=replace(one.passage, language="en")) for one in SOME]
    with pytest.raises(UsageError, match="another language"):
        learn_beside(english, RULES)


def test_the_sets_given_run_through_the_languages_in_groups() -> None:
    """What was written to one order in two languages falls into one fold."""
    folds: dict[str, set[int]] = {}
    for path in GOLD.glob("*-given.jsonl"):
        lines = path.read_text("utf-8").splitlines()
        for one, line in zip(read_gold(path), lines, strict=True):
            folds.setdefault(json.loads(line)["group"], set()).add(one.fold)
    assert len(folds) == 320
    assert {len(one) for one in folds.values()} == {1}
