"""What is printed of one audit: verdict, score, whether people have checked it, and its reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.records import Audit

if TYPE_CHECKING:
    from auditor.report.views.audit import AuditView
    from auditor.rules import Rules


def summarise(
    audit: Audit,
    view: AuditView,
    places: Sequence[Path | None],
    answered: Sequence[Path],
    rules: Rules,
) -> str:
    """Say verdict, score, whether a person has checked them, and where the reports are."""
    from auditor.report.story.audit_story import is_checked
    from auditor.report.story.names import shared_words

    verdict = rules.rubric.verdict_named(audit.verdict.name).title
    score = audit.score
    scored = (
        "no score"
        if score.value is None
        else (f"score {score.value:g} of {score.max} (between {score.low:g} and {score.high:g})")
    )
    lines = [f"{audit.document.name}: {verdict}, {scored}", audit.verdict.because]
    if not is_checked(view):
        lines.append(shared_words()["sentence"]["unchecked"])
    lines += [f"Report: {place}" for place in places if place]
    return "\n".join([*lines, *(f"Answers: {place}" for place in answered)])
