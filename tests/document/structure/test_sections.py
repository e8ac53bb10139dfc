"""What can be a heading."""

from __future__ import annotations

import pytest

from auditor.document.structure.sections import reads_as_heading


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Our four priorities", True),
        ("2.1 The first years", True),
        ("£2.3m", False),
        ("We will open two parent-infant teams by April 2027.", False),
        ("word " * 40, False),
    ],
)
def test_headings_are_short_and_no_sentences(text: str, is_one: bool) -> None:
    """A figure is none either."""
    assert reads_as_heading(text.strip()) is is_one
