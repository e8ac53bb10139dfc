"""A file without pages into a `Document`: found by the reader of its kind, then settled as one text."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from auditor.document.file_type import Kind
from auditor.document.flow.drafts import PlainText
from auditor.errors import AuditorError, UnreadableDocumentError
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
        EncryptedDocumentError: it wants a password.

    """
    from auditor.document.flow.drafts import compose_plain, mark_contents_lines, plain_outline
    from auditor.document.language_detection import tell_language
    from auditor.document.structure.references import settle_references

    found = _read(data, kind, path.name)
    mark_contents_lines(found.drafts)
    settle_references(found.drafts)
    plain_outline(found.drafts)
    composed = compose_plain(found.drafts)
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
        language=tell_language(text, blocks) if language == "auto" else language,
        files=(SourceFile(path.name, sha256, 0, 0),),
        hidden=tuple((0, account) for account in found.hidden),
        inserted=tuple(composed.inserted),
        parts_unread=found.unread,
    )


def find_reader(kind: Kind) -> Callable[[bytes], PlainText]:
    """Return the function that reads a kind of file."""
    module, name = READERS[kind]
    reader: Callable[[bytes], PlainText] = getattr(
        import_module(f"auditor.document.{module}"), name
    )
    return reader


def _read(data: bytes, kind: Kind, name: str) -> PlainText:
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
