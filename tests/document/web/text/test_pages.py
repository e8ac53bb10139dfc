"""Pages of a text file, and the lines that run on each of them."""

from __future__ import annotations

import pytest

from auditor.document.web.text.pages import part_pages

CASES = [
    pytest.param("One.\nTwo.", [[]], id="one page"),
    pytest.param("A plan 1\nOne.\fA plan 2\nTwo.\fA plan 3\nThree.", [[0]] * 3, id="heads"),
    pytest.param("One.\n- 1 -\fTwo.\n- 2 -\fThree.\n- 3 -", [[1]] * 3, id="feet"),
    pytest.param(
        "One goes\n\nPage 1 of 3\n\nA PLAN\n\non.\n\nPage 2 of 3\n\nA PLAN\n\nTwo.",
        [[2, 4, 8, 10]],
        id="a head below each foot",
    ),
    pytest.param("One.\fTwo.\fThree.", [[]] * 3, id="nothing repeats"),
]


@pytest.mark.parametrize(("text", "running"), CASES)
def test_lines_that_repeat_with_a_number_that_counts_run(
    text: str, running: list[list[int]]
) -> None:
    """A form feed parts pages."""
    assert [sorted(page.running) for page in part_pages(text)] == running


def test_a_running_line_between_columns_is_told() -> None:
    """It stands alone in the midst of one page, and at the edge of others."""
    page = "One.\n\nTarn Vale\n\ntwo.\n\nthree.\n\nfour.\n\nfive."
    text = "\f".join((page, "a.\n\nTarn Vale", "b.\n\nTarn Vale", "c."))
    assert [sorted(each.running) for each in part_pages(text)] == [[2], [2], [2], []]


def test_a_form_feed_at_the_end_makes_no_page() -> None:
    """Programs end each page with one."""
    assert len(part_pages("One.\fTwo.\f")) == 2
