"""A file whose margin is to be written in, read as the audit read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from auditor.document.file_type import Kind, tell_kind
from auditor.document.margin.marks import Hand, Mark, Suggestion
from auditor.document.margin.stretches import find_stretches
from auditor.document.office.opendocument.names import OFFICE
from auditor.document.unpaged import compose, read_plain
from auditor.errors import UnreadableDocumentError, UsageError

MARKED: tuple[Kind, ...] = ("docx", "odf", "fodf")
"""The kinds of file that have a margin to write in."""


class Margin(Protocol):
    """The margin of a file of any kind."""

    def holds(self, start: int, end: int) -> bool:
        """True if a mark can stand at a span of the text."""

    def takes(self, suggestion: Suggestion) -> bool:
        """True if words can be put where they are suggested."""

    def write(self, marks: Sequence[Mark], hand: Hand) -> bytes:
        """Return the file with its marks."""

    def without_suggestions(self, content: bytes) -> bytes:
        """Return a file that was written here, the words that it suggests taken out again."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that was read again, so that words of its text can be found in it."""

    name: str
    kind: Kind
    text: str
    margin: Margin

    def write(self, marks: Sequence[Mark], hand: Hand) -> bytes:
        """Return a copy of the file with its marks.

        Raises:
            UnreadableDocumentError: the copy does not read as the file does.

        """
        content = self.margin.write(marks, hand)
        bare = self.margin.without_suggestions(content)
        if compose(read_plain(bare, self.kind, self.name)).text != self.text:
            raise UnreadableDocumentError(
                "comments could not be written without changing its words, so no copy was made",
                place=self.name,
                remedy="Save it again in its own program, or use the report.",
            )
        return content


def has_margin(path: Path) -> bool:
    """True if a file is of a kind whose margin can be written in."""
    return tell_kind(path.read_bytes(), path.name) in MARKED


def open_file(path: Path) -> OpenFile:
    """Read a file so that its margin can be written in.

    Raises:
        UsageError: it is of another kind.
        DocumentError: it is damaged or signed.

    """
    data = path.read_bytes()
    kind = tell_kind(data, path.name)
    if kind not in MARKED:
        raise _no_margin(path.name)
    found = read_plain(data, kind, path.name)
    if kind != "docx" and next(found.tree.iter(f"{OFFICE}text"), None) is None:
        raise _no_margin(path.name)
    composed = compose(found)
    stretches = find_stretches(composed.parts)
    margin: Margin
    if kind == "docx":
        from auditor.document.margin.word import WordMargin

        margin = WordMargin(data, found, stretches)
    else:
        from auditor.document.margin.odf import OpenDocumentMargin

        margin = OpenDocumentMargin(data, found, stretches)
    return OpenFile(path.name, kind, composed.text, margin)


def _no_margin(name: str) -> UsageError:
    return UsageError(
        "only a PDF, a Word file or an OpenDocument text can be marked",
        place=name,
        remedy="Leave --annotated out, or save the document as one of these.",
    )
