"""Where a suggested amendment belongs: by what a section is about."""

from __future__ import annotations

import pytest

from auditor.report.consultation.amendments import (
    Heading,
    find_amendments,
    find_headings,
    find_place,
)
from auditor.report.story.audit_story import tell
from auditor.report.view import view_of
from tests.builders import audit, explicit, rubric, rules, statement

OLDER = Heading("Older People in the Workforce", 9, None, 0)
STAFF = Heading("3 Our workforce", 4, None, 6)
SAID = Heading("‘It was like waiting for a parcel.’", 4, None, 8)
FEWER = Heading("7 Workforce figures", 8, None, 1)


@pytest.mark.parametrize(
    ("cues", "headings", "place"),
    [
        pytest.param(["workforce"], (OLDER, STAFF), STAFF, id="not where adults are meant"),
        pytest.param(["workforce"], (OLDER,), None, id="no obvious place"),
        pytest.param(["workforce"], (FEWER, STAFF), STAFF, id="where most is said of children"),
        pytest.param(["staff", "figures"], (STAFF, FEWER), FEWER, id="the first cue that any has"),
        pytest.param([], (STAFF,), None, id="no cue"),
        pytest.param(["waiting"], (SAID,), None, id="not under what somebody said"),
    ],
)
def test_a_place_is_a_section_about_children(
    cues: list[str], headings: tuple[Heading, ...], place: Heading | None
) -> None:
    """A heading with the right word in a section about other people is no place."""
    assert find_place(cues, headings) == place


def test_headings_count_what_is_said_of_children_under_them() -> None:
    """Only statements about children and parents count."""
    one = audit(
        [
            statement("1 Workforce", place="heading", section=("1 Workforce",), reach="none"),
            statement("Nurses will be trained.", section=("1 Workforce",), reach="none"),
            statement("2 Staff", place="heading", section=("2 Staff",), reach="none"),
            explicit("Babies need trained staff.", section=("2 Staff",)),
        ]
    )
    assert [(each.text, each.about_children) for each in find_headings(one)] == [
        ("1 Workforce", 0),
        ("2 Staff", 1),
    ]


def test_the_weightiest_and_emptiest_come_first() -> None:
    """What would change most is asked for first, and what is met is not asked for."""
    story = tell(view_of(audit([explicit(strength=4, criteria=("access",))]), rules()), rubric())
    asked = find_amendments(story.answers, ())
    assert asked[0].title == rubric().criterion_named("specialist-provision").title
    assert rubric().criterion_named("access").title not in [one.title for one in asked]
