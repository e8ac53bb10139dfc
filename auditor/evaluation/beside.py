"""Learning what marks weigh in languages whose words the judge has not learnt.

The judge's weights are learnt from English: in another language it knows marks and no
words. From labelled statements of other languages, all taken together, it is learnt by
how much their marks weigh more or less than in English; words are left alone, so that
what is learnt serves a language without any labelled statement too (extra `[train]`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from auditor.errors import UsageError
from auditor.evaluation.calibration import fit_temperature
from auditor.evaluation.folds import COUNT
from auditor.evaluation.gold import GoldStatement, Pair
from auditor.evaluation.training import LEAST_SEEN, tells_subject
from auditor.language.judging.features import BLOCK_WEIGHTS, Statement, find_features
from auditor.language.judging.judge import CRITERION, REACH, STRENGTH, TOPIC, Judge
from auditor.language.stage import stage_of
from auditor.records import REACHES
from auditor.rules import WORDS_OF, Rules
from auditor.rules.weights import Question, Weights, joined

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STRICTNESS = 3.0
"""The inverse strength of regularisation, settled on folds."""
_ITERATIONS = 300


@dataclass(frozen=True, slots=True)
class Beside:
    """Weights beside the judge's, and the judgements made with them in folds."""

    weights: Weights
    in_folds: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """Labelled statements with their features, own words left out."""

    gold: tuple[GoldStatement, ...]
    statements: tuple[Statement, ...]
    features: tuple[tuple[tuple[str, ...], ...], ...]
    subjects: frozenset[str]


def learn_beside(gold: Sequence[GoldStatement], rules: Rules) -> Beside:
    """Learn from statements of other languages, and judge each by weights that never saw its fold.

    Raises:
        UsageError: there are none, or scipy is missing.

    """
    base = rules.language(WORDS_OF).weights
    others = tuple(one for one in gold if one.passage.language != WORDS_OF)
    if base is None or not others:
        raise UsageError(
            "no statements of another language", remedy='Give statements with "lang" in them.'
        )
    seen = _see(others, rules)
    folds = np.array([one.fold for one in others])
    learners = [_Learner(seen, np.flatnonzero(folds != fold), base) for fold in range(COUNT)]
    tests = [np.flatnonzero(folds == fold) for fold in range(COUNT)]
    temperatures = {
        name: _temperature(name, learners, tests, seen) for name in learners[0].weights.questions
    }
    said: dict[int, Pair] = {}
    for learner, test in zip(learners, tests, strict=True):
        judge = Judge(joined(base, _heated(learner.weights, temperatures)), rules.criterion_ids)
        for at in map(int, test):
            said[at] = Pair(others[at], judge.judge(seen.statements[at]))
    final = _Learner(seen, np.arange(len(others)), base).weights
    in_folds = tuple(said[at] for at in range(len(others)))
    return Beside(_heated(final, temperatures), in_folds)


def _see(gold: tuple[GoldStatement, ...], rules: Rules) -> _Seen:
    statements = tuple(stage_of(rules, one.passage.language).see(one.passage) for one in gold)
    features = tuple(
        tuple(
            _without_own(tuple(block), one.passage.language) for block in find_features(statement)
        )
        for one, statement in zip(gold, statements, strict=True)
    )
    inventory = rules.language(gold[0].passage.language).inventory
    return _Seen(
        gold, statements, features, frozenset(kind.id for kind in inventory.of_role("subject"))
    )


def _without_own(block: Sequence[str], code: str) -> tuple[str, ...]:
    """Return the features that no language owns: those without a word of it."""
    return tuple(name for name in block if f"{code}:" not in name)


Asked = tuple[Callable[[GoldStatement], bool], Callable[[GoldStatement], int]]
"""Of which statements a question is asked, and the column of the answer (0 or 1 for yes and no)."""


def _asked(name: str) -> Asked:
    if name == REACH:
        return lambda one: True, lambda one: REACHES.index(one.reach)
    if name == TOPIC:
        return lambda one: one.reach == "explicit", lambda one: int(one.topic == "mental")
    if name == STRENGTH:
        return lambda one: one.reach == "explicit", lambda one: one.strength - 1
    id = name.removeprefix(CRITERION)
    return lambda one: one.reach in ("explicit", "excluded"), lambda one: int(id in one.criteria)


class _Learner:
    """Weights learnt from some of the statements, on top of a base."""

    def __init__(self, seen: _Seen, train: NDArray[np.int64], base: Weights) -> None:
        """Learn every question of the base."""
        counts = Counter(name for at in train for block in seen.features[at] for name in set(block))
        self.names = sorted(name for name, count in counts.items() if count >= LEAST_SEEN)
        self.base = joined(base, _nothing(self.names, base))
        self._rows = np.array([self.base.index[name] for name in self.names])
        questions = {name: self._learn(name, seen, train) for name in base.questions}
        index = {name: row for row, name in enumerate(self.names)}
        self.weights = Weights(index, self.names, questions, "")

    def _learn(self, name: str, seen: _Seen, train: NDArray[np.int64]) -> Question:
        is_asked, answer = _asked(name)
        rows = [int(at) for at in train if is_asked(seen.gold[at])]
        answers = np.array([answer(seen.gold[at]) for at in rows])
        table, sums = self.table(seen, rows), self.base_sums(name, seen, rows)
        if name == REACH:
            table = table @ _mask(self.names, seen.subjects)
        weights = _fit(table, sums, answers)
        return Question(
            self.base.questions[name].labels,
            weights[:-1].astype(np.float32),
            weights[-1].astype(np.float32),
            1.0,
        )

    def table(self, seen: _Seen, rows: Sequence[int]) -> Any:
        """Return the features of some statements that are learnt, as a sparse table."""
        return self._counts(seen, rows)[:, self._rows]

    def base_sums(self, name: str, seen: _Seen, rows: Sequence[int]) -> Floats:
        """Return what the base alone says of some statements."""
        question = self.base.questions[name]
        return np.asarray(self._counts(seen, rows) @ question.table + question.bias, np.float64)

    def sums(self, name: str, seen: _Seen, rows: Sequence[int]) -> Floats:
        """Return what base and learnt weights say together."""
        question = self.weights.questions[name]
        own = self.table(seen, rows) @ question.table + question.bias
        return self.base_sums(name, seen, rows) + np.asarray(own, np.float64)

    def _counts(self, seen: _Seen, rows: Sequence[int]) -> Any:
        from scipy.sparse import csr_matrix

        indices: list[int] = []
        values: list[float] = []
        starts = [0]
        for at in rows:
            for block, weight in zip(seen.features[at], BLOCK_WEIGHTS, strict=True):
                known = [self.base.index[name] for name in block if name in self.base.index]
                indices += known
                values += [weight / max(1, len(known)) ** 0.5] * len(known)
            starts.append(len(indices))
        return csr_matrix((values, indices, starts), shape=(len(rows), len(self.base.names)))


def _nothing(names: Sequence[str], base: Weights) -> Weights:
    """Return weights of nothing for some features."""
    questions = {
        name: replace(
            one,
            table=np.zeros((len(names), one.table.shape[1]), np.float32),
            bias=np.zeros_like(one.bias),
            temperature=1.0,
        )
        for name, one in base.questions.items()
    }
    return Weights({name: row for row, name in enumerate(names)}, names, questions, "")


def _mask(names: Sequence[str], subjects: frozenset[str]) -> Any:
    from scipy.sparse import diags

    return diags([float(not tells_subject(name, subjects)) for name in names])


def _fit(table: Any, sums: Floats, answers: NDArray[np.int64]) -> Floats:
    """Return weights, the bias last, that with the sums given make the answers likeliest."""
    from scipy.optimize import minimize

    rows, labels = table.shape[1] + 1, sums.shape[1]
    wanted = answers[:, None] if labels == 1 else np.eye(labels)[answers]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(rows, labels)
        total = sums + table @ weights[:-1] + weights[-1]
        if labels == 1:
            cost = float((np.logaddexp(0, total) - wanted * total).sum())
            chances = 1 / (1 + np.exp(-total))
        else:
            total = total - total.max(axis=1, keepdims=True)
            logs = total - np.log(np.exp(total).sum(axis=1, keepdims=True))
            cost, chances = float(-(wanted * logs).sum()), np.exp(logs)
        off = chances - wanted
        slope = np.vstack([table.T @ off, off.sum(axis=0, keepdims=True)]) + weights / STRICTNESS
        return cost + float((flat**2).sum()) / (2 * STRICTNESS), slope.ravel()

    start = np.zeros(rows * labels)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS})
    return np.asarray(found.x, np.float64).reshape(rows, labels)


def _temperature(
    name: str, learners: Sequence[_Learner], tests: Sequence[NDArray[np.int64]], seen: _Seen
) -> tuple[float, float]:
    """Return the temperature (and shift) under which the answers in folds are likeliest."""
    is_asked, answer = _asked(name)
    sums, answers = [], []
    for learner, test in zip(learners, tests, strict=True):
        rows = [int(at) for at in test if is_asked(seen.gold[at])]
        sums.append(learner.sums(name, seen, rows))
        answers += [answer(seen.gold[at]) for at in rows]
    return fit_temperature(np.concatenate(sums), np.array(answers))


def _heated(weights: Weights, temperatures: dict[str, tuple[float, float]]) -> Weights:
    questions = {
        name: replace(
            one,
            temperature=temperatures[name][0],
            bias=(one.bias + temperatures[name][1]).astype(np.float32),
        )
        for name, one in weights.questions.items()
    }
    return replace(weights, questions=questions)
