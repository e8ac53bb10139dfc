"""Learning the judge's weights from labelled statements (extra `[train]`: scikit-learn).

Each question is a logistic regression over the features of `language.judging`. What
was learnt in folds, on statements whose pair or document it had not seen, gives the
temperature that makes chances of sums, the figures of the card, and nothing else.
The same statements give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from auditor.errors import UsageError
from auditor.evaluation.calibration import Calibration, calibrate, calibrated
from auditor.evaluation.folds import COUNT
from auditor.evaluation.gold import GoldStatement
from auditor.evaluation.material import Learnt, Material, asked_of
from auditor.language.judging.features import find_features
from auditor.language.judging.judge import CRITERION, REACH, STRENGTH, TOPIC
from auditor.language.stage import LanguageStage
from auditor.records import REACHES
from auditor.rules import Rules
from auditor.rules.weights import Question, Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STRICTNESS = {REACH: 7.0, TOPIC: 8.0, STRENGTH: 8.0, CRITERION: 10.0}
"""The inverse strength of regularisation of each question, settled on folds."""
LEAST_CHANCE = {"criteria": 0.3}
"""From which chance yes is said; settled on folds, where F1 over all criteria is highest."""
LABELS = {REACH: REACHES, TOPIC: ("other", "mental"), STRENGTH: ("1", "2", "3", "4")}
"""What each question may be answered with; that of a criterion is of no and yes."""
_ITERATIONS = 1000
_NEVER = -8.0
"""The sum of a label that no statement has."""


def see_all(gold: Sequence[GoldStatement], stage: LanguageStage) -> Material:
    """Mark every statement and find its features."""
    statements = tuple(stage.see(one.passage) for one in gold)
    features = tuple(tuple(tuple(block) for block in find_features(one)) for one in statements)
    subjects = frozenset(kind.id for kind in stage.language.inventory.of_role("subject"))
    return Material(tuple(gold), statements, features, subjects)


def learn(material: Material, criteria: Sequence[str]) -> Learnt:
    """Learn weights from all statements, and judge each by weights that never saw its fold.

    Raises:
        UsageError: scikit-learn is missing, or there are too few statements to learn from.

    """
    _check_enough(material.gold)
    learners = [Learner(material, train, criteria) for train, _ in material.parts()]
    calibration = calibrate(learners, material)
    by_fold = (learner.weights(calibration) for learner in learners)
    in_folds = material.judge(by_fold, criteria)
    final = Learner(material, np.arange(len(material.gold)), criteria)
    return Learnt(final.weights(calibration), in_folds)


def _check_enough(gold: Sequence[GoldStatement]) -> None:
    missing = [reach for reach in REACHES if sum(one.reach == reach for one in gold) < 2 * COUNT]
    if missing:
        raise UsageError(
            f"too few statements to learn from ({', '.join(missing)})",
            remedy=f"Give at least {2 * COUNT} of each reach; they are parted into {COUNT} folds.",
        )


def _regression(question: str) -> Any:
    """Return a regression that has learnt nothing yet.

    Raises:
        UsageError: scikit-learn is missing.

    """
    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise UsageError(
            "scikit-learn is missing", remedy="pip install 'auditor[train]'"
        ) from error
    is_criterion = question.startswith(CRITERION)
    kind = CRITERION if is_criterion else question
    return LogisticRegression(
        C=STRICTNESS[kind],
        max_iter=_ITERATIONS,
        class_weight="balanced" if is_criterion else None,
        solver="liblinear" if is_criterion else "lbfgs",
    )


class Learner:
    """Weights learnt from some of the statements, before they are calibrated."""

    def __init__(
        self, material: Material, train: NDArray[np.int64], criteria: Sequence[str]
    ) -> None:
        """Fit every question."""
        self.names = material.names_in(train)
        self.index = {name: row for row, name in enumerate(self.names)}
        gold = [material.gold[at] for at in train]
        counts_for = np.array([one.weight for one in gold])
        table = material.table(train, self.index)
        whom = (table @ material.of_people(self.names)).tocsr()
        self.questions: dict[str, Question] = {}
        for name in (REACH, TOPIC, STRENGTH, *(CRITERION + id for id in criteria)):
            is_asked, answer = asked_of(name)
            rows = [row for row, one in enumerate(gold) if is_asked(one)]
            answers = [answer(gold[row]) for row in rows]
            seen = whom if name == REACH else table
            self._fit(name, seen[rows], answers, counts_for[rows])

    def _fit(self, name: str, table: Any, answers: Sequence[int], counts_for: Floats) -> None:
        """Fit one question; one whose answer never changes gets no weights."""
        known = LABELS.get(name, ("False", "True"))
        columns = [1] if len(known) == 2 else list(range(len(known)))
        present = -_NEVER if len(columns) == 1 else 0.0
        bias = np.array([present if at in answers else _NEVER for at in columns])
        weights = np.zeros((len(self.index), len(columns)))
        if len(set(answers)) > 1:
            model = _regression(name).fit(table, answers, sample_weight=counts_for)
            told = [columns.index(at) for at in model.classes_[-len(model.coef_) :]]
            weights[:, told], bias[told] = model.coef_.T, model.intercept_
        self.questions[name] = Question(
            known, weights.astype(np.float32), bias.astype(np.float32), 1.0
        )

    def sums(self, name: str, material: Material, rows: Sequence[int]) -> Floats:
        """Return what speaks for each label of some statements, in all."""
        question = self.questions[name]
        table = material.table(rows, self.index)
        return np.asarray(table @ question.table + question.bias, dtype=np.float64)

    def weights(self, calibration: Calibration) -> Weights:
        """Return the weights with their calibration."""
        questions = {
            name: replace(one, least=LEAST_CHANCE.get(name.partition(":")[0], 0.5))
            for name, one in calibrated(self.questions, calibration).items()
        }
        return Weights(self.index, self.names, questions, "")


def learn_for(rules: Rules, code: str, gold: Sequence[GoldStatement]) -> Learnt:
    """Learn the weights of a language from labelled statements."""
    stage = LanguageStage(rules.language(code), rules.criterion_ids)
    return learn(see_all(gold, stage), rules.criterion_ids)
