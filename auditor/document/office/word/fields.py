"""Fields of Word files: instructions are no text, their results are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from auditor.document.office.names import W, value
from auditor.records import Place

CONTENTS = re.compile(r"^\s*(?:TOC|TOA|INDEX)\b", re.IGNORECASE)
REFERENCES = re.compile(
    r"^\s*(?:BIBLIOGRAPHY\b|ADDIN (?:ZOTERO_BIBL|EN\.REFLIST|Mendeley Bib))", re.I
)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    has_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open at a point of the text, the innermost last."""

    open: list[_Field] = field(default_factory=list)
    met: Place | None = None
    """The place that a field gives what it writes, if one was met since it was asked for."""

    @property
    def shows_text(self) -> bool:
        """True if text at this point is a result, or stands in no field."""
        return all(each.has_result for each in self.open)

    @property
    def place(self) -> Place | None:
        """The place of paragraphs that a field writes: a contents list, references."""
        for each in self.open:
            if each.has_result and CONTENTS.match(each.instruction):
                return "toc"
            if each.has_result and REFERENCES.match(each.instruction):
                return "reference"
        return None

    def meet(self, mark: Any) -> str:
        """Take in a mark of a field; return what a filled-in drop-down shows."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self.open.append(_Field())
            return _chosen(mark)
        if kind == "separate" and self.open:
            self.open[-1].has_result = True
            self.met = self.met or self.place
        elif kind == "end" and self.open:
            self.open.pop()
        return ""

    def instruct(self, text: str) -> None:
        """Take in a piece of an instruction."""
        if self.open and not self.open[-1].has_result:
            self.open[-1].instruction += text

    def end_paragraph(self) -> None:
        """Drop fields that have no result by the end of a paragraph: damaged ones hide no text."""
        self.open = [each for each in self.open if each.has_result]


def _chosen(mark: Any) -> str:
    """Return the entry of a drop-down that is chosen; it has no other result."""
    choice = mark.find(f"{W}ffData/{W}ddList")
    if choice is None:
        return ""
    entries = [entry.get(f"{W}val") or "" for entry in choice.iter(f"{W}listEntry")]
    at = int(value(choice, f"{W}result") or 0)
    return entries[at] if 0 <= at < len(entries) else ""
