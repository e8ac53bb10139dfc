"""Lines that point to a page."""

from __future__ import annotations

import time

import pytest

from auditor.document.structure.page_references import (
    has_leader,
    heads_contents,
    is_index_entry,
    leads_to_page,
    pointed_page,
    trails_off,
)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Our vision 12", 12),
        ("Our vision ........ 12", 12),
        ("Money . . . . p. 4", 4),
        ("Foreword iii", -997),
        ("Annexes 40-42", 40),
        ("Page 7", 7),
        ("since 2024", None),
        ("1,375 births", None),
        ("We saw 12.", None),
        ("a civil plan", None),
        ("", None),
    ],
)
def test_the_page_that_a_line_ends_in(text: str, page: int | None) -> None:
    """Years, counts and words are no pages."""
    assert pointed_page(text) == page


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Our vision .... 12", True),
        ("Our vision…12", True),
        ("Our vision ____ 12", True),
        ("and so on ...", False),
        ("Signed ..........", False),
        ("Our vision 12", False),
    ],
)
def test_a_leader_leads_to_a_number(text: str, leads: bool) -> None:
    """Dots that lead nowhere, as on forms, are no leader to a page."""
    assert leads_to_page(text) is leads


@pytest.mark.parametrize(
    ("text", "heads"),
    [("Contents", True), ("List of tables", True), ("What's inside", True), ("Aims", False)],
)
def test_what_heads_a_contents_list(text: str, heads: bool) -> None:
    """Only a few words do, and nothing beside them."""
    assert heads_contents(text) is heads


def test_entries_of_an_index_are_words_and_pages() -> None:
    """A sentence with numbers after commas is none."""
    assert is_index_entry("attachment, 12, 45-47") and not is_index_entry("In 2024, we met 12")


def test_long_leaders_count_without_a_number() -> None:
    """Their number may stand on the next line."""
    assert has_leader("Our vision ..........") and trails_off("Our vision ....")
    assert not has_leader("We will wait ...")


@pytest.mark.parametrize("function", [pointed_page, leads_to_page, has_leader, heads_contents])
@pytest.mark.parametrize("run", [".", ". ", "_", "…", "i", "1", "- "])
def test_a_line_of_dots_takes_no_time(function: object, run: str) -> None:
    """Six thousand dots in a form are read in a tenth of a second."""
    assert callable(function)
    taken = []
    for _ in range(3):
        started = time.process_time()
        function("Name " + run * 6000 + " x")
        taken.append(time.process_time() - started)
    assert min(taken) < 0.1
