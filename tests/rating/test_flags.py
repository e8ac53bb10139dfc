"""Flags say what a reader must know beside the verdict."""

from __future__ import annotations

import pytest

from auditor.records import Statement
from tests.builders import audit, excluded, explicit, statement

OTHER = explicit("1,204 babies were weighed.", topic="other", criteria=("data",))
NOMINAL = statement("Our offer is for all from birth to 25.", reach="nominal")
PARENTAL = statement("Perinatal mental health care will expand.", reach="parental")
SCHOOL = [statement(f"School {index} will teach pupils about anxiety.", reach="older")
          for index in range(6)]


def flags(statements: list[Statement], **more: object) -> list[str]:
    """Name the flags that an audit raises."""
    return [flag.id for flag in audit(statements, **more).flags]


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
    pytest.param("limited_scope", [statement("Roads will be mended.", reach="none")] * 9, True,
                 id="about roads"),
    pytest.param("limited_scope", SCHOOL, False, id="about children's minds"),
    pytest.param("draft", [statement("Draft for consultation", place="heading"), NOMINAL], True,
                 id="calls itself a draft"),
    pytest.param("draft", [statement("Consultation draft, version 0.7, September 2025. Please send "
                                     "comments to the address below by the end of November.")],
                 True, id="a long line of a cover"),
    pytest.param("draft", [NOMINAL, statement("We asked people about the first draft of it, and "
                                              "they told us much that we did not know.")], False,
                 id="speaks of a draft"),
]


@pytest.mark.parametrize(("flag", "statements", "raised"), RAISED)
def test_a_flag_is_raised_by_its_rule_only(
    flag: str, statements: list[Statement], raised: bool
) -> None:
    """Each flag, with a case in which it must not be raised."""
    assert (flag in flags(statements)) is raised


def test_unread_pages_are_flagged_even_where_few() -> None:
    """One page in twelve is no reason to doubt the verdict, and still must be said."""
    assert "pages_unread" in flags([explicit()], unread=(4,), pages=12)
    assert "pages_unread" not in flags([explicit()])


def test_what_was_hardly_read_is_not_said_to_hardly_speak_of_children() -> None:
    """The flag is on what the document says, and that is not known."""
    assert "limited_scope" not in flags([statement(reach="none")], unread=(2, 3))
    assert "limited_scope" not in flags([], unread=(1,))


def test_a_flag_names_the_statements_behind_it() -> None:
    """A reader can look at each."""
    found = next(flag for flag in audit([explicit(), excluded()]).flags if flag.id == "excludes")
    assert found.statements == ("s0002",)
