"""A file into a `Document`, in this process. Start reading here.

What a PDF goes through, in order: pages (`pdf`), tables, running heads and contents
lists, reading order (`layout`), notes and headings, blocks (`sections`), references,
one text (`text`). Inputs without pages give their blocks directly (`unpaged`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from auditor.document.attachments import with_attachments
from auditor.document.file_type import tell_kind
from auditor.document.merging import merge_documents
from auditor.errors import DocumentError, UsageError
from auditor.records import Document, Reading


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
    return _read(data, path, reading)


def _read(data: bytes, path: Path, reading: Reading, *, is_attached: bool = False) -> Document:
    """Read the bytes of a file; what an attached file carries itself is left alone."""
    kind = tell_kind(data, path.name)
    sha256 = hashlib.sha256(data).hexdigest()
    if kind != "pdf":
        from auditor.document.unpaged import read_unpaged

        return read_unpaged(data, kind, path, sha256, reading)
    from auditor.document.pdf.reading import read_pdf

    found = read_pdf(data, path, sha256, reading)
    if is_attached:
        return found.document
    return with_attachments(
        found.document,
        found.attachments,
        lambda one: _read(one.data, Path(one.name), reading, is_attached=True),
        is_portfolio=found.is_portfolio,
    )
