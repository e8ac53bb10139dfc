"""Selectors of style sheets: which elements of a page they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import cssselect

MOST_SELECTORS = 2_000
"""Selectors that are looked up in a page; the style of a page has a few hundred that matter."""
MOST_STEPS = 20_000_000
"""Elements times selectors: a page of hostile size goes on without its style."""


class ElementFinder:
    """Finds elements by selector; most selectors are of classes that a page does not use."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._names: dict[str, list[Any]] = defaultdict(list)
        self._size = 0
        self._looked = 0
        for element in page.iter():
            if isinstance(element.tag, str):
                self._enter(element)

    def _enter(self, element: Any) -> None:
        self._size += 1
        self._names[element.tag].append(element)
        if id := element.get("id"):
            self._names[f"#{id}"].append(element)
        for name in set((element.get("class") or "").split()):
            self._names[f".{name}"].append(element)

    def find(self, selectors: str) -> Iterator[tuple[Any, tuple[int, int, int]]]:
        """Find the elements of a list of selectors, each with how special its selector is."""
        try:
            parsed = cssselect.parse(selectors)
        except cssselect.SelectorError:
            return
        for selector in parsed:
            if selector.pseudo_element is None:
                specificity = selector.specificity()
                for element in self._elements(selector):
                    yield element, specificity

    def _elements(self, selector: Any) -> list[Any]:
        key = _key(selector.parsed_tree)
        if key and key not in self._names:
            return []
        if key and _is_plain(selector.parsed_tree):
            return self._names[key]
        self._looked += 1
        if self._looked > MOST_SELECTORS or self._looked * self._size > MOST_STEPS:
            return []
        try:
            path = cssselect.HTMLTranslator().selector_to_xpath(selector)
            return list(self._page.xpath(path))
        except (cssselect.SelectorError, ValueError):
            return []


def _key(tree: Any) -> str:
    """Return a class, id or element that every element of a selector must have."""
    kind = type(tree).__name__
    if kind == "Class":
        return f".{tree.class_name}"
    if kind == "Hash":
        return f"#{tree.id}"
    if kind == "Element":
        return (tree.element or "").lower()
    if kind == "CombinedSelector":
        return _key(tree.subselector)
    return _key(tree.selector) if hasattr(tree, "selector") else ""


def _is_plain(tree: Any) -> bool:
    """True if a selector is no more than a class, an id or an element."""
    kind = type(tree).__name__
    if kind == "Element":
        return bool(tree.element)
    bare: Any = getattr(tree, "selector", None)
    return kind in ("Class", "Hash") and type(bare).__name__ == "Element" and not bare.element
