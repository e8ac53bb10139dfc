"""Words that are no part of a page's text layer, added to it where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from auditor.document.page import ExtractedPage, Floats, Ints, Lines
from auditor.document.pdf.layout.lines import line_extents, set_lines

LETTER = 0.5
"""Of the size of type: the usual width of a letter."""
LEADING = 1.2
LONGEST_SIZE = 14.0
"""Points: type that fills a field is no larger."""


@dataclass(frozen=True, slots=True)
class AddedWords:
    """Words with boxes in the upright frame of a page, and the first word of each line."""

    words: tuple[str, ...]
    boxes: Floats
    first: Ints


def set_in_box(text: str, box: tuple[float, float, float, float]) -> AddedWords:
    """Return the words of a text, set in lines in a box about as a form sets them."""
    x0, top, x1, bottom = box
    size = min(LONGEST_SIZE, max(6.0, (bottom - top) / LEADING))
    while size > 6.0 and len(text) * LETTER * size > (x1 - x0) * max(
        1, int((bottom - top) / (LEADING * size))
    ):
        size -= 1.0
    words: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    first: list[int] = []
    x, y = x0, top
    for word in text.split():
        width = len(word) * LETTER * size
        if not words or (x + width > x1 and x > x0):
            y = top if not words else y + LEADING * size
            x = x0
            first.append(len(words))
        words.append(word)
        boxes.append((x, y, x + width, y + size))
        x += width + LETTER * size
    return AddedWords(tuple(words), np.array(boxes).reshape(-1, 4), np.array(first, np.int64))


def with_words(page: ExtractedPage, added: Sequence[AddedWords]) -> ExtractedPage:
    """Return a page with more words and their lines after its own."""
    added = [one for one in added if one.words]
    if not added:
        return page
    start, words = len(page.words), [word for one in added for word in one.words]
    boxes = np.concatenate([one.boxes for one in added])
    counts = np.cumsum([0, *(len(one.words) for one in added)])
    first = np.concatenate([one.first + at for one, at in zip(added, counts, strict=False)])
    more = lines_around(boxes, first)
    more = replace(
        more,
        first=more.first + start,
        last=more.last + start,
        colour=np.full(len(more), _ink(page)),
    )
    return replace(
        page,
        words=(*page.words, *words),
        boxes=np.concatenate((page.boxes, boxes)),
        soft=np.append(page.soft, np.zeros(len(words), bool)),
        lines=_joined(page.lines, more),
    )


def _ink(page: ExtractedPage) -> int:
    """Return the colour of most lines of a page."""
    counts = Counter(page.lines.colour.tolist())
    return max(sorted(counts), key=counts.__getitem__, default=0)


def lines_around(boxes: Floats, first: Ints) -> Lines:
    """Return the lines of words by their boxes and the first word of each: plain ones, and level."""
    if not len(first):
        return Lines()
    _, top, _, bottom = line_extents(boxes, first)
    plain, level = np.zeros(len(first), bool), np.zeros(len(first), np.int64)
    return set_lines(boxes, first, np.round((bottom - top) * 2) / 2, plain, level)


def _joined(lines: Lines, more: Lines) -> Lines:
    """Return lines and more lines after them."""
    pairs = ((getattr(lines, one.name), getattr(more, one.name)) for one in fields(Lines))
    return Lines(*map(np.concatenate, pairs))
