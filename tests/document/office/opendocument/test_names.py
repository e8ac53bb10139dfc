"""Names and numbers of OpenDocument files."""

from __future__ import annotations

import pytest
from lxml import etree

from auditor.document.office.opendocument.names import TEXT, is_hidden_by_condition, number


@pytest.mark.parametrize(
    ("value", "read"), [("3", 3), ("", 1), ("-2", 1), ("x", 1), ("123456789", 1)]
)
def test_an_attribute_that_counts_is_read_within_reason(value: str, read: int) -> None:
    """Anything else counts as one."""
    assert number(etree.Element("a", {"n": value}), "n") == read


@pytest.mark.parametrize(
    ("attributes", "is_hidden"),
    [
        ({"is-hidden": "true"}, True),
        ({"is-hidden": "false", "condition": "ooow:true"}, False),
        ({"condition": "ooow:TRUE"}, True),
        ({"condition": "ooow:1"}, True),
        ({"condition": "ooow:pages > 2"}, False),
        ({}, False),
    ],
)
def test_a_condition_hides_as_the_program_found_it(
    attributes: dict[str, str], is_hidden: bool
) -> None:
    """Else where it always holds."""
    element = etree.Element("a", {f"{TEXT}{name}": value for name, value in attributes.items()})
    assert is_hidden_by_condition(element) is is_hidden
