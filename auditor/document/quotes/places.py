"""Where lines stand on a page: below each other, beside each other, at the head of the next column."""

from __future__ import annotations

import numpy as np

from auditor.document.structure.list_items import surely_numbers
from auditor.records import Box, Words

FARTHEST_BELOW = 3.0
"""Heights of a line: paragraphs and columns stand no further apart, nor does what numbers it."""
PLAIN_SPACE = 0.6
"""Of the height of a line: the white between two of its words."""
COLUMN = (10.0, 1.15)
"""Least heights of a line that are the width of a column; times it that the next may be wider."""
MOST_RAGGED = 8.0
"""Heights of a line: from the longest of a few ragged lines to the next column it is no further."""


def box_of(words: Words, at: int) -> Box:
    """Return the box of a word of a document."""
    x0, top, x1, bottom = words.boxes[4 * at : 4 * at + 4]
    return x0, top, x1, bottom


def is_beside(left: Box, right: Box) -> bool:
    """True if a word stands on the height of another, to its right."""
    shift = abs(left[1] + left[3] - right[1] - right[3]) / 2
    return right[0] >= left[0] and shift < 0.5 * max(left[3] - left[1], right[3] - right[1])


def around(boxes: list[Box]) -> Box:
    """Return the box around some boxes."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def has_plain_space(left: Box, right: Box) -> bool:
    """True if two words of one size stand on one height, a plain space between them."""
    height = right[3] - right[1]
    is_level = max(abs(left[1] - right[1]), abs(left[3] - right[3])) < 0.25 * height
    return is_level and -0.1 * height < right[0] - left[2] < PLAIN_SPACE * height


def numbers(word: str, mark: Box, line: Box) -> bool:
    """True if a word is what numbers the line to its right."""
    is_near = 0 <= line[0] - mark[2] < FARTHEST_BELOW * (line[3] - line[1])
    return is_near and surely_numbers(word)


def white_between(cell: Box, above: Box, line: Box, farthest: float) -> Box | None:
    """Return the white between a line and what a cell holds above it; None where it is not below."""
    x0, x1 = max(cell[0], line[0]), min(cell[2], line[2])
    is_below = line[1] + line[3] > above[1] + above[3]
    if x0 >= x1 or not is_below or line[1] - above[3] > farthest * (line[3] - line[1]):
        return None
    return x0, above[3], x1, line[1]


def ends_of_columns(cell: Box, above: Box, line: Box) -> list[Box]:
    """Return the white below one column and above the next, in which a line goes on.

    Empty where it does not: the next column is to the right and as wide, and begins higher.
    """
    height, width = line[3] - line[1], cell[2] - cell[0]
    least, wider = COLUMN
    goes_on = line[3] < above[1] and 0 < line[0] - cell[2] < MOST_RAGGED * height
    if not goes_on or not least * height < width > (line[2] - line[0]) / wider:
        return []
    below = (cell[0], above[3], cell[2], above[3] + height)
    gutter = (cell[2], cell[1], line[0], cell[3])
    return [below, gutter, (line[0], line[1] - FARTHEST_BELOW * height, line[2], line[1])]


def has_words_in(words: Words, page: int, gaps: list[Box]) -> bool:
    """True if words of a page stand in one of some places."""
    if not gaps:
        return False
    boxes = np.frombuffer(words.boxes, np.float32).reshape(-1, 4)
    x0, top, x1, bottom = boxes[np.frombuffer(words.pages, words.pages.typecode) == page].T
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return any(
        bool(((x > left) & (x < right) & (y > high) & (y < low)).any())
        for left, high, right, low in gaps
    )
