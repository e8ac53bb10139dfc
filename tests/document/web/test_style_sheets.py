"""What style sheets make of the text of a page."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from auditor.document.web.style_sheets import find_styled


def styled(sheet: str, body: str, attribute: str = "") -> tuple[Any, Any]:
    """Return what is declared, and the paragraph with the id x."""
    page = html.fromstring(
        f'<html><head><style>{sheet}</style></head><body><div class="in">'
        f'<p id="x" class="a" style="{attribute}">{body}</p></div></body></html>'
    )
    return find_styled(page), page.get_element_by_id("x")


HIDDEN = [
    pytest.param("p { height: 0; overflow: hidden }", "", True, id="no height"),
    pytest.param("p { height: 0 }", "", False, id="no height, but shown beyond it"),
    pytest.param(
        "p { height: 0; padding: 0 0 56%; overflow: hidden }", "", False, id="no height, but room"
    ),
    pytest.param(
        "p { height: 0; padding: 0 9px; overflow: hidden }", "", True, id="room at its sides alone"
    ),
    pytest.param("p { max-height: 0; overflow: hidden }", "", False, id="grows by a script"),
    pytest.param(
        "p { height: 0; overflow: hidden } p.a, p { height: auto }",
        "",
        False,
        id="its height again",
    ),
    pytest.param(
        "p { max-height: 0; overflow: hidden; transition: all 1s }",
        "",
        False,
        id="grows by a click",
    ),
    pytest.param("p { display: none }", "", True, id="by element"),
    pytest.param(".in > .a { visibility: hidden }", "", True, id="by class and parent"),
    pytest.param("#x { display: none } p { display: block }", "", True, id="the id weighs more"),
    pytest.param(
        "p { display: none } .a { display: block }", "", False, id="the class weighs more"
    ),
    pytest.param("p { display: none !important } #x { display: block }", "", True, id="important"),
    pytest.param("p { display: none }", "display: block", False, id="the element's own style"),
    pytest.param("@media print { p { display: none } }", "", False, id="for print only"),
    pytest.param("@media screen { p { display: none } }", "", True, id="for screens"),
    pytest.param("p { opacity: 0; transition: opacity 1s }", "", False, id="fades in"),
    pytest.param("p { left: -9999px }", "", True, id="off the screen"),
    pytest.param(".b { display: none }", "", False, id="of another class"),
    pytest.param("p { display: none", "", True, id="a sheet cut off"),
]


@pytest.mark.parametrize(("sheet", "own", "is_hidden"), HIDDEN)
def test_text_is_hidden_where_the_heaviest_rule_hides_it(
    sheet: str, own: str, is_hidden: bool
) -> None:
    """By the order of the cascade."""
    found, element = styled(sheet, "Babies", own)
    assert found.is_hidden(element) is is_hidden


def test_struck_text_and_blocks_are_told() -> None:
    """The rest of what is read of a sheet."""
    found, element = styled("p { text-decoration: line-through; display: flex }", "Babies")
    assert found.is_struck(element) and found.is_block(element)


@pytest.mark.parametrize(
    ("own", "is_unseen"),
    [("hidden", True), ("visible", False), ("inherit", None), ("unset", None), ("revert", None)],
)
def test_letters_may_be_drawn_as_those_around_them(own: str, is_unseen: bool | None) -> None:
    """A style that asks for what holds around an element says nothing of its own."""
    found, element = styled("div { visibility: hidden }", "Babies", f"visibility: {own}")
    assert found.is_unseen(element) is is_unseen
    assert (element.getparent() in found.shown_within) is (own == "visible")


def test_styles_for_browsers_without_scripts_do_not_count() -> None:
    """Scripts run in the browser that a page is read in."""
    page = html.fromstring(
        "<html><head><noscript><style>p { display: none }</style></noscript></head>"
        "<body><p>Babies.</p></body></html>"
    )
    assert not find_styled(page).is_hidden(page.find(".//p"))
