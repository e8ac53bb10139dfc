"""A colour of an office file is as good as white, or letters of it show on paper."""

from __future__ import annotations

import pytest

from auditor.document.office.colours import is_white

CASES: tuple[tuple[str | None, bool], ...] = (
    ("FFFFFF", True),
    ("#ffffff", True),
    ("F5F5F5", True),
    ("F4FFFF", False),
    ("FFF4FF", False),
    ("FFFFF4", False),
    ("1F3864", False),
    (" white ", True),
    ("Background1", True),
    ("bg2", False),
    ("auto", False),
    ("", False),
    (None, False),
)


@pytest.mark.parametrize(("colour", "expected"), CASES)
def test_is_white(colour: str | None, expected: bool) -> None:
    """Red, green and blue are all near their most, or the name is one of white."""
    assert is_white(colour) is expected
