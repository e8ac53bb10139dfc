"""What the style of an element makes of its text: hidden, struck out, a block of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import tinycss2

from auditor.document.web.selectors import ElementFinder

_WANTED = """
display visibility text-decoration text-decoration-line mso-hide opacity font-size color clip
left top text-indent clip-path
"""
_ROOM = "min-height padding padding-top padding-bottom flex flex-grow aspect-ratio"
ROOM = frozenset(_ROOM.split())
"""Properties that give an element room whose height is set to nothing."""
HEIGHTS = ROOM | {"height", "overflow", "overflow-y"}
_MOVING = """
transition transform animation animation-name will-change background-clip
-webkit-background-clip -webkit-text-fill-color
"""
MOVING = frozenset(_MOVING.split())
"""Properties by which text that is transparent at first comes to be seen."""
WANTED = frozenset(_WANTED.split()) | MOVING | HEIGHTS
"""Properties that matter to what is read."""
_BLOCKS = "block flex grid table list-item table-cell table-row flow-root"
BLOCKS = frozenset(_BLOCKS.split())
CELLS = ("table", "tr", "td", "th")
AS_AROUND = ("", "inherit", "unset", "revert", "revert-layer")
"""What a style says of letters that are drawn where those around them are."""
NOUGHT = re.compile(r"^0(?:\.0*)?(?:px|pt|r?em|%)?$")
FAR_OFF = re.compile(r"^-\d{3,}(?:\.\d+)?(?:px|pt|r?em)$|^-\d{3,}%$")
NO_PATH = re.compile(r"^inset\(\s*(?:50|100)%\s*\)$")
NO_CLIP = re.compile(r"^rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){3}\s*\)$")
SCREEN = 1280
"""Width, in pixels, of the window that a page is read in."""
MEDIA = re.compile(r"(min|max)-width\s*:\s*(\d+(?:\.\d+)?)\s*(px|r?em)")
PAPER = re.compile(r"^\s*(?:only\s+)?(?:print|speech|aural|braille)\b", re.IGNORECASE)

Weight = tuple[bool, tuple[int, int, int, int], int]
"""What decides between two declarations: importance, how special, order."""


@dataclass(slots=True)
class Styled:
    """The declarations that hold of each element."""

    values: dict[Any, dict[str, tuple[Weight, str]]] = field(default_factory=dict)
    shown_within: set[Any] = field(default_factory=set)
    """The elements that hold one which is visible, be they hidden themselves."""

    def declare(self, element: Any, name: str, value: str, weight: Weight) -> None:
        """Take in a declaration, unless a weightier one was met."""
        held = self.values.setdefault(element, {})
        if name not in held or weight >= held[name][0]:
            held[name] = (weight, value)

    def value(self, element: Any, name: str) -> str:
        """Return the value of a property; "" where nothing sets it."""
        held = self.values.get(element)
        return held[name][1] if held and name in held else ""

    def is_hidden(self, element: Any) -> bool:
        """True if an element is not displayed, or nowhere where it can be seen."""
        if element not in self.values:
            return False
        if self.is_unseen(element) and element not in self.shown_within:
            return True
        if self.value(element, "display") == "none" or self.value(element, "mso-hide") == "all":
            return True
        return self._is_off_screen(element) or self._is_transparent(element)

    def is_unseen(self, element: Any) -> bool | None:
        """Return whether the letters of an element are not drawn; None where it does not say."""
        said = self.value(element, "visibility") if element.tag not in ("html", "body") else ""
        return None if said in AS_AROUND else said in ("hidden", "collapse")

    def _is_off_screen(self, element: Any) -> bool:
        offsets = (self.value(element, name) for name in ("left", "top", "text-indent"))
        if NO_CLIP.match(self.value(element, "clip")):
            return True
        return any(map(FAR_OFF.match, offsets)) or bool(
            NO_PATH.match(self.value(element, "clip-path"))
        )

    def _is_transparent(self, element: Any) -> bool:
        """True if text has no size or colour, and nothing that would give it one."""
        if any(self.value(element, name) for name in MOVING):
            return False
        if NOUGHT.match(self.value(element, "opacity")) or self._is_flat(element):
            return True
        if NOUGHT.match(self.value(element, "font-size")) and not len(element):
            return True
        return self.value(element, "color") == "transparent"

    def _is_flat(self, element: Any) -> bool:
        """True if an element has no height and shows nothing beyond it; cells grow with their text."""
        if element.tag in CELLS or not NOUGHT.match(self.value(element, "height")):
            return False
        room = (self.value(element, name).split()[::2] for name in ROOM)
        cut = (self.value(element, name) for name in ("overflow", "overflow-y"))
        has_room = not all(map(NOUGHT.match, chain.from_iterable(room)))
        return not has_room and any(each in ("hidden", "clip") for each in cut)

    def is_struck(self, element: Any) -> bool:
        """True if the text of an element is struck out."""
        if element not in self.values:
            return False
        lines = self.value(element, "text-decoration"), self.value(element, "text-decoration-line")
        return any("line-through" in line for line in lines)

    def is_block(self, element: Any) -> bool:
        """True if an element is displayed as a block of its own."""
        if element not in self.values and element.getparent() not in self.values:
            return False
        if self.value(element, "display") in BLOCKS:
            return True
        return self.value(element.getparent(), "display") in ("flex", "grid", "inline-flex")


def find_styled(page: Any, sheet: str = "") -> Styled:
    """Return what the style sheets of a page, beside it and within, and its elements declare."""
    styled = Styled()
    rules = list(_text_rules(sheet))
    rules += [rule for element in page.iter("style") for rule in _sheet_rules(element)]
    if rules:
        _apply(page, _that_matter(rules), styled)
    for element in page.iter():
        if isinstance(element.tag, str) and (style := element.get("style")):
            for name, value, important in _inline(style):
                styled.declare(element, name, value, (important, (1, 0, 0, 0), 0))
    for element in styled.values:
        if styled.is_unseen(element) is False:
            _show_within(element, styled.shown_within)
    return styled


def _show_within(element: Any, shown: set[Any]) -> None:
    """Note what holds a visible element, up to what is known to."""
    for around in element.iterancestors():
        if around in shown:
            return
        shown.add(around)


def _inline(style: str) -> Iterator[tuple[str, str, bool]]:
    """Read the declarations of a style attribute that matter."""
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        if name in WANTED:
            bare, _, mark = value.partition("!")
            yield name, bare.strip().lower(), "important" in mark.lower()


@dataclass(frozen=True, slots=True)
class _Rule:
    selectors: str
    declarations: tuple[tuple[str, str, bool], ...]

    @property
    def is_of_heights(self) -> bool:
        """True if the rule says nothing but how high what it is about is."""
        return all(name in HEIGHTS for name, _, _ in self.declarations)


def _sheet_rules(sheet: Any) -> Iterator[_Rule]:
    if next(sheet.iterancestors("noscript"), None) is not None:
        return
    if _fits_screen(sheet.get("media") or ""):
        yield from _text_rules((sheet.text or "").replace("<!--", "").replace("-->", ""))


def _text_rules(text: str) -> Iterator[_Rule]:
    if text:
        yield from _rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def _rules(nodes: Iterable[Any]) -> Iterator[_Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            declarations = tuple(_declarations(node.content))
            if declarations:
                yield _Rule(tinycss2.serialize(node.prelude).strip(), declarations)
        elif node.type == "at-rule" and node.content is not None and _holds(node):
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inner)


def _declarations(content: Iterable[Any]) -> Iterator[tuple[str, str, bool]]:
    for node in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration" and node.lower_name in WANTED:
            value = tinycss2.serialize(node.value).strip().lower()
            yield node.lower_name, value, node.important


def _holds(rule: Any) -> bool:
    """True if the rules within a conditional one hold on a screen."""
    if rule.lower_at_keyword in ("supports", "layer"):
        return True
    return rule.lower_at_keyword == "media" and _fits_screen(tinycss2.serialize(rule.prelude))


def _fits_screen(media: str) -> bool:
    """True if one of the media named is a screen of usual width.

    >>> _fits_screen("print"), _fits_screen("screen and (min-width: 768px)")
    (False, True)
    """
    return not media.strip() or any(map(_fits, media.split(",")))


def _fits(query: str) -> bool:
    if PAPER.match(query) or "prefers-" in query:
        return False
    for bound, number, unit in MEDIA.findall(query):
        width = float(number) * (1 if unit == "px" else 16)
        if (bound == "min" and width > SCREEN) or (bound == "max" and width < SCREEN):
            return False
    return True


def _that_matter(rules: Sequence[_Rule]) -> list[tuple[int, _Rule]]:
    """Number rules, those of heights last: they are many, and matter where one is nothing."""
    told = (each for rule in rules for each in rule.declarations)
    has_flat = any(name == "height" and NOUGHT.match(value) for name, value, _ in told)
    numbered = enumerate(rules, start=1)
    kept = [each for each in numbered if has_flat or not each[1].is_of_heights]
    return sorted(kept, key=lambda each: each[1].is_of_heights)


def _apply(page: Any, rules: Iterable[tuple[int, _Rule]], styled: Styled) -> None:
    """Find the elements that each rule is about, and note what it declares."""
    finder = ElementFinder(page)
    for order, rule in rules:
        for element, specificity in finder.find(rule.selectors):
            for name, value, important in rule.declarations:
                styled.declare(element, name, value, (important, (0, *specificity), order))
