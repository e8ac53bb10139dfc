"""Flags say what a reader must know beside the verdict; those in doubt are kept apart."""

from __future__ import annotations

import pytest

from auditor.records import Chances, Reach, Statement
from tests.builders import audit, excluded, explicit, likely, statement

OTHER = explicit("1,204 babies were weighed.", topic="other", criteria=("data",))
NOMINAL = statement("Our offer is for all from birth to 25.", reach="nominal")
PARENTAL = statement("Perinatal mental health care will expand.", reach="parental")
SCHOOL = [
    statement(f"School {index} will teach pupils about anxiety.", reach="older")
    for index in range(6)
]


def flags(statements: list[Statement], **more: object) -> list[str]:
    """Return the ids of the flags that an audit raises."""
    return [flag.id for flag in audit(statements, **more).flags]


def in_doubt(statements: list[Statement], **more: object) -> list[str]:
    """Return the ids of the flags that may hold."""
    return [flag.id for flag in audit(statements, **more).flags_in_doubt]


def might_be(reach: Reach, chance: float, text: str = "Those of five and over.") -> Statement:
    """Make a statement labelled with a reach that it has with a chance."""
    chances = Chances(((reach, chance), ("none", 1 - chance)))
    return statement(text, reach=reach, chances=chances)


RAISED = [
    pytest.param("excludes", [excluded(), explicit()], True, id="excludes beside evidence"),
    pytest.param("excludes", [explicit()], False, id="nothing excluded"),
    pytest.param("nominal_promise", [NOMINAL], True, id="a range and nothing for the youngest"),
    pytest.param("nominal_promise", [NOMINAL, explicit()], False, id="a range with something"),
    pytest.param("nominal_promise", [NOMINAL, OTHER], True, id="a range and births"),
    pytest.param("maternal_only", [PARENTAL], True, id="parents only"),
    pytest.param("maternal_only", [PARENTAL, explicit()], False, id="parents and babies"),
    pytest.param("other_topic_only", [OTHER], True, id="babies weighed"),
    pytest.param("other_topic_only", [OTHER, explicit()], False, id="babies weighed and heard"),
    pytest.param("school_framed", SCHOOL, True, id="all of it through school"),
    pytest.param("school_framed", SCHOOL[:3], False, id="too little to say"),
    pytest.param(
        "limited_scope",
        [statement("Roads will be mended.", reach="none")] * 9,
        True,
        id="about roads",
    ),
    pytest.param("limited_scope", SCHOOL, False, id="about children's minds"),
    pytest.param(
        "draft",
        [statement("Draft for consultation", place="heading"), NOMINAL],
        True,
        id="calls itself a draft",
    ),
    pytest.param(
        "draft",
        [
            statement(
                "Consultation draft, version 0.7, September 2025. Please send "
                "comments to the address below by the end of November."
            )
        ],
        True,
        id="a long line of a cover",
    ),
    pytest.param(
        "draft",
        [
            NOMINAL,
            statement(
                "We asked people about the first draft of it, and "
                "they told us much that we did not know."
            ),
        ],
        False,
        id="speaks of a draft",
    ),
]


@pytest.mark.parametrize(("flag", "statements", "raised"), RAISED)
def test_a_flag_is_raised_by_its_rule_only(
    flag: str, statements: list[Statement], raised: bool
) -> None:
    """Each flag, with a case in which it must not be raised; certain labels leave no doubt."""
    assert (flag in flags(statements)) is raised
    assert in_doubt(statements) == []


REACHES: list[tuple[str, Reach]] = [
    ("excludes", "excluded"),
    ("nominal_promise", "nominal"),
    ("maternal_only", "parental"),
]


@pytest.mark.parametrize(("flag", "reach"), REACHES)
def test_a_flag_stands_only_where_its_statement_is_sure(flag: str, reach: Reach) -> None:
    """Sure: a banner. As likely as not: a line in the text. Less: nothing."""
    sure, doubtful, unlikely = (might_be(reach, chance) for chance in (0.8, 0.6, 0.4))
    assert flag in flags([sure]) and flag not in in_doubt([sure])
    assert flag in in_doubt([doubtful]) and flag not in flags([doubtful])
    assert flag not in flags([unlikely]) + in_doubt([unlikely])


def test_two_doubtful_statements_can_raise_a_flag() -> None:
    """Both are hardly wrong."""
    assert "excludes" in flags(
        [might_be("excluded", 0.6), might_be("excluded", 0.6, "Over fives.")]
    )


@pytest.mark.parametrize("one", [NOMINAL, PARENTAL, OTHER], ids=["range", "parents", "other"])
def test_what_may_speak_of_minds_puts_flags_of_silence_in_doubt(one: Statement) -> None:
    """“And nothing of the youngest” is no surer than the silence itself."""
    assert len(flags([one])) > len(flags([one, likely(0.6, strength=1)]))
    assert in_doubt([one, likely(0.6, strength=1)])
    assert not in_doubt([one, likely(0.9, strength=1)]), "it speaks of them"


def test_a_statement_perhaps_about_minds_is_not_surely_about_another_subject() -> None:
    """“Never their mental health” needs to be sure of the subject, too."""
    assert "other_topic_only" in flags([likely(0.9, mental=0.1)])
    assert "other_topic_only" in in_doubt([likely(0.75, mental=0.1)])


def test_a_doubtful_exclusion_beside_evidence_is_no_banner() -> None:
    """Authors who speak of babies are not told that they leave them out on a guess."""
    rated = audit([explicit(strength=3), might_be("excluded", 0.55)])
    assert "excludes" not in [flag.id for flag in rated.flags]
    assert [flag.id for flag in rated.flags_in_doubt] == ["excludes"]


def test_unread_pages_are_flagged_even_where_few() -> None:
    """One page in twelve is no reason to doubt the verdict, and still must be said."""
    assert "pages_unread" in flags([explicit()], unread=(4,), pages=12)
    assert "pages_unread" not in flags([explicit()])


def test_what_was_hardly_read_is_not_said_to_hardly_speak_of_children() -> None:
    """The flag is on what the document says, and that is not known."""
    assert "limited_scope" not in flags([statement(reach="none")], unread=(2, 3))
    assert "limited_scope" not in flags([], unread=(1,))


def test_words_of_one_language_say_nothing_of_a_document_in_another() -> None:
    """A Welsh plan for children's minds has none of the words of English by which that is told."""
    plan = [statement("Bydd pob plentyn yn cael cymorth gydag iechyd meddwl.", reach="generic")]
    assert "limited_scope" in flags(plan)
    assert "limited_scope" not in flags(plan, language="cy")


def test_a_flag_names_the_statements_behind_it_surest_first() -> None:
    """A reader can look at each."""
    rated = audit([explicit(), might_be("excluded", 0.7), excluded()])
    found = next(flag for flag in rated.flags if flag.id == "excludes")
    assert found.statements == ("s0003", "s0002")
