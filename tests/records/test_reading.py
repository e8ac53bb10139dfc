"""How a document is to be read."""

from __future__ import annotations

from auditor.records.reading import Reading


def test_a_document_is_read_with_limits_where_nothing_is_said() -> None:
    """Its language is told from it, and pictures are read where an engine is there."""
    usual = Reading()
    assert usual.seconds > 0 and usual.memory > 2**30 and usual.max_pages > 1000
    assert (usual.language, usual.ocr, usual.kind) == ("auto", "auto", None)
