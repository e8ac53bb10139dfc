"""Hyphens at the ends of lines."""

from __future__ import annotations

import pytest

from auditor.document.pdf.layout.hyphenation import Vocabulary

KNOWN = Vocabulary(
    frozenset(["telephone", "hours", "two", "parent", "infant", "well-being"]), False
)


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        ("out-of", "hours", True),
        ("birth-to", "two", True),
        ("out", "of-hours", True),
        ("tele", "phone", False),
        ("well", "being", True),
        ("parent", "infant", True),
        ("consul", "tation", False),
        ("evidence", "based", True),
        ("parent-in", "fant", False),
    ],
)
def test_compounds_keep_their_hyphen(left: str, right: str, kept: bool) -> None:
    """Words that typesetting cut lose it."""
    assert KNOWN.keeps_hyphen(left, right, left + "-") is kept
