"""How a document is to be read."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.records.labels import Changes, DocumentKind, EngineName, OcrMode


@dataclass(frozen=True, slots=True)
class Reading:
    """How a document is to be read."""

    ocr: OcrMode = "auto"
    language: str = "auto"
    """"auto", or the ISO 639-1 code to take for granted."""
    engine: EngineName = "pdfium"
    seconds: float = 120.0
    """Time that reading one document may take, and then judging it."""
    memory: int = 2 * 1024**3
    """Bytes of address space that reading one document may take, where the system has such limits."""
    kind: DocumentKind | None = None
    """What kind of document it is, where a person says so."""
    changes: Changes = "accepted"
    """Whether open tracked changes of a Word file are read as accepted or as rejected."""
    max_pages: int = 5000
