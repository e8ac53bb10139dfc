"""Headings of a page, told by how they are set."""

from __future__ import annotations

from collections.abc import Sequence, Set

import numpy as np

from auditor.document.page import ExtractedPage, OrderedPage, of_most_words

ENDS = frozenset('.:;?!”"')
OPENING = "(["
"""Brackets that may stand before a word within a sentence; a quotation is one of its own."""
LONGEST_HEADING = 24
"""Words on one line."""


def find_headings(page: OrderedPage, notes: Set[int], body: float, ink: int) -> set[int]:
    """Find short lines that are set larger than the text of their page, bold, or in colour.

    `body` and `ink` are the size and colour of most words of the document.
    """
    lines = page.lines
    if not page.order:
        return set()
    usual = max(body, _usual_size(page))
    short = lines.last - lines.first <= LONGEST_HEADING
    large = lines.size >= 1.12 * usual
    bold = lines.bold & (lines.size >= 0.95 * body)
    set_off = short & (large | bold)
    found: set[int] = set()
    for at, line in enumerate(page.order):
        if line < 0 or line in notes or line in page.aside:
            continue
        if set_off[line]:
            if large[line] or not _is_emphasis(page, at, line):
                found.add(line)
        elif _is_tinted_heading(page, at, line, ink, body):
            found.add(line)
    return found


def begins_small(text: str) -> bool:
    """True if words begin with a small letter, as the rest of a sentence does.

    >>> begins_small("(item 7)."), begins_small("Babies"), begins_small("2027")
    (True, False, False)
    """
    return text.lstrip(OPENING)[:1].islower()


def usual_colour(pages: Sequence[ExtractedPage]) -> int:
    """Return the colour of most words."""
    return int(of_most_words([page.lines for page in pages], "colour") or 0)


def _is_tinted_heading(page: OrderedPage, at: int, line: int, ink: int, body: float) -> bool:
    """True if a short line stands alone above others in another colour than the text."""
    lines = page.lines
    if not len(lines.colour) or lines.colour[line] == ink or lines.size[line] < 0.95 * body:
        return False
    if lines.sideways[line] or not 2 <= lines.last[line] - lines.first[line] <= 12:
        return False
    text = page.line_text(line)
    if text[-1] in ENDS or text[-1] == "," or not (text[0].isupper() or text[0].isdigit()):
        return False
    beside = [
        other for other in page.order[max(0, at - 1) : at + 2] if other >= 0 and other != line
    ]
    return all(lines.colour[other] != lines.colour[line] for other in beside) and bool(beside)


def _is_emphasis(page: OrderedPage, at: int, line: int) -> bool:
    """True if a bold line is part of a paragraph that is not bold as a whole."""
    return _carries_on(page, at, line, 1) or _carries_on(page, at, line, -1)


def _carries_on(page: OrderedPage, at: int, line: int, step: int) -> bool:
    """True if plain text follows (1) or precedes (-1) a line without a break."""
    lines = page.lines
    other = line
    while 0 <= at + step < len(page.order):
        at += step
        other = page.order[at]
        if other < 0 or page.block[other] != page.block[line]:
            return False
        if not lines.bold[other]:
            break
    else:
        return False
    upper = other if step < 0 else page.order[at - 1]
    lower = page.order[at + 1] if step < 0 else other
    full = lines.x1[upper] > lines.x0[upper] + 0.8 * (lines.x1[lower] - lines.x0[upper])
    starts = page.first_word(lower)[:1]
    return bool(full and page.last_word(upper)[-1:] not in ENDS and (starts.islower() or step < 0))


def _usual_size(page: OrderedPage) -> float:
    """Return the size of most words of a page that has a good many; else 0."""
    lines = page.lines
    words = lines.last - lines.first
    sizes, group = np.unique(lines.size, return_inverse=True)
    count = np.bincount(group, weights=words)
    return float(sizes[count.argmax()]) if words.sum() > 60 else 0.0
