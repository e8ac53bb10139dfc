"""A run is cut in two at a letter, each half in its look."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from auditor.document.margin.word_places import Cut, WordPlaces
from auditor.document.margin.word_runs import place, split
from auditor.document.office.names import W
from auditor.document.office.package import parse_xml
from tests.document.office.files import para, part, run


def tree_of(inner: str) -> Any:
    """Return the tree of a body of paragraphs."""
    return parse_xml(part("w:document", f"<w:body>{inner}</w:body>").encode())


def texts(tree: Any) -> list[str]:
    """Return the letters of each run, with what stands between runs by its name."""
    paragraph = next(tree.iter(f"{W}p"))
    return [
        "".join(one.itertext()) if one.tag == f"{W}r" else str(one.tag).removeprefix(W)
        for one in paragraph
    ]


@pytest.mark.parametrize(
    ("offset", "halves"), [(3, ["aft", "er"]), (0, ["", "after"]), (5, ["after", ""])]
)
def test_a_run_is_cut_at_a_letter(offset: int, halves: list[str]) -> None:
    """Both halves keep the look; at an edge the text stays whole."""
    tree = tree_of(para(run("after", "<w:b/>")))
    left = next(tree.iter(f"{W}r"))
    right = split(left, next(left.iter(f"{W}t")), offset, W)
    assert ["".join(one.itertext()) for one in (left, right)] == halves
    assert all(one.find(f"{W}rPr/{W}b") is not None for one in (left, right))


def test_what_follows_a_text_in_its_run_goes_along() -> None:
    """A tab and a second text of the run stand in the second half."""
    tree = tree_of(para("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>"))
    left = next(tree.iter(f"{W}r"))
    right = split(left, left[0], 2, W)
    assert [str(one.tag).removeprefix(W) for one in right] == ["t", "tab", "t"]


def test_marks_are_placed_in_their_order() -> None:
    """Several cuts of one run, and marks before and after it."""
    tree = tree_of(para(run("abcdef")))
    first = next(tree.iter(f"{W}r"))
    text = first[0]
    elements = {
        Cut("before", first): [tree.makeelement(f"{W}a")],
        Cut("inside", text, 2): [tree.makeelement(f"{W}b"), tree.makeelement(f"{W}c")],
        Cut("inside", text, 4): [tree.makeelement(f"{W}d")],
        Cut("after", first): [tree.makeelement(f"{W}e")],
    }
    place(elements, {text: 0}, W, count(1))
    assert texts(tree) == ["a", "ab", "b", "c", "cd", "d", "ef", "e"]


def test_an_insertion_never_stands_in_another() -> None:
    """Somebody else's insertion is cut in two around ours, each half with a number of its own."""
    tree = tree_of(para(f'<w:ins w:id="1" w:author="Ann">{run("abcd")}</w:ins>'))
    text = next(tree.iter(f"{W}t"))
    ours = tree.makeelement(f"{W}ins", {f"{W}id": "2", f"{W}author": "us"})
    place({Cut("inside", text, 2): [ours]}, {text: 0}, W, count(9))
    outer = [(one.get(f"{W}id"), "".join(one.itertext())) for one in next(tree.iter(f"{W}p"))]
    assert outer == [("1", "ab"), ("2", ""), ("9", "cd")]


CUTS: dict[str, tuple[str, str]] = {
    "in a run": (run("see babies"), "inside"),
    "at the head of a run": (run("babies"), "before"),
    "in a link": (f"<w:hyperlink>{run('see babies')}</w:hyperlink>", "inside"),
    "in a formula": ("<m:oMath><m:r><m:t>see babies</m:t></m:r></m:oMath>", "before"),
    "in a simple field": (f"<w:fldSimple>{run('see babies')}</w:fldSimple>", "before"),
    "in a locked control": (
        f"<w:sdt><w:sdtPr><w:lock/></w:sdtPr><w:sdtContent>{run('see babies')}</w:sdtContent></w:sdt>",
        "before",
    ),
}


@pytest.mark.parametrize(("inner", "where"), CUTS.values(), ids=CUTS.keys())
def test_a_mark_stands_where_it_may(inner: str, where: str) -> None:
    """Within text that may be cut, else beside what holds it."""
    tree = tree_of(para(inner))
    text = next(one for one in tree.iter() if (one.text or "").strip())
    offset = text.text.index("babies")
    cut = WordPlaces(W).cut(text, offset, ends=False)
    assert cut is not None and cut.where == where


def test_text_outside_a_paragraph_takes_no_mark() -> None:
    """There is nothing to put it beside."""
    tree = tree_of(run("babies"))
    assert WordPlaces(W).cut(next(tree.iter(f"{W}t")), 0, ends=False) is None
