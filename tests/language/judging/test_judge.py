"""Features weighed into labels by weights made by hand: chances, rules around them, reasons."""

from __future__ import annotations

import pytest

from auditor.language.judging.judge import Judge
from auditor.records import REACHES, Judgement, Place
from tests.language import tiny

JUDGE = Judge(tiny.weights(), tiny.CRITERIA)


def say(text: str, place: Place = "body", heading: str | None = None) -> Judgement:
    """Judge a statement of the tiny language."""
    return JUDGE.judge(tiny.see(text, place, heading))


LABELS: list[tuple[str, str, tuple[str, str | None, int, tuple[str, ...]]]] = [
    ("an address", "Babies wait", ("explicit", "other", 1, ())),
    ("a mental one", "Babies need a bond", ("explicit", "mental", 1, ())),
    ("an action", "Babies will have a bond", ("explicit", "mental", 3, ())),
    ("a measured one", "Babies will have a bond by 2027", ("explicit", "mental", 4, ())),
    ("a criterion", "Training in the bond of babies", ("explicit", "mental", 1, ("workforce",))),
    ("milk and training", "Training on milk for babies", ("explicit", "other", 1, ())),
    ("milk and figures", "The figures on milk of babies", ("explicit", "other", 1, ("data",))),
    ("a shut door", "Babies are excluded", ("excluded", None, 0, ("access",))),
    (
        "a shut door and training",
        "Babies are excluded from training",
        ("excluded", None, 0, ("access",)),
    ),
    ("pupils", "Pupils wait for training", ("older", None, 0, ())),
    ("children", "Children wait for figures", ("generic", None, 0, ())),
    ("a thing", "Infant formula and figures", ("none", None, 0, ())),
    ("nobody", "The car park and its figures", ("none", None, 0, ())),
]


@pytest.mark.parametrize(("text", "labels"), [c[1:] for c in LABELS], ids=[c[0] for c in LABELS])
def test_the_heaviest_label_is_said(
    text: str, labels: tuple[str, str | None, int, tuple[str, ...]]
) -> None:
    """Topic and strength of an address only, criteria where the guide allows them."""
    said = say(text)
    assert (said.reach, said.topic, said.strength, said.criteria) == labels


@pytest.mark.parametrize("text", [c[1] for c in LABELS[:-1]], ids=[c[0] for c in LABELS[:-1]])
def test_chances_add_up_to_one(text: str) -> None:
    """Reach over its labels, likeliest first; strength over its four steps."""
    said = say(text)
    chances = [chance for _, chance in said.chances.reach]
    assert sum(chances) == pytest.approx(1, abs=0.001)
    assert chances == sorted(chances, reverse=True)
    assert said.chances.reach[0] == (said.reach, said.confidence)
    assert {label for label, _ in said.chances.reach} == set(REACHES)
    if said.reach in ("explicit", "excluded"):
        assert sum(said.chances.strength) == pytest.approx(1, abs=0.001)
        assert 0 < said.chances.mental < 1


def test_labels_that_a_rule_leaves_out_have_no_chance() -> None:
    """However heavily they weigh: an offer for adults excludes nobody."""
    said = say("People aged 18 and over; others are excluded")
    assert said.reach == "none"
    assert {label for label, _ in said.chances.reach} == {
        "explicit",
        "parental",
        "generic",
        "none",
    }
    assert sum(chance for _, chance in said.chances.reach) == pytest.approx(1, abs=0.001)


def test_what_a_rule_settles_is_certain_and_says_by_which_rule() -> None:
    """A contents page is `none`, whatever it names."""
    said = say("Babies will have a bond by 2027", "toc")
    assert (said.reach, said.confidence, said.set_aside) == ("none", 1.0, "place.toc")
    assert [reason.rule for reason in said.because] == ["place.toc"]


def test_a_heading_weighs_in() -> None:
    """What stands under babies is weighed with them."""
    under = say("Pupils", heading="Babies").chances
    alone = say("Pupils", heading="Money").chances
    assert under.of_reach("explicit") > alone.of_reach("explicit")


def test_words_set_aside_are_told_where_babies_are_not_addressed() -> None:
    """The reason by which a thing was not counted; none where babies are addressed anyway."""
    assert say("Infant formula for pupils").set_aside == "babies.things"
    assert say("Infant formula for babies").set_aside == ""


def test_a_question_that_has_no_weights_is_not_asked() -> None:
    """A rubric may ask more than the judge has learnt."""
    judge = Judge(tiny.weights(), (*tiny.CRITERIA, "crisis-response"))
    said = judge.judge(tiny.see("Training in the bond of babies"))
    assert said.criteria == ("workforce",)
