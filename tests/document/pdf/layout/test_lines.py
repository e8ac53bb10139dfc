"""Words cut into printed lines."""

from __future__ import annotations

import numpy as np
import pytest

from auditor.document.pdf.layout.lines import (
    as_high_as_type,
    cut_lines,
    part_lines,
    row_order,
    upright,
)
from tests.document.sheets import Line, column, page_of


def boxes(*spans: tuple[float, float, float]) -> np.ndarray:
    """Make boxes of words: left, right and top."""
    return np.array([(x0, top, x1, top + 12.0) for x0, x1, top in spans])


def test_a_wide_gap_parts_columns() -> None:
    """Words on one height in two columns are two lines."""
    found = cut_lines(boxes((60, 100, 50), (104, 140, 50), (300, 340, 50)), np.zeros(3, np.int64))
    assert found.tolist() == [0, 2]


def test_a_stretched_line_is_whole() -> None:
    """Its gaps are wide and even, and it ends where its neighbours do."""
    full = [(60.0 + 20 * at, 76.0 + 20 * at, 50.0) for at in range(10)]
    stretched = [(60.0, 100.0, 63.0), (138.0, 178.0, 63.0), (216.0, 256.0, 63.0)]
    found = cut_lines(boxes(*full, *stretched), np.array([0] * 10 + [1] * 3))
    assert found.tolist() == [0, 10]


COLUMN = [(60.0, 176.0, top) for top in (50.0, 63.0, 76.0)]
"""Lines of a column, a word each."""


@pytest.mark.parametrize(
    ("spans", "is_whole"),
    [
        pytest.param([(60, 90, 89), (112, 118, 89), (140, 176, 89)], True, id="even gaps"),
        pytest.param([(72, 100, 89), (136, 176, 89), (60, 176, 102)], True, id="indented"),
        pytest.param(
            [(60, 65, 89), (70, 90, 89), (112, 118, 89), (140, 176, 89), (70, 150, 102)],
            True,
            id="behind a bullet",
        ),
        pytest.param(
            [(72, 100, 89), (136, 176, 89), (72, 100, 102), (136, 176, 102)], False, id="cells"
        ),
        pytest.param([(72, 100, 89), (136, 176, 89)], False, id="nothing below"),
    ],
)
def test_stretched_lines_of_a_column(
    spans: list[tuple[float, float, float]], is_whole: bool
) -> None:
    """A column ends where its lines do, however few the words of one of them."""
    line = np.array([int(top) for _, _, top in (*COLUMN, *spans)])
    found = cut_lines(boxes(*COLUMN, *spans), np.searchsorted(np.unique(line), line)).tolist()
    own = [at for at in found if at >= 3]
    assert (own[:2] == [3, 3 + sum(top == 89 for _, _, top in spans)][: len(own)]) is is_whole


def test_equal_gaps_between_unlike_words_are_those_of_a_stretched_line() -> None:
    """Also where no other line stands by: two lines end a text at the head of a page."""
    row = [(60, 80, 50), (104, 137, 50), (161, 183, 50), (207, 222, 50)]
    assert cut_lines(boxes(*row), np.zeros(4, np.int64)).tolist() == [0]
    cells = [(60, 80, 50), (104, 137, 50), (165, 187, 50), (219, 234, 50)]
    assert cut_lines(boxes(*cells), np.zeros(4, np.int64)).tolist() == [0, 1, 2, 3]
    figures = [(60, 100, 50), (124, 140, 50), (164, 184, 50), (208, 224, 50)]
    assert cut_lines(boxes(*figures), np.zeros(4, np.int64)).tolist() == [0, 1, 2, 3]


def test_invented_breaks_are_not_trusted() -> None:
    """Words that stand together on one height are one line, whatever the engine says."""
    found = cut_lines(boxes((60, 100, 50), (103, 140, 50)), np.array([0, 1]))
    assert found.tolist() == [0]


def test_lines_are_cut_before_named_words() -> None:
    """Their extents follow."""
    page = page_of(column(["one two three"]))
    cut = part_lines(page.lines, page.boxes, np.array([False, True, False]))
    assert (cut.first.tolist(), cut.last.tolist()) == ([0, 1], [1, 3])


def test_rows_are_read_from_the_top() -> None:
    """Each from the left."""
    found = row_order(boxes((200, 240, 50.2), (60, 100, 50), (60, 100, 70)))
    assert found.tolist() == [1, 0, 2]


def test_a_turned_frame_makes_words_level() -> None:
    """Four quarters lead back."""
    made = boxes((60, 100, 50))
    assert upright(made, 0, (595, 842)).tolist() == made.tolist()
    assert page_of([Line("a")]).lines.sideways.tolist() == [False]


def test_a_flat_box_of_a_dash_cuts_no_line() -> None:
    """It is no large initial letter that stands before it."""
    page = boxes((60, 100, 50), (104, 107, 50), (111, 150, 50))
    page[1, [1, 3]] = 57.0, 57.5
    assert cut_lines(page, np.zeros(3, np.int64)).tolist() == [0]


def test_boxes_reach_as_high_and_deep_as_type() -> None:
    """Words without long letters do not stand on lower lines; those of size 0 stay as they are."""
    found = as_high_as_type(
        np.array([[0.0, 92, 20, 100], [24, 90, 40, 103], [0, 112, 20, 120]]),
        np.array([100.0, 100, 120]),
        np.array([0, 2]),
        np.array([10.0, 0]),
    )
    assert found[:, 1].tolist() == pytest.approx([92, 90, 112])
    assert found[:, 3].tolist() == pytest.approx([102.1, 103, 120])
