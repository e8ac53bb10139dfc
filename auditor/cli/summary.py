"""What `auditor audit` says in the terminal: the answer, what to know beside it, where reports are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from auditor.report.figures import number
from auditor.report.story.audit_story import Story, tell
from auditor.report.views.audit import AuditView
from auditor.rules import Rules


def summarise(
    view: AuditView,
    places: Sequence[Path | None],
    rules: Rules,
    *,
    answers: Sequence[Path] = (),
) -> str:
    """Return the answer with its doubts, whether a person has checked it, and where the reports are."""
    story = tell(view, rules.rubric)
    lines = [f"{view['document']['name']}: {_answer(story)}", view["verdict_because"]]
    lines += filter(None, (story.between, *_beside(story), story.rubric.texts.changed))
    if not story.is_checked:
        lines.append(story.names.sentence["unchecked"])
    lines += [f"Report: {place}" for place in places if place]
    return "\n".join([*lines, *(f"Answers: {place}" for place in answers)])


def _answer(story: Story) -> str:
    """Return verdict and score on one line."""
    score, title = story.view["score"], story.names.verdict[story.view["verdict"]].title
    if score["value"] is None:
        return f"{title}, no score"
    low, high = number(score["low"]), number(score["high"])
    between = f" (between {low} and {high})" if low != high else ""
    return f"{title}, score {number(score['value'])} of {score['max']}{between}"


def _beside(story: Story) -> Iterator[str]:
    """Give what to know beside the answer: flags, flags in doubt, what a promise can be held to."""
    yield from (f"{one.rule.title}. {one.rule.explanation}" for one in story.flags)
    doubt = story.rubric.phrases.flag_in_doubt
    yield from (
        f"In doubt: {one.rule.title}. {one.rule.explanation} {doubt}" for one in story.doubts
    )
    for answer in story.answers:
        if answer.marks and answer.level:
            yield f"{story.names.heading['marks']}: {story.marks_said(answer)}."
