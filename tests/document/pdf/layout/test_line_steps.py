"""The usual step from line to line."""

from __future__ import annotations

from auditor.document.page import ClassifiedPage, advanced
from auditor.document.pdf.layout.line_steps import LineSteps
from tests.document.sheets import Line, column, ordered, page_of


def classified(lines: list[Line]) -> ClassifiedPage:
    """Make a page of body text."""
    page = ordered(page_of(lines))
    return advanced(page, ClassifiedPage, kinds=("body",) * len(lines), clean=page.words)


def test_the_step_is_told_by_lines_that_go_on() -> None:
    """Three pairs tell it; type of another size is not known by them."""
    text = column(
        ["We pay for teams in all", "of the wards and ask for", "help of each", "of them"]
    )
    page = classified([*text, Line("In large type.", 60, 300, 16)])
    steps = LineSteps([page])
    assert (steps.usual(page, 0), steps.usual(page, 4)) == (13.0, 0.0)


def test_few_lines_tell_no_step() -> None:
    """Two of them may stand apart by chance."""
    page = classified(column(["We pay for", "all of it"]))
    assert LineSteps([page]).usual(page, 0) == 0.0


def test_the_document_tells_the_step_of_a_page_of_few_lines() -> None:
    """The last page of a chapter may have no three pairs of its own, the document has them."""
    few = classified(column(["We pay for", "all of it"], step=19.0))
    other = advanced(few, ClassifiedPage, number=2)
    third = advanced(few, ClassifiedPage, number=3)
    steps = LineSteps([few, other, third])
    assert (steps.usual(few, 0), steps.usual_of_all(few, 0)) == (0.0, 19.0)
