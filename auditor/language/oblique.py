"""A second, independent signal for statements that may mean babies and name none.

The rules judge; this only ranks what the rules left, so that an oblique mention is
shown to a reviewer rather than lost. It is a small table of words and weights, made
from the project's own labelled statements by `tests/gold/train_oblique.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from auditor.language.grammar import word_set
from auditor.language.marking import Marked
from auditor.resources import lexicons_folder

_KNOWN = (
    "babies.people",
    "babies.pair",
    "babies.neonatal",
    "stages.generic",
    "stages.older",
    "stages.adults",
    "parents.parental",
    "stages.early-years",
    "stages.nominal",
)
_SMALL = word_set("small")


def read_features(marked: Marked) -> frozenset[str]:
    """The words and pairs of words of a statement, without those that name a group of people."""
    named = {
        at for group in _KNOWN for span in marked.phrases.get(group, ()) for at in range(*span)
    }
    named |= {at for age in marked.ages for at in range(age.start, age.end)}
    words = [
        word
        for at, word in enumerate(marked.words)
        if at not in named and word.isalpha() and word not in _SMALL
    ]
    return _features(words)


def _features(words: list[str]) -> frozenset[str]:
    return frozenset(words) | frozenset(f"{a} {b}" for a, b in pairwise(words))


@cache
def _weights() -> tuple[dict[str, float], float]:
    import numpy as np

    file = lexicons_folder() / "oblique.npz"
    with file.open("rb") as source, np.load(source, allow_pickle=False) as table:
        weights = dict(zip(table["words"].tolist(), table["weights"].tolist(), strict=True))
        return weights, float(table["bias"][0])


def find_oblique_in(words: Sequence[str]) -> float:
    """The same for lower-case words of which none names people, without marking them."""
    return _likelihood(_features([w for w in words if w.isalpha() and w not in _SMALL]))


def find_oblique(marked: Marked) -> float:
    """How much the words of a statement are those that statements about babies use: 0 to 1."""
    return _likelihood(read_features(marked))


def _likelihood(features: frozenset[str]) -> float:
    weights, bias = _weights()
    total = bias + math.fsum(map(weights.__getitem__, weights.keys() & features))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)
