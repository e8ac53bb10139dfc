"""The nouns that every stage shares, in the order they come to be.

A file becomes a `Document` (one clean text, with the place of every word), the
document is cut into `Passage`s, each passage is judged and so becomes a
`Statement`, the statements give each criterion a `Level`, and all of it together
is an `Audit`. Records are frozen and dumb: they hold no types of the PDF, NLP or
template libraries, and every position in them is a half-open pair of offsets
into `Document.text` (or, inside a statement, into the statement's own text).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from auditor.records.document import (
    Block,
    Box,
    Document,
    LanguageShare,
    Page,
    SourceFile,
    UnreadPart,
    Words,
)
from auditor.records.labels import (
    DOCUMENT_KINDS,
    MEASURES,
    PLACES,
    REACHES,
    SILENT_PLACES,
    SPEAKER_NOTES,
    AgeKind,
    Changes,
    DocumentKind,
    EngineName,
    Measure,
    OcrMode,
    Place,
    Reach,
    Topic,
    VerdictName,
)
from auditor.records.reading import Reading

if TYPE_CHECKING:
    from auditor.records.audit import Audit, Flag, Level, Score, Searched, Tool, Verdict
    from auditor.records.statement import Because, Chances, Judgement, Passage, Statement
else:
    _OF_JUDGING = {
        **dict.fromkeys(("Because", "Chances", "Judgement", "Passage", "Statement"), "statement"),
        **dict.fromkeys(
            ("Audit", "Flag", "Level", "Score", "Searched", "Tool", "Verdict"), "audit"
        ),
    }

    def __getattr__(name: str) -> object:
        """Import a record of judging when it is first asked for: reading a file needs none."""
        if name not in _OF_JUDGING:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{_OF_JUDGING[name]}"), name)
        globals()[name] = found
        return found


__all__ = [
    "DOCUMENT_KINDS",
    "MEASURES",
    "PLACES",
    "REACHES",
    "SILENT_PLACES",
    "SPEAKER_NOTES",
    "AgeKind",
    "Audit",
    "Because",
    "Block",
    "Box",
    "Chances",
    "Changes",
    "Document",
    "DocumentKind",
    "EngineName",
    "Flag",
    "Judgement",
    "LanguageShare",
    "Level",
    "Measure",
    "OcrMode",
    "Page",
    "Passage",
    "Place",
    "Reach",
    "Reading",
    "Score",
    "Searched",
    "SourceFile",
    "Statement",
    "Tool",
    "Topic",
    "UnreadPart",
    "Verdict",
    "VerdictName",
    "Words",
]
