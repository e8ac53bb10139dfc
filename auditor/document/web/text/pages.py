"""Pages of a text file: parted by form feeds or by lines that repeat with a number that counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

DIGITS = re.compile(r"\d+")
BARE_NUMBER = re.compile(r"^[-–—\s]{0,4}\d{1,3}[-–—\s]{0,4}$")
EDGE = 2
"""Lines at the head and foot of a page that can be running lines."""
LONGEST = 16
"""Words of a running line."""
FEWEST = 2
"""Times that a line must repeat, with a number that counts, where no form feeds part pages."""
SENTENCE = (".", "!", "?", ":", ";")
NAMED = re.compile(
    r"^(?:page|tudalen)\s{1,9}\d{1,4}(?:\s{1,9}(?:of|o)\s{1,9}\d{1,4})?$", re.IGNORECASE
)
"""The number of a page that says what it is."""
LEAST_GOING_ON = 4
"""Words of a line that a sentence may run over; "page 3" has fewer."""
NUMBERED = re.compile(
    r"\S {3,99}(?:page|tudalen) {1,9}\d{1,4}(?: {1,9}(?:of|o) {1,9}\d{1,4})?$", re.I
)
"""A line at the edge of a page that ends in its number."""
GAP = re.compile(r" {3,}")


@dataclass(frozen=True, slots=True)
class TextPage:
    """The lines of a page, and which of them run on every page."""

    lines: tuple[str, ...]
    running: frozenset[int] = frozenset()


def part_pages(text: str) -> list[TextPage]:
    """Part a text into pages and tell their running lines."""
    pages = [page.split("\n") for page in text.split("\f")]
    if len(pages) > 1 and not any(line.strip() for line in pages[-1]):
        pages.pop()
    if len(pages) == 1:
        counting = _counting(pages[0])
        named = [at for at in _edges(pages[0]) if NUMBERED.search(pages[0][at].rstrip())]
        running = frozenset([*counting, *_beside(pages[0], counting), *named])
        return [TextPage(tuple(pages[0]), running)]
    edges = [_edges(lines) for lines in pages]
    seen: dict[str, set[int]] = defaultdict(set)
    for nth, (lines, at) in enumerate(zip(pages, edges, strict=True)):
        for line in at:
            seen[_shape(lines[line])].add(nth)
    repeated = {shape for shape, found in seen.items() if len(found) > max(1, len(pages) // 3)}
    return [
        TextPage(tuple(lines), frozenset(_running(lines, at, repeated)))
        for lines, at in zip(pages, edges, strict=True)
    ]


def _running(lines: Sequence[str], edges: Iterable[int], repeated: set[str]) -> Iterator[int]:
    """Find the lines of a page that run: at its edges, and alone between its columns."""
    yield from (at for at in edges if _runs(lines[at], repeated))
    for at in range(1, len(lines) - 1):
        is_alone = not lines[at - 1].strip() and not lines[at + 1].strip()
        if is_alone and lines[at].strip() and _repeats(lines[at], repeated):
            yield at


def _runs(line: str, repeated: set[str]) -> bool:
    """True if a line at the edge of a page is its number, or repeats and says no sentence."""
    is_number = BARE_NUMBER.match(line) or NUMBERED.search(line.rstrip())
    return is_number is not None or _repeats(line, repeated)


def _repeats(line: str, repeated: set[str]) -> bool:
    is_closed = line.rstrip().endswith(SENTENCE[:3])
    return _shape(line) in repeated and not is_closed and not _goes_on(line)


def _goes_on(line: str) -> bool:
    """True if a line with a number goes on in small letters: a sentence runs over it."""
    words = line.split()
    return len(words) >= LEAST_GOING_ON and words[0][0].islower() and bool(DIGITS.search(line))


def _edges(lines: Sequence[str]) -> list[int]:
    filled = [at for at, line in enumerate(lines) if line.strip()]
    if len(filled) <= 2 * EDGE:
        return filled
    return [*filled[:EDGE], *filled[-EDGE:]]


def _shape(line: str) -> str:
    return " ".join(DIGITS.sub("#", line).split())


def _counting(lines: Sequence[str]) -> list[int]:
    """Find lines that repeat with a number that grows by one from each to the next."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if len(line) < 400 and DIGITS.search(line) and len(line.split()) <= LONGEST:
            groups[_shape(line)].append(at)
    found: list[int] = []
    for places in groups.values():
        if len(places) >= FEWEST and _counts([lines[at] for at in places]):
            found += places if _parts_pages(lines, places) else []
    return found


def _beside(lines: Sequence[str], counting: Sequence[int]) -> Iterator[int]:
    """Find lines that stand next to those that count, again and again, and say no sentence.

    The first line of the text counts as one of them.
    """
    if not counting:
        return
    filled = [at for at, line in enumerate(lines) if line.strip()]
    place = {at: nth for nth, at in enumerate(filled)}
    beside = {0, *(place[at] + step for at in counting for step in (-1, 1))}
    groups: dict[str, list[int]] = defaultdict(list)
    for nth in beside.difference(place[at] for at in counting):
        if 0 <= nth < len(filled):
            groups[" ".join(lines[filled[nth]].split())].append(filled[nth])
    for text, places in groups.items():
        if len(places) >= FEWEST and len(text.split()) <= LONGEST and not text.endswith(SENTENCE):
            yield from places


def _parts_pages(lines: Sequence[str], places: Sequence[int]) -> bool:
    """True if lines that count stand as heads and feet do, not as the numbered parts of a text.

    They set something apart with a wide gap, say that they number pages, or interrupt a sentence.
    """
    if any(lines[at].rstrip().endswith(SENTENCE) or _goes_on(lines[at]) for at in places):
        return False
    bare = [lines[at].strip() for at in places]
    if all(map(GAP.search, bare)) or all(map(NAMED.match, bare)):
        return True
    return any(_interrupts(lines, at) for at in places)


def _interrupts(lines: Sequence[str], at: int) -> bool:
    above = reversed(lines[max(0, at - 3) : at])
    before = next((line.strip() for line in above if line.strip()), "")
    after = next((line.strip() for line in lines[at + 1 : at + 4] if line.strip()), "")
    return bool(before) and not before.endswith(SENTENCE) and after[:1].islower()


def _counts(lines: Sequence[str]) -> bool:
    """True if one number of the lines goes up by one, line for line, and the rest stays."""
    numbers = [[int(digits[:9]) for digits in DIGITS.findall(line)] for line in lines]
    moving = [column for column in zip(*numbers, strict=True) if len(set(column)) > 1]
    return len(moving) == 1 and all(after == before + 1 for before, after in pairwise(moving[0]))
