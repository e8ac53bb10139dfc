"""Folds part no pair of near-copies and no document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.evaluation.folds import COUNT, fold_of, group_of
from auditor.evaluation.gold import read_gold

GOLD = Path(__file__).parents[1] / "gold"

TOGETHER: list[tuple[str, Mapping[str, Any], Mapping[str, Any]]] = [
    ("a pair", {"id": "wa-001", "note": "pair 07: a"}, {"id": "wa-002", "note": "pair 07: b"}),
    ("a triple", {"id": "wa-1", "note": "triple 3"}, {"id": "wa-2", "note": "x; triple 3, b"}),
    (
        "a document",
        {"id": "r-1", "document": {"name": "p.pdf"}},
        {"id": "s-9", "document": {"name": "p.pdf"}},
    ),
    (
        "a pair in a document",
        {"id": "r-1", "document": {"name": "p.pdf"}, "note": "pair 01"},
        {"id": "r-2", "document": {"name": "p.pdf"}},
    ),
    ("a plan", {"id": "01-001", "plan": "01-x"}, {"id": "01-002", "plan": "01-x"}),
]
APART: list[tuple[str, Mapping[str, Any], Mapping[str, Any]]] = [
    ("two pairs", {"id": "wa-001", "note": "pair 07"}, {"id": "wa-002", "note": "pair 08"}),
    (
        "the same number by two writers",
        {"id": "wa-001", "note": "pair 07"},
        {"id": "wb-001", "note": "pair 07"},
    ),
    ("no pair", {"id": "wa-001"}, {"id": "wa-002", "note": ""}),
    (
        "two documents",
        {"id": "r-1", "document": {"name": "p.pdf"}},
        {"id": "r-1", "document": {"name": "q.pdf"}},
    ),
    (
        "a document without a name",
        {"id": "r-1", "document": {"kind": "health"}},
        {"id": "r-2", "document": {"kind": "health"}},
    ),
]


@pytest.mark.parametrize(("one", "other"), [c[1:] for c in TOGETHER], ids=[c[0] for c in TOGETHER])
def test_what_belongs_together_is_one_group(
    one: Mapping[str, Any], other: Mapping[str, Any]
) -> None:
    """A pair, a triple, a document, a plan: in one group, and so in one fold."""
    assert group_of(one) == group_of(other)
    assert fold_of(one) == fold_of(other)


@pytest.mark.parametrize(("one", "other"), [c[1:] for c in APART], ids=[c[0] for c in APART])
def test_what_does_not_belong_together_is_two_groups(
    one: Mapping[str, Any], other: Mapping[str, Any]
) -> None:
    """Another pair, another writer, another document."""
    assert group_of(one) != group_of(other)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=12), st.integers(1, 10))
def test_a_fold_is_one_of_those_there_are(name: str, count: int) -> None:
    """Counted from nought."""
    assert 0 <= fold_of({"id": name}, count) < count


def test_folds_are_the_same_on_every_machine() -> None:
    """They hang on the words of the group alone: five statements, as folded once."""
    assert [fold_of({"id": f"wa-00{n}"}) for n in range(5)] == [2, 3, 1, 1, 1]


def test_folds_are_of_about_one_size() -> None:
    """No fold holds more than a third of many statements."""
    folds = [fold_of({"id": f"wa-{n:04d}"}) for n in range(1000)]
    assert all(100 < folds.count(fold) < 300 for fold in range(COUNT))


def test_a_gold_statement_knows_its_fold(tmp_path: Path) -> None:
    """The gold set is read with the fold of its pair or document."""
    lines = [
        {
            "id": f"wa-{n}",
            "text": f"Babies {n}.",
            "reach": "explicit",
            "topic": "mental",
            "strength": 1,
            "criteria": [],
            "note": "pair 07",
        }
        for n in range(3)
    ]
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    assert {one.fold for one in read_gold(file)} == {fold_of(lines[0])}


def test_the_plans_of_the_gold_set_are_not_parted() -> None:
    """Each plan's statements fall into one fold."""
    folds: dict[str | None, set[int]] = {}
    for one in read_gold(GOLD / "plans" / "labels.jsonl"):
        folds.setdefault(one.plan, set()).add(one.fold)
    assert len(folds) == 8 and all(len(found) == 1 for found in folds.values())
