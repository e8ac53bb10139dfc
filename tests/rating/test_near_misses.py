"""Near misses are the proof behind a silence: what came closest, likeliest first."""

from __future__ import annotations

from auditor.records import Statement
from tests.builders import audit, explicit, likely, rubric, statement

INFANCY = statement("It is in its infancy.", reach="none", set_aside="a figure of speech")
CLOSE = likely(0.4, "Those too small to speak are watched.")
FAR = likely(0.05, "Those who cannot speak are watched.")
CITED = statement("Rare Jewels: infants.", reach="none", place="reference", set_aside="a title")


def shown(*several: Statement) -> list[str]:
    """Return the texts of the near misses of an audit, in their order."""
    return [one.text for one in audit(several).near_misses]


def test_near_misses_stand_in_order_of_how_close_they_came() -> None:
    """By chance; then words for babies that were set aside, references among them."""
    assert shown(INFANCY, CITED, statement(), FAR, CLOSE) == [
        CLOSE.text,
        FAR.text,
        INFANCY.text,
        CITED.text,
    ]


def test_what_was_counted_was_not_missed() -> None:
    """An address is none, sure or not, on whatever subject."""
    assert shown(explicit(), explicit("Births.", topic="other"), likely(0.6)) == []


def test_what_is_out_of_the_question_is_no_near_miss() -> None:
    """Bees and railways did not come close."""
    assert (
        shown(statement("Bees will be protected."), likely(0.01, "Railways will be built.")) == []
    )


def test_a_repeated_sentence_is_shown_once() -> None:
    """Once is enough."""
    assert shown(INFANCY, INFANCY, CLOSE, CLOSE) == [CLOSE.text, INFANCY.text]


def test_only_so_many_are_shown() -> None:
    """The likeliest ten; the rubric says how many."""
    many = [likely(0.02 + index / 100, f"Little ones {index}.") for index in range(40)]
    found = audit(many).near_misses
    assert len(found) == rubric().limits.near_misses <= 10
    assert found[0].text == "Little ones 39." and found[-1].text == "Little ones 30."
