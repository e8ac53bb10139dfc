"""A file whose margin is to be written in, read as the audit read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.document.file_type import Kind, tell_kind
from auditor.document.margin.marks import Hand, Mark
from auditor.document.margin.odf import OpenDocumentMargin
from auditor.document.margin.stretches import find_stretches
from auditor.document.margin.word import WordMargin
from auditor.document.office.opendocument.names import OFFICE
from auditor.document.office.package import Package
from auditor.document.unpaged import compose, read_plain
from auditor.errors import DocumentError, UnreadableDocumentError, UsageError

MARKED: tuple[Kind, ...] = ("docx", "odf", "fodf")
"""The kinds of file that have a margin to write in."""
SIGNATURES = ("_xmlsignatures/", "META-INF/documentsignatures.xml")
"""The parts of a file that sign it."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that was read again, so that words of its text can be found in it."""

    name: str
    kind: Kind
    text: str
    margin: WordMargin | OpenDocumentMargin

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
    if data.startswith(b"PK") and any(
        one.startswith(SIGNATURES) for one in Package(data).names.values()
    ):
        raise DocumentError(
            "the file is signed, and comments would break the signature",
            remedy="Save a copy without the signature and mark that, or use the report.",
        )
    margin = WordMargin if kind == "docx" else OpenDocumentMargin
    stretches = find_stretches(composed.parts)
    return OpenFile(path.name, kind, composed.text, margin(data, found, stretches))


def _no_margin(name: str) -> UsageError:
    return UsageError(
        "only a PDF, a Word file or an OpenDocument text can be marked",
        place=name,
        remedy="Leave --annotated out, or save the document as one of these.",
    )
