"""What the pop-ups of the annotated copy say, in the words of the templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.records import Audit, Statement
from auditor.report.print.highlights import Tint
from auditor.report.story.names import names
from auditor.report.story.reasons import Reason, tell_reasons
from auditor.report.templating import fill_text
from auditor.rules import Rules
from auditor.rules.translating.shared_texts import shared_words


@dataclass(frozen=True, slots=True)
class Noted:
    """One statement, as its pop-up tells it."""

    id: str
    reach: str
    reach_name: str
    topic_name: str
    strength: int
    strength_name: str
    reasons: str
    ocr: bool
    doubt: bool


def note_text(statement: Statement, audit: Audit, rules: Rules) -> str:
    """Say why a statement is highlighted: labels, criteria with their levels, rules."""
    rubric, said, called = rules.rubric, statement.judgement, names(rules.rubric)
    levels = {one.criterion: one.level for one in audit.levels}
    questions = [
        {"title": rubric.criterion_named(id).title, "level": called.level_short(levels[id])}
        for id in said.criteria
        if id in levels
    ]
    noted = Noted(
        id=statement.id,
        reach=said.reach,
        reach_name=rubric.reach_named(said.reach).name,
        topic_name=rubric.topic_named(said.topic).name.lower() if said.topic else "",
        strength=said.strength,
        strength_name=rubric.strength_named(said.strength).name,
        reasons=tell_reasons(
            [
                Reason(one.rule, one.text, one.start < one.end, one.weight or 0.0)
                for one in said.because
            ],
            rubric.report_language,
        ),
        ocr=statement.ocr,
        doubt=statement.in_doubt,
    )
    return fill_text("annotation.txt.j2", quote=noted, questions=questions, words=called.words)


def key_text(audit: Audit, rules: Rules, tints: Mapping[str, Tint]) -> str:
    """Say what the colours mean, and the verdict."""
    words = shared_words(rules.rubric.report_language)
    counts: Counter[str] = Counter(one.reach for one in audit.statements)
    colours = [
        {
            "colour": words["highlight"][tint.name].capitalize(),
            "name": rules.rubric.reach_named(reach).name,
            "meaning": rules.rubric.reach_named(reach).meaning,
            "count": counts[reach],
        }
        for reach, tint in tints.items()
    ]
    return fill_text(
        "annotation-key.txt.j2",
        verdict=audit.verdict.because,
        colours=colours,
        tool=audit.tool,
        said=words["highlight"],
        unchecked="" if is_reviewed(audit) else words["sentence"]["unchecked"],
    )


def is_reviewed(audit: Audit) -> bool:
    """True if people have decided on a statement of an audit."""
    return any(
        one.rule.startswith("review.")
        for said in audit.statements
        for one in said.judgement.because
    )
