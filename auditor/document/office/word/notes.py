"""Footnotes and endnotes of a Word file, and the comments of its reviewers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from auditor.document.flow.account import Account
from auditor.document.office.names import W
from auditor.document.office.package import Package, Relation, find_part


@dataclass(slots=True)
class Notes:
    """The notes of a file, by kind and id."""

    elements: dict[tuple[str, str], Any] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    """The part that the notes of a kind stand in."""
    called: set[tuple[str, str]] = field(default_factory=set)

    def call(self, kind: str, id: str) -> Any:
        """Return a note where it is called first; None where it is called again or missing."""
        if (kind, id) in self.called:
            return None
        self.called.add((kind, id))
        return self.elements.get((kind, id))


def read_notes(package: Package, relations: dict[str, Relation]) -> Notes:
    """Read the notes of a file, those that only draw a line left out."""
    notes = Notes()
    for kind in ("footnotes", "endnotes"):
        part = find_part(relations, kind) or f"word/{kind}.xml"
        tree = package.read_tree(part)
        notes.parts[kind] = part
        for element in tree if tree is not None else ():
            if element.get(f"{W}type") in (None, "normal"):
                notes.elements[kind, element.get(f"{W}id") or ""] = element
    return notes


def read_comments(package: Package, relations: dict[str, Relation], account: Account) -> None:
    """Note what reviewers wrote beside the text: it is none of its words."""
    for comment in package.read_elements(find_part(relations, "comments"), f"{W}comment"):
        words = " ".join(each.text or "" for each in comment.iter(f"{W}t"))
        account.hide("comment of a reviewer", words)
