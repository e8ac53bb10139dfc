"""Where in a Word file's paragraphs a mark can stand: between two runs, or within one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from auditor.document.office.names import ALTERNATE

Where = Literal["before", "after", "inside"]
OPEN_TO_COMMENTS = frozenset(("ins", "moveTo", "smartTag", "customXml", "hyperlink", "bdo", "dir"))
"""What a paragraph wraps runs in, and what may hold the mark of a comment."""
OPEN_TO_WORDS = frozenset(("ins", "moveTo", "smartTag", "customXml"))
"""What may hold more words, or be cut in two for them."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A place for a mark: beside an element, or within a run's text."""

    where: Where
    element: Any
    offset: int = 0
    """Within the text of the element, where it is cut."""


@dataclass(slots=True)
class WordPlaces:
    """Finds places in a tree that is to be written again."""

    space: str
    """The name space of its elements, in braces."""
    _fields: dict[Any, dict[Any, tuple[Any, Any]]] = field(default_factory=dict)

    def cut(self, text: Any, offset: int, *, ends: bool, holds_words: bool = False) -> Cut | None:
        """Find the place before a character of a text, or after it where a mark ends there.

        Text in boxes, formulas, fields and locked controls is not cut: the mark stands around
        them. None where the text stands in no paragraph.
        """
        steps = self._steps(text)
        if not steps:
            return None
        known = OPEN_TO_WORDS if holds_words else OPEN_TO_COMMENTS
        unit = next((one for one in steps if not self._is_open(one, known)), steps[-1])
        first, last = self._field_around(unit)
        if first is not unit or last is not unit or not self._is_plain(unit, text):
            return Cut("after", last) if ends else Cut("before", first)
        held = [child for child in unit if child.tag != f"{self.space}rPr"]
        if offset <= 0 and held[0] is text:
            return Cut("before", unit)
        if offset >= len(text.text or "") and held[-1] is text:
            return Cut("after", unit)
        return Cut("inside", text, offset)

    def can_hold_words(self, text: Any) -> bool:
        """True if the text is a paragraph's own, so that words can be put beside it."""
        steps = self._steps(text)
        run = next((one for one in steps if not self._is_open(one, OPEN_TO_WORDS)), None)
        return run is not None and self._is_plain(run, text) and self._field_around(run)[0] is run

    def paragraph(self, text: Any) -> Any:
        """Return the paragraph of the page that a text belongs to; a box belongs to its anchor's."""
        outer = None
        for above in text.iterancestors(f"{self.space}p"):
            outer = above
        return outer

    def _steps(self, text: Any) -> list[Any]:
        """Return the elements from a paragraph down to a text, the outermost first."""
        paragraph = self.paragraph(text)
        if paragraph is None:
            return []
        steps = [text]
        for above in text.iterancestors():
            if above is paragraph:
                break
            steps.append(above)
        return steps[::-1]

    def _is_open(self, element: Any, known: frozenset[str]) -> bool:
        name = str(element.tag).removeprefix(self.space)
        if name in ("sdt", "sdtContent"):
            return self._is_rich(element)
        return name in known

    def _is_rich(self, element: Any) -> bool:
        """True if a content control holds any text, and not one choice, a date or plain letters."""
        control = element if element.tag.endswith("}sdt") else element.getparent()
        properties = control.find(f"{self.space}sdtPr")
        closed = ("text", "dropDownList", "comboBox", "date", "lock", "dataBinding", "picture")
        return properties is None or not any(
            properties.find(f"{self.space}{name}") is not None for name in closed
        )

    def _is_plain(self, run: Any, text: Any) -> bool:
        return bool(
            run.tag == f"{self.space}r"
            and text.tag == f"{self.space}t"
            and text.getparent() is run
            and not len(text)
        )

    def _field_around(self, unit: Any) -> tuple[Any, Any]:
        """Return the first and last run of the field that a run is in; itself where in none."""
        parent = unit.getparent()
        if parent not in self._fields:
            self._fields[parent] = dict(self._find_fields(parent))
        return self._fields[parent].get(unit, (unit, unit))

    def _find_fields(self, parent: Any) -> Iterator[tuple[Any, tuple[Any, Any]]]:
        held: list[Any] = []
        depth = 0
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            before = depth
            if child.tag != ALTERNATE:
                for mark in child.iter(f"{self.space}fldChar"):
                    kind = mark.get(f"{self.space}fldCharType")
                    depth = max(0, depth + {"begin": 1, "end": -1}.get(kind or "", 0))
            if before or depth:
                held.append(child)
            if before and not depth:
                yield from ((each, (held[0], held[-1])) for each in held)
                held = []
