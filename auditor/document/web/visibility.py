"""Which elements of a page are not shown, and which are what reviewers wrote beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from auditor.document.web.elements import DELETED, FOR_EARS, classes_of, role_of
from auditor.document.web.style_sheets import Styled, find_styled

COMMENT_ID = re.compile(r"^cmnt\d")
WHOLE = ("html", "body")
"""The page itself: one that is hidden is so until a script has run."""
OPENERS = ("aria-controls", "data-target", "data-bs-target", "popovertarget")


TOGGLES = ("data-toggle", "data-bs-toggle")
"""What says of a link that it opens what it leads to."""


@dataclass(slots=True)
class Visibility:
    """Tells of each element why its text is left out."""

    styled: Styled
    opened: set[str] = field(default_factory=set)
    """Ids of what a tab or button of the page opens: a reader sees it by one click."""
    comments: set[Any] = field(default_factory=set)

    def why_left_out(self, element: Any) -> str:
        """Return why an element is left out: hidden, deleted, a comment; "" where it is not."""
        if element in self.comments or _is_word_comment(element):
            return "comment of a reviewer"
        if element.tag in DELETED:
            return DELETED[element.tag]
        if self.styled.is_struck(element):
            return "text struck out"
        if self._is_hidden(element) and not self._can_be_opened(element):
            return "hidden element"
        return ""

    def is_unseen(self, parts: Iterable[Any], *, around: bool) -> bool:
        """True if letters within parts, the innermost first, are not drawn; else as around them."""
        said = map(self.styled.is_unseen, parts)
        return next((unseen for unseen in said if unseen is not None), around)

    def _is_hidden(self, element: Any) -> bool:
        if element.tag in WHOLE:
            return False
        hidden = element.get("hidden")
        if hidden is not None and hidden.lower() != "until-found":
            return self.styled.value(element, "display") in ("", "none")
        if element.tag == "dialog" and element.get("open") is None:
            return True
        if element.get("popover") is not None:
            return True
        if element.tag == "input" and element.get("type") == "hidden":
            return True
        if self.styled.is_hidden(element):
            return True
        return any(name in FOR_EARS for name in classes_of(element))

    def _can_be_opened(self, element: Any) -> bool:
        return element.tag != "dialog" and (
            role_of(element) == "tabpanel" or (element.get("id") or "\0") in self.opened
        )


def find_visibility(page: Any, sheet: str = "") -> Visibility:
    """Return what is shown of a page, with the style sheet that stands beside it."""
    visibility = Visibility(find_styled(page, sheet))
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        for name in OPENERS:
            if value := element.get(name):
                visibility.opened.update(part.lstrip("#") for part in value.split())
        if element.tag == "a" and any(element.get(name) for name in TOGGLES):
            visibility.opened.add((element.get("href") or "").lstrip("#"))
        if element.tag == "a" and COMMENT_ID.match(element.get("id") or ""):
            visibility.comments.add(_paragraph_of(element))
    return visibility


def _paragraph_of(element: Any) -> Any:
    """Return the block that a comment stands in, as Google Docs writes it."""
    for parent in element.iterancestors("p", "div"):
        holder = parent.getparent()
        if parent.tag == "p" and holder is not None and holder.tag == "div":
            return holder
        return parent
    return element


def _is_word_comment(element: Any) -> bool:
    style = element.get("style") or ""
    return "mso-element:comment" in style.replace(" ", "").lower()
