"""Which statement a decision speaks of, when the document has changed since."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.records import Audit
from auditor.review.decisions import Target, key_of
from auditor.review.matching import find_matches
from tests.builders import audit, explicit, statement

TEAM = "We will open a clinic for babies in the north."


def target(text: str, **more: Any) -> Target:
    """Speak of a statement by its words."""
    return Target("statement", text, key_of(text), **more)


def found(one: Audit, wanted: Target) -> tuple[list[str], str]:
    """The ids that a target matches, and why there are none."""
    match = find_matches([wanted], one)[0]
    return [each.id for each in match.statements], match.why


@pytest.mark.parametrize(
    ("text", "ids", "why"),
    [
        pytest.param(TEAM, ["s0002"], "", id="the same words"),
        pytest.param("We will open a clinic, for babies in the North", ["s0002"], "", id="signs"),
        pytest.param("We will open one clinic for babies in the north.", [], "reworded", id="new"),
        pytest.param("Trams run on Sunday.", [], "gone", id="gone"),
    ],
)
def test_words_are_found_again(text: str, ids: list[str], why: str) -> None:
    """Punctuation may change; words may not."""
    one = audit([statement("Children matter."), explicit(TEAM)])
    assert found(one, target(text)) == (ids, why)


def test_repeats_follow_the_first() -> None:
    """A decision on words holds wherever the document repeats them."""
    one = audit([explicit(TEAM), statement("And more."), explicit(TEAM)])
    assert found(one, target(TEAM)) == (["s0001", "s0003"], "")


def test_a_question_that_the_rubric_no_longer_has_is_unknown() -> None:
    """It is said, not skipped."""
    wanted = Target("criterion", criterion="astrology")
    assert found(audit([explicit()]), wanted) == ([], "unknown_criterion")


OFFER = "The service sees children from birth."
HOMES = (("3 Community teams",), ("7 Hospital liaison",))


def two_homes(first: str, second: str, around: str = "Children matter.") -> Audit:
    """Return a plan that says the same in two sections, judged apart since they are headed apart."""
    return audit(
        [
            statement(around),
            explicit(OFFER, section=(first,)),
            *(statement(f"{around} {number}") for number in range(60)),
            explicit(OFFER, section=(second,), strength=3),
        ]
    )


@pytest.mark.parametrize(
    ("first", "second", "around"),
    [
        pytest.param("3 Community teams", "7 Hospital liaison", "Now in other words.", id="around"),
        pytest.param("3 Our community teams", "7 Hospitals", "Children matter.", id="headings"),
        pytest.param("4 Our community teams", "8 Hospitals", "Now in other words.", id="both"),
    ],
)
def test_a_decision_stays_where_what_stands_around_it_changes(
    first: str, second: str, around: str
) -> None:
    """Neighbours and headings may be reworded: the words decided on are where they were."""
    old, new = two_homes(*(home[0] for home in HOMES)), two_homes(first, second, around)
    for place in (1, -1):
        one = old.statements[place]
        wanted = target(
            OFFER,
            section=" › ".join(one.section),
            page=1 if place == 1 else 2,
            before=key_of("Children matter."),
        )
        assert found(new, wanted)[0][:1] == [new.statements[place].id]


def test_words_that_stand_alone_need_nothing_around_them() -> None:
    """Section, page and neighbours may all be others."""
    wanted = target(TEAM, section="9 Annex", page=40, before="x", after="y")
    assert found(audit([statement("New."), explicit(TEAM)]), wanted) == (["s0002"], "")
