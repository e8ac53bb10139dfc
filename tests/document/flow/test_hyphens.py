"""Words cut at the end of a line are put together again."""

from __future__ import annotations

import pytest

from auditor.document.flow.hyphens import find_words, join_lines


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the dis-", "tress"], "the distress"),
        (["a parent-", "infant team"], "a parent-infant team"),
        (["under-", "fives"], "under-fives"),
        (["a well-", "kept garden, well-kept"], "a well-kept garden, well-kept"),
        (["out-of-", "hours"], "out-of-hours"),
        (["birth-", "to-two"], "birth-to-two"),
        (["Tarn-", "Vale"], "Tarn- Vale"),
        (["soft\xad", "ware"], "software"),
        (["2026-", "2027"], "2026- 2027"),
    ],
)
def test_cut_words_are_joined_by_the_documents_own_spelling(lines: list[str], text: str) -> None:
    """A hyphen at the end of a line goes where it only cuts, and stays where it belongs."""
    assert join_lines(lines, find_words(lines)) == text
