"""What fell from an earlier audit to this one: the answer, the score, a question, a limit come new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from auditor.report.figures import number
from auditor.report.gaps.gap import plain_words
from auditor.report.gaps.words import gap_words
from auditor.report.story.names import Names, names
from auditor.report.views.audit import AuditView, CriterionView, StatementView
from auditor.rules.rubric import Rubric
from auditor.rules.sentence_templates import fill


@dataclass(frozen=True, slots=True)
class Fall:
    """One thing that is worse for babies than it was."""

    what: Literal["answer", "score", "question", "limit"]
    id: str
    """Of the question; "" for answer and score."""
    sentence: str
    passage: str = ""
    """The words of the passage that now leaves babies out."""


def find_falls(old: AuditView, new: AuditView, rubric: Rubric) -> tuple[Fall, ...]:
    """Find what fell from an earlier audit to a later one, in the order of a report."""
    called = names(rubric)
    return (
        *_answer(old, new, rubric, called),
        *_score(old, new),
        *_questions(old, new, called),
        *_limits(old, new),
    )


def is_by_other_rules(old: AuditView, new: AuditView) -> bool:
    """True if two audits were not made by the same words, weights and questions."""
    parts = ("version", "rubric", "lexicons", "judge")
    return any(old["tool"].get(part) != new["tool"].get(part) for part in parts)


def _say(sentence: str, **values: str) -> str:
    return fill(gap_words().gate[sentence], values)


def _answer(old: AuditView, new: AuditView, rubric: Rubric, called: Names) -> Iterator[Fall]:
    """Compare answers by their order in the rubric; one that cannot be told is below all."""
    ranks = {rule.id: index for index, rule in enumerate(rubric.verdict)}
    before = ranks.get(old["verdict"])
    after = ranks.get(new["verdict"], len(ranks))
    if before is not None and after > before:
        titles = (called.verdict[view["verdict"]].title for view in (old, new))
        yield Fall("answer", "", _say("answer", **dict(zip(("old", "new"), titles, strict=True))))


def _score(old: AuditView, new: AuditView) -> Iterator[Fall]:
    before, after = old["score"]["value"], new["score"]["value"]
    if before is None:
        return
    if after is None:
        yield Fall("score", "", _say("no_score", old=number(before)))
    elif after < before:
        yield Fall("score", "", _say("score", old=number(before), new=number(after)))


def _questions(old: AuditView, new: AuditView, called: Names) -> Iterator[Fall]:
    """Compare the level of each question; name the passage on which the earlier one rested."""
    before = {one["id"]: one for one in old["criteria"]}
    for one in new["criteria"]:
        earlier = before.get(one["id"])
        if earlier is None or (earlier["level"] or 0) <= (one["level"] or 0):
            continue
        told = _say(
            "question",
            title=one["title"],
            old=_level(earlier, old, called),
            new=_level(one, new, called),
        )
        yield Fall("question", one["id"], " ".join((told, *_rested(earlier, old, new))))


def _level(one: CriterionView, view: AuditView, called: Names) -> str:
    """Return the name of a level; where too much could not be read, nothing is called silent."""
    unsure = view["score"]["value"] is None
    return called.level_name(one["level"], counter=bool(one["counter"]), unsure=unsure)


def _rested(earlier: CriterionView, old: AuditView, new: AuditView) -> Iterator[str]:
    """Quote the strongest passage behind a level, where it is gone."""
    kept = {plain_words(one["text"]) for one in new["statements"]}
    known = _by_id(old["statements"])
    behind = [known[id] for id in earlier["evidence"] if id in known]
    strongest = max(behind, key=_bears, default=None)
    if strongest is not None and plain_words(strongest["text"]) not in kept:
        yield _say("rested", quote=" ".join(strongest["text"].split()))


def _bears(statement: StatementView) -> tuple[bool, int]:
    """Order passages by how far they can carry a level: babies' minds first, then the strongest."""
    return statement["topic"] == "mental", statement["strength"]


def _by_id(statements: Sequence[StatementView]) -> dict[str, StatementView]:
    return {one["id"]: one for one in statements}


def _limits(old: AuditView, new: AuditView) -> Iterator[Fall]:
    """Find questions that a passage now speaks against, and none did before."""
    before = {one["id"]: bool(one["counter"]) for one in old["criteria"]}
    known = _by_id(new["statements"])
    for one in new["criteria"]:
        against = [known[id]["text"] for id in one["counter"] if id in known]
        if against and not before.get(one["id"], True):
            passage = " ".join(against[0].split())
            told = _say("limit", title=one["title"]) + " " + _say("now", quote=passage)
            yield Fall("limit", one["id"], told, passage)
