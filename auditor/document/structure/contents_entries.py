"""Entries of a contents list, and which stand below each other as one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

MOST_LISTS = 12
"""Lists side by side on one page, at most."""
ALIGNED = 4.0
"""Points within which page numbers share an edge."""
WIDEST_LEAP = 7.0
"""Heights of a line between two entries of one list."""
DEEPEST_INDENT = 90.0
"""Points by which the titles of one list may be indented."""
LEAST_GAP, MOST_GAP = 0.6, 4.0
"""Heights of a line between a title and a number that trails it at the same distance as others."""
EVEN = 0.1
"""Heights of a line by which such distances differ."""
MOST_BETWEEN = 3
"""Other lines between a heading and the first entry, or between two entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that points to a page, and the line of its number where that stands apart."""

    lines: tuple[int, ...]
    page: int
    """The page pointed to; Roman numbers come before all others."""
    left: float
    number: tuple[float, float]
    """Left and right edge of what ends the entry: its number, or the whole line."""
    top: float
    height: float
    has_leader: bool
    gap: float = 0.0
    """From the end of the title to the number."""


def gather_runs(
    entries: Sequence[Entry], between: Callable[[Entry, Entry], int]
) -> list[list[Entry]]:
    """Gather entries into runs: in one column below each other, numbers on one edge and rising."""
    runs: list[list[Entry]] = []
    for entry in entries:
        for run in runs[: -MOST_LISTS - 1 : -1]:
            if _follows(run[-1], entry) and between(run[-1], entry) <= MOST_BETWEEN:
                run.append(entry)
                break
        else:
            runs.append([entry])
    return runs


def _follows(upper: Entry, lower: Entry) -> bool:
    """True if an entry goes on below another in one list."""
    step = lower.top - upper.top
    if not 0.5 * upper.height < step < WIDEST_LEAP * upper.height:
        return False
    if lower.page < upper.page or abs(lower.left - upper.left) > DEEPEST_INDENT:
        return False
    edges = (abs(a - b) for a, b in zip(upper.number, lower.number, strict=True))
    return (upper.has_leader and lower.has_leader) or min(edges) < ALIGNED or _trail(upper, lower)


def _trail(upper: Entry, lower: Entry) -> bool:
    """True if two numbers stand as far from their titles, further than a space parts words."""
    gaps = upper.gap, lower.gap
    alike = abs(gaps[0] - gaps[1]) < EVEN * upper.height
    return alike and LEAST_GAP * upper.height < min(gaps) < MOST_GAP * upper.height
