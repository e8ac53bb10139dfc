"""A judged passage, and the chances of its labels."""

from __future__ import annotations

import pytest

from auditor.records.labels import SPEAKER_NOTES
from auditor.records.statement import Chances
from tests.builders import explicit, statement

CHANCES = Chances((("explicit", 0.8), ("generic", 0.2)), 0.5, (0.1, 0.2, 0.3, 0.4))


def test_a_reach_that_is_ruled_out_has_no_chance() -> None:
    """The others have theirs."""
    assert CHANCES.of_reach("explicit") == 0.8 and CHANCES.of_reach("excluded") == 0.0


@pytest.mark.parametrize(("strength", "chance"), [(1, 0.4), (2, 0.36), (4, 0.16)])
def test_a_strength_is_reached_by_all_above_it(strength: int, chance: float) -> None:
    """Times the chances that babies' minds are addressed at all."""
    assert CHANCES.of_mental(strength) == pytest.approx(chance)


def test_a_statement_gives_its_labels() -> None:
    """Those of its judgement; what a speaker is to say is known."""
    said = explicit(strength=3, criteria=("access",))
    assert (said.reach, said.topic, said.strength, said.criteria) == (
        "explicit",
        "mental",
        3,
        ("access",),
    )
    assert statement(section=(SPEAKER_NOTES,)).is_spoken and not said.is_spoken
