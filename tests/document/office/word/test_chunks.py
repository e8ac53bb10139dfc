"""Whole files that stand in for part of a Word file."""

from __future__ import annotations

import pytest

from auditor.document.office.word.chunks import read_chunk
from tests.document.office.files import docx, para

CASES = [
    pytest.param(b"<html><body><p>We see babies.</p></body></html>", "We see babies.", id="html"),
    pytest.param(rb"{\rtf1 We see babies.\par}", "We see babies.", id="rtf"),
    pytest.param(docx(para("We see babies.")), "We see babies.", id="docx"),
]


@pytest.mark.parametrize(("data", "words"), CASES)
def test_a_file_within_a_file_is_read(data: bytes, words: str) -> None:
    """By what its bytes are."""
    found = read_chunk(data)
    assert found is not None and [str(one.cells[0]) for one in found.drafts] == [words]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\x03\x04 nothing"], ids=["pdf", "damaged"])
def test_what_word_does_not_show_is_left(data: bytes) -> None:
    """Other kinds, and damaged files, are nothing."""
    assert read_chunk(data) is None
