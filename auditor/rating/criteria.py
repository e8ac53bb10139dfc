"""The level of each criterion, with its evidence and what stands against it."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.rating.strongest import strongest_first
from auditor.rating.tally import Tally, describe_place, ids_of
from auditor.records import MEASURES, Document, Level, Statement
from auditor.rules.rubric import Criterion, Phrases, Rubric
from auditor.rules.sentence_templates import fill


def find_levels(tally: Tally, document: Document, rubric: Rubric) -> tuple[Level, ...]:
    """Give each criterion of the rubric its level, in the order of the rubric."""
    return tuple(_find_level(criterion, tally, document, rubric) for criterion in rubric.criteria)


def find_evidence(tally: Tally, criterion: str) -> tuple[Statement, ...]:
    """Find the statements that speak for a criterion, strongest first."""
    return strongest_first(
        one for one in (*tally.mental, *tally.other) if criterion in one.criteria
    )


def level_of(evidence: tuple[Statement, ...], rubric: Rubric) -> int:
    """Return the highest strength; statements about other topics give only so much."""
    return max((cap_of(one, rubric) for one in evidence), default=0)


def cap_of(statement: Statement, rubric: Rubric) -> int:
    """Return the level that one statement gives."""
    if statement.topic == "mental":
        return statement.strength
    return min(statement.strength, rubric.limits.other_topic_cap)


def _find_level(criterion: Criterion, tally: Tally, document: Document, rubric: Rubric) -> Level:
    evidence = find_evidence(tally, criterion.id)
    counter = tuple(one for one in tally.with_reach("excluded") if criterion.id in one.criteria)
    level = level_of(evidence, rubric)
    values: dict[str, int | str] = {
        **tally.counts(),
        "level": level,
        "cap": rubric.limits.other_topic_cap,
        "name": rubric.strength_named(level).name,
        "evidence": len(evidence),
        "counter": len(counter),
    }
    if evidence:
        values["where"] = describe_place(evidence[0], document, rubric)
    because = fill(_phrase(evidence, counter, rubric.phrases), values)
    held = {mark for one in evidence for mark in one.judgement.measures}
    marks = tuple(mark for mark in MEASURES if mark in held) if criterion.has_marks else ()
    return Level(criterion.id, level, because, ids_of(evidence), ids_of(counter), marks)


def _phrase(evidence: Sequence[Statement], counter: Sequence[Statement], phrases: Phrases) -> str:
    """Return the sentences of the rubric that say why a level is what it is."""
    if not evidence:
        return phrases.because_excluded if counter else phrases.because_silent
    about_mental = evidence[0].topic == "mental"
    said = phrases.because_evidence if about_mental else phrases.because_other
    return f"{said} {phrases.because_counter}" if counter else said
