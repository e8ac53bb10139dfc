"""Babies beside other groups, from the first page to the last."""

from __future__ import annotations

from auditor.report.story.groups import MOST_STEPS, strips
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rules, statement


def test_every_page_stands_in_one_step() -> None:
    """Long documents put several pages into a step, and leave none out."""
    for pages in (1, 12, 59, 60, 61, 347):
        steps = strips(view_of(audit([explicit()], pages=pages), rules())).steps
        assert [step.first for step in steps][1:] == [step.last + 1 for step in steps][:-1]
        assert (steps[0].first, steps[-1].last) == (1, pages)
        assert len(steps) <= MOST_STEPS


def test_heights_are_on_one_scale() -> None:
    """The fullest step of any group is full height, and the others are shares of it."""
    view = view_of(
        audit([statement(f"Pupils {i}", reach="older") for i in range(4)] + [explicit()]), rules()
    )
    by_reach = {group.reach: group.heights for group in strips(view).groups}
    assert max(by_reach["older"]) == 1.0 and max(by_reach["explicit"]) == 0.25


def test_unread_pages_are_no_silence() -> None:
    """A step whose pages could not be read is marked as unread."""
    steps = strips(view_of(rich_audit(), rules())).steps
    assert [step.first for step in steps if step.unread] == [3, 4]


def test_a_text_without_pages_is_laid_out_by_its_statements() -> None:
    """Without pages a strip runs from the first statement to the last."""
    view = view_of(audit([explicit(), statement("x y", reach="older")], paged=False), rules())
    shown = strips(view)
    assert not shown.paged and len(shown.steps) == 2
    assert shown.groups[0].heights == (1.0, 0.0)
