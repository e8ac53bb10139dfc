"""Numbers of pages, and figures that chance puts where they stand."""

from __future__ import annotations

from auditor.document.structure.page_numbers import find_outermost, find_page_numbers
from tests.document.sheets import Line, column, page_of, segmented

TEXT = column(["Each ward has a team", "that visits at home"], 60, 300)


def numbers(*pages: list[Line]) -> list[set[str]]:
    """Give for each page the lines that number it; all its lines stand near the edge."""
    made = [segmented(page_of(lines, number=at)) for at, lines in enumerate(pages, 1)]
    edges = [(page, line) for page in made for line in range(len(page.lines))]
    found = find_page_numbers(edges, find_outermost(edges))
    return [
        {page.line_text(line) for number, line in found if number == page.number} for page in made
    ]


def test_numbers_count_on_and_roman_ones_need_not() -> None:
    """A number that is out of step is none."""
    feet = ("iv", "5", "6", "12")
    found = numbers(*([*TEXT, Line(foot, 290, 800)] for foot in feet))
    assert found == [{"iv"}, {"5"}, {"6"}, set()]


def test_figures_of_a_chart_that_count_on_by_chance_are_read() -> None:
    """They stand under its name, on either page at another height."""
    pages = ([Line("Figure", 60, 30), Line(str(at), 60, 60 + 18 * at), *TEXT] for at in (1, 2))
    assert numbers(*pages) == [set(), set()]


def test_numbers_under_a_running_foot_count_on() -> None:
    """They stand at one height."""
    foot = Line("A plan for Anywhere", 60, 815)
    pages = ([*TEXT, Line(str(at), 290, 795), foot] for at in (1, 2, 3))
    assert numbers(*pages) == [{"1"}, {"2"}, {"3"}]


def test_feet_of_sheets_printed_to_be_folded_need_no_order() -> None:
    """Each bears a number of its own; those that say one again, or lie far apart, are figures."""
    folded = [[*TEXT, Line(f"Tarn Vale {at}", 60, 800)] for at in (16, 14, 12, 11)]
    assert [bool(found) for found in numbers(*folded)] == [True] * 4
    for others in ((16, 14, 16, 11), (16, 144, 12, 11)):
        same = [[*TEXT, Line(f"Tarn Vale {at}", 60, 800)] for at in others]
        assert numbers(*same) == [set()] * 4


def test_bullets_and_numbers_of_headings_are_no_roman_numbers() -> None:
    """A page begins with one of them here and there."""
    starts = ("x", "II.", "x", "II.")
    assert numbers(*([Line(start, 60, 60), *TEXT] for start in starts)) == [set()] * 4
    assert numbers(*([Line(start, 60, 60), *TEXT] for start in ("i", "v"))) == [{"i"}, {"v"}]


def test_figures_in_a_row_are_no_page_numbers() -> None:
    """Two charts in a row have the same axis, one page further on."""
    pages = [[*TEXT, *(Line(str(at), 60 + 40 * at, 800) for at in range(9))] for _ in range(2)]
    assert numbers(*pages) == [set(), set()]


def test_the_same_figure_on_one_height_is_no_number_by_itself() -> None:
    """Another on that height of another page has to tell it: one that says something else."""
    foot = Line("A plan for Anywhere", 60, 815)
    assert numbers(*([*TEXT, Line("v", 290, 795), foot] for _ in range(2))) == [set(), set()]
    assert numbers(*([*TEXT, Line(text, 290, 795), foot] for text in ("v", "i"))) == [{"v"}, {"i"}]
