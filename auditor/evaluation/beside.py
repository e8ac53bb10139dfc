"""Learning what marks weigh in languages whose words the judge has not learnt.

The judge's weights are learnt from English: in another language it knows marks and no
words. From labelled statements of other languages, all taken together, it is learnt by
how much their marks weigh more or less than in English; words are left alone, so that
what is learnt serves a language without any labelled statement too (extra `[train]`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from auditor.errors import UsageError
from auditor.evaluation.calibration import Calibration, calibrate, calibrated
from auditor.evaluation.gold import GoldStatement
from auditor.evaluation.material import Learnt, Material, asked_of
from auditor.language.judging.features import find_features
from auditor.language.judging.judge import REACH
from auditor.language.stage import stage_of
from auditor.rules import WORDS_OF, Rules
from auditor.rules.weights import Question, Weights, joined

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STRICTNESS = 3.0
"""The inverse strength of regularisation, settled on folds."""
_ITERATIONS = 300


def learn_beside(gold: Sequence[GoldStatement], rules: Rules) -> Learnt:
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
    material = _see(others, rules)
    learners = [_Learner(material, train, base) for train, _ in material.parts()]
    calibration = calibrate(learners, material)
    by_fold = (joined(base, one.weights(calibration)) for one in learners)
    in_folds = material.judge(by_fold, rules.criterion_ids)
    final = _Learner(material, np.arange(len(others)), base)
    return Learnt(final.weights(calibration), in_folds)


def _see(gold: tuple[GoldStatement, ...], rules: Rules) -> Material:
    """See statements, their features without those that hold a word of their own language."""
    statements = tuple(stage_of(rules, one.passage.language).see(one.passage) for one in gold)
    features = tuple(
        tuple(
            _without_own(tuple(block), one.passage.language) for block in find_features(statement)
        )
        for one, statement in zip(gold, statements, strict=True)
    )
    inventory = rules.language(gold[0].passage.language).inventory
    subjects = frozenset(kind.id for kind in inventory.of_role("subject"))
    return Material(gold, statements, features, subjects)


def _without_own(block: Sequence[str], code: str) -> tuple[str, ...]:
    """Return the features that no language owns: those without a word of it."""
    return tuple(name for name in block if f"{code}:" not in name)


class _Learner:
    """Weights learnt from some of the statements, on top of a base."""

    def __init__(self, material: Material, train: NDArray[np.int64], base: Weights) -> None:
        """Learn every question of the base."""
        self._names = material.names_in(train)
        self._index = {name: row for row, name in enumerate(self._names)}
        self._base = joined(base, _nothing(self._names, base))
        self._rows = np.array([self._base.index[name] for name in self._names])
        self.questions = {name: self._learn(name, material, train) for name in base.questions}

    def _learn(self, name: str, material: Material, train: NDArray[np.int64]) -> Question:
        is_asked, answer = asked_of(name)
        rows = [int(at) for at in train if is_asked(material.gold[at])]
        answers = np.array([answer(material.gold[at]) for at in rows])
        base, counts = self._base.questions[name], material.table(rows, self._base.index)
        table = counts[:, self._rows]
        if name == REACH:
            table = table @ material.of_people(self._names)
        weights = _fit(table, _sums(counts, base), answers)
        table, bias = weights[:-1].astype(np.float32), weights[-1].astype(np.float32)
        return Question(base.labels, table, bias, 1.0)

    def sums(self, name: str, material: Material, rows: Sequence[int]) -> Floats:
        """Return what base and learnt weights say together of some statements."""
        counts = material.table(rows, self._base.index)
        own = _sums(counts[:, self._rows], self.questions[name])
        return _sums(counts, self._base.questions[name]) + own

    def weights(self, calibration: Calibration) -> Weights:
        """Return what was learnt, without the base, with its calibration."""
        return Weights(self._index, self._names, calibrated(self.questions, calibration), "")


def _sums(table: Any, question: Question) -> Floats:
    return np.asarray(table @ question.table + question.bias, np.float64)


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
