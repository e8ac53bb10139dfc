"""Words into printed lines, and which lines go on below each other.

Lines are cut where a gap is wider than a space can be.
"""

from __future__ import annotations

from statistics import median

import numpy as np

from auditor.document.page import NO_INTS, Bools, ExtractedPage, Floats, Ints, Lines, turned
from auditor.document.pdf.layout.headings import ENDS, FEWEST_WORDS, begins_small

FLAT = 0.15
"""Of the height of a line: the box of a dash is flatter in some fonts, that of no word is."""
MOST_COMPARED = 1500
"""Lines of a page that are held against each other."""
ASCENT, DESCENT = 0.74, 0.21
"""Of its size: how far type reaches above and below its base line, with most fonts."""
LARGE_INITIAL = 1.7
"""Times the height of the words after it: a letter that reaches below their line."""
MOST_STEP = 1.9
"""Heights of a line, from one to the next of a run, where nothing tells that lines stand wider."""
MOST_WIDE_STEP = 2.8
"""Heights of a line, where lines that end within a sentence tell it, as in manuscripts."""
LEAST_WIDE = 0.2
"""Of the lines of a page stand so far from the next, before it is asked whether they go on."""
LEAST_WITHIN = 4
"""Of those end within a sentence."""
OUTDENT = 3.0
"""Heights of a line by which a line begins left of the one above it, below a narrow text."""
WIDER_STEP = 1.1
"""Times the step before it: the step down from a narrow text to what stands below it."""
FEWEST_JUSTIFIED = 3
"""Lines of one column that begin and end alike."""
HYPHEN = 0.5
"""Heights of a line: the width of a hyphen, which is no part of the last word."""
CLOSE = 1.3
"""Heights of a line, from one to the next of a paragraph: rows of tables stand further apart."""
EVEN = 1.5
"""Times the narrowest gap of a line: the widest in one that is stretched."""
WIDEST_STRETCH = 8.0
"""Heights of a line."""
EQUAL, UNLIKE = 1.02, 1.5
"""Times the narrowest gap of a line, and the narrowest word: cells with such words are not so even."""
WIDEST_EQUAL, LEAST_WORD = 3.0, 2.5
"""Heights of a line: such gaps, and the widest word behind the first; figures may be as even."""
MARK = 0.7
"""Heights of a line: a bullet or number at its head, behind which no gap is stretched."""
FEWEST_EQUAL = 4
"""Words of a line whose gaps alone tell that it is stretched."""


def cut_lines(boxes: Floats, line: Ints) -> Ints:
    """Return the first word of each printed line, given the engine's own lines."""
    if len(boxes) == 1:
        return np.zeros(1, np.int64)
    x0, top, x1, bottom = boxes.T
    height, twice_middle = bottom - top, top + bottom
    gap = x0[1:] - x1[:-1]
    tallest = np.maximum(height[1:], height[:-1])
    shift = np.abs(twice_middle[1:] - twice_middle[:-1]) / 2
    widest = 0.95 * tallest
    level, beyond = shift < 0.38 * tallest, gap > widest
    near = level & (gap > -0.25 * tallest) & (gap < widest)
    broken = line[1:] != line[:-1]
    wide = beyond & level
    cut = (broken & ~(near | wide)) | (gap < -1.5 * tallest) | (shift > 0.8 * tallest)
    shortest = np.minimum(height[1:], height[:-1])
    is_initial = tallest > LARGE_INITIAL * shortest
    if np.count_nonzero(is_initial):
        is_initial &= shortest > FLAT * tallest
        cut |= is_initial & (bottom[:-1] - bottom[1:] > 0.9 * shortest)
    wide |= beyond & ~cut
    if np.count_nonzero(wide):
        unsure = wide & ~broken & (gap <= 1.6 * tallest)
        if np.count_nonzero(unsure):
            wide &= ~unsure | _on_common_edge(x0, line)
        if _may_be_even(gap, cut, wide):
            wide &= ~_stretched(boxes, gap, cut, wide)
    return np.concatenate(([True], cut | wide)).nonzero()[0]


def as_high_as_type(boxes: Floats, base: Floats, first: Ints, size: Floats) -> Floats:
    """Return boxes of words that reach above and below their base line as far as type does.

    `base` is that of each word; of lines whose size is 0 the boxes are left as they are.
    """
    own = np.repeat(size, np.diff(np.append(first, len(boxes))))
    own[np.abs(base - boxes[:, 3]) > own] = 0.0
    found = boxes.copy()
    found[:, 1] = np.where(own > 0, np.minimum(boxes[:, 1], base - ASCENT * own), boxes[:, 1])
    found[:, 3] = np.where(own > 0, np.maximum(boxes[:, 3], base + DESCENT * own), boxes[:, 3])
    return found


def _may_be_even(gap: Floats, cut: Bools, wide: Bools) -> bool:
    """True if the gaps beside some wide one, if they are of its line, are not much narrower.

    The first gap of a line may be left out of account.
    """
    at = (wide & ~cut).nonzero()[0]
    own = np.concatenate(([np.inf], gap, [np.inf]))
    own[1:-1][cut] = np.inf
    at = at[gap[at] < EVEN * own[at + 2]]
    own[2:-1][cut[:-1]] = own[1] = np.inf
    return bool(np.count_nonzero(gap[at] < EVEN * own[at]))


def _stretched(boxes: Floats, gap: Floats, cut: Bools, wide: Bools) -> Bools:
    """Return for each gap whether it is of a line stretched to the width of its neighbours.

    Justified lines of few words have gaps as wide as those between columns, but equal ones.
    """
    found = np.zeros(len(gap), bool)
    opens = np.concatenate(([True], cut))
    first, own = opens.nonzero()[0], opens.cumsum() - 1
    x0, top, x1, bottom = line_extents(boxes, first)
    height, count = bottom - top, np.bincount(own)
    word = boxes[:, 2] - boxes[:, 0]
    kept = ~cut
    kept[first[(count > 3) & (word[first] < MARK * height)]] = False
    white = np.zeros(len(boxes))
    white[:-1][kept] = gap[kept]
    widest = np.maximum.reduceat(white, first)
    white[:-1][~kept] = white[-1] = np.inf
    narrowest = np.minimum.reduceat(white, first)
    has_wide = np.zeros(len(first), bool)
    has_wide[own[1:][wide & ~cut]] = True
    even = (widest < EVEN * narrowest) & has_wide & (widest < WIDEST_STRETCH * height)
    if not even.any():
        return found
    inner, of_line = (~cut).nonzero()[0], own[1:][~cut]
    many, ragged, whole = count > 2, HYPHEN * height, ~has_wide
    indent, step, right = (np.abs(side[1:] - side[:-1]) for side in (x0, top, x1))
    on_edge = indent < 2
    alike = on_edge & (right < ragged[1:]) & (step < 2.2 * height[1:])
    neighbour = _beside(alike & whole[1:], alike & whole[:-1])
    close = alike & (top[1:] - top[:-1] < CLOSE * height[1:])
    followed = _beside(close, close)
    neighbour |= (many | followed) & _in_justified_column(x0, x1, ragged, whole)
    later = word.copy()
    later[first] = 0.0
    longest = np.maximum.reduceat(later, first)
    equal = (widest < EQUAL * narrowest) & (widest < WIDEST_EQUAL * height) & many
    equal &= longest > LEAST_WORD * height
    unlike = longest > UNLIKE * np.minimum.reduceat(word, first)
    neighbour |= (count >= FEWEST_EQUAL) & equal & unlike
    rest = _rest_below(x0, top, x1, bottom, equal) & whole[1:]
    indented = _beside(rest, many[1:] & on_edge)
    neighbour |= indented & _in_justified_column(None, x1, ragged, whole)
    found[inner] = (even & neighbour)[of_line]
    found &= gap < EVEN * narrowest[own[1:]]
    return found


def _beside(below: Bools, above: Bools) -> Bools:
    """Return for each line whether something holds of it and the one below, or the one above it."""
    found = np.zeros(len(below) + 1, bool)
    found[:-1] = below
    found[1:] |= above
    return found


def _rest_below(x0: Floats, top: Floats, x1: Floats, bottom: Floats, equal: Bools) -> Bools:
    """Return for each line but the last whether the next may be the rest of its paragraph.

    It stands close below and begins near its left edge: behind the indent of the first line,
    or where the text of an item does. It ends as far right, or before it where gaps tell (`equal`).
    """
    height, down = (bottom - top)[1:], top[1:] - top[:-1]
    found: Bools = (down > 0) & (down < CLOSE * height)
    found &= np.abs(x0[1:] - x0[:-1]) < OUTDENT * height
    right, ragged = x1[1:] - x1[:-1], HYPHEN * height
    return found & (right < ragged) & (equal[:-1] | (right > -ragged))


def _in_justified_column(x0: Floats | None, x1: Floats, ragged: Floats, whole: Bools) -> Bools:
    """Return for each line whether several whole lines begin and end where it does."""
    if len(x1) > MOST_COMPARED:
        return np.zeros(len(x1), bool)
    shared = np.abs(x1[:, None] - x1[whole]) < ragged[:, None]
    if x0 is not None:
        shared &= np.abs(x0[:, None] - x0[whole]) < 2
    found: Bools = shared.sum(axis=1) >= FEWEST_JUSTIFIED
    return found


def cut_by_way(boxes: Floats, line: Ints, way: Ints, frame: tuple[float, float]) -> Ints:
    """Return the first word of each printed line of a page whose words read several ways."""
    starts = np.append(True, way[1:] != way[:-1]).nonzero()[0]
    first = [
        start + cut_lines(upright(boxes[start:end], int(way[start]), frame), line[start:end])
        for start, end in zip(starts, [*starts[1:], len(way)], strict=True)
    ]
    return np.concatenate(first)


def row_order(boxes: Floats) -> Ints:
    """Return the order of words row by row from the top, each row from the left."""
    if not len(boxes):
        return np.zeros(0, np.int64)
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    falling = np.argsort(middle, kind="stable")
    height = (boxes[:, 3] - boxes[:, 1])[falling]
    row = np.cumsum(np.append(False, np.diff(middle[falling]) > 0.4 * height[1:]))
    return falling[np.lexsort((boxes[falling, 0], row))]


def upright(boxes: Floats, way: int, frame: tuple[float, float]) -> Floats:
    """Return boxes in a frame in which words that read another way read to the right."""
    return turned(boxes, (4 - way) % 4, *frame)


def _on_common_edge(x0: Floats, line: Ints) -> Bools:
    """Return for each word but the first whether lines often begin where it does."""
    opens = np.concatenate(([True], line[1:] != line[:-1]))
    count = np.bincount(np.clip(x0[opens] / 3, 0, 2000).astype(int), minlength=2003)
    count[1:-1] = count[1:-1] + count[:-2] + count[2:]
    found: Bools = count[np.clip(x0[1:] / 3, 0, 2000).astype(int)] >= 4
    return found


def line_extents(boxes: Floats, first: Ints) -> tuple[Floats, Floats, Floats, Floats]:
    """Give x0, top, x1 and bottom of lines from the boxes of their words."""
    return (
        np.minimum.reduceat(boxes[:, 0], first),
        np.minimum.reduceat(boxes[:, 1], first),
        np.maximum.reduceat(boxes[:, 2], first),
        np.maximum.reduceat(boxes[:, 3], first),
    )


def set_lines(
    boxes: Floats, first: Ints, size: Floats, bold: Bools, way: Ints, colour: Ints = NO_INTS
) -> Lines:
    """Return the lines of words, given the first word and the type of each line."""
    last = np.concatenate((first[1:], [len(boxes)]))
    return Lines(first, last, *line_extents(boxes, first), size, bold, way, colour)


def part_lines(lines: Lines, boxes: Floats, begins: Bools) -> Lines:
    """Cut lines also before the words named."""
    every = begins.copy()
    every[lines.first] = True
    first = every.nonzero()[0]
    old = lines.first.searchsorted(first, "right") - 1
    colour = lines.colour[old] if len(lines.colour) else lines.colour
    return set_lines(boxes, first, lines.size[old], lines.bold[old], lines.way[old], colour)


def chained(page: ExtractedPage, lines: Ints) -> Bools:
    """Return for each line but the first whether it goes on below the one before it."""
    every = page.lines
    x0, x1, top, size = every.x0[lines], every.x1[lines], every.top[lines], every.size[lines]
    height, width = every.bottom[lines] - top, x1 - x0
    overlap = np.minimum(x1[1:], x1[:-1]) - np.maximum(x0[1:], x0[:-1])
    low = top + height
    step = low[1:] - low[:-1]
    shortest = np.minimum(height[1:], height[:-1])
    tallest = np.minimum(np.maximum(height[1:], height[:-1]), LARGE_INITIAL * shortest)
    beside: Bools = np.abs(size[1:] - size[:-1]) <= 0.15 * np.maximum(size[1:], 1)
    beside &= overlap > 0.3 * np.minimum(width[1:], width[:-1])
    beside &= step > 0.3 * tallest
    out = beside & (x0[1:] < x0[:-1] - OUTDENT * height[1:])
    if np.count_nonzero(out):
        beside &= ~(out & _ends_narrow(x0, step))
    near: Bools = beside & (step < MOST_STEP * tallest)
    least = LEAST_WIDE * len(lines)
    if np.count_nonzero(beside) - np.count_nonzero(near) > least:
        far = beside & ~near & (step < MOST_WIDE_STEP * tallest)
        if np.count_nonzero(far) > least:
            within = far & goes_on_within(page, lines)
            if np.count_nonzero(within) >= LEAST_WITHIN:
                near |= far & (step < 1.05 * median(step[within].tolist()))
    return near


def _ends_narrow(x0: Floats, step: Floats) -> Bools:
    """Return for each line but the first whether the one before it ends a text with an edge.

    Two lines of it begin on that edge, and the next stands further below them than they do.
    """
    before, after = step[:-1], step[1:]
    found: Bools = (np.abs(x0[1:-1] - x0[:-2]) < 2) & (after > 0) & (before > 0)
    return np.concatenate(([False], found & (after > WIDER_STEP * before)))


def goes_on_within(page: ExtractedPage, lines: Ints) -> Bools:
    """Return for each line but the first whether the one before it ends within a sentence.

    A few words must stand on it, as on lines of text, and the next begin with a small letter.
    """
    first, last = page.lines.first[lines], page.lines.last[lines]
    words = page.words
    opens = np.array([begins_small(words[at]) for at in first[1:].tolist()], bool)
    is_open = np.array([words[at - 1][-1] not in ENDS for at in last[:-1].tolist()], bool)
    found: Bools = opens & is_open & ((last - first)[:-1] >= FEWEST_WORDS)
    return found
