"""Page numbers at the head and foot of pages, told from figures that stand there by chance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from auditor.document.page import SegmentedPage

DIGITS = re.compile(r"\d{1,6}")
PAGE_LABEL = re.compile(
    r"^[-–—|•\s.]*(?:page\s*\|?\s*|p\.\s*)?(?:\d{1,3}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d+)?[-–—|•\s.]*$",
    re.IGNORECASE,
)
ENDS_IN_NUMBER = re.compile(r"(\D*)(\d{1,3})")
LONGEST_FOOT = 8
"""Words of a foot that ends in the number of its page."""
FEWEST_UNORDERED = 4
"""Pages whose feet bear a number each, in no order: they are printed to be folded."""
LEAST_UNORDERED = 0.3
"""Of all pages: so many bear such a number."""

Edge = tuple[SegmentedPage, int]
"""A line near the edge of its page."""
Place = tuple[int, int]
"""A page by its number, and a line of it."""


def leaf_of(page: SegmentedPage, line: int) -> int:
    """Return the page that a line stands on, in the order of binding."""
    return page.leaf + page.is_right(line)


def height_of(page: SegmentedPage, line: int) -> int:
    """Return how far down a line stands, as a number that lines of nearly one height share."""
    return round(page.lines.top.item(line) / 6)


def is_beyond(page: SegmentedPage, line: int) -> bool:
    """True if nothing stands nearer to the edge of the page than a line at its head or foot."""
    lines = page.lines
    top, bottom = lines.top[line], lines.bottom[line]
    is_head = top < page.frame[1] / 2
    beyond = lines.bottom < top if is_head else lines.top > bottom
    return not bool(beyond.any())


def find_page_numbers(edges: Sequence[Edge]) -> dict[Place, int | None]:
    """Return the lines that number their page, and the number; None where it is Roman.

    Arabic numbers count on from page to page, each beyond all text or as high as another.
    """
    found: dict[Place, int | None] = {}
    counts: dict[int, list[Edge]] = defaultdict(list)
    for page, line in edges:
        text = page.line_text(line)
        if PAGE_LABEL.match(text):
            number = DIGITS.search(text)
            if number is None:
                found[page.number, line] = None
            else:
                counts[int(number.group()) - leaf_of(page, line)].append((page, line))
    for offset, fellows in counts.items():
        sure = [edge for edge in fellows if _stands_as_number(edge, fellows)]
        if len({leaf_of(*edge) for edge in sure}) > 1:
            found |= {(page.number, line): offset + leaf_of(page, line) for page, line in sure}
    return _unordered_numbers(edges) | found


def _stands_as_number(edge: Edge, fellows: Sequence[Edge]) -> bool:
    """True if a number stands where numbers of pages do, and not one among the figures of a chart."""
    page, line = edge
    if is_beyond(page, line) or page.lines.way.item(line) or page.line_text(line)[0].isalpha():
        return True
    height = height_of(page, line)
    return any(
        other is not page and abs(height_of(other, its) - height) <= 1 for other, its in fellows
    )


def _unordered_numbers(edges: Sequence[Edge]) -> dict[Place, int | None]:
    """Return the feet that end in a number each, no two alike: of sheets printed to be folded."""
    feet: dict[tuple[str, float], list[tuple[int, int, Place]]] = defaultdict(list)
    for page, line in edges:
        if page.last_word(line)[-1].isdigit() and page.lines.top.item(line) > page.frame[1] / 2:
            found = ENDS_IN_NUMBER.fullmatch(page.line_text(line).strip())
            if found and len(found[1].split()) <= LONGEST_FOOT:
                key = found[1].strip().lower(), page.lines.size.item(line)
                feet[key].append((int(found[2]), leaf_of(page, line), (page.number, line)))
    last = max((page.leaf for page, _ in edges), default=0)
    least = max(FEWEST_UNORDERED, LEAST_UNORDERED * last)
    return {
        place: number
        for group in feet.values()
        if len(group) >= least
        and len({number for number, _, _ in group}) == len(group)
        and len({leaf for _, leaf, _ in group}) == len(group)
        for number, _, place in group
    }
