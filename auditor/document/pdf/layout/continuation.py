"""Where a paragraph goes on in another column or on another page."""

from __future__ import annotations

import math

import numpy as np

from auditor.document.page import Bools, ClassifiedPage, Ints
from auditor.document.pdf.layout.headings import ENDS
from auditor.document.pdf.layout.hyphenation import HYPHENS

ROOM = 0.5
"""Of the height of a line: white that a word needs besides its width to stand on a line."""


def runs_on(above_page: ClassifiedPage, above: int, page: ClassifiedPage, line: int) -> bool:
    """True if a paragraph goes on in another column or on another page.

    Its line ends within a sentence and has no room for the next word; boxes side by side
    do not go on.
    """
    end = above_page.line_text(above)[-1:]
    start = page.line_text(line)[:1]
    if end in ENDS or not start.islower():
        return False
    if above_page is page and _are_level(page, above, line):
        return False
    word = page.boxes[int(page.lines.first[line])]
    return _room_after(above_page, above) < float(word[2] - word[0]) + ROOM * float(
        word[3] - word[1]
    )


def is_cut(page: ClassifiedPage, line: int) -> bool:
    """True if the last line of a block ends within a word."""
    last = int(page.lines.last[line]) - 1
    return page.words[last].endswith(tuple(HYPHENS)) or bool(len(page.soft) and page.soft[last])


def _are_level(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if two lines stand on one height, in boxes side by side."""
    lines = page.lines
    overlap = min(lines.bottom[above], lines.bottom[line]) - max(lines.top[above], lines.top[line])
    return bool(overlap > 0.5 * (lines.bottom[line] - lines.top[line]))


def _room_after(page: ClassifiedPage, line: int) -> float:
    """Return how much of its column a line leaves empty; endless where its lines are centred."""
    lines = page.lines
    run = np.flatnonzero(page.block == page.block[line])
    if _is_centred(page, line, run):
        return math.inf
    column = (np.abs(lines.x0 - lines.x0[line]) < 3) & (lines.size == lines.size[line])
    right = max(lines.x1[run].max(), lines.x1[column & _is_narrow(page, line)].max())
    return float(right - lines.x1[line])


def _is_centred(page: ClassifiedPage, line: int, run: Ints) -> bool:
    """True if a line begins as far right of the line above it as it ends left of it."""
    lines, above = page.lines, run[run < line]
    if not len(above):
        return False
    left = lines.x0[line] - lines.x0[above[-1]]
    right = lines.x1[above[-1]] - lines.x1[line]
    return bool(
        left > 0.8 * (lines.bottom[line] - lines.top[line]) and abs(left - right) < 0.3 * left
    )


def _is_narrow(page: ClassifiedPage, line: int) -> Bools:
    """Return the lines that end before the next column, on a page of several."""
    lines = page.lines
    if page.columns < 2:
        return np.ones(len(lines), bool)
    others = lines.x0[(lines.x0 > lines.x1[line]) & (lines.size == lines.size[line])]
    found: Bools = lines.x1 <= (others.min() if len(others) else math.inf)
    return found
