"""Where in the paragraphs of an OpenDocument file a mark can stand, and how it is put there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auditor.document.flow.wording import Source
from auditor.document.office.opendocument.names import TEXT

PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
OPEN = frozenset(f"{TEXT}{name}" for name in ("span", "a", "meta"))
"""What a paragraph wraps words in, and what may hold a mark."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two characters of a string of the tree."""

    source: Source
    offset: int


def paragraph_of(source: Source) -> Any:
    """Return the paragraph of the page that words stand in; a box or note belongs to its anchor's."""
    outer = source.holder if source.holder.tag in PARAGRAPHS else None
    for above in source.holder.iterancestors(*PARAGRAPHS):
        outer = above
    return outer


def find_gap(source: Source, offset: int, *, ends: bool) -> Gap | None:
    """Find the place at a character; around what holds it where that takes no mark."""
    closed = closed_around(source)
    if closed is not None:
        return Gap(Source(closed, is_tail=True), 0) if ends else _before(closed)
    return Gap(source, offset) if paragraph_of(source) is not None else None


def closed_around(source: Source) -> Any:
    """Return the outermost element around words that takes no mark: a note, a box, a field."""
    paragraph = paragraph_of(source)
    closed = None
    element = source.holder
    while paragraph is not None and element is not paragraph:
        if element.tag not in OPEN:
            closed = element
        element = element.getparent()
    return closed


def _before(element: Any) -> Gap:
    previous = element.getprevious()
    if previous is not None:
        return Gap(Source(previous, is_tail=True), len(previous.tail or ""))
    parent = element.getparent()
    return Gap(Source(parent), len(parent.text or ""))


def fill(gap: Gap, elements: Sequence[Any]) -> None:
    """Put elements into a gap, in their order; of several gaps in a string the last goes first."""
    element, is_tail = gap.source
    whole = (element.tail if is_tail else element.text) or ""
    if is_tail:
        element.tail, parent = whole[: gap.offset], element.getparent()
        at = parent.index(element) + 1
    else:
        element.text, parent, at = whole[: gap.offset], element, 0
    for nth, one in enumerate(elements):
        parent.insert(at + nth, one)
    elements[-1].tail = whole[gap.offset :] or None
