"""Columns of a page: pieces put in reading order column by column, band by band.

Columns are corridors of white that no line crosses and that have lines on both sides;
what crosses them (a title, a wide table) cuts the page into bands, and within each band
the columns are read one after the other.
"""

from __future__ import annotations

import math
from bisect import bisect, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from auditor.document.pdf.layout.boxes import Piece

ALIGNED = 4.0
"""Points by which text may begin at different heights below a heading across columns."""
SHIFTED = 0.75
"""Of its height: the same where the white beside it is high, as a new paragraph stands lower."""
MUCH_WHITE, LEAST_WHITE_ABOVE = 2.0, 0.3
"""Times its height."""
TOP = 2.0
"""Points within which texts side by side begin on one height."""
LEAST_WIDE = 150.0
"""Points: what is less wide holds no columns."""
LEAST_BEFORE, FULL = 9, 0.8
"""Lines before those few that end a text in another column, and their width in terms of those."""
MOST_TRIED = 8
"""Bands from which columns are looked for that lie below others."""
MOST_HEADED, FEWEST_HEADED = 3, 3
"""Lines of a heading, and of a text below it."""
LARGER, AS_LARGE = 1.05, 0.98
"""Times the height of a heading: type that is larger, or as large."""
STEP = 2.0
"""Points: the grain at which white corridors are looked for."""
LEAST_WHITE = 3
"""Grains: the width of a corridor; narrow columns of small type stand hardly further apart."""


class Orderer:
    """Puts pieces of one page in reading order."""

    def __init__(self, pieces: Sequence[Piece], *, shuffled: bool) -> None:
        self.pieces = pieces
        self.shuffled = shuffled
        self.columns = 1

    def order(self, ids: list[int], depth: int) -> list[int]:
        """Order the pieces named."""
        if len(ids) < 2:
            return ids
        low, high = self._reach(ids)
        if depth < 8 and high - low > LEAST_WIDE:
            gutters = self._gutters(ids, low, high)
            if gutters:
                return self._by_columns(ids, gutters, depth)
            bands = self._columned(self._bands(ids))
            if len(bands) > 1:
                return [i for band in bands for i in self.order(band, depth + 1)]
        return self._by_rows(ids)

    def _reach(self, ids: list[int]) -> tuple[float, float]:
        """Return where pieces begin and end across the page."""
        pieces = self.pieces
        return min([pieces[i].x0 for i in ids]), max([pieces[i].x1 for i in ids])

    def _by_columns(self, ids: list[int], gutters: list[float], depth: int) -> list[int]:
        """Read what lies between pieces that span gutters column by column."""
        pieces = self.pieces
        crossing = [i for i in ids if pieces[i].crosses(gutters)]
        crossing += self._heading_across(ids, set(crossing), gutters)
        spanning = sorted(crossing, key=lambda i: pieces[i].top)
        within = set(ids) - set(spanning)
        cuts = [pieces[i].top for i in spanning]
        self.columns = max(self.columns, len(gutters) + 1)
        bands: list[list[list[int]]] = [
            [[] for _ in range(len(gutters) + 1)] for _ in range(len(cuts) + 1)
        ]
        for i in ids:
            if i in within:
                piece = pieces[i]
                band = bisect_right(cuts, piece.top + min(14, piece.bottom - piece.top) / 2)
                bands[band][bisect(gutters, (piece.x0 + piece.x1) / 2)].append(i)
        ordered: list[int] = []
        for number, parts in enumerate(bands):
            for column in parts:
                ordered += self.order(column, depth + 1) if len(column) < len(ids) else column
            ordered += spanning[number : number + 1]
        return ordered

    def _heading_across(
        self, ids: list[int], crossing: set[int], gutters: list[float]
    ) -> list[int]:
        """Find headings with white beside them in every column, as wide as in their own.

        Such a heading stands across the columns, however short it is: what is above it is
        read before it in all columns, and what is below it after.
        """
        columns: list[list[int]] = [[] for _ in range(len(gutters) + 1)]
        for i in ids:
            middle = (self.pieces[i].x0 + self.pieces[i].x1) / 2
            for column in columns if i in crossing else [columns[bisect(gutters, middle)]]:
                column.append(i)
        found = []
        for number, column in enumerate(columns):
            others = columns[:number] + columns[number + 1 :]
            for i in column:
                piece = self.pieces[i]
                if i in crossing or not piece.is_set_off or piece.lines > MOST_HEADED:
                    continue
                if self._stands_across(i, column, others):
                    found.append(i)
        return found

    def _stands_across(self, heading: int, own: list[int], others: list[list[int]]) -> bool:
        """True if all columns are white where a heading stands, and go on below it on one height."""
        head = self.pieces[heading]
        below = self._next_below([i for i in own if i != heading], head)
        starts = [self._next_below(other, head) for other in others]
        ends = [self._last_above(other, head) for other in others]
        if max(ends) > head.top - LEAST_WHITE_ABOVE * head.height:
            return False
        if below == math.inf:
            return min(starts) == math.inf and max(ends) > -math.inf
        white = min(start - end for start, end in zip(starts, ends, strict=True))
        is_clear = white > MUCH_WHITE * head.height and min(starts) > head.bottom - 1
        is_clear = is_clear and all(self._goes_on_in_text(other, head) for other in others)
        most = SHIFTED * head.height if is_clear else ALIGNED
        aligned = sum(abs(start - below) < most for start in starts)
        headed = any(self._opens_headed(other, head) for other in others)
        return aligned > 0 and min(starts) > below - most and not headed

    def _opens_headed(self, ids: list[int], head: Piece) -> bool:
        """True if a column goes on below a heading with one that it cannot head.

        It is larger, or as large and over a text; figures of charts are set as headings, too.
        """
        first = self._first_below(ids, head)
        if first is None or not first.is_set_off or first.height <= AS_LARGE * head.height:
            return False
        if first.height > LARGER * head.height:
            return True
        below = (self.pieces[i] for i in ids if self.pieces[i].top > first.top)
        following = min(below, key=lambda piece: piece.top, default=first)
        return following.is_prose and following.lines >= FEWEST_HEADED

    def _goes_on_in_text(self, ids: list[int], head: Piece) -> bool:
        """True if a column goes on below a heading with a text, and no label of a chart."""
        first = self._first_below(ids, head)
        return first is None or first.is_prose

    def _first_below(self, ids: list[int], head: Piece) -> Piece | None:
        """Return the first piece of a column that does not begin above a heading."""
        below = (self.pieces[i] for i in ids if self.pieces[i].top >= head.top)
        return min(below, key=lambda piece: piece.top, default=None)

    def _next_below(self, ids: list[int], head: Piece) -> float:
        """Return where the first piece begins that does not begin above a heading."""
        tops = [self.pieces[i].top for i in ids]
        return min((top for top in tops if top >= head.top), default=math.inf)

    def _last_above(self, ids: list[int], head: Piece) -> float:
        """Return how far the pieces reach that begin above a heading."""
        pieces = [self.pieces[i] for i in ids]
        return max((piece.bottom for piece in pieces if piece.top < head.top), default=-math.inf)

    def _bands(self, ids: list[int]) -> list[list[int]]:
        """Cut pieces into bands where a white strip runs across."""
        pieces = self.pieces
        falling = sorted(ids, key=lambda i: pieces[i].top)
        bands, bottom = [[falling[0]]], pieces[falling[0]].bottom
        for i in falling[1:]:
            if pieces[i].top >= bottom - 1:
                bands.append([])
            bands[-1].append(i)
            bottom = max(bottom, pieces[i].bottom)
        return bands

    def _columned(self, bands: list[list[int]]) -> list[list[int]]:
        """Put the last bands together where a strip runs across a text in columns."""
        beside = [at for at in range(1, len(bands) - 1) if len(bands[at]) > 1]
        for start in beside[:MOST_TRIED]:
            rest = [i for band in bands[start:] for i in band]
            low, high = self._reach(rest)
            if high - low > LEAST_WIDE and self._gutters(rest, low, high, prose=True):
                return [*bands[:start], rest]
        return bands

    def _by_rows(self, ids: list[int]) -> list[int]:
        """Read pieces on one height from left to right."""
        pieces = self.pieces
        if self._are_short_columns(ids):
            return sorted(ids, key=lambda i: pieces[i].x0)
        ordered: list[int] = []
        row: list[int] = []
        for i in sorted(ids, key=lambda i: pieces[i].top + pieces[i].bottom):
            if row and not pieces[row[0]].is_level(pieces[i]):
                ordered += sorted(row, key=lambda j: pieces[j].x0)
                row = []
            row.append(i)
        return ordered + sorted(row, key=lambda j: pieces[j].x0)

    def _are_short_columns(self, ids: list[int]) -> bool:
        """True if pieces of text begin on one height side by side: the few lines that end a text."""
        ranked = sorted((self.pieces[i] for i in ids), key=lambda piece: piece.x0)
        beside = all(abs(a.top - b.top) < TOP and a.x1 < b.x0 for a, b in pairwise(ranked))
        last = ranked[-1]
        is_heading = last.is_set_off and not ranked[0].is_set_off and last.is_prose
        return beside and not is_heading and all(piece.is_prose for piece in ranked[:-1])

    def _gutters(
        self, ids: list[int], low: float, high: float, *, prose: bool = False
    ) -> list[float]:
        """Find the middles of the white corridors between columns, those of text if it must be."""
        gutters = self._corridors(ids, low, high)
        if not 0 < len(gutters) <= 4:
            return []
        columns: list[list[int]] = [[] for _ in range(len(gutters) + 1)]
        for i in ids:
            if not self.pieces[i].crosses(gutters):
                middle = (self.pieces[i].x0 + self.pieces[i].x1) / 2
                columns[bisect(gutters, middle)].append(i)
        if not self._are_filled(columns):
            return []
        edges = [low, *gutters, high]
        fits = self.shuffled or self._are_columns(columns)
        is_text = not (self.shuffled or prose) or self._are_prose(columns, edges)
        return gutters if fits and is_text else []

    def _are_filled(self, columns: list[list[int]]) -> bool:
        """True if columns hold some lines each, or two lines end a text at the head of the last."""
        counts = [sum(self.pieces[i].lines for i in column) for column in columns]
        if min(counts) > 2 or min(counts[:-1]) < LEAST_BEFORE or counts[-1] < 2:
            return min(counts) > 2
        (low, high), (start, end) = map(self._reach, columns[-2:])
        tops = [min(self.pieces[i].top for i in column) for column in columns[-2:]]
        return end - start > FULL * (high - low) and abs(tops[0] - tops[1]) < TOP

    def _corridors(self, ids: list[int], low: float, high: float) -> list[float]:
        change: list[tuple[int, int]] = []
        total = 0
        for i in ids:
            x0, _, x1, _, lines, *_ = self.pieces[i]
            if x1 - x0 < 0.62 * (high - low):
                total += lines
                change.append((int((x0 - low) / STEP), lines))
                change.append((int((x1 - low) / STEP) + 1, -lines))
        if total < 6:
            return []
        limit = 0.04 * total if self.shuffled else max(1.0, 0.04 * total)
        return [low + STEP * middle for middle in _white(sorted(change), limit)]

    def _are_prose(self, columns: list[list[int]], edges: list[float]) -> bool:
        """True if lines fill their columns as text does, and cells of a table do not."""
        for number, column in enumerate(columns):
            pieces = [self.pieces[i] for i in column]
            width = edges[number + 1] - edges[number]
            fill = sorted(
                (piece.x1 - piece.x0) / width for piece in pieces for _ in range(piece.lines)
            )
            words = sum(piece.words for piece in pieces)
            if len(fill) < 5 or fill[len(fill) // 2] < 0.6 or words < 3 * len(fill):
                return False
        return True

    def _are_columns(self, columns: list[list[int]]) -> bool:
        """True if columns stand side by side and the stream does not hop between them."""
        ranked = sorted((i, number) for number, column in enumerate(columns) for i in column)
        hops = sum(a[1] != b[1] for a, b in pairwise(ranked))
        lines = sum(self.pieces[i].lines for column in columns for i in column)
        if hops > 3 and hops > 0.35 * lines:
            return False
        spans = [
            (min(self.pieces[i].top for i in column), max(self.pieces[i].bottom for i in column))
            for column in columns
        ]
        return all(min(a[1], b[1]) - max(a[0], b[0]) >= 20 for a, b in pairwise(spans))


def _white(change: list[tuple[int, int]], limit: float) -> list[float]:
    """Find the middles of runs of cells, wide enough, that are covered no more than the limit.

    `change` says at which cells, from the left, what number of lines begin or end.
    """
    middles: list[float] = []
    covered, start, seen = 0, 0, False
    for cell, step in change:
        before, covered = covered, covered + step
        if before <= limit < covered:
            if seen and cell - start >= LEAST_WHITE:
                middles.append((start + cell) / 2)
            seen = True
        elif covered <= limit < before:
            start = cell
    return middles
