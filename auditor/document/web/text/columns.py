"""Columns of text side by side, as tools write them that keep the look of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
FEWEST_LINES = 3
"""Lines on which text must stand on both sides."""
FEWEST_WORDS = 3.0
"""Words on a line of a column of prose, on average; cells of tables hold fewer."""
SMALL_START = 0.2
"""Share of lines of prose, at least, that go on in small letters."""
NEARLY_FULL = 0.6
SENTENCE = (".", "!", "?", ":", ";")
MOST_TRIES = 6
WINDOW = 400
"""Lines in which columns are looked for at a time: a page has fewer."""


def split_columns(lines: Sequence[str]) -> list[list[str]]:
    """Part lines where columns of prose stand side by side; return stretches in reading order."""
    found: list[list[str]] = []
    plain: list[str] = []
    at = 0
    while at < len(lines):
        window = lines[at : at + WINDOW]
        gutter = _find_gutter(window)
        if gutter is None:
            step = len(window) if len(window) < WINDOW else WINDOW // 2
            plain += window[:step]
            at += step
            continue
        start, end, column = gutter
        plain += window[:start]
        found += [plain] if plain else []
        plain = []
        for side in (slice(column), slice(column, None)):
            found += split_columns(_column(window[start:end], side))
        at += end
    return [*found, plain] if plain else found


def _column(lines: Sequence[str], side: slice) -> list[str]:
    """Cut a column out of lines, without the lines that stand empty within a sentence.

    Where the columns do not stand line by line beside each other, text of one is a gap in the other.
    """
    cut = [line[side].rstrip() for line in lines]
    width = max(map(len, cut), default=0)
    found: list[str] = []
    for nth, line in enumerate(cut):
        after = next((text for text in cut[nth + 1 : nth + 3] if text), "")
        is_gap = not line and bool(lines[nth].strip()) and bool(found)
        if not (is_gap and _goes_on(found[-1], after, width)):
            found.append(line)
    return found


def _goes_on(before: str, after: str, width: int) -> bool:
    """True if a sentence goes on from one line to another."""
    if not before or not after:
        return False
    is_full = len(before.strip()) >= NEARLY_FULL * width and not before.endswith(SENTENCE)
    return is_full or after.lstrip()[:1].islower()


def _find_gutter(lines: Sequence[str]) -> tuple[int, int, int] | None:
    """Find the first stretch of lines with a gutter: where it starts and ends, and its column."""
    starts = Counter(gap.end() for line in lines for gap in GAP.finditer(line))
    turns = _turns(lines)
    found = [
        (start, end, at)
        for at, count in starts.most_common(MOST_TRIES)
        if count >= FEWEST_LINES
        for start, end in _stretches(lines, at, turns)
        if _is_prose(lines[start:end], at)
    ]
    return min(found, key=lambda each: (each[0], -each[1]), default=None)


def _turns(lines: Sequence[str]) -> dict[int, set[int]]:
    """Return by its first line where text stands after gaps in each part below an empty line."""
    turns: dict[int, set[int]] = {}
    start = 0
    for is_filled, part in groupby(lines, lambda line: bool(line.strip())):
        held = list(part)
        ends = [{gap.end() for gap in GAP.finditer(line)} for line in held if is_filled]
        if sum(map(bool, ends)) >= FEWEST_LINES:
            turns[start] = set().union(*ends)
        start += len(held)
    return turns


def _stretches(
    lines: Sequence[str], at: int, turns: Mapping[int, set[int]]
) -> Iterator[tuple[int, int]]:
    """Find runs of lines that no text crosses.

    They begin where text stands on both sides, and end with the last text that begins at the
    gutter, or before a part whose columns are others.
    """
    first = last = -1
    for nth, line in enumerate(lines):
        side = _side(line, at)
        if side == "across" or at not in turns.get(nth, {at}):
            if first >= 0:
                yield first, last + 1
            first = -1
        elif side == "both":
            first = nth if first < 0 else first
            last = nth
        elif first >= 0 and (line[at : at + 1].strip() or (side != "none" and last == nth - 1)):
            last = nth
    if first >= 0:
        yield first, last + 1


def _side(line: str, at: int) -> str:
    """Return on which side of a column a line has text."""
    left, right = line[:at], line[at:]
    if not right.strip():
        return "left" if left.strip() else "none"
    if not left.strip():
        return "right"
    return "both" if left.endswith("  ") else "across"


def _is_prose(lines: Sequence[str], at: int) -> bool:
    """True if both sides hold lines of running text, not cells of a table."""
    both = [line for line in lines if _side(line, at) == "both"]
    if len(both) < FEWEST_LINES:
        return False
    return _runs_on([line[:at].strip() for line in lines]) and _runs_on(
        [line[at:].strip() for line in lines]
    )


def _runs_on(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    words = sum(len(text.split()) for text in filled)
    small = sum(text[0].islower() for text in filled)
    return words >= FEWEST_WORDS * len(filled) and small >= SMALL_START * len(filled)
