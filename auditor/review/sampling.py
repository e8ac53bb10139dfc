"""A sample of many documents' statements for people to check: by answer, doubt and language."""

from __future__ import annotations

import hashlib
import heapq
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from auditor.report.views.audit import AuditView
from auditor.review.rows import Known, Row, judged, sampled_row

CERTAINTY = 1.96
"""Standard deviations on either side that hold 95 %."""
DOUBTFUL_BELOW = 0.9
"""The confidence below which a label counts as in doubt."""
WORST = 0.5
"""The share of errors that is hardest to know."""
LEAST = 2
"""Statements drawn from each part, so that its error is no guess from one."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A statement drawn, with its document and the part that it stands for."""

    document: str
    """The name of its audit."""
    stratum: str
    known: Known


@dataclass(slots=True)
class _Part:
    """What is known of one part: how many there are, and those with the lowest lots."""

    size: int = 0
    lowest: list[tuple[int, int, Drawn]] = field(default_factory=list)
    """A heap: the highest lot first, as its negative; then the order met."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The statements drawn, and how many each part has in all."""

    drawn: tuple[Drawn, ...]
    sizes: Mapping[str, int]

    @property
    def population(self) -> int:
        """How many statements the sample stands for."""
        return sum(self.sizes.values())

    def rows(self, *, hide_labels: bool = False) -> list[Row]:
        """Make the rows of the sheet; a blind one does not say what the machine said."""
        return [self._row(one, hide_labels=hide_labels) for one in self.drawn]

    def _row(self, one: Drawn, *, hide_labels: bool) -> Row:
        return {
            **sampled_row(one.known, hide_labels=hide_labels),
            "document": one.document,
            "stratum": one.stratum,
            "stratum_size": self.sizes[one.stratum],
        }


def sample_size(population: int, margin: float) -> int:
    """Return how many to check for an error known to within a margin, 19 times in 20.

    >>> sample_size(100_000, 0.05), sample_size(300, 0.05), sample_size(100_000, 0.02)
    (383, 169, 2345)
    """
    endless = CERTAINTY**2 * WORST * (1 - WORST) / margin**2
    return min(population, math.ceil(endless / (1 + (endless - 1) / max(population, 1))))


def allocate(sizes: Mapping[str, int], total: int) -> dict[str, int]:
    """Share a sample out among parts by their size, and give the smallest enough to be seen.

    >>> allocate({"a": 900, "b": 99, "c": 1}, 100)
    {'a': 90, 'b': 10, 'c': 1}
    """
    whole = max(sum(sizes.values()), 1)
    shares = {name: total * size / whole for name, size in sizes.items()}
    counts = {name: int(share) for name, share in shares.items()}
    nearest = sorted(shares, key=lambda name: (counts[name] - shares[name], name))
    for name in nearest[: total - sum(counts.values())]:
        counts[name] += 1
    return {name: min(size, max(LEAST, counts[name])) for name, size in sizes.items()}


def draw_sample(
    audits: Iterable[tuple[str, AuditView]], *, count: int | None = None, margin: float = 0.05
) -> Sample:
    """Draw statements from many audits, each with its name: so many, or as a margin asks for.

    The same audits give the same sample, in the order of the documents. Only those that may
    yet be drawn are kept in mind, whatever the number of audits.
    """
    most = count or sample_size(10**9, margin)
    parts: dict[str, _Part] = {}
    met = 0
    for name, view in audits:
        for known in judged(view):
            met += 1
            drawn = Drawn(name, stratum_of(view, known), known)
            _take(parts.setdefault(drawn.stratum, _Part()), drawn, met, most)
    sizes = {name: parts[name].size for name in sorted(parts)}
    wanted = allocate(sizes, count or sample_size(sum(sizes.values()), margin))
    kept = [
        (order, one)
        for name, part in parts.items()
        for _, order, one in heapq.nlargest(wanted[name], part.lowest, key=lambda each: each[0])
    ]
    return Sample(tuple(one for _, one in sorted(kept, key=lambda each: each[0])), sizes)


def _take(part: _Part, drawn: Drawn, order: int, most: int) -> None:
    """Count a statement, and keep it in mind if its lot is among the lowest."""
    part.size += 1
    entry = (-_lot(drawn), order, drawn)
    if len(part.lowest) < max(most, LEAST):
        heapq.heappush(part.lowest, entry)
    else:
        heapq.heappushpop(part.lowest, entry)


def _lot(drawn: Drawn) -> int:
    """Decide by a statement's document and words alone, so that the same are drawn each time."""
    known = drawn.known
    marks = "/".join((drawn.document, known.key, known.before, known.after))
    return int.from_bytes(hashlib.sha256(marks.encode()).digest()[:8], "big")


def stratum_of(view: AuditView, known: Known) -> str:
    """Return the part that a statement belongs to."""
    sure = known.statement["confidence"] >= DOUBTFUL_BELOW
    doubt = "sure" if sure else "in doubt"
    return f"{view['verdict']}, {doubt}, {view['document']['language']}"
