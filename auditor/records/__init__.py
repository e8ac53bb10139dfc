"""The nouns that every stage shares, in the order they come to be.

A file becomes a `Document` (one clean text, with the place of every word), the
document is cut into `Passage`s, each passage is judged and so becomes a
`Statement`, the statements give each criterion a `Level`, and all of it together
is an `Audit`. Records are frozen and dumb: they hold no types of the PDF, NLP or
template libraries, and every position in them is a half-open pair of offsets
into `Document.text` (or, inside a statement, into the statement's own text).
"""

from __future__ import annotations

from auditor.records.audit import Audit, Flag, Level, Score, Searched, Tool, Verdict
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
from auditor.records.statement import Because, Chances, Judgement, Passage, Statement

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
