"""How far a statement goes, what it is about, and which question it answers."""

from __future__ import annotations

import pytest

from tests.language.conftest import Judge

STRENGTHS = [
    (1, "heading", "Babies and their parents", None),
    (1, "body", "This strategy is for infants, children and young people.", None),
    (1, "list", "babies and toddlers", "Priority groups"),
    (1, "table", "Infant mortality | Smoking | Suicide", None),
    (2, "body", "Babies living with domestic abuse show it in how they sleep.", None),
    (2, "body", "We want every baby to thrive.", None),
    (2, "body", "The charity asked that babies should be seen.", None),
    (
        2,
        "table",
        "0–2 | Parent-infant therapy; video feedback | Self-referral | Health centre",
        "Who can be seen",
    ),
    (3, "body", "We will support infants, children and young people.", None),
    (3, "body", "We are extending the parent-infant service to every borough.", None),
    (3, "body", "Parent-infant teams should be in place in all areas.", None),
    (3, "list", "supporting a network of infant and toddler specialists", None),
    (4, "body", "Parent-infant teams should be in place in all areas by the end of 2027.", None),
    (4, "body", "We will train 200 nurses in infant observation.", None),
    (4, "body", "The Board will report every six months on what is done for babies.", None),
    (
        4,
        "table",
        "Infant mental health training | 60 practitioners | March 2027",
        "Workforce actions",
    ),
]


@pytest.mark.parametrize(
    ("strength", "place", "text", "heading"), STRENGTHS, ids=[c[2] for c in STRENGTHS]
)
def test_strength_is_a_ladder(
    say: Judge, strength: int, place: str, text: str, heading: str | None
) -> None:
    """A list is 1, a reason or a service 2, an action 3, an action with a measure 4."""
    judgement = say(text, place, heading)
    assert (judgement.reach, judgement.strength) == ("explicit", strength)


def test_a_list_item_takes_the_action_of_its_lead_in(say: Judge) -> None:
    """The words "We will: - a clinic for babies" is an action."""
    assert say("a clinic for babies", "list").strength == 1
    assert say("a clinic for babies", "list", lead_in="By 2027 we will open:").strength >= 3


def test_an_age_is_no_measure(say: Judge) -> None:
    """The number in "aged 0 to 2" does not make an action measured."""
    assert say("Nurses will visit families of children aged 0 to 2.").strength == 3


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("mental", "Infants need somebody who notices how they feel."),
        ("mental", "The bond between mother and baby will be supported."),
        ("other", "Breastfeeding protects infants against infections."),
        ("other", "Infant mortality fell from 41 to 29 per 1,000 live births."),
        ("other", "Car seats will be lent to parents of newborns."),
    ],
)
def test_topic_is_mental_health_or_something_else(say: Judge, topic: str, text: str) -> None:
    """Feeding, mortality and car seats name babies and are not about their mental health."""
    assert say(text).topic == topic


@pytest.mark.parametrize(
    ("criterion", "text"),
    [
        ("language", "We will write ‘infants, children and young people’ in every form."),
        ("early-foundations", "In the first 1,001 days a baby's brain grows fastest."),
        ("specialist-provision", "We will commission an infant mental health service."),
        ("access", "CAMHS will take referrals for babies."),
        ("universal-offer", "Health visitors will ask how baby and parent get on."),
        ("workforce", "All midwives will be trained in infant mental health."),
        ("crisis-response", "After the pandemic, babies had missed faces and groups."),
        ("rights-voice", "An infant has the same right to mental health as anyone."),
        ("cross-system", "Infants in care proceedings will be assessed by a psychologist."),
    ],
)
def test_a_statement_is_evidence_for_the_questions_it_answers(
    say: Judge, criterion: str, text: str
) -> None:
    """Each criterion is found by its own words, and the reason names them."""
    judgement = say(text)
    assert criterion in judgement.criteria
    assert any(reason.rule == f"criteria.{criterion}" for reason in judgement.because)


def test_another_topic_answers_only_the_questions_the_guide_allows(say: Judge) -> None:
    """A statement about feeding is no evidence of a universal offer for mental health."""
    judgement = say("Health visitors will help every mother to feed her baby.")
    assert judgement.topic == "other"
    assert "universal-offer" not in judgement.criteria


def test_a_cell_that_is_a_sentence_is_read_as_one(say: Judge) -> None:
    """A recommendation beside its number goes as far as it does alone."""
    assert say("5. | Health visitors should ask every mother about her bond with her baby", "table").strength == 3
    assert say("Babies | 40", "table").strength == 2
