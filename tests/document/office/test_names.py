"""Switches of office files."""

from __future__ import annotations

import pytest
from lxml import etree

from auditor.document.office.names import W, is_on


@pytest.mark.parametrize(
    ("value", "state"),
    [(None, True), ("1", True), ("true", True), ("0", False), ("false", False), ("off", False)],
)
def test_a_switch_is_on_unless_it_says_otherwise(value: str | None, state: bool) -> None:
    """Without a value it is on."""
    element = etree.Element(f"{W}b", {} if value is None else {f"{W}val": value})
    assert is_on(element) is state


def test_no_switch_is_neither() -> None:
    """Something else decides."""
    assert is_on(None) is None
