"""The same evidence read a second time, as the indices of EquiFrame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answered:
    """What the crosswalk needs of a criterion: its concept, and its level."""

    concept: str
    title: str
    level: int | None


@dataclass(frozen=True, slots=True)
class Concept:
    """One core concept: the highest level of the criteria that speak of it."""

    name: str
    level: int | None
    """None where no applicable criterion asks about it."""
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """A share, with the numbers that make it."""

    numerator: int
    denominator: int

    @property
    def percent(self) -> float | None:
        """The share in percent; None of nothing."""
        return 100 * self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Coverage and quality by core concepts, of all concepts and of those asked about."""

    concepts: tuple[Concept, ...]
    coverage: Index
    quality: Index
    coverage_asked: Index
    quality_asked: Index


def crosswalk(
    answers: Iterable[Answered], concepts: Sequence[str], *, quality_from: int = 3
) -> Crosswalk:
    """Read the levels as coverage (touched at all) and quality (touched with an action).

    >>> read = crosswalk([Answered("Access", "a", 3), Answered("Quality", "b", 1)],
    ...                  ["Access", "Quality", "Liberty"])
    >>> read.coverage, read.quality
    (Index(numerator=2, denominator=3), Index(numerator=1, denominator=3))
    """
    listed = tuple(answers)
    rows = tuple(_concept(name, listed) for name in concepts)
    asked = [row for row in rows if row.level is not None]
    covered = sum((row.level or 0) >= 1 for row in rows)
    acted = sum((row.level or 0) >= quality_from for row in rows)
    return Crosswalk(
        concepts=rows,
        coverage=Index(covered, len(rows)),
        quality=Index(acted, len(rows)),
        coverage_asked=Index(covered, len(asked)),
        quality_asked=Index(acted, len(asked)),
    )


def _concept(name: str, answers: Sequence[Answered]) -> Concept:
    """Give a concept the highest level of its criteria."""
    own = [one for one in answers if one.concept == name and one.level is not None]
    level = max((one.level for one in own if one.level is not None), default=None)
    return Concept(name, level, tuple(one.title for one in own))
