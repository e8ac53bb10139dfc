"""The audit as plain, versioned data: all that a report sees, and the JSON.

`view_of` makes dictionaries, lists, text and numbers in the order in which they are
written. Nothing in them depends on the day, the machine or the path of the file.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from auditor.places import label_of, locate
from auditor.records import REACHES, Audit, Document, Level, Statement
from auditor.rubric import Rubric
from auditor.rules import Rules

SCHEMA_VERSION = "1.0"
View = dict[str, Any]
"""An audit as plain data; `auditor.report.schema` says what stands in it."""


def view_of(audit: Audit, rules: Rules) -> View:
    """Turn an audit into plain data, in the order and by the names of the JSON."""
    rubric = rules.rubric
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": _view_tool(audit),
        "document": _view_document(audit.document),
        "verdict": audit.verdict.name,
        "verdict_because": audit.verdict.because,
        "verdict_statements": list(audit.verdict.statements),
        "flags": [{"id": flag.id, "statements": list(flag.statements)} for flag in audit.flags],
        "score": {
            "value": audit.score.value, "low": audit.score.low, "high": audit.score.high,
            "unweighted": audit.score.unweighted, "max": audit.score.max,
        },
        "counts": _count(audit.statements),
        "criteria": [_view_level(level, rubric) for level in audit.levels],
        "statements": [
            view_statement(one, audit.document) for one in audit.statements if one.reach != "none"
        ],
        "near_misses": [_view_near_miss(one, audit, rubric) for one in audit.near_misses],
        "searched": {"terms": audit.searched.terms, "patterns": audit.searched.patterns},
    }


def _view_tool(audit: Audit) -> View:
    tool = audit.tool
    view: View = {
        "name": tool.name, "version": tool.version, "rubric": tool.rubric,
        "lexicons": tool.lexicons,
    }
    return {**view, "ocr": tool.ocr} if tool.ocr else view


def _view_document(document: Document) -> View:
    view: View = {
        "name": document.name, "sha256": document.sha256, "title": document.title,
        "pages": len(document.pages), "pages_read": len(document.pages) - len(document.unread),
        "pages_unread": [
            {"page": page.number, "page_label": page.label, "why": page.unread}
            for page in document.unread
        ],
        "words": document.word_count, "language": document.language,
    }
    if len(document.files) > 1:
        view["files"] = [
            {"name": file.name, "sha256": file.sha256, "pages": file.pages,
             "first_page": file.first_page}
            for file in document.files
        ]
    if document.hidden:
        view["hidden"] = [
            {"page": page, "page_label": label_of(page, document), "what": what}
            for page, what in document.hidden
        ]
    return view


def _count(statements: tuple[Statement, ...]) -> dict[str, int]:
    found = Counter(one.reach for one in statements)
    return {"statements": len(statements), **{reach: found[reach] for reach in REACHES}}


def _view_level(level: Level, rubric: Rubric) -> View:
    criterion = rubric.criterion_named(level.criterion)
    unmet = level.level is not None and level.level < rubric.limits.advice_below
    return {
        "id": level.criterion, "title": criterion.title, "weight": criterion.weight,
        "applicable": level.applicable, "level": level.level, "because": level.because,
        "evidence": list(level.evidence), "counter": list(level.counter),
        "advice": criterion.advice if unmet else "",
    }


def view_statement(statement: Statement, document: Document) -> View:
    """Turn one statement into plain data, with the place where it stands."""
    place, said = locate(statement, document), statement.judgement
    paged = place.page is not None
    view: View = {
        "id": statement.id, "text": statement.text, "page": place.page, "page_label": place.label,
        "boxes": [[round(side, 2) for side in box] for box in place.boxes] if paged else None,
        "section": list(statement.section), "place": statement.place,
        "reach": said.reach, "topic": said.topic, "strength": said.strength,
        "criteria": list(said.criteria), "confidence": round(said.confidence, 4),
        "because": [
            {"rule": one.rule, "text": one.text, "start": one.start, "end": one.end}
            for one in said.because
        ],
    }
    optional = {
        "file": place.file, "ocr": statement.ocr, "repeat_of": statement.repeat_of,
        "columns": list(statement.columns),
    }
    return view | {key: value for key, value in optional.items() if value}


def _view_near_miss(statement: Statement, audit: Audit, rubric: Rubric) -> View:
    said = statement.judgement
    return {
        **view_statement(statement, audit.document),
        "oblique": round(said.oblique, 4),
        "why": said.set_aside or rubric.phrases.oblique,
    }
