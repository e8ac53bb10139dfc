"""What the pop-ups of the annotated copy say, in the words of the templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from auditor.records import Audit, Statement
from auditor.report.print.highlights import Tint
from auditor.report.story.names import names
from auditor.report.story.reasons import Reason, tell_reasons
from auditor.report.templating import fill_text
from auditor.rules import Rules


def note_text(statement: Statement, audit: Audit, rules: Rules) -> str:
    """Say why a statement is highlighted: labels, criteria with their levels, rules."""
    rubric, said, called = rules.rubric, statement.judgement, names(rules.rubric)
    levels = {one.criterion: one.level for one in audit.levels}
    questions = [
        {"title": rubric.criterion_named(id).title, "level": called.level_short(levels[id])}
        for id in said.criteria
        if id in levels
    ]
    reasons = [
        Reason(one.rule, one.text, one.start < one.end, one.weight or 0.0) for one in said.because
    ]
    return fill_text(
        "annotation.txt.j2",
        statement=statement,
        questions=questions,
        reasons=tell_reasons(reasons, called.language),
        names=called,
    )


def key_text(
    audit: Audit, rules: Rules, tints: Mapping[str, Tint], *, checked: bool = False
) -> str:
    """Say what the colours mean, and the verdict; `checked` where people have checked the answer."""
    called = names(rules.rubric)
    return fill_text(
        "annotation-key.txt.j2",
        verdict=audit.verdict.because,
        tints=tints,
        counts=Counter(one.reach for one in audit.statements),
        tool=audit.tool,
        names=called,
        unchecked="" if checked else called.sentence["unchecked"],
    )
