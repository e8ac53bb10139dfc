"""Lines of contents lists are told by their leaders, or by the heading that they stand under."""

from __future__ import annotations

import pytest

from auditor.document.flow.contents import mark_contents_lines
from auditor.document.flow.drafts import PlainDraft


def test_lines_that_lead_to_a_page_are_set_aside() -> None:
    """Dots before a number make a line of a contents list; a heading is never one."""
    drafts = [PlainDraft("body", ["Babies ........ 12"]), PlainDraft("heading", ["B ..... 4"], 1)]
    mark_contents_lines(drafts)
    assert [draft.place for draft in drafts] == ["toc", "heading"]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["Contents", "Help for babies 3", "Schools 5", "Money 9", "Help for babies"], 3),
        (["Contents", "Help for babies 3", "Schools 5", "We will."], 0),
        (["Our towns", "North 3", "South 5", "West 9"], 0),
        (["Contents", "Babies 9", "Schools 5", "Money 3"], 0),
        (["Contents", "3", "5", "9"], 0),
    ],
    ids=["a list", "two entries", "no heading for them", "pages fall", "numbers alone"],
)
def test_lines_below_the_heading_of_a_list_that_end_in_a_page(lines: list[str], count: int) -> None:
    """Three entries or more whose pages do not fall are a contents list under its heading."""
    drafts = [PlainDraft("body", [line]) for line in lines]
    mark_contents_lines(drafts)
    assert [draft.place for draft in drafts].count("toc") == count


def test_a_list_may_be_a_table() -> None:
    """Titles and pages in two columns are entries as well."""
    rows = [PlainDraft("table", [title, page]) for title, page in (("A b", "1"), ("C d", "2"))]
    drafts = [PlainDraft("heading", ["Contents"], 1), *rows, PlainDraft("table", ["E f", "4"])]
    mark_contents_lines(drafts)
    assert [draft.place for draft in drafts[1:]] == ["toc"] * 3
