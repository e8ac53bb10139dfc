"""A file into a `Document`, in this process. Start reading here.

What a PDF goes through, in order: pages (`pdf`), tables, running heads and contents
lists, reading order (`layout`), notes and headings, blocks (`sections`), references,
one text (`text`). Inputs without pages give their blocks directly.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.document.kinds import Kind, tell_kind
from auditor.document.merging import merge_documents
from auditor.errors import AuditorError, DocumentError, UnreadableDocumentError, UsageError
from auditor.records import Document, Reading, SourceFile, Words

if TYPE_CHECKING:
    from auditor.document.plain import PlainText


def read_document(source: Path | Sequence[Path], reading: Reading) -> Document:
    """Read one file, or several as one document.

    Raises:
        UsageError: a path is missing or a folder.
        DocumentError: a file cannot be read.

    """
    paths = [source] if isinstance(source, Path) else list(source)
    check_paths(paths)
    return merge_documents([_read_one(path, reading) for path in paths])


def check_paths(paths: Sequence[Path]) -> None:
    """Say early and plainly where a path leads nowhere.

    Raises:
        UsageError: a path is missing or a folder, or there is none.

    """
    if not paths:
        raise UsageError("no file to read", remedy="Give the path of a document.")
    for path in paths:
        if path.is_dir():
            raise UsageError(
                "is a folder", place=str(path), remedy="Give a file, or use `auditor batch`."
            )
        if not path.exists():
            raise UsageError("no such file", place=str(path), remedy="Check the path.")


def _read_one(path: Path, reading: Reading) -> Document:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            error.strerror or "cannot be opened", place=path.name, remedy="Check its permissions."
        ) from None
    kind = tell_kind(data, path.name)
    sha256 = hashlib.sha256(data).hexdigest()
    if kind == "pdf":
        from auditor.document.paged import read_pdf

        return read_pdf(data, path, sha256, reading)
    return _read_plain(data, kind, path, sha256, reading)


def _read_plain(data: bytes, kind: Kind, path: Path, sha256: str, reading: Reading) -> Document:
    """Read an input that has no pages."""
    from auditor.document.citations import settle_references
    from auditor.document.plain import compose_plain, mark_contents_lines, plain_outline
    from auditor.document.tongue import tell_language

    try:
        found = _reader(kind)(data)
    except (AuditorError, MemoryError):
        raise
    except Exception as error:
        raise UnreadableDocumentError(
            f"damaged ({type(error).__name__})",
            place=path.name,
            remedy="Save it as PDF and try that.",
        ) from error
    mark_contents_lines(found.drafts)
    settle_references(found.drafts)
    plain_outline(found.drafts)
    text, blocks = compose_plain(found.drafts)
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
    )


def _reader(kind: Kind) -> Callable[[bytes], PlainText]:
    """Name the function that reads a kind of file."""
    if kind in ("docx", "odt"):
        from auditor.document import office

        return office.read_docx if kind == "docx" else office.read_odt
    from auditor.document import markup

    return {"html": markup.read_html, "md": markup.read_markdown, "txt": markup.read_text}[kind]
