"""Learning the judge's weights from labelled statements (extra `[train]`: scikit-learn).

Each question is a logistic regression over the features of `language.judging`. What
was learnt in folds, on statements whose pair or document it had not seen, gives the
temperature that makes chances of sums, the figures of the card, and nothing else.
The same statements give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from auditor.errors import UsageError
from auditor.evaluation.calibration import fit_temperature
from auditor.evaluation.folds import COUNT
from auditor.evaluation.gold import GoldStatement, Pair
from auditor.language.judging.features import BLOCK_WEIGHTS, Statement, find_features
from auditor.language.judging.judge import CRITERION, REACH, STRENGTH, TOPIC, Judge
from auditor.language.stage import LanguageStage
from auditor.records import REACHES
from auditor.rules import Language, Rules
from auditor.rules.weights import Question, Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LEAST_SEEN = 2
"""Statements that a feature must stand in to be learnt."""
STRICTNESS = {REACH: 10.0, TOPIC: 8.0, STRENGTH: 8.0, CRITERION: 10.0}
"""The inverse strength of regularisation of each question, settled on folds."""
LEAST_CHANCE = {"criteria": 0.3}
"""From which chance yes is said; settled on folds, where F1 over all criteria is highest."""
_ITERATIONS = 1000
_NEVER = -8.0
"""The sum of a label that no statement has."""


@dataclass(frozen=True, slots=True)
class Material:
    """Labelled statements, seen: what the judge learns from."""

    gold: tuple[GoldStatement, ...]
    statements: tuple[Statement, ...]
    features: tuple[tuple[tuple[str, ...], ...], ...]
    """The features of each statement, by block."""
    subjects: frozenset[str] = frozenset()
    """The marks by which reach is not judged but with parents: they tell what is spoken of."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """Weights learnt from everything, and the judgements made in folds."""

    weights: Weights
    in_folds: tuple[Pair, ...]
    by_fold: tuple[Weights, ...]
    """For each fold, weights that never saw its statements."""


def see_all(gold: Sequence[GoldStatement], stage: LanguageStage) -> Material:
    """Mark every statement and find its features."""
    statements = tuple(stage.see(one.passage) for one in gold)
    features = tuple(tuple(tuple(block) for block in find_features(one)) for one in statements)
    subjects = frozenset(kind.id for kind in stage.language.inventory.of_role("subject"))
    return Material(tuple(gold), statements, features, subjects)


def learn(material: Material, language: Language, criteria: Sequence[str]) -> Learnt:
    """Learn weights from all statements, and judge each by weights that never saw its fold.

    Raises:
        UsageError: scikit-learn is missing, or there are too few statements to learn from.

    """
    _check_enough(material.gold)
    whole = np.arange(len(material.gold))
    folds = np.array([one.fold for one in material.gold])
    parts = [(whole[folds != fold], whole[folds == fold]) for fold in range(COUNT)]
    learners = [Learner(material, train, criteria) for train, _ in parts]
    calibration = _calibrate(learners, [test for _, test in parts], material, criteria)
    said: dict[int, Pair] = {}
    judges: list[Weights] = []
    for learner, (_, test) in zip(learners, parts, strict=True):
        judges.append(learner.weights(calibration))
        judge = Judge(judges[-1], criteria)
        for at in map(int, test):
            said[at] = Pair(material.gold[at], judge.judge(material.statements[at]))
    final = Learner(material, whole, criteria).weights(calibration)
    return Learnt(final, tuple(said[int(at)] for at in whole), tuple(judges))


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


Calibration = dict[str, tuple[float, float]]
"""For each question the temperature, and by how much its bias is shifted."""


class Learner:
    """Weights learnt from some of the statements, before they are calibrated."""

    def __init__(
        self, material: Material, train: NDArray[np.int64], criteria: Sequence[str]
    ) -> None:
        """Fit every question."""
        counts = Counter(
            name for at in train for block in material.features[at] for name in set(block)
        )
        names = sorted(name for name, count in counts.items() if count >= LEAST_SEEN)
        self.index = {name: row for row, name in enumerate(names)}
        self.names = names
        gold = [material.gold[at] for at in train]
        table = self.table(material, train)
        self.questions: dict[str, Question] = {}
        whom = self._of_people(table, material)
        counts_for = np.array([one.weight for one in gold])
        self._fit(REACH, whom, [one.reach for one in gold], REACHES, counts_for)
        babies = [n for n, one in enumerate(gold) if one.reach == "explicit"]
        both = [n for n, one in enumerate(gold) if one.reach in ("explicit", "excluded")]
        topics = [gold[n].topic or "other" for n in babies]
        self._fit(TOPIC, table[babies], topics, ("other", "mental"), counts_for[babies])
        strengths = [str(gold[n].strength) for n in babies]
        self._fit(STRENGTH, table[babies], strengths, ("1", "2", "3", "4"), counts_for[babies])
        for criterion in criteria:
            held = [str(criterion in gold[n].criteria) for n in both]
            known = ("False", "True")
            self._fit(CRITERION + criterion, table[both], held, known, counts_for[both])

    def _of_people(self, table: Any, material: Material) -> Any:
        """Return a table without the marks of subjects: whom a statement names hangs on others."""
        from scipy.sparse import diags

        seen = [float(not tells_subject(name, material.subjects)) for name in self.names]
        return (table @ diags(seen)).tocsr()

    def table(self, material: Material, rows: Sequence[int] | NDArray[np.int64]) -> Any:
        """Return the features of some statements as a sparse table, blocks weighed as a whole."""
        from scipy.sparse import csr_matrix

        indices: list[int] = []
        values: list[float] = []
        starts = [0]
        for at in rows:
            for block, weight in zip(material.features[at], BLOCK_WEIGHTS, strict=True):
                known = [self.index[name] for name in block if name in self.index]
                indices += known
                values += [weight / max(1, len(known)) ** 0.5] * len(known)
            starts.append(len(indices))
        shape = len(starts) - 1, len(self.index)
        return csr_matrix((values, indices, starts), shape=shape)

    def _fit(
        self,
        name: str,
        table: Any,
        labels: Sequence[str],
        known: Sequence[str],
        counts_for: Floats,
    ) -> None:
        """Fit one question; one whose answer never changes gets no weights."""
        answers = [known.index(label) for label in labels]
        columns = [1] if len(known) == 2 else list(range(len(known)))
        present = -_NEVER if len(columns) == 1 else 0.0
        bias = np.array([present if at in answers else _NEVER for at in columns])
        weights = np.zeros((len(self.index), len(columns)))
        if len(set(answers)) > 1:
            model = _regression(name).fit(table, answers, sample_weight=counts_for)
            told = [columns.index(at) for at in model.classes_[-len(model.coef_) :]]
            weights[:, told], bias[told] = model.coef_.T, model.intercept_
        self.questions[name] = Question(
            tuple(known), weights.astype(np.float32), bias.astype(np.float32), 1.0
        )

    def sums(self, name: str, table: Any) -> Floats:
        """Return what speaks for each label of some statements, in all."""
        question = self.questions[name]
        return np.asarray(table @ question.table + question.bias, dtype=np.float64)

    def weights(self, calibration: Calibration) -> Weights:
        """Return the weights with their calibration."""
        questions = {
            name: replace(
                question,
                temperature=calibration[name][0],
                bias=(question.bias + calibration[name][1]).astype(np.float32),
                least=LEAST_CHANCE.get(name.partition(":")[0], 0.5),
            )
            for name, question in self.questions.items()
        }
        return Weights(self.index, self.names, questions, "")


def _calibrate(
    learners: Sequence[Learner],
    tests: Sequence[NDArray[np.int64]],
    material: Material,
    criteria: Sequence[str],
) -> Calibration:
    """Find the temperature (and shift) of each question that makes its chances come true in folds."""
    found: Calibration = {}
    gold = material.gold
    asked: dict[str, tuple[Callable[[GoldStatement], bool], Callable[[GoldStatement], int]]] = {
        REACH: (lambda one: True, lambda one: REACHES.index(one.reach)),
        TOPIC: (lambda one: one.reach == "explicit", lambda one: int(one.topic == "mental")),
        STRENGTH: (lambda one: one.reach == "explicit", lambda one: one.strength - 1),
    }
    for id in criteria:
        asked[CRITERION + id] = (
            lambda one: one.reach in ("explicit", "excluded"),
            partial(_is_evidence, id),
        )
    for name, (is_asked, answer) in asked.items():
        sums, answers = [], []
        for learner, test in zip(learners, tests, strict=True):
            rows = [int(at) for at in test if is_asked(gold[at])]
            sums.append(learner.sums(name, learner.table(material, rows)))
            answers += [answer(gold[at]) for at in rows]
        found[name] = fit_temperature(np.concatenate(sums), np.array(answers))
    return found


def _is_evidence(criterion: str, one: GoldStatement) -> int:
    return int(criterion in one.criteria)


def learn_for(rules: Rules, code: str, gold: Sequence[GoldStatement]) -> Learnt:
    """Learn the weights of a language from labelled statements."""
    stage = LanguageStage(rules.language(code), rules.criterion_ids)
    return learn(see_all(gold, stage), stage.language, rules.criterion_ids)
