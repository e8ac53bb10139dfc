"""Pages made of lines for tests: each word as wide as its letters, each line as given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from auditor.document.page import (
    Aside,
    ExtractedPage,
    Lines,
    OrderedPage,
    ScreenedPage,
    SegmentedPage,
    advanced,
)
from auditor.document.pdf.layout.lines import line_extents
from auditor.document.pdf.layout.reading_order import put_in_order

LETTER = 5.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a made page: its words, where it begins and how it is set."""

    text: str
    x: float = 60.0
    top: float = 100.0
    size: float = 10.0
    bold: bool = False
    way: int = 0


def page_of(lines: Sequence[Line], *, number: int = 1) -> ExtractedPage:
    """Make a page of lines."""
    words, boxes, first = [], [], []
    for line in lines:
        first.append(len(words))
        x = line.x
        for word in line.text.split():
            words.append(word)
            boxes.append((x, line.top, x + LETTER * len(word), line.top + 1.2 * line.size))
            x += LETTER * (len(word) + 1)
    starts, corners = np.array(first, np.int64), np.array(boxes, np.float64)
    x0, top, x1, bottom = line_extents(corners, starts)
    return ExtractedPage(
        number=number,
        label=str(number),
        width=595.0,
        height=842.0,
        words=tuple(words),
        boxes=corners,
        soft=np.zeros(len(words), bool),
        lines=Lines(
            starts,
            np.append(starts[1:], len(words)),
            x0,
            top,
            x1,
            bottom,
            np.array([line.size for line in lines]),
            np.array([line.bold for line in lines]),
            np.array([line.way for line in lines], np.int64),
            np.zeros(len(lines), np.int64),
        ),
    )


def column(
    texts: Sequence[str], x: float = 60.0, top: float = 100.0, *, step: float = 13.0
) -> list[Line]:
    """Make lines below each other."""
    return [Line(text, x, top + step * at) for at, text in enumerate(texts)]


def segmented(page: ExtractedPage, *, leaf: int | None = None) -> SegmentedPage:
    """Make a page without tables of one as it was extracted."""
    leaf = page.number if leaf is None else leaf
    return advanced(page, SegmentedPage, tables=(), gutter=None, leaf=leaf)


def screened(page: ExtractedPage, aside: dict[int, Aside] | None = None) -> ScreenedPage:
    """Make a page of which some lines are set aside."""
    return advanced(segmented(page), ScreenedPage, aside=aside or {})


def ordered(page: ExtractedPage) -> OrderedPage:
    """Make a page in reading order."""
    return put_in_order(screened(page), [])


def read_order(page: ExtractedPage) -> list[str]:
    """Give the lines of a page in reading order."""
    found = ordered(page)
    return [found.line_text(line) for line in found.order if line >= 0]
