"""A file without pages into a `Document`: found by the reader of its kind, then settled as one text."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from auditor.document.file_type import Kind
from auditor.document.flow.contents import mark_contents_lines
from auditor.document.flow.drafts import (
    Composed,
    PlainText,
    compose_plain,
    plain_outline,
)
from auditor.document.structure.references import settle_references
from auditor.document.structure.repeated_headings import mark_repeated_headings
from auditor.errors import AuditorError, UnreadableDocumentError, UsageError
from auditor.language_detection import detect_language
from auditor.records import Document, Reading, SourceFile, Words

READERS: dict[str, tuple[str, str]] = {
    "docx": ("office.word.reading", "read_docx"),
    "pptx": ("office.slides", "read_pptx"),
    "xlsx": ("office.workbook", "read_xlsx"),
    "odf": ("office.opendocument.reading", "read_odf"),
    "fodf": ("office.opendocument.reading", "read_flat_odf"),
    "rtf": ("office.rtf.reading", "read_rtf"),
    "epub": ("web.book", "read_epub"),
    "html": ("web.html", "read_html"),
    "mhtml": ("web.book", "read_mhtml"),
    "md": ("web.text.markdown", "read_markdown"),
    "txt": ("web.text.plain_text", "read_text"),
}
"""The module and function that reads each kind: each brings its library when it is needed."""


def read_unpaged(data: bytes, kind: Kind, path: Path, sha256: str, reading: Reading) -> Document:
    """Read an input that has no pages.

    Raises:
        UnreadableDocumentError: it is damaged.
        EncryptedDocumentError: it needs a password.

    """
    if reading.changes == "rejected":
        data = before_changes(data, kind, path.name)
    found = read_plain(data, kind, path.name)
    composed = compose(found)
    text, blocks = composed.text, tuple(composed.blocks)
    language = reading.language
    return Document(
        name=path.name,
        sha256=sha256,
        title=found.title or path.stem,
        text=text,
        pages=(),
        blocks=blocks,
        words=Words(),
        language=detect_language(text, blocks) if language == "auto" else language,
        files=(SourceFile(path.name, sha256, 0, 0),),
        hidden=tuple((0, account) for account in found.hidden),
        inserted=tuple(composed.inserted),
        parts_unread=found.unread,
    )


def compose(found: PlainText) -> Composed:
    """Settle what the blocks of a file are, and join them into one text."""
    mark_contents_lines(found.drafts)
    mark_repeated_headings(found.drafts)
    settle_references(found.drafts)
    plain_outline(found.drafts)
    return compose_plain(found.drafts)


def before_changes(data: bytes, kind: Kind, name: str) -> bytes:
    """Return a file as it was before its open tracked changes.

    Raises:
        UsageError: it is of a kind whose changes cannot be taken back.

    """
    from auditor.document.office.word.revisions import without_changes

    if kind != "docx":
        raise UsageError(
            "only the tracked changes of a Word file can be taken back",
            place=name,
            remedy="Save it as .docx, or give two versions to compare.",
        )
    return without_changes(data)


def find_reader(kind: Kind) -> Callable[[bytes], PlainText]:
    """Return the function that reads a kind of file."""
    module, name = READERS[kind]
    reader: Callable[[bytes], PlainText] = getattr(
        import_module(f"auditor.document.{module}"), name
    )
    return reader


def read_plain(data: bytes, kind: Kind, name: str) -> PlainText:
    """Read the blocks of a file, as its reader finds them.

    Raises:
        UnreadableDocumentError: it is damaged.

    """
    try:
        return find_reader(kind)(data)
    except AuditorError as error:
        raise type(error)(error.message, place=name, remedy=error.remedy) from None
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        raise UnreadableDocumentError(
            f"damaged ({type(error).__name__})",
            place=name,
            remedy="Save it as PDF and try that.",
        ) from error
