"""Whom a statement addresses: named, contained in a stage, or included by arithmetic."""

from __future__ import annotations

import pytest

from tests.language.conftest import Judge

REACHES = {
    "explicit": [
        "Infants and very young children show distress through feeding and sleep.",
        "Nurturing care from pregnancy to age 3 is a right.",
        "Under-1s are missing from the data.",
        "Before they utter a word, children are listening.",
        "A parent-infant team sees sixty families a year.",
        "Mothers and their babies will be supported together.",
        "Services must suit those who cannot yet walk or talk.",
    ],
    "early_years": [
        "Our youngest children gain most.",
        "Forty per cent of children in workless households are under five.",
        "Support from pregnancy to age five is set out below.",
        "Our helpline is for parents of children who have not yet started school.",
    ],
    "nominal": [
        "Every resident is entitled to care throughout their lifetime.",
        "A 0–25 model of care",
        "There is no age restriction for self-referral.",
        "Persons aged 0-24 make up two thirds of the population.",
        "Half the population is below the age of 20.",
    ],
    "older": [
        "Undergraduates wait six weeks.",
        "Universal infant free school meals reached every pupil in Year 1.",
        "Infant school staff noticed more tears at the gate.",
        "Three- to five-year-olds in nursery classes will take part.",
        "Year 9 pupils asked for a quiet room.",
    ],
    "parental": [
        "Pregnant women who smoke are asked about their mood.",
        "Postnatal depression affects one mother in ten.",
        "The region has eight beds in its mother and baby unit.",
        "Parents who have lost a baby are offered counselling.",
        "Parents of babies can ask for help with their own low mood.",
        "Specialist care goes on until 24 months after birth.",
    ],
    "generic": [
        "Children and young people wait too long.",
        "Every child deserves the best start in life.",
        "Young people will sit on each appointment panel.",
    ],
    "none": [
        "Half of pregnant women gave up smoking before delivery.",
        "Maternal mortality is four times higher in some groups.",
        "Our digital offer is still in its infancy.",
        "We went by baby steps.",
        "Baby boomers seldom ask for help.",
        "The project was the chair's baby from the start.",
        "The Board approved the minutes.",
    ],
}
CASES = [(reach, text) for reach, texts in REACHES.items() for text in texts]


@pytest.mark.parametrize(("reach", "text"), CASES, ids=[text for _, text in CASES])
def test_reach_follows_the_words_on_the_page(say: Judge, reach: str, text: str) -> None:
    """Each statement gets the reach that the labelling guide gives it."""
    assert say(text).reach == reach


@pytest.mark.parametrize(
    "text",
    [
        "Infant Mental Health Awareness Week is in June.",
        "Newborn Hope, a charity, runs the line.",
        "The Infants, Children and Young People's Mental Health Board met twice.",
        "Our thanks go to the World Association for Infant Mental Health.",
        "Signatories include the First 1001 Days Movement.",
    ],
)
def test_a_name_is_not_an_address(say: Judge, text: str) -> None:
    """Babies in the name of a body, event or publication are set aside; the report can say why."""
    judgement = say(text)
    assert judgement.reach != "explicit"
    assert judgement.set_aside == "names.name"


def test_the_name_of_a_kind_of_care_is_an_address(say: Judge) -> None:
    """The words "An infant mental health service" names babies; the capital letters of a plan do not hide it."""
    assert say("We will commission an Infant Mental Health Service.").reach == "explicit"


@pytest.mark.parametrize("place", ["toc", "reference", "running"])
def test_contents_references_and_running_lines_are_never_evidence(say: Judge, place: str) -> None:
    """What they name is `none`, set aside with its place."""
    judgement = say("Babies first: why under-twos matter", place)
    assert (judgement.reach, judgement.set_aside) == ("none", f"place.{place}")


def test_a_heading_lends_its_words_to_an_incomplete_statement_only(say: Judge) -> None:
    """Two teams by April are about babies under their heading; a sentence keeps its own subject."""
    assert (
        say("Two specialist teams by April 2027.", heading="Babies and their parents").reach
        == "explicit"
    )
    assert (
        say("Pupils will have a counsellor.", heading="Babies and their parents").reach == "older"
    )
    assert say("Two specialist teams by April 2027.", heading="Older people").reach == "none"


def test_an_oblique_statement_is_shown_though_no_rule_caught_it(say: Judge) -> None:
    """The second signal is higher for words that babies keep company with."""
    near = say("The bond with a parent is where comfort and feeling begin.")
    far = say("The car park will be resurfaced in May.")
    assert near.oblique > far.oblique
