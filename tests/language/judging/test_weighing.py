"""Features weighed: what is known of a statement, and the chances that sums make."""

from __future__ import annotations

import numpy as np
import pytest

from auditor.language.judging.features import BLOCK_WEIGHTS
from auditor.language.judging.weighing import softmax, weigh
from tests.language import tiny


def test_a_block_weighs_as_a_whole() -> None:
    """A long statement is not surer for its length alone: counts fall as features grow."""
    index = {"will": 0, "wait": 1, "will wait": 2, "names:explicit": 3}
    short = weigh(tiny.see("Babies wait"), index)
    long = weigh(tiny.see("Babies will wait"), index)
    marks, words, _ = BLOCK_WEIGHTS
    assert dict(zip(short.names, short.counts, strict=True)) == pytest.approx(
        {"names:explicit": marks, "wait": words}
    )
    third = words * 3**-0.5
    assert dict(zip(long.names, long.counts, strict=True)) == pytest.approx(
        {"names:explicit": marks, "will": third, "wait": third, "will wait": third}
    )


def test_softmax_gives_chances_for_any_sums() -> None:
    """Large sums overflow nothing, and the order stays."""
    chances = softmax(np.array([1000.0, 999.0, -1000.0], np.float32))
    assert chances.sum() == pytest.approx(1)
    assert list(np.argsort(-chances)) == [0, 1, 2]
