"""Numbers of sheets as their cells show them."""

from __future__ import annotations

import pytest

from auditor.document.office.number_formats import shown

CASES = [
    ("0.45", "0%", "45%"),
    ("0.456", "0.0%", "45.6%"),
    ("1250000", "#,##0", "1,250,000"),
    ("3", "0.00", "3.00"),
    ("12", "General", "12"),
    ("0.1", "General", "0.1"),
]


@pytest.mark.parametrize(("value", "form", "text"), CASES)
def test_a_number_is_written_as_its_format_has_it(value: str, form: str, text: str) -> None:
    """What a page shows is what counts."""
    assert shown(value, form) == text
