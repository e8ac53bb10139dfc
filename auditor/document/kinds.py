"""What kind of file it is, told by its bytes first and its name second."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Literal

from auditor.errors import UnreadableDocumentError

Kind = Literal["pdf", "docx", "odt", "html", "md", "txt"]
NAMES: dict[str, Kind] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".text": "txt",
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")


def tell_kind(data: bytes, name: str) -> Kind:
    """Name the kind of a file.

    Raises:
        UnreadableDocumentError: it is empty, or of no kind that can be read.

    """
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableDocumentError("is empty", place=name, remedy="Download or export it again.")
    if b"%PDF-" in data[:65536]:
        return "pdf"
    if data.startswith(b"PK"):
        return _kind_of_zip(data, name)
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    kind = NAMES.get(ending)
    if data.startswith(OLD_OFFICE) or data.startswith(PICTURES) or ending in (".doc", ".rtf"):
        raise _unknown(name)
    if kind in ("pdf", "docx", "odt"):
        raise UnreadableDocumentError(
            f"not a {ending} file, whatever its name says",
            place=name,
            remedy="Open it in its own program and save it as PDF.",
        )
    if kind is None and b"\0" in data[:4096]:
        raise _unknown(name)
    if kind is None:
        return "html" if b"<html" in data[:4096].lower() else "txt"
    return kind


def _kind_of_zip(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if sum(entry.file_size for entry in archive.infolist()) > 1 << 30:
                raise UnreadableDocumentError(
                    "unpacks to more than a gigabyte", place=name, remedy="Save it as PDF."
                )
    except zipfile.BadZipFile:
        raise UnreadableDocumentError(
            "damaged", place=name, remedy="Download or export it again."
        ) from None
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        return "odt"
    raise _unknown(name)


def _unknown(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "of a kind that cannot be read",
        place=name,
        remedy="Save it as .pdf, .docx, .odt, .html, .md or .txt.",
    )
