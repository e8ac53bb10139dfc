"""The card of weights: what they were learnt from, and how they did."""

from __future__ import annotations

from pathlib import Path

from auditor.evaluation.card import make_card, write_card
from auditor.evaluation.gold import GoldStatement, Pair
from auditor.records import Judgement, Passage
from auditor.rules.card import Card
from auditor.rules.positions import build, parse_toml


def pair(number: int, source: str, said: str = "explicit") -> Pair:
    """A statement that gold calls explicit, and what is said of it."""
    passage = Passage(f"Babies {number}.", "body", None)
    judged = Judgement(
        said, "mental" if said == "explicit" else None, 2 if said == "explicit" else 0
    )
    return Pair(
        GoldStatement(f"g{number}", passage, "explicit", "mental", 2, (), source=source), judged
    )


def test_a_card_is_read_back_as_it_was_written() -> None:
    """With a figure for each set and for all."""
    pairs = [pair(1, "invented"), pair(2, "invented", "generic"), pair(3, "real")]
    card = make_card(pairs, ("access",), weights="ab" * 32, judged_by="Nobody.", folds=5)
    again = build(Card, parse_toml(write_card(card).encode(), str(Path("judge.toml"))))
    assert again == card
    assert card.learnt_from == ("invented: 2 statements", "real: 1 statements")
    assert {one.set for one in card.figure} == {"invented", "real", "all"}
    recalled = next(one for one in card.figure if (one.set, one.measure) == ("all", "explicit F1"))
    assert recalled.value == 0.8 and recalled.counted == 3
