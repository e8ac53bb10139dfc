"""Weights learnt from labelled statements: the same bytes twice, judged on what was held out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from auditor.errors import UsageError
from auditor.evaluation.folds import fold_of
from auditor.evaluation.gold import GoldStatement
from auditor.evaluation.material import Learnt, Material
from auditor.evaluation.training import learn, see_all
from auditor.language.stage import LanguageStage
from auditor.records import REACHES, Passage, Reach
from auditor.rules.inventory import Inventory
from auditor.rules.weights import write_weights
from tests.language import tiny

SUBJECTS = ("staff", "money", "teams", "the council", "our partners", "the county", "volunteers")
MADE: dict[Reach, tuple[str, ...]] = {
    "explicit": (
        "Babies will have a bond with {}",
        "Infants need figures on {} by 2027",
        "Newborns wait for {}",
        "Babies will get milk from {}",
    ),
    "excluded": (
        "Babies are excluded by {}",
        "Newborns are excluded from {}",
        "Infants are excluded for want of {}",
    ),
    "early_years": ("The early years need {}", "Under-fives will see {}"),
    "nominal": ("A 0-25 service with {}", "Those aged 0-19 need {}"),
    "older": ("Pupils will see {}", "Every pupil needs {}"),
    "parental": ("Maternal mental health needs {}", "Mothers wait for {}"),
    "generic": ("Children wait for {}", "Young people will see {}"),
    "none": ("Adults wait for {}", "Infant formula is sold by {}"),
}


def gold_statements() -> Iterator[GoldStatement]:
    """Near copies of a few sentences, those on the same subject in one group."""
    number = 0
    for reach, sentences in MADE.items():
        for at, sentence in enumerate(sentences):
            for pair, subject in enumerate(SUBJECTS):
                number += 1
                explicit = reach == "explicit"
                record = {"id": f"m{at}-{number:03d}", "note": f"pair {pair:02d}"}
                yield GoldStatement(
                    record["id"],
                    Passage(sentence.format(subject)),
                    reach,
                    ("other" if "milk" in sentence else "mental") if explicit else None,
                    (4 if "2027" in sentence else 3 if "will" in sentence else 1)
                    if explicit
                    else 0,
                    ("access",) if reach == "excluded" else ("data",) * ("figures" in sentence),
                    record["note"],
                    fold=fold_of(record),
                )


GOLD = tuple(gold_statements())
STAGE = LanguageStage(tiny.language(), ("access", "data"))


def taught() -> Learnt:
    """What is learnt from the statements made up."""
    pytest.importorskip("sklearn", reason="learning needs scikit-learn, an extra of its own")
    return learn(see_all(GOLD, STAGE), ("access", "data"))


@pytest.fixture(scope="module")
def learnt() -> Learnt:
    """Learnt once."""
    return taught()


def test_every_statement_is_judged_by_weights_that_never_saw_its_fold(learnt: Learnt) -> None:
    """Each once, in the order given, and nearly all near copies rightly."""
    assert [pair.gold for pair in learnt.in_folds] == list(GOLD)
    right = sum(pair.gold.reach == pair.said.reach for pair in learnt.in_folds)
    assert right >= 0.9 * len(GOLD)
    explicit = [p for p in learnt.in_folds if p.gold.reach == "explicit" == p.said.reach]
    assert sum(p.gold.topic == p.said.topic for p in explicit) >= 0.9 * len(explicit)
    assert sum(p.gold.strength == p.said.strength for p in explicit) >= 0.9 * len(explicit)
    excluded = [p for p in learnt.in_folds if p.gold.reach == "excluded" == p.said.reach]
    assert sum(p.said.criteria == ("access",) for p in excluded) >= 0.9 * len(excluded)


def test_the_same_statements_give_the_same_bytes(learnt: Learnt) -> None:
    """A file that anyone can make anew."""
    inventory = Inventory(tiny.KINDS)
    again = taught()
    assert write_weights(again.weights, inventory) == write_weights(learnt.weights, inventory)


def test_other_labels_give_other_weights(learnt: Learnt) -> None:
    """What was learnt is what was taught."""
    pytest.importorskip("sklearn", reason="learning needs scikit-learn, an extra of its own")
    swap: dict[Reach, Reach] = {"older": "generic", "generic": "older"}
    other = [replace(one, reach=swap.get(one.reach, one.reach)) for one in GOLD]
    swapped = learn(see_all(other, STAGE), ("access", "data"))
    row = swapped.weights.index["top:older"]
    older, generic = REACHES.index("older"), REACHES.index("generic")
    first, second = (one.weights.questions["reach"].table[row] for one in (learnt, swapped))
    assert first[older] > first[generic] and second[older] < second[generic]


def test_of_two_that_contradict_each_other_the_one_that_counts_double_wins() -> None:
    """A statement that is trusted more says more of its words than one that is trusted less."""
    pytest.importorskip("sklearn", reason="learning needs scikit-learn, an extra of its own")
    pupils = [one for one in GOLD if one.reach == "older"]
    doubled: list[Reach] = ["older", "generic"]
    for reach in doubled:
        against = [replace(one, reach="generic", id=f"{one.id}-b") for one in pupils]
        both = [replace(one, weight=1.0 + (one.reach == reach)) for one in (*pupils, *against)]
        rest = [one for one in GOLD if one.reach != "older"]
        taught = learn(see_all((*rest, *both), STAGE), ("access", "data"))
        said = {p.said.reach for p in taught.in_folds if p.gold.text.startswith("Every pupil")}
        assert said == {reach}


def test_what_is_asked_has_weights_and_a_temperature(learnt: Learnt) -> None:
    """Reach, topic, strength and each criterion, over the same features."""
    questions = learnt.weights.questions
    assert set(questions) == {"reach", "topic", "strength", "criteria:access", "criteria:data"}
    assert questions["reach"].labels == REACHES
    for question in questions.values():
        assert question.table.shape[0] == len(learnt.weights.names)
        assert question.temperature > 0 and np.isfinite(question.table).all()


def test_a_feature_that_stands_in_one_statement_is_not_learnt(learnt: Learnt) -> None:
    """It would serve that statement alone."""
    assert "will" in learnt.weights.index
    assert not any("zebra" in name for name in learnt.weights.names)


def test_a_strength_that_nobody_has_is_never_said(learnt: Learnt) -> None:
    """No statement made up has strength 2."""
    assert all(pair.said.strength != 2 for pair in learnt.in_folds)


def test_a_question_that_is_always_answered_yes_is_answered_yes() -> None:
    """And one that never is, never: without weights to go by."""
    pytest.importorskip("sklearn", reason="learning needs scikit-learn, an extra of its own")
    gold = [replace(one, topic=one.topic and "mental", criteria=()) for one in GOLD]
    said = learn(see_all(gold, STAGE), ("access",)).in_folds
    explicit = [pair.said for pair in said if pair.said.reach == "explicit"]
    assert explicit and all(one.topic == "mental" for one in explicit)
    assert all(pair.said.criteria == () for pair in said)


def test_too_few_statements_are_refused() -> None:
    """With the labels that are too few, before anything is learnt."""
    some = [one for one in GOLD if one.reach != "nominal"]
    with pytest.raises(UsageError, match="nominal") as caught:
        learn(see_all(some, STAGE), ())
    assert caught.value.remedy


def test_learning_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    pytest.importorskip("scipy", reason="tables are scipy's")
    monkeypatch.setitem(sys.modules, "sklearn.linear_model", None)
    with pytest.raises(UsageError, match="scikit-learn is missing") as caught:
        learn(see_all(GOLD, STAGE), ())
    assert "auditor[train]" in caught.value.remedy


def test_statements_are_seen_with_their_features_by_block() -> None:
    """Marks, words and context of each."""
    material = see_all(GOLD[:1], STAGE)
    assert isinstance(material, Material)
    assert [len(blocks) for blocks in material.features] == [3]
    assert "mark:babies.people" in material.features[0][0]
