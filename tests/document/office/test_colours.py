"""Which colours of office files are as good as white."""

from __future__ import annotations

import pytest

from auditor.document.office.colours import is_white


@pytest.mark.parametrize(
    ("colour", "white"),
    [
        ("FFFFFF", True),
        ("#fdfdfe", True),
        ("white", True),
        ("background1", True),
        ("F2F2F2", False),
        ("FFFF00", False),
        ("auto", False),
        ("", False),
        (None, False),
    ],
)
def test_white_is_told_from_pale_colours(colour: str | None, white: bool) -> None:
    """By its parts, or by its name; what is not named is none."""
    assert is_white(colour) is white
