"""Words whose letters stand apart: spaced out by design, or taken apart by the engine.

pdfium may take narrow columns for text that runs down the page, and break the line after
every letter; headings are often letterspaced so widely that each letter is a word.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from auditor.document.page import NO_BOOLS, Bools, Floats, Ints
from auditor.document.pdf.pdfium.glyphs import Glyphs

SHORT = 2
"""Letters of a part of a word that was taken apart."""
FEWEST = 5
"""Parts in a row: fewer may well be words."""
LEAST_SINGLE = 0.7
LEAST_LETTERS = 0.5
"""Of the parts of a row: a row of figures is none of letters."""
TIGHT = 0.07
"""Of the height of a line: letters of a word that was taken apart are no further from each other."""
FEWEST_TIGHT = 0.4
"""Of the gaps of a row: so many at least are between letters."""
LEAST_JUMP = 0.08
"""Of the height of a line: by which gaps between words are wider than those between letters."""
FARTHEST = 1.5
"""Of the height of a line: parts further from each other are in no row."""
WIDE_SPACE = 2.5
"""Of the height of a line: the widest space between letterspaced words."""
WIDEST = 0.7
"""Of the height of a line: letters further apart are no word."""
HYPHEN = 0.5
"""Of the height of a line: the widest a hyphen is that the engine left out."""
RAISED = 0.6
"""Of the height of a line: the end of an ordinal is no further from its figure, nor before its end."""
ORDINAL_ENDS = frozenset(end + stop for end in ("st", "nd", "rd", "th") for stop in ("", ",", "."))
LIGATURES = ("ff", "fi", "fl")
"""How words end that a file may have torn after two or three letters set as one sign."""


def apart_letters(
    words: Sequence[str], boxes: Floats, *, is_broken: bool, soft: Bools = NO_BOOLS
) -> Bools:
    """Return for each word whether it goes on from the one before it without a space.

    `is_broken` says that the engine broke the page's lines after most letters, and `soft`
    after which of them it took a hyphen for one at the end of a line.
    """
    joins = np.zeros(len(words), bool)
    length = np.fromiter(map(len, words), np.int64, len(words))
    if len(words) < 2 or not (is_broken or _has_run(length)):
        return joins
    x0, top, x1, bottom = boxes.T
    height = bottom - top
    level = np.abs(top[1:] + bottom[1:] - top[:-1] - bottom[:-1]) < 0.5 * height[1:]
    gap = np.append(np.inf, np.where(level, x0[1:] - x1[:-1], np.inf))
    gap[gap < -0.5 * height] = np.inf
    if is_broken:
        joins[:] = gap < TIGHT * height
        if soft.any():
            joins[1:] |= soft[:-1] & (gap[1:] < HYPHEN * height[1:])
        return joins
    apart = (length > SHORT) | (gap > FARTHEST * height)
    apart[1:] |= length[:-1] > SHORT
    starts = apart.nonzero()[0]
    ends = np.append(starts[1:], len(words))
    widest: dict[int, float] = {}
    for at in (ends - starts >= FEWEST).nonzero()[0].tolist():
        start, end = int(starts[at]), int(ends[at])
        if _are_letters(words[start:end], length[start:end]):
            inner = gap[start + 1 : end]
            widest[at] = _widest_letter_gap(inner, float(height[start]))
    if not widest:
        return joins
    rows = list(zip(starts.tolist(), ends.tolist(), strict=True))
    _add_short_rows(widest, rows, length == 1, gap, height)
    for at, limit in widest.items():
        start, end = rows[at]
        joins[start + 1 : end] = gap[start + 1 : end] < limit
    return joins


def torn_words(glyphs: Glyphs, words: Sequence[str], boxes: Floats) -> list[int]:
    """Return the words that go on from a ligature, with a space between that takes no room.

    The space begins within the sign for the letters, and so does the next word.
    """
    if not any(f"{end} " in glyphs.text for end in LIGATURES):
        return []
    after = (boxes[1:, 0] < boxes[:-1, 2]) & (boxes[1:, 0] > boxes[:-1, 0])
    found = []
    for at in (after & (glyphs.line[1:] == glyphs.line[:-1])).nonzero()[0].tolist():
        end = int(glyphs.ends[at])
        if words[at].endswith(LIGATURES):
            sign, space = glyphs.box_at(end - 1), glyphs.box_at(end)
            if sign == glyphs.box_at(end - 2) and space[0] < sign[2]:
                found.append(at + 1)
    return found


def torn_ordinals(words: Sequence[str], boxes: Floats) -> list[int]:
    """Return the raised ends of ordinals ("1st") that the engine takes for the first word of a line."""
    if ORDINAL_ENDS.isdisjoint(words):
        return []
    found = []
    for at, word in enumerate(words):
        if at and word in ORDINAL_ENDS and words[at - 1][-1].isdigit():
            (_, top, right, bottom), (left, high, _, low) = boxes[at - 1], boxes[at]
            reach = RAISED * (bottom - top)
            if -reach < left - right < reach and high < bottom and low > top:
                found.append(at)
    return found


def _add_short_rows(
    widest: dict[int, float],
    rows: Sequence[tuple[int, int]],
    single: Bools,
    gap: Floats,
    height: Floats,
) -> None:
    """Add the short words of a letterspaced heading, beside those that were found.

    Rows that were found pass on how wide their gaps are.
    """
    found = list(widest)
    for at in found:
        for other, opens in ((at - 1, rows[at][0]), (at + 1, rows[at][1])):
            is_near = opens < len(gap) and gap[opens] < WIDE_SPACE * height[opens]
            if other in widest or not (is_near and 0 <= other < len(rows)):
                continue
            if single[slice(*rows[other])].all():
                widest[other] = min(widest[at], WIDEST * float(height[rows[other][0]]))
                found.append(other)


def _widest_letter_gap(gaps: Floats, height: float) -> float:
    """Return where gaps between words part from those between letters, by the widest jump."""
    ranked = np.sort(gaps)
    jumps = np.diff(ranked)
    jumps[: int(FEWEST_TIGHT * len(jumps))] = 0
    widest = int(np.argmax(jumps))
    if ranked[int(FEWEST_TIGHT * len(jumps))] > WIDEST * height:
        return -np.inf
    if jumps[widest] < LEAST_JUMP * height:
        return np.inf
    return float(ranked[widest] + ranked[widest + 1]) / 2


def _has_run(length: Ints) -> bool:
    """True if enough short words stand in a row."""
    short = (length <= SHORT).nonzero()[0]
    run = FEWEST - 1
    return bool(np.count_nonzero(short[run:] - short[:-run] == run))


def _are_letters(words: Sequence[str], length: Ints) -> bool:
    """True if words are mostly single letters."""
    letters = sum(word[0].isalpha() for word in words)
    return bool(np.mean(length == 1) >= LEAST_SINGLE) and letters >= LEAST_LETTERS * len(words)
