"""What cannot be seen is written out; what writes a language is kept."""

from __future__ import annotations

import pytest

from auditor.report.characters import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain – “quoted” £5", "plain – “quoted” £5", id="punctuation"),
        pytest.param("a\tb\nc\u2028d", "a b c d", id="line ends"),
        pytest.param("x\u202ey", "x[U+202E]y", id="override"),
        pytest.param("x\x07y", "x[U+0007]y", id="control"),
        pytest.param("\ud800", "[U+D800]", id="lone surrogate"),
        pytest.param("क्\u200dष", "क्\u200dष", id="joiner that writing needs"),
        pytest.param("👶🏽", "👶🏽", id="picture"),
        pytest.param("\ue000", "[U+E000]", id="private"),
    ],
)
def test_text_is_shown(text: str, shown: str) -> None:
    """A reader sees that something is there, and the report is not turned round by it."""
    assert visible(text) == shown
