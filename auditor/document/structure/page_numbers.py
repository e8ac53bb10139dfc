"""Page numbers at the head and foot of pages, told from figures that stand there by chance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from itertools import groupby

from auditor.document.page import SegmentedPage

DIGITS = re.compile(r"\d\d{0,5}")
PAGE_LABEL = re.compile(
    r"^[-–—|•\s.]*(?:page\s*\|?\s*|p\.\s*)?(?:\d{1,3}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d+)?[-–—|•\s.]*$",
    re.IGNORECASE,
)
LABEL_OPENING = frozenset("-|.pP0123456789ivxlcIVXLC")
"""What the label of a page begins with, of a to z and plain signs."""
ENDS_IN_NUMBER = re.compile(r"^(\D*)(\d{1,3})")
LONGEST_FOOT = 8
"""Words of a foot that ends in the number of its page."""
FEWEST_UNORDERED = 4
"""Pages whose feet bear a number each, in no order: they are printed to be folded."""
FACING = 2
"""Pages that may share a sheet."""
MOST_SPREAD = 2
"""Times the pages of a file: its numbers lie no further apart, as figures of a table do."""
LEAST_UNORDERED = 0.3
"""Of all pages: so many bear such a number."""

Edge = tuple[SegmentedPage, int]
"""A line near the edge of its page."""
Place = tuple[int, int]
"""A page by its number, and a line of it."""
Heights = Mapping[int, Collection[tuple[str, int]]]
"""For each height the lines on it: what they say, and the number of their page."""


def leaf_of(page: SegmentedPage, line: int) -> int:
    """Return the page that a line stands on, in the order of binding."""
    return page.leaf if page.gutter is None else page.leaf + page.is_right(line)


def height_of(page: SegmentedPage, line: int) -> int:
    """Return how far down a line stands, as a number that lines of nearly one height share."""
    return round(page.lines.plain.top[line] / 6)


def find_outermost(edges: Sequence[Edge]) -> set[Place]:
    """Return the lines at the head or foot of a page nearer to whose edge nothing stands."""
    found: set[Place] = set()
    for _, own in groupby(edges, key=lambda edge: edge[0].number):
        fellows = list(own)
        page = fellows[0][0]
        lines, middle = page.lines.plain, page.frame[1] / 2
        highest, lowest = min(lines.bottom), max(lines.top)
        for _, line in fellows:
            top = lines.top[line]
            if highest >= top if top < middle else lowest <= lines.bottom[line]:
                found.add((page.number, line))
    return found


def find_page_numbers(edges: Sequence[Edge], outermost: Set[Place]) -> dict[Place, int | None]:
    """Return the lines that number their page, and the number; None where it is Roman.

    Each is one of the outermost lines or stands as high as another; Arabic numbers count on from
    page to page.
    """
    romans: list[Edge] = []
    counts: dict[int, list[Edge]] = defaultdict(list)
    for page, line in _labels(edges):
        number = DIGITS.search(page.line_text(line))
        if number is None:
            romans.append((page, line))
        else:
            counts[int(number.group()) - leaf_of(page, line)].append((page, line))
    found: dict[Place, int | None] = dict.fromkeys(_roman_numbers(romans, outermost))
    for offset, fellows in counts.items():
        heights = _by_height(fellows)
        sure = [edge for edge in fellows if _stands_as_number(edge, outermost, heights)]
        if len({leaf_of(*edge) for edge in sure}) > 1:
            found |= {(page.number, line): offset + leaf_of(page, line) for page, line in sure}
    return _unordered_numbers(edges) | found


def _roman_numbers(edges: Sequence[Edge], outermost: Set[Place]) -> list[Place]:
    """Return the Roman numbers beyond all text, or as high as others; "x" and "IV." head texts."""
    labels = [(page, line) for page, line in edges if not page.line_text(line).endswith(".")]
    heights = _by_height(labels)
    found = []
    for page, line in labels:
        is_long = len(page.line_text(line)) > 1
        if (is_long and (page.number, line) in outermost) or _has_fellow((page, line), heights):
            found.append((page.number, line))
    return found


def _labels(edges: Sequence[Edge]) -> list[Edge]:
    """Return the lines that may be numbers of one page or two: figures in a row are those of a chart."""
    labels: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for page, line in edges:
        opening = page.first_word(line)[0]
        if opening.isascii() and opening not in LABEL_OPENING:
            continue
        if PAGE_LABEL.match(page.line_text(line)):
            labels[leaf_of(page, line), height_of(page, line)].append((page, line))
    return [edge for row in labels.values() if len(row) <= FACING for edge in row]


def _stands_as_number(edge: Edge, outermost: Set[Place], heights: Heights) -> bool:
    """True if a number stands where numbers of pages do, and not among the figures of a chart."""
    page, line = edge
    if page.lines.plain.way[line] or page.line_text(line)[0].isalpha():
        return True
    return (page.number, line) in outermost or _has_fellow(edge, heights)


def _by_height(edges: Sequence[Edge]) -> Heights:
    """Return what stands on each height, and on which page."""
    found: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for page, line in edges:
        found[height_of(page, line)].add((page.line_text(line), page.number))
    return found


def _has_fellow(edge: Edge, heights: Heights) -> bool:
    """True if another number stands as high on another page."""
    page, line = edge
    height, own = height_of(page, line), page.line_text(line)
    return any(
        text != own and number != page.number
        for near in (height - 1, height, height + 1)
        for text, number in heights.get(near, ())
    )


def _unordered_numbers(edges: Sequence[Edge]) -> dict[Place, int | None]:
    """Return the feet that end in a number each, no two alike: of sheets printed to be folded."""
    feet: dict[tuple[str, float], list[tuple[int, int, Place]]] = defaultdict(list)
    for page, line in edges:
        is_foot = page.lines.plain.top[line] > page.frame[1] / 2
        if is_foot and page.last_word(line)[-1].isdigit():
            found = ENDS_IN_NUMBER.fullmatch(page.line_text(line).strip())
            if found and len(found[1].split()) <= LONGEST_FOOT:
                key = found[1].strip().lower(), page.lines.plain.size[line]
                feet[key].append((int(found[2]), leaf_of(page, line), (page.number, line)))
    last = max((page.leaf for page, _ in edges), default=0)
    least = max(FEWEST_UNORDERED, LEAST_UNORDERED * last)
    return {
        place: number
        for group in feet.values()
        if len(group) >= least
        and max(group)[0] - min(group)[0] < MOST_SPREAD * last
        and len({number for number, _, _ in group}) == len(group)
        and len({leaf for _, leaf, _ in group}) == len(group)
        for number, _, place in group
    }
