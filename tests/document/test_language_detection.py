"""Which language a document is written in."""

from __future__ import annotations

import pytest

from auditor.document.language_detection import tell_language
from auditor.records import Block


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The plan of the town is for babies and for their parents in every ward of it. " * 3,
            "en",
        ),
        (
            "Le plan de la ville parle des enfants et de leurs parents dans les quartiers. " * 3,
            "fr",
        ),
        ("Babies.", "und"),
    ],
)
def test_the_language_of_running_text(text: str, language: str) -> None:
    """Too little of it tells nothing."""
    assert tell_language(text, (Block(0, len(text), "body"),)) == language
