"""Contents lists are entries in one column whose numbers stand there and rise."""

from __future__ import annotations

import pytest

from auditor.document.page import Table
from auditor.document.structure.contents_lists import counts_pages, find_contents
from tests.document.sheets import Line, column, page_of, segmented

PROSE = [
    "Each ward has a team that visits at home",
    "and the council pays for it out of its own",
    "funds until the end of the next year when",
    "the board will look at what it has brought",
]
TITLES = ["Foreword", "Our vision", "What we will do", "Money"]


def entries(pages: list[int], x: float, number_x: float, top: float = 130.0) -> list[Line]:
    """Make titles with their page numbers as lines of their own."""
    lines = []
    for at, (title, page) in enumerate(zip(TITLES, pages, strict=True)):
        lines += [Line(title, x, top + 16 * at), Line(str(page), number_x, top + 16 * at)]
    return lines


def set_aside(lines: list[Line]) -> set[str]:
    """Give the texts of the lines that are told to be of a contents list."""
    page = page_of(lines)
    found = find_contents([segmented(page, leaf=1)], {})[1]
    return {page.line_text(line) for line in found}


def test_a_list_with_numbers_at_its_right() -> None:
    """Titles and numbers are set aside, the heading is not."""
    lines = [Line("Contents", 60, 100, 14, bold=True), *entries([3, 4, 9, 12], 60, 250)]
    assert set_aside(lines) == {*TITLES, "3", "4", "9", "12"}


def test_prose_beside_a_list_is_read() -> None:
    """A number belongs to the title in its own column, whichever stands left of both."""
    lines = [
        *column(PROSE, 60, 130, step=16),
        Line("Contents", 350, 100, 14, bold=True),
        *entries([3, 4, 9, 12], 350, 500),
    ]
    assert set_aside(lines) == {*TITLES, "3", "4", "9", "12"}


def test_numbers_that_do_not_rise_are_no_pages() -> None:
    """A table of targets below a heading is no contents list."""
    lines = [Line("In this plan", 60, 100, 14, bold=True), *entries([120, 85, 300, 40], 60, 250)]
    assert set_aside(lines) == set()


def test_a_list_needs_a_heading_or_leaders() -> None:
    """Rising numbers alone tell nothing."""
    assert set_aside(entries([3, 4, 9, 12], 60, 250)) == set()


def test_leaders_need_no_heading() -> None:
    """Four lines with dots that lead to numbers are a list."""
    lines = column([f"{title} ........ {at + 2}" for at, title in enumerate(TITLES)])
    assert len(set_aside(lines)) == 4


@pytest.mark.parametrize("numbers", [(2, 96, 812), (3, 4, 9)])
def test_tiles_on_one_height_are_no_list(numbers: tuple[int, ...]) -> None:
    """Numbers side by side stand in no column."""
    tiles = [Line(str(number), 60 + 150 * at, 160, 22) for at, number in enumerate(numbers)]
    words = [Line("babies seen at home", 60 + 150 * at, 190) for at in range(3)]
    assert set_aside([Line("What's inside", 60, 100, 14), *tiles, *words]) == set()


def test_text_below_the_list_is_read() -> None:
    """What follows a list is no part of it."""
    lines = [
        Line("Contents", 60, 100, 14, bold=True),
        *entries([3, 4, 9, 12], 60, 250),
        *column(PROSE, 60, 260),
    ]
    assert not set_aside(lines) & set(PROSE)


@pytest.mark.parametrize(("last", "is_contents"), [("14", True), ("\u00b9", False)])
def test_a_table_under_a_heading_whose_cells_count_pages(last: str, is_contents: bool) -> None:
    """Marks of notes alone in their cells are no numbers of pages."""
    lines = [Line("Contents", 60, 100, 14, bold=True)]
    lines += [Line("Aims", 60, 130 + 16 * at) for at in range(5)]
    numbers = ["3", "4", "9", "12", last]
    lines += [Line(number, 250, 130 + 16 * at) for at, number in enumerate(numbers)]
    page = page_of(lines)
    titles = [at for at, word in enumerate(page.words) if word == "Aims"]
    cells = zip(titles, map(page.words.index, numbers), strict=True)
    rows = tuple(((title,), (number,)) for title, number in cells)
    assert counts_pages(page, Table((0, 0, 0, 0), rows, frozenset())) is is_contents


def test_a_leader_below_its_title_leads_on_from_it() -> None:
    """The title filled its line."""
    texts = [
        "What we will do",
        "........ 2",
        "Money ........ 5",
        "Play ........ 6",
        "End ........ 9",
    ]
    assert set_aside(column(texts)) == {*texts}


def test_a_list_ends_on_the_next_page() -> None:
    """Two entries on top of it that go on from the last are its end."""
    first = [Line("Contents", 60, 60, 14, bold=True), *entries([3, 4, 9, 12], 60, 250)]
    rest = [Line("Play", 60, 60), Line("13", 250, 60), Line("End", 60, 76), Line("15", 250, 76)]
    pages = [segmented(page_of(lines, number=at)) for at, lines in enumerate((first, rest), 1)]
    assert len(find_contents(pages, {})[2]) == 4
    after = [Line("So it is", 60, 44), *rest]
    pages[1] = segmented(page_of(after, number=2))
    assert find_contents(pages, {})[2] == {}
