"""`auditor train`: weights and their card, learnt from labelled statements."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.rules.card import Card
from auditor.rules.positions import build, read_toml

Run = Callable[..., Any]

MADE = {
    "explicit": "Babies will be seen by {}",
    "excluded": "Babies are not seen by {}",
    "early_years": "Under-fives will be seen by {}",
    "nominal": "We serve those aged 0-25 with {}",
    "older": "Pupils will be seen by {}",
    "parental": "New mothers will be seen by {}",
    "generic": "Children will be seen by {}",
    "none": "Roads will be mended by {}",
}


@pytest.fixture
def labelled(folder: Path) -> Path:
    """Twenty statements of each reach, near copies in one group."""
    lines = []
    for reach, sentence in MADE.items():
        for pair in range(20):
            explicit = reach == "explicit"
            text = sentence.format(f"team {'abcdefghijklmnopqrst'[pair]}")
            labels = {"topic": "other" if explicit else None, "strength": 3 if explicit else 0}
            own = {"id": f"m-{reach}-{pair}", "note": f"pair {pair:02d}", "criteria": []}
            lines.append(json.dumps({"text": text, "reach": reach, **labels, **own}))
    path = folder / "labelled.jsonl"
    path.write_text("\n".join(lines))
    return path


def test_weights_are_learnt_with_their_card(labelled: Path, run_auditor: Run) -> None:
    """Both files are written, the card of these weights, and what was measured is printed."""
    pytest.importorskip("sklearn", reason="learning needs scikit-learn, an extra of its own")
    told = run_auditor("train", labelled.name, "-o", "made", "--judged-by", "Two editors.")
    assert told.code == 0
    assert "160 statements; weights and card in made" in told.out
    card = build(Card, read_toml(labelled.parent / "made" / "judge.toml"))
    content = (labelled.parent / "made" / "judge.npz").read_bytes()
    assert card.weights == hashlib.sha256(content).hexdigest()
    assert card.judged_by == "Two editors."


def test_what_counts_double_is_learnt_from_too(labelled: Path, run_auditor: Run) -> None:
    """Statements given with --double are learnt from beside the others, and weigh more."""
    pytest.importorskip("sklearn", reason="learning needs scikit-learn, an extra of its own")
    second = labelled.with_name("second.jsonl")
    second.write_text(labelled.read_text())
    for folder, option in (("once", ()), ("twice", ("--double",))):
        told = run_auditor("train", labelled.name, *option, second.name, "-o", folder)
        assert "320 statements" in told.out
    once, twice = (labelled.parent / one / "judge.npz" for one in ("once", "twice"))
    assert once.read_bytes() != twice.read_bytes()


def test_too_few_statements_are_refused(labelled: Path, run_auditor: Run) -> None:
    """The message names the reaches of which there are too few."""
    few = labelled.read_text().splitlines()[:45]
    labelled.write_text("\n".join(few))
    told = run_auditor("train", labelled.name, "-o", "made")
    assert told.code == 2
    assert "too few statements to learn from" in told.err
    assert "older" in told.err
