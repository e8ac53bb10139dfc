"""Small files of every kind but PDF, each with the sentences that must come out whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.document.truths import TRUTH, find_faults

FOLDER = Path(__file__).parent / "made_office"
MADE = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(TRUTH))
LARGEST = 15_000
"""Bytes of one file."""


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_every_sentence_comes_out_whole(path: Path) -> None:
    """Wrappers, spans, notes, boxes, hidden and struck text, encodings and columns lose nothing."""
    assert find_faults(path) == []


def test_every_kind_is_there_and_small() -> None:
    """Files stay small, and each has its truth."""
    kinds = {path.suffix for path in MADE}
    assert {".docx", ".odt", ".ods", ".odp", ".pptx", ".xlsx", ".rtf", ".epub"} < kinds
    assert {".html", ".mht", ".md", ".txt"} < kinds
    assert all(path.stat().st_size < LARGEST for path in MADE)
    assert all(path.with_name(path.name + TRUTH).exists() for path in MADE)
