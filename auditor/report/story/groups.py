"""How babies compare with the other groups a document speaks of, from first page to last."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.records import REACHES, Reach
from auditor.report.views.audit import AuditView, StatementView

SHOWN: tuple[Reach, ...] = tuple(reach for reach in REACHES if reach != "none")
"""The reaches that are compared, babies first."""
MOST_STEPS = 60
"""A strip has at most so many steps; longer documents put several pages into one."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the strip: a page, or a few."""

    first: int
    last: int
    unread: bool
    """Whether none of its pages could be read."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group of people over the length of a document."""

    reach: Reach
    statements: int
    """As the audit counts them."""
    pages: tuple[int, ...]
    """The pages on which it is spoken of; empty where the document has no pages."""
    heights: tuple[float, ...]
    """For each step, 0 to 1, against the fullest step of any group."""


@dataclass(frozen=True, slots=True)
class Strips:
    """All groups on the same steps and the same scale."""

    steps: tuple[Step, ...]
    groups: tuple[Group, ...]
    paged: bool
    """Whether a step is made of pages; else of stretches of the text."""
    most: int
    """Statements in the fullest step."""


def strips(view: AuditView) -> Strips:
    """Compare the groups over the pages of an audited document."""
    paged = bool(view["document"].get("pages"))
    length = view["document"]["pages"] if paged else max(1, view["counts"]["statements"])
    unread = frozenset(page["page"] for page in view["document"]["pages_unread"])
    steps = _steps(length, unread if paged else frozenset())
    placed = [(one["reach"], _position(one, paged)) for one in view["statements"]]
    tallies = {reach: _tally(placed, reach, steps) for reach in SHOWN}
    most = max((max(tally) for tally in tallies.values() if tally), default=0)
    groups = tuple(
        Group(
            reach=reach,
            statements=view["counts"][reach],
            pages=_pages(view, reach) if paged else (),
            heights=tuple(count / most if most else 0.0 for count in tallies[reach]),
        )
        for reach in SHOWN
    )
    return Strips(steps, groups, paged, most)


def _steps(length: int, unread: frozenset[int]) -> tuple[Step, ...]:
    """Cut the length of a document into steps as equal as whole pages allow."""
    count = min(length, MOST_STEPS)
    edges = [round(index * length / count) for index in range(count + 1)]
    return tuple(
        Step(a + 1, b, all(page in unread for page in range(a + 1, b + 1)))
        for a, b in itertools.pairwise(edges)
    )


def _position(statement: StatementView, paged: bool) -> int:
    """Give a statement's page, or its number where there are no pages."""
    if paged:
        return statement["page"] or 1
    digits = "".join(c for c in statement["id"] if c.isdecimal())
    return int(digits or 1)


def _tally(
    placed: Iterable[tuple[Reach, int]], reach: Reach, steps: Sequence[Step]
) -> tuple[int, ...]:
    """Count the statements of a reach in each step."""
    counted = Counter(position for label, position in placed if label == reach)
    return tuple(sum(counted[n] for n in range(step.first, step.last + 1)) for step in steps)


def _pages(view: AuditView, reach: Reach) -> tuple[int, ...]:
    return tuple(
        sorted({one["page"] for one in view["statements"] if one["reach"] == reach and one["page"]})
    )
