"""Running lines of pages that are laid out otherwise than the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.document.page import SegmentedPage
from auditor.document.structure.running_headers import find_running
from tests.document.sheets import Line, column, page_of, segmented

TEXT = column([f"Line {at} of the text of this page goes on" for at in range(20)], 60, 140)
HEAD = Line("A plan for Anywhere", 60, 40)


def found_last(*last: Line) -> set[str]:
    """Give the running lines of a page that comes after five with the same head and a number."""
    plain = [[HEAD, *TEXT, Line(f"Page {at} of 6", 60, 800)] for at in range(1, 6)]
    pages = [segmented(page_of(lines, number=at)) for at, lines in enumerate([*plain, [*last]], 1)]
    found = find_running(pages, 10)[6]
    return {pages[5].line_text(line) for line in found}


def test_a_head_that_stands_lower_on_one_page_runs() -> None:
    """So does its number, as it counts on."""
    foot = Line("Page 6 of 6", 60, 640)
    assert found_last(Line(HEAD.text, 60, 110), *TEXT, foot) == {HEAD.text, foot.text}


@pytest.mark.parametrize(
    "lines",
    [
        [Line("Our aims for babies", 60, 80), Line(HEAD.text, 60, 110), *TEXT],
        [Line(HEAD.text, 60, 110, 20), *TEXT],
        [Line("A plan for Everywhere", 60, 110), *TEXT],
    ],
    ids=["text stands above it", "it is a title", "other words"],
)
def test_lines_like_a_head_are_read(lines: list[Line]) -> None:
    """Only what stands beyond all text, set alike, is set aside."""
    assert found_last(*lines) == set()


def test_a_figure_at_the_end_of_a_row_is_no_page_number() -> None:
    """Though it is the number of its page, other figures stand beside it."""
    plain = [[*TEXT, Line(str(at), 60, 800)] for at in range(1, 6)]
    row = [Line("Girls", 60, 640), Line("24", 200, 640), Line("6", 300, 640)]
    pages = [segmented(page_of(lines, number=at)) for at, lines in enumerate([*plain, row], 1)]
    assert find_running(pages, 10)[6] == {}


def stamped(number: int, texts: list[str]) -> SegmentedPage:
    """Make a page with a stamp along its right side, in parts."""
    page = page_of([*TEXT, *(Line(text, 560, 200) for text in texts)], number=number)
    side = page.lines.x0 > 500
    lines = replace(page.lines, way=side.astype(int))
    return segmented(replace(page, lines=lines))


def test_a_stamp_along_the_side_is_known_by_its_parts() -> None:
    """It may be long, and cut in two on some page."""
    stamp = "Sent to a reader by the library of Tarn Vale on the ninth of May " * 3
    half = "a reader by the library of Tarn"
    pages = [stamped(at, [stamp]) for at in range(1, 6)] + [stamped(6, [half])]
    found = find_running(pages, 10)
    assert [pages[5].line_text(line) for line in found[6]] == [half]
