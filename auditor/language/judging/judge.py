"""The judge: features of a statement weighed into labels, each with its chance and reasons.

Reach is asked first; topic, strength and criteria only where the statement may address
babies or leave them out. The weights are data (`auditor.rules.weights`); the rules of
the guide that hang on a word or a number stand around them (`guide_rules`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import numpy as np

from auditor.language.judging.features import Statement
from auditor.language.judging.guide_rules import GuideRule, allowed_criteria, ruled_out, settled_by
from auditor.language.judging.reasons import give_reasons
from auditor.language.judging.weighing import Weighed, chance_of_yes, softmax, sums_of, weigh
from auditor.records import (
    DOCUMENT_KINDS,
    MEASURES,
    Because,
    Chances,
    Judgement,
    Measure,
    Reach,
    Topic,
)
from auditor.rules.base_rates import BaseRates
from auditor.rules.weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

REACH, TOPIC, STRENGTH, CRITERION = "reach", "topic", "strength", "criteria:"
_ASKED_FROM = 0.1
"""From this chance of an address or an exclusion on, the other questions are asked too."""


class Judge:
    """Judges statements by weights; made once, used for every statement."""

    def __init__(
        self,
        weights: Weights,
        criteria: Sequence[str],
        *,
        measures: Mapping[str, Measure] | None = None,
        base_rates: BaseRates | None = None,
    ) -> None:
        """Keep the weights, and the questions that stand for the criteria of the rubric."""
        self._weights = weights
        self._measures = measures or {}
        self._reach = weights.questions[REACH]
        self._labels = cast("tuple[Reach, ...]", self._reach.labels)
        self._criteria = [id for id in criteria if CRITERION + id in weights.questions]
        rates = base_rates or BaseRates({}, {})
        self._rarer = {
            kind: np.array([rates.of_reach(label, kind) for label in self._labels])
            for kind in (None, *DOCUMENT_KINDS)
        }
        self._rarer_mental = rates.topic.get("mental", 0.0)

    def judge(self, statement: Statement) -> Judgement:
        """Return the labels of a statement, their chances and the reasons."""
        rule = settled_by(statement)
        if rule is not None:
            return _settled(statement, rule)
        weighed = weigh(statement, self._weights.index)
        reaches = self._reach_chances(statement, weighed)
        chances = Chances(reach=reaches)
        if _may_address(chances):
            chances = self._ask_on(chances, weighed, in_document=statement.in_document)
        return self._judgement(statement, weighed, chances)

    def _reach_chances(
        self, statement: Statement, weighed: Weighed
    ) -> tuple[tuple[Reach, float], ...]:
        """Return the chance of every reach that the guide does not rule out, likeliest first."""
        out = ruled_out(statement)
        sums = sums_of(self._reach, weighed) / self._reach.temperature
        if statement.in_document:
            sums = sums + self._rarer[statement.kind]
        allowed = [at for at, label in enumerate(self._labels) if label not in out]
        chances = softmax(sums[allowed])
        labels = [self._labels[at] for at in allowed]
        both = [
            (label, round(chance, 4))
            for label, chance in zip(labels, chances.tolist(), strict=True)
        ]
        return tuple(sorted(both, key=lambda one: -one[1]))

    def _ask_on(self, chances: Chances, weighed: Weighed, *, in_document: bool) -> Chances:
        rarer = self._rarer_mental if in_document else 0.0
        questions = self._weights.questions
        strength = softmax(sums_of(questions[STRENGTH], weighed) / questions[STRENGTH].temperature)
        return Chances(
            chances.reach,
            round(chance_of_yes(questions[TOPIC], weighed, rarer), 4),
            tuple(round(float(chance), 4) for chance in strength),
        )

    def _judgement(self, statement: Statement, weighed: Weighed, chances: Chances) -> Judgement:
        reach, confidence = chances.reach[0]
        explicit = reach == "explicit"
        topic: Topic | None = None
        if explicit:
            is_mental = chances.mental >= self._weights.questions[TOPIC].least
            topic = "mental" if is_mental else "other"
        bare = Judgement(
            reach,
            topic,
            int(np.argmax(chances.strength)) + 1 if explicit else 0,
            confidence=confidence,
            chances=chances,
            set_aside=_set_aside(statement, reach),
            measures=self._measures_of(statement) if explicit else (),
        )
        other = chances.reach[1][0] if len(chances.reach) > 1 else reach
        because: tuple[Because, ...] = ()
        if reach != "none" or bare.set_aside:
            because = give_reasons(statement, weighed, self._reach, reach, other)
        return replace(bare, criteria=self._criteria_of(bare, weighed), because=because)

    def _measures_of(self, statement: Statement) -> tuple[Measure, ...]:
        held = {self._measures.get(kind) for kind in statement.seen.text.phrases}
        return tuple(measure for measure in MEASURES if measure in held)

    def _criteria_of(self, judgement: Judgement, weighed: Weighed) -> tuple[str, ...]:
        if judgement.reach not in ("explicit", "excluded"):
            return ()
        wanted = allowed_criteria(judgement, self._criteria)
        questions = self._weights.questions
        asked = {id: questions[CRITERION + id] for id in wanted}
        return tuple(id for id, one in asked.items() if chance_of_yes(one, weighed) >= one.least)


def _settled(statement: Statement, rule: GuideRule) -> Judgement:
    """Return the judgement that a rule of the guide settles, with the words it takes away."""
    seen, id = statement.seen, f"place.{statement.place}"
    named = next((one for one in seen.mentions if one.reach == "explicit"), None)
    because = seen.text.because(id, named.span) if named else Because(rule.id, "", 0, 0)
    reach = cast(Reach, rule.settles)
    return Judgement(reach, because=(because,), confidence=rule.sure, set_aside=id if named else "")


def _may_address(chances: Chances) -> bool:
    either = chances.of_reach("explicit") + chances.of_reach("excluded")
    return either >= _ASKED_FROM


def _set_aside(statement: Statement, reach: Reach) -> str:
    """Return why words that seem to name babies were not counted."""
    if reach in ("explicit", "excluded"):
        return ""
    asides = (m.set_aside for m in statement.seen.mentions if m.set_aside and m.reach == "explicit")
    return next(asides, "")
