"""Which elements selectors of style sheets are about."""

from __future__ import annotations

import pytest
from lxml import html

from auditor.document.web.selectors import ElementFinder

PAGE = '<div id="a" class="x y"><p class="x">One</p><p>Two</p></div>'
FOUND = {
    ".x": ["div", "p"],
    "#a": ["div"],
    "div > p": ["p", "p"],
    "p.x, .y": ["p", "div"],
    ".z p": [],
    "p::before": [],
    "p:not(]": [],
}


@pytest.mark.parametrize(("selectors", "tags"), FOUND.items(), ids=FOUND)
def test_elements_are_found_by_class_id_and_place(selectors: str, tags: list[str]) -> None:
    """What no selector can be made of is about nothing."""
    found = ElementFinder(html.fromstring(PAGE)).find(selectors)
    assert [element.tag for element, _ in found] == tags


def test_a_selector_is_weighed() -> None:
    """An id weighs more than a class, a class more than an element."""
    (_, special), *_ = ElementFinder(html.fromstring(PAGE)).find("#a .x")
    assert special == (1, 1, 0)
