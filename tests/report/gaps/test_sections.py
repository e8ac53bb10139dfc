"""Gaps by section: in the order of the document, the weightiest first within each."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.records import Statement
from auditor.report.gaps.gap import find_gaps
from auditor.report.gaps.sections import MOST_FIRST, Sections, by_section
from auditor.report.story.audit_story import tell
from auditor.report.view import view_of
from tests.builders import audit, excluded, explicit, rubric, rules, statement


def told(statements: Iterable[Statement]) -> Sections:
    """Put the gaps of a few statements under their headings."""
    made = audit(statements)
    return by_section(tell(view_of(made, rules()), rubric()), made)


def heading(text: str) -> Statement:
    """Make a heading."""
    return statement(text, place="heading", section=(text,), reach="none")


PLAN = [
    heading("1 Workforce"),
    statement("Children need staff.", section=("1 Workforce",)),
    heading("2 Access"),
    excluded(section=("2 Access",)),
    excluded("Help is for those aged 8 to 18.", section=("2 Access",)),
    excluded("Talks are for those aged 11 to 18.", section=("2 Access",)),
    heading("3 Data"),
    explicit("We count babies.", strength=1, criteria=("data",), section=("3 Data",)),
]


def test_sections_come_in_the_order_of_the_document() -> None:
    """As a writer goes through the plan."""
    sections = told(PLAN).sections
    names = [one.headings[-1] for one in sections if one.headings]
    assert names == ["1 Workforce", "2 Access", "3 Data"]
    assert [one.number for one in sections] == list(range(1, len(sections) + 1))


def test_within_a_section_the_weightiest_comes_first() -> None:
    """Places by the weight of what can be changed there."""
    for section in told(PLAN).sections:
        weights = [place.weight for place in section.places]
        assert weights == sorted(weights, reverse=True)


def test_passages_of_which_the_same_is_said_stand_together() -> None:
    """Three limits in one section: one with its questions, two with one remedy."""
    (access,) = [one for one in told(PLAN).sections if one.headings == ("2 Access",)]
    assert sorted(len(place.passages) for place in access.places)[-1] == 2


def test_the_head_names_each_kind_of_change_once() -> None:
    """Three limits do not crowd out the rest."""
    first = [gap.id for gap, _ in told(PLAN).first]
    assert len(first) == len(set(first)) == MOST_FIRST


def test_a_met_document_has_nothing_to_change() -> None:
    """Every question answered with action."""
    every = [one.id for one in rubric().criteria]
    met = told([explicit("We will act for babies.", strength=3, criteria=every)])
    assert met.first == () and met.sections == () and met.placeless == ()


lists = st.lists(
    st.builds(
        lambda make, section, strength, text: (
            make(text, section=section, strength=strength, criteria=("access", "data"))
            if make is explicit
            else make(text, section=section)
        ),
        st.sampled_from([explicit, excluded, statement]),
        st.sampled_from([(), ("A",), ("A", "B"), ("C",)]),
        st.integers(1, 4),
        st.sampled_from(["Babies are here.", "Not for the small.", "For all children.", "Now."]),
    ),
    max_size=6,
)


@settings(deadline=None, max_examples=60)
@given(lists)
def test_every_gap_stands_in_the_view_once(statements: list[Statement]) -> None:
    """Under its section, or among those without a place; limits may share one remedy."""
    made = audit(statements)
    story = tell(view_of(made, rules()), rubric())
    view = by_section(story, made)
    gaps = find_gaps(story, made)
    shown = [gap for one in view.sections for gap in one.gaps] + list(view.placeless)
    questions = sorted(gap.id for gap in gaps if not gap.leaves_out)
    assert sorted(gap.id for gap in shown if not gap.leaves_out) == questions
    quoted = {says.text for one in view.sections for place in one.places for says in place.passages}
    assert {gap.says.text for gap in gaps if gap.leaves_out and gap.says} <= quoted
