"""What learning works on: labelled statements with their features, and what is asked of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from auditor.evaluation.folds import COUNT
from auditor.evaluation.gold import GoldStatement, Pair
from auditor.language.judging.features import BLOCK_WEIGHTS, Statement
from auditor.language.judging.judge import CRITERION, REACH, STRENGTH, TOPIC, Judge
from auditor.records import REACHES
from auditor.rules.weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = Sequence[int] | NDArray[np.int64]

LEAST_SEEN = 2
"""Statements that a feature must stand in to be learnt."""
Asked = tuple[Callable[[GoldStatement], bool], Callable[[GoldStatement], int]]
"""Of which statements a question is asked, and the place of the answer (0 or 1 for no and yes)."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """Weights learnt from everything, and the judgements made in folds."""

    weights: Weights
    in_folds: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Labelled statements, seen: what the judge learns from."""

    gold: tuple[GoldStatement, ...]
    statements: tuple[Statement, ...]
    features: tuple[tuple[tuple[str, ...], ...], ...]
    """The features of each statement, by block."""
    subjects: frozenset[str] = frozenset()
    """The marks by which reach is not judged but with parents: they tell what is spoken of."""

    def parts(self) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        """Return for each fold the statements to learn from, and those to judge."""
        folds = np.array([one.fold for one in self.gold])
        return [
            (np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)) for fold in range(COUNT)
        ]

    def judge(self, by_fold: Iterable[Weights], criteria: Sequence[str]) -> tuple[Pair, ...]:
        """Judge each statement by the weights that never saw its fold."""
        said: dict[int, Pair] = {}
        for weights, (_, test) in zip(by_fold, self.parts(), strict=True):
            judge = Judge(weights, criteria)
            for at in map(int, test):
                said[at] = Pair(self.gold[at], judge.judge(self.statements[at]))
        return tuple(said[at] for at in range(len(self.gold)))

    def names_in(self, rows: Rows) -> list[str]:
        """Return the features that stand often enough in some statements to be learnt."""
        counts = Counter(name for at in rows for block in self.features[at] for name in set(block))
        return sorted(name for name, count in counts.items() if count >= LEAST_SEEN)

    def table(self, rows: Rows, index: Mapping[str, int]) -> Any:
        """Return the features of some statements as a sparse table, blocks weighed as a whole."""
        from scipy.sparse import csr_matrix

        indices: list[int] = []
        values: list[float] = []
        starts = [0]
        for at in rows:
            for block, weight in zip(self.features[at], BLOCK_WEIGHTS, strict=True):
                known = [index[name] for name in block if name in index]
                indices += known
                values += [weight / max(1, len(known)) ** 0.5] * len(known)
            starts.append(len(indices))
        return csr_matrix((values, indices, starts), shape=(len(starts) - 1, len(index)))

    def of_people(self, names: Sequence[str]) -> Any:
        """Return a mask without the marks of subjects: whom a statement names hangs on others."""
        from scipy.sparse import diags

        return diags([float(not tells_subject(name, self.subjects)) for name in names])


def asked_of(question: str) -> Asked:
    """Return of which statements a question is asked, and what gold answers."""
    is_asked, answer = _asked_of(question)
    name = question.partition(":")[0]
    return lambda one: (not one.teaches or name in one.teaches) and is_asked(one), answer


def _asked_of(question: str) -> Asked:
    if question == REACH:
        return lambda one: True, lambda one: REACHES.index(one.reach)
    if question == TOPIC:
        return lambda one: one.reach == "explicit", lambda one: int(one.topic == "mental")
    if question == STRENGTH:
        return lambda one: one.reach == "explicit", lambda one: one.strength - 1
    id = question.removeprefix(CRITERION)
    return lambda one: one.reach in ("explicit", "excluded"), lambda one: int(id in one.criteria)


def tells_subject(feature: str, subjects: frozenset[str]) -> bool:
    """True if a feature holds a mark of a subject, alone, in an order or in a heading.

    With parents a subject counts: whether it is their minds that are spoken of makes `parental`.

    >>> marks = frozenset(("topics.death",))
    >>> [tells_subject(name, marks) for name in ("h.mark:topics.death", "age>topics.death")]
    [True, True]
    >>> [tells_subject(name, marks) for name in ("older&topics.death", "parental&topics.death")]
    [True, False]
    """
    bare = feature[2:] if feature[:2] in ("h.", "c.") else feature
    who, _, kind = bare.removeprefix("mark:").rpartition("&")
    return who != "parental" and any(one in subjects for one in kind.split(">"))
