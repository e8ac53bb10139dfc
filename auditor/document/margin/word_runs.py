"""Runs of a Word file cut in two, so that a mark stands exactly at its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from auditor.document.margin.word_places import Cut

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def place(
    elements: dict[Cut, list[Any]], order: dict[Any, int], space: str, ids: Iterator[int]
) -> None:
    """Put elements into a tree, each list at its cut, in its order.

    `order` tells where each text stands in the file, `ids` gives numbers that no change has yet.
    """
    inside = [cut for cut in elements if cut.where == "inside"]
    inside.sort(key=lambda cut: (order[cut.element], cut.offset), reverse=True)
    for cut, placed in elements.items():
        if cut.where == "before":
            for one in placed:
                cut.element.addprevious(one)
        elif cut.where == "after":
            _add_after(cut.element, placed)
    for cut in inside:
        run = cut.element.getparent()
        right = split(run, cut.element, cut.offset, space)
        for change in right.iterfind(f"{space}rPr/{space}rPrChange"):
            change.set(f"{space}id", str(next(ids)))
        run.addnext(right)
        _add_after(run, elements[cut])
    for placed in elements.values():
        for one in placed:
            if one.tag == f"{space}ins":
                _lift(one, space, ids)


def _add_after(element: Any, placed: Iterable[Any]) -> None:
    for one in [*placed][::-1]:
        element.addnext(one)


def split(run: Any, text: Any, offset: int, space: str) -> Any:
    """Cut a run at a character of one of its texts; return the new run of all that follows."""
    right = run.makeelement(run.tag, run.attrib, run.nsmap)
    properties = run.find(f"{space}rPr")
    if properties is not None:
        right.append(deepcopy(properties))
    following = list(text.itersiblings())
    if offset <= 0:
        following.insert(0, text)
    elif offset < len(text.text or ""):
        rest = text.makeelement(text.tag, text.attrib, text.nsmap)
        rest.text, text.text = text.text[offset:], text.text[:offset]
        for each in (rest, text):
            each.set(SPACE, "preserve")
        right.append(rest)
    right.extend(following)
    return right


def _lift(insertion: Any, space: str, ids: Iterator[int]) -> None:
    """Take an insertion out of somebody else's, which is cut in two around it."""
    outer = insertion.getparent()
    if outer.tag not in (f"{space}ins", f"{space}moveTo"):
        return
    rest = outer.makeelement(outer.tag, outer.attrib, outer.nsmap)
    rest.set(f"{space}id", str(next(ids)))
    rest.extend(list(insertion.itersiblings()))
    outer.addnext(insertion)
    if len(rest):
        insertion.addnext(rest)
    if not len(outer):
        outer.getparent().remove(outer)
