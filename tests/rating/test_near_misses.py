"""Near misses are the proof behind a silence: what came close, and why it was set aside."""

from __future__ import annotations

from tests.builders import audit, explicit, rules, statement

INFANCY = statement("It is in its infancy.", reach="none", set_aside="a figure of speech",
                    oblique=0.2)
OBLIQUE = statement("Those too small to speak are watched.", reach="none", oblique=0.9)
CITED = statement("Rare Jewels: infants.", reach="none", place="reference", set_aside="a title",
                  oblique=0.5)


def test_near_misses_stand_in_order_of_how_close_they_came() -> None:
    """The second signal ranks them; references may be among them."""
    shown = audit([INFANCY, CITED, statement(), OBLIQUE]).near_misses
    assert [one.text for one in shown] == [OBLIQUE.text, CITED.text, INFANCY.text]


def test_explicit_statements_and_repeats_are_no_near_misses() -> None:
    """What was counted was not missed, and once is enough."""
    assert audit([explicit(oblique=1.0), INFANCY, INFANCY]).near_misses[0].text == INFANCY.text
    assert len(audit([explicit(oblique=1.0), INFANCY, INFANCY]).near_misses) == 1


def test_only_so_many_are_shown() -> None:
    """The rubric says how many."""
    many = [statement(f"Infancy {index}.", reach="none", set_aside="x") for index in range(60)]
    assert len(audit(many).near_misses) == rules().rubric.limits.near_misses
