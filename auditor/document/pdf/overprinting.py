"""Lines on one place of a page: one text under another, or one text printed again.

Shadows and bold by hand print a line twice; a page that was cut into strips prints of each
line what a strip shows of it, and the strips overlap. What is printed again is read once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from auditor.document.page import Bools, ExtractedPage, Ints, Lines
from auditor.document.pdf.layout.lines import line_extents

FEWEST_OVERPRINTED = 12
"""Words that must be painted over before lines are left out: labels on charts may touch."""
FEWEST_LINES = 3
FEWEST_UNDER = 3
MOST_LINES = 1500
"""Lines of a page that are held against each other."""
CLOSE = 0.4
"""Of the smaller type: lines whose bottoms are no further apart stand on one height."""
COVERED = 0.5
"""Of the width of a word: so much of it lies under another."""

Pairs = list[tuple[int, int]]
"""Lines by their numbers, the one painted first before the other."""


def crossing_lines(page: ExtractedPage) -> Pairs:
    """Return pairs of lines that stand on nearly one height and share some of their width."""
    lines = page.lines
    if not 1 < len(lines) < MOST_LINES:
        return []
    apart = np.minimum.reduce(lines.bottom[1:] - lines.bottom[:-1])
    if apart >= CLOSE * np.maximum.reduce(lines.size):
        return []  # each stands well below the one before
    order = np.argsort(lines.bottom, kind="stable")
    bottom, size = lines.bottom[order], lines.size[order]
    ones: list[Ints] = []
    others: list[Ints] = []
    for step in range(1, min(8, len(order))):
        smaller = np.minimum(size[:-step], size[step:])
        close = (bottom[step:] - bottom[:-step] < CLOSE * smaller).nonzero()[0]
        if not len(close):
            break
        ones.append(close)
        others.append(close + step)
    if not ones:
        return []
    one, other = np.concatenate(ones), np.concatenate(others)
    low, high = np.minimum(size[one], size[other]), np.maximum(size[one], size[other])
    is_like = high < 2 * low
    return sorted(_sharing_width(lines, order[one[is_like]], order[other[is_like]]))


def _sharing_width(lines: Lines, one: Ints, other: Ints) -> Pairs:
    """Return which pairs of lines lie over each other for some of their width."""
    left, right = lines.x0[one], lines.x1[one]
    start, end = lines.x0[other], lines.x1[other]
    share = np.minimum(right, end) - np.maximum(left, start)
    kept = share > 0.3 * np.minimum(right - left, end - start)
    pairs = zip(one[kept].tolist(), other[kept].tolist(), strict=True)
    return [(min(a, b), max(a, b)) for a, b in pairs]


def overprinted(page: ExtractedPage, crossing: Pairs) -> Bools:
    """Return lines whose words lie under other words painted later."""
    hidden = np.zeros(len(page.lines), bool)
    under: dict[int, int] = {}
    for early, late in crossing:
        words = int(np.count_nonzero(_covered(page, early, late).any(axis=1)))
        if words and not _is_printed_again(page, early, late):
            under[early] = under.get(early, 0) + words
    under = {line: words for line, words in under.items() if words >= FEWEST_UNDER}
    if sum(under.values()) < FEWEST_OVERPRINTED or len(under) < FEWEST_LINES:
        return hidden
    lines = page.lines
    for line, words in under.items():
        hidden[line] = words >= 0.4 * (lines.last[line] - lines.first[line])
    return hidden


def printed_once(page: ExtractedPage, crossing: Pairs) -> ExtractedPage:
    """Return the page with lines that print the same words on one place made one."""
    if not crossing:
        return page
    group = np.arange(len(page.lines))
    for early, late in crossing:
        if group[early] != group[late] and _is_printed_again(page, early, late):
            group[group == group[late]] = group[early]
    kept = sorted(set(group.tolist()))
    if len(kept) == len(group):
        return page
    return with_lines(page, kept, [_union(page, group, line) for line in kept])


def with_lines(
    page: ExtractedPage, kept: Sequence[int], words: Sequence[Sequence[int]]
) -> ExtractedPage:
    """Return the page with only some of its lines, each of the words given for it."""
    every = [word for own in words for word in own]
    ends = np.cumsum([len(own) for own in words], dtype=np.int64)
    first = ends - np.array([len(own) for own in words], np.int64)
    lines, chosen = page.lines, np.array(kept, np.int64)
    boxes = page.boxes[every]
    columns = {
        name: column[chosen] if len(column := getattr(lines, name)) else column
        for name in ("size", "bold", "way", "colour")
    }
    return replace(
        page,
        words=tuple(page.words[at] for at in every),
        boxes=boxes,
        soft=page.soft[every] if len(page.soft) else page.soft,
        lines=Lines(first, ends, *line_extents(boxes, first), **columns),
    )


def _words_of(page: ExtractedPage, line: int) -> range:
    return range(int(page.lines.first[line]), int(page.lines.last[line]))


def _covered(page: ExtractedPage, early: int, late: int) -> Bools:
    """Return for each word of one line, and each of another, whether the second covers the first."""
    first, second = (page.boxes[_words_of(page, line)] for line in (early, late))
    shared = np.minimum(first[:, None, 2], second[None, :, 2]) - np.maximum(
        first[:, None, 0], second[None, :, 0]
    )
    found: Bools = shared > COVERED * (first[:, 2] - first[:, 0])[:, None]
    return found


def _is_printed_again(page: ExtractedPage, early: int, late: int) -> bool:
    """True if most words of one line that lie under another are the same, or cut by a strip."""
    covered = _covered(page, early, late)
    pairs = np.argwhere(covered).tolist()
    first = [page.words[word] for word in _words_of(page, early)]
    second = [page.words[word] for word in _words_of(page, late)]
    same = {a for a, b in pairs if first[a] in second[b] or second[b] in first[a]}
    return 2 * len(same) > int(np.count_nonzero(covered.any(axis=1)))


def _union(page: ExtractedPage, group: Ints, line: int) -> list[int]:
    """Return the words of the lines of a group from the left, the longest on each place."""
    members = (group == line).nonzero()[0].tolist()
    if len(members) == 1:
        return list(_words_of(page, line))
    x0, _, x1, _ = page.boxes.T
    found: list[int] = []
    for word in sorted(
        (word for member in members for word in _words_of(page, member)),
        key=lambda word: -len(page.words[word]),
    ):
        middle = (x0[word] + x1[word]) / 2
        if not any(x0[other] < middle < x1[other] for other in found):
            found.append(word)
    return sorted(found, key=lambda word: float(x0[word]))
