"""Lines of a contents list besides its entries: titles over several lines, numbers that stand apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from auditor.document.page import SegmentedPage
from auditor.document.structure.contents_entries import DEEPEST_INDENT, Entry
from auditor.document.structure.list_items import is_number
from auditor.document.structure.page_references import pointed_page

FEWEST_LED = 4
"""Entries with leaders that tell a list from all other text."""
LONGEST_TITLE = 14
"""Words of a line that is the beginning of an entry."""
MOST_ABOVE = 2.2
"""Heights of a line between a title and the entry that it belongs to."""
TIGHT = 0.6
"""Heights of a line between two lines of one title."""

ACROSS = 0.6
"""Of the size of a line: it is printed across what begins and ends no further above or below it."""


def is_led(run: Sequence[Entry]) -> bool:
    """True if leaders tell the entries of a list from all other text."""
    return sum(entry.has_leader for entry in run) >= FEWEST_LED


def lines_of_list(
    page: SegmentedPage, texts: Mapping[int, str], run: Sequence[Entry], right: float
) -> set[int]:
    """Return the lines of a list: entries, and titles among them that take several lines.

    `texts` holds the lines that may be part of it, `right` is where the lists of its column end.
    """
    lines, led = page.lines, is_led(run)
    found = {line for entry in run for line in entry.lines} | _numbering(page, texts, run)
    below = [(entry.top, entry.height) for entry in run]
    right = max(right, *(entry.number[1] for entry in run)) + (run[0].height if led else 2)
    top, bottom = run[0].top - MOST_ABOVE * run[0].height, run[-1].top + 2
    near = [
        line
        for line in _lines_between(page, texts, found, right)
        if top <= lines.top[line] <= bottom
    ]
    for line in sorted(near, key=lambda line: -float(lines.top[line])):
        start = float(lines.top[line])
        nearest = min((mark for mark in below if mark[0] > start - 2), default=None)
        if nearest is not None and _may_be_title(page, line, texts[line], nearest, led):
            found.add(line)
            if led:
                below.append((start, nearest[1]))
    return found


def _lines_between(
    page: SegmentedPage, texts: Mapping[int, str], entries: Collection[int], right: float
) -> list[int]:
    """Return the lines from where entries begin to where they end, as far as they are of the list.

    Where other text is printed across entries, only what points to a page is.
    """
    lines = page.lines
    left = min(float(lines.x0[line]) for line in entries) - 2
    near = [line for line in texts if lines.x0[line] >= left and lines.x1[line] <= right]
    rest = [line for line in near if line not in entries]
    others = {line for line in rest if pointed_page(texts[line].lower()) is None}
    is_crossed = any(_crosses(page, line, entries) for line in others)
    return [line for line in near if line not in others] if is_crossed else near


def _crosses(page: SegmentedPage, line: int, entries: Collection[int]) -> bool:
    """True if a line is printed across one of the entries."""
    lines, at = page.lines, np.array(sorted(entries), np.int64)
    shift = np.abs(lines.top[at] - lines.top[line])
    shift = np.maximum(shift, np.abs(lines.bottom[at] - lines.bottom[line]))
    wide = np.minimum(lines.x1[at], lines.x1[line]) - np.maximum(lines.x0[at], lines.x0[line])
    return bool(((shift < ACROSS * lines.size[line]) & (wide > 0)).any())


def _may_be_title(
    page: SegmentedPage, line: int, text: str, below: tuple[float, float], led: bool
) -> bool:
    """True if a line is short, no sentence, and close above an entry in about its type.

    Where leaders tell the entries, a long title may break over lines, or push its number out.
    """
    lines, (top, height) = page.lines, below
    if text.endswith((".", ";", ":")):
        return False
    gap, own = top - lines.bottom[line], lines.bottom[line] - lines.top[line]
    is_long = lines.last[line] - lines.first[line] > LONGEST_TITLE
    if is_long and not (led and (gap < TIGHT * own or pointed_page(text) is not None)):
        return False
    return bool(gap <= MOST_ABOVE * height and abs(own - height) <= 0.35 * height)


def _numbering(page: SegmentedPage, texts: Mapping[int, str], run: Sequence[Entry]) -> set[int]:
    """Return the numbers of sections that stand apart, left of the titles: "5.2", "Chapter 5:"."""
    lines = page.lines
    short = np.array([line for line in texts if _is_numbering(page, line)], np.int64)
    found: set[int] = set()
    for entry in run:
        level = np.abs(lines.bottom[short] - lines.bottom[entry.lines[0]]) < 0.4 * entry.height
        gap = entry.left - lines.x1[short]
        found.update(short[level & (gap > -1) & (gap < DEEPEST_INDENT)].tolist())
    return found


def _is_numbering(page: SegmentedPage, line: int) -> bool:
    lines = page.lines
    words = page.words[lines.first.item(line) : lines.last.item(line)]
    if len(words) > 2:
        return False
    return any(letter.isdigit() for letter in words[-1]) or is_number(words[-1])
