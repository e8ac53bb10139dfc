"""Gaps between the letters of an OpenDocument file, and how they are filled."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.document.flow.wording import Source
from auditor.document.margin.odf_places import Gap, closed_around, fill, find_gap, paragraph_of
from auditor.document.office.opendocument.names import DRAW, TEXT
from auditor.document.office.package import parse_xml
from tests.document.office.files import ODF_NAMESPACES


def tree_of(inner: str) -> Any:
    """Return the tree of some text."""
    return parse_xml(f"<office:text {ODF_NAMESPACES}>{inner}</office:text>".encode())


def shown(element: Any) -> str:
    """Return letters and marks in their order."""
    parts = [element.text or ""]
    for child in element:
        parts += [f"<{child.tag}>" if child.tag in ("x", "y") else shown(child), child.tail or ""]
    return "".join(parts)


@pytest.mark.parametrize("is_tail", [False, True])
def test_a_gap_is_filled_within_its_string(is_tail: bool) -> None:
    """In an element's own text, or in what follows it."""
    tree = tree_of("<text:p>abcd<text:span/>efgh</text:p>")
    element = next(tree.iter(f"{TEXT}span" if is_tail else f"{TEXT}p"))
    gap = Gap(Source(element, is_tail), 2)
    fill(gap, [tree.makeelement("x"), tree.makeelement("y")])
    assert shown(tree) == ("abcdef<x><y>gh" if is_tail else "ab<x><y>cdefgh")


def test_several_gaps_of_one_string_are_filled_from_the_last() -> None:
    """None moves another."""
    tree = tree_of("<text:p>abcd</text:p>")
    source = Source(next(tree.iter(f"{TEXT}p")))
    for offset, name in ((3, "y"), (1, "x")):
        fill(Gap(source, offset), [tree.makeelement(name)])
    assert shown(tree) == "a<x>bc<y>d"


def test_what_takes_no_mark_is_gone_around() -> None:
    """A box within a paragraph: before it and after it, in the paragraph's own text."""
    tree = tree_of(
        "<text:p>ab<draw:frame><draw:text-box><text:p>words</text:p></draw:text-box></draw:frame>"
        "cd</text:p>"
    )
    outer, inner = tree.iter(f"{TEXT}p")
    frame = next(tree.iter(f"{DRAW}frame"))
    source = Source(inner)
    assert paragraph_of(source) is outer and closed_around(source) is frame
    assert find_gap(source, 2, ends=False) == Gap(Source(outer), 2)
    assert find_gap(source, 2, ends=True) == Gap(Source(frame, is_tail=True), 0)


def test_text_outside_a_paragraph_has_no_gap() -> None:
    """There is nothing to put a mark into."""
    tree = tree_of("words")
    assert find_gap(Source(tree), 1, ends=False) is None
