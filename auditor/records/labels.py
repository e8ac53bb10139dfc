"""The words that labels, places and options are given in; the JSON and the rubric use the same."""

from __future__ import annotations

from typing import Literal, get_args

Place = Literal["body", "heading", "list", "table", "toc", "reference", "running"]
Reach = Literal[
    "explicit", "early_years", "nominal", "excluded", "older", "parental", "generic", "none"
]
Topic = Literal["mental", "other"]
VerdictName = Literal[
    "absent",
    "nominal",
    "excluded",
    "mentioned",
    "explained",
    "committed",
    "measured",
    "cannot_tell",
]
AgeKind = Literal["band", "point", "ceiling", "floor", "days"]
DocumentKind = Literal[
    "mental_health",
    "children",
    "early_years",
    "perinatal",
    "health",
    "clinical",
    "sector",
    "manifesto",
    "other",
]
Measure = Literal["lead", "money", "target", "date"]
OcrMode = Literal["auto", "off", "force"]
EngineName = Literal["pdfium", "pdfplumber"]
Changes = Literal["accepted", "rejected"]

PLACES: tuple[Place, ...] = get_args(Place)
REACHES: tuple[Reach, ...] = get_args(Reach)
DOCUMENT_KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)
MEASURES: tuple[Measure, ...] = get_args(Measure)
SPEAKER_NOTES = "Notes of the speaker"
"""The heading under which the notes to slides stand; no slide shows it."""
SILENT_PLACES: frozenset[Place] = frozenset(("toc", "reference", "running"))
"""Places that are never evidence, whatever they name (rule 5 of the guide)."""
