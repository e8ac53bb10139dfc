"""The audit as plain, versioned data: all that a report sees, and the JSON.

`view_of` makes dictionaries, lists, text and numbers in the order in which they are
written. Nothing in them depends on the day, the machine or the path of the file.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import cast

from auditor.places import label_of, locate
from auditor.records import (
    REACHES,
    Audit,
    Because,
    Document,
    Flag,
    Judgement,
    Level,
    Score,
    Statement,
)
from auditor.report.views.audit import (
    AuditView,
    BecauseView,
    CountsView,
    CriterionView,
    DocumentView,
    FileView,
    FlagView,
    JudgementView,
    LikelyView,
    NearMissView,
    ScoreView,
    StatementView,
    ToolView,
    UnreadPartView,
)
from auditor.rules import Rules
from auditor.rules.rubric import Rubric

SCHEMA_VERSION = "1.1"


def view_of(audit: Audit, rules: Rules) -> AuditView:
    """Return an audit as plain data, in the order and by the names of the JSON."""
    rubric = rules.rubric
    view: AuditView = {
        "schema_version": SCHEMA_VERSION,
        "tool": _view_tool(audit),
        "document": _view_document(audit.document),
        "verdict": audit.verdict.name,
        "verdict_because": audit.verdict.because,
        "verdict_statements": list(audit.verdict.statements),
        "flags": _view_flags(audit.flags),
        "score": view_score(audit.score),
        "counts": _count(audit.statements),
        "criteria": [_view_level(level, rubric) for level in audit.levels],
        "statements": [
            view_statement(one, audit.document) for one in audit.statements if one.reach != "none"
        ],
        "near_misses": [_view_near_miss(one, audit, rubric) for one in audit.near_misses],
        "searched": {"terms": audit.searched.terms, "patterns": audit.searched.patterns},
    }
    low, high = audit.verdict_range or (audit.verdict.name, audit.verdict.name)
    view["verdict_range"] = {"low": low, "high": high}
    view["deciding"] = list(audit.deciding)
    if audit.flags_in_doubt:
        view["flags_in_doubt"] = _view_flags(audit.flags_in_doubt)
    return view


def view_score(score: Score) -> ScoreView:
    """Return a score with its range as plain data."""
    return cast("ScoreView", asdict(score))


def _view_flags(flags: tuple[Flag, ...]) -> list[FlagView]:
    return [{"id": flag.id, "statements": list(flag.statements)} for flag in flags]


def _view_tool(audit: Audit) -> ToolView:
    tool = audit.tool
    view: ToolView = {
        "name": tool.name,
        "version": tool.version,
        "rubric": tool.rubric,
        "lexicons": tool.lexicons,
    }
    if tool.judge:
        view["judge"], view["judged_by"] = tool.judge, tool.judged_by
    if tool.ocr:
        view["ocr"] = tool.ocr
    return view


def _view_document(document: Document) -> DocumentView:
    view: DocumentView = {
        "name": document.name,
        "sha256": document.sha256,
        "title": document.title,
        "pages": len(document.pages),
        "pages_read": len(document.pages) - len(document.unread),
        "pages_unread": [
            {"page": page.number, "page_label": page.label, "why": str(page.unread)}
            for page in document.unread
        ],
        "parts_unread": view_parts_unread(document),
        "words": document.word_count,
        "language": document.language,
        "languages": [
            {"language": one.code, "words": one.words, "read": one.is_read, "trial": one.is_trial}
            for one in document.languages
        ],
        "kind": document.kind,
        "kind_because": document.kind_because,
        "kind_given": document.kind_given,
    }
    if len(document.files) > 1:
        view["files"] = view_files(document)
    if document.hidden:
        view["hidden"] = [
            {"page": page, "page_label": label_of(page, document), "what": what}
            for page, what in document.hidden
        ]
    return view


def view_files(document: Document) -> list[FileView]:
    """Return the files that went into a document as plain data."""
    return [cast("FileView", asdict(file)) for file in document.files]


def view_parts_unread(document: Document) -> list[UnreadPartView]:
    """Return what was not read of a document as plain data."""
    return [
        {"page": part.page, "what": part.what, "why": part.why, "area": round(part.area, 2)}
        for part in document.parts_unread
    ]


def _count(statements: tuple[Statement, ...]) -> CountsView:
    found = Counter(one.reach for one in statements)
    counts: dict[str, int] = {"statements": len(statements), **{one: found[one] for one in REACHES}}
    return cast("CountsView", counts)


def _view_level(level: Level, rubric: Rubric) -> CriterionView:
    criterion = rubric.criterion_named(level.criterion)
    unmet = level.level is not None and level.level < rubric.limits.advice_below
    view: CriterionView = {
        "id": level.criterion,
        "title": criterion.title,
        "weight": criterion.weight,
        "applicable": level.applicable,
        "level": level.level,
        "because": level.because,
        "evidence": list(level.evidence),
        "counter": list(level.counter),
        "advice": criterion.advice if unmet else "",
    }
    if criterion.has_marks:
        view["marks"] = list(level.marks)
    return view


def view_statement(statement: Statement, document: Document) -> StatementView:
    """Return one statement as plain data, with the place where it stands."""
    place = locate(statement, document)
    paged = place.page is not None
    labels = view_judgement(statement.judgement)
    view: StatementView = {
        "id": statement.id,
        "text": statement.text,
        "page": place.page,
        "page_label": place.label,
        "boxes": [[round(side, 2) for side in box] for box in place.boxes] if paged else None,
        "section": list(statement.section),
        "place": statement.place,
        "language": statement.language,
        "reach": labels["reach"],
        "topic": labels["topic"],
        "strength": labels["strength"],
        "criteria": labels["criteria"],
        "confidence": labels["confidence"],
        "because": labels["because"],
        "likely": labels["likely"],
        "revision": "inserted" if document.is_inserted(statement.start, statement.end) else None,
    }
    if place.file:
        view["file"] = place.file
    if statement.ocr:
        view["ocr"] = True
    if statement.in_doubt:
        view["read_with_doubt"] = True
    if statement.repeat_of:
        view["repeat_of"] = statement.repeat_of
    if statement.columns:
        view["columns"] = list(statement.columns)
    return view


def view_judgement(said: Judgement) -> JudgementView:
    """Return what is said of one passage as plain data, as `auditor label` writes it."""
    view: JudgementView = {
        "reach": said.reach,
        "topic": said.topic,
        "strength": said.strength,
        "criteria": list(said.criteria),
        "confidence": round(said.confidence, 4),
        "because": [_view_because(one) for one in said.because],
        "likely": _view_likely(said),
    }
    if said.set_aside:
        view["set_aside"] = said.set_aside
    return view


def _view_because(reason: Because) -> BecauseView:
    view: BecauseView = {
        "rule": reason.rule,
        "text": reason.text,
        "start": reason.start,
        "end": reason.end,
    }
    if reason.weight is not None:
        view["weight"] = reason.weight
    return view


def _view_likely(said: Judgement) -> LikelyView:
    """Return the two likeliest labels of each question, with their chances."""
    chances = said.chances
    reach = chances.reach[:2] or ((said.reach, said.confidence),)
    mental, strength = chances.mental, chances.strength
    topics = {"mental": mental, "other": round(1 - mental, 4)} if strength else {}
    strengths = {str(at): chance for at, chance in enumerate(strength, 1)}
    return {
        "reach": dict(reach),
        "topic": _two_likeliest(topics),
        "strength": _two_likeliest(strengths),
    }


def _two_likeliest(chances: dict[str, float]) -> dict[str, float]:
    return dict(sorted(chances.items(), key=lambda one: -one[1])[:2])


def _view_near_miss(statement: Statement, audit: Audit, rubric: Rubric) -> NearMissView:
    said = statement.judgement
    return {
        **view_statement(statement, audit.document),
        "chance": round(said.chances.of_reach("explicit"), 4),
        "why": said.set_aside or rubric.phrases.near_miss,
    }
