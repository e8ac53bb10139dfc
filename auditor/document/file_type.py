"""What kind of file it is, told by its bytes first and its name second."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from auditor.errors import EncryptedDocumentError, UnreadableDocumentError

if TYPE_CHECKING:
    import zipfile

Kind = Literal[
    "pdf", "docx", "pptx", "xlsx", "odf", "fodf", "epub", "rtf", "html", "mhtml", "md", "txt"
]
NAMES: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xht": "html",
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".text": "txt",
}
BY_BYTES = (".pdf", ".docx", ".pptx", ".xlsx", ".odt", ".odp", ".ods", ".epub", ".rtf")
"""Endings of kinds that show themselves in their bytes: a file that does not is none of them."""
MAIN_PARTS: tuple[tuple[str, Kind], ...] = (
    ("word/", "docx"),
    ("ppt/", "pptx"),
    ("xl/", "xlsx"),
)
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What an office file holds that needs a password: it is packed like the old kinds."""
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""Bytes that open a text file and tell its encoding."""
PAGE = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
MAIL = re.compile(rb"^(?:from|mime-version|subject|snapshot-content-location):", re.I | re.M)
PARTED = b"multipart/related"
LARGEST = 1 << 30
"""Bytes that a file may unpack to."""
MOST_PARTS = 20_000


def tell_kind(data: bytes, name: str) -> Kind:
    """Return the kind of a file.

    Raises:
        UnreadableDocumentError: it is empty, or of no kind that can be read.
        EncryptedDocumentError: it needs a password.

    """
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableDocumentError("is empty", place=name, remedy="Download or export it again.")
    if b"%PDF-" in data[:65536]:
        return "pdf"
    if data.startswith(b"PK"):
        return _kind_of_zip(data, name)
    if data.startswith(OLD_OFFICE) and LOCKED in data:
        raise locked(name)
    if data.startswith(OLD_OFFICE) or data.startswith(PICTURES):
        raise _unknown(name)
    return _kind_of_text(data, name)


def _kind_of_text(data: bytes, name: str) -> Kind:
    """Return the kind of a file that is text of some kind; old programs give any of them any name."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    opening = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if opening.startswith(b"{\\rtf"):
        return "rtf"
    if b"office:document" in opening and OPEN_DOCUMENT in data[:65536]:
        return "fodf"
    if MAIL.search(opening) and (ending in (".mht", ".mhtml") or PARTED in opening.lower()):
        return "mhtml"
    kind = NAMES.get(ending)
    if kind is not None:
        return kind
    if ending in BY_BYTES:
        raise _misnamed(name, ending)
    if PAGE.search(_plain(data[:8192])):
        return "html"
    if ending == ".doc" or (b"\0" in data[:4096] and not data.startswith(MARKS)):
        raise _unknown(name)
    return "txt"


def _plain(data: bytes) -> str:
    """Return the letters of the first bytes of a file, whatever their width."""
    return data.replace(b"\0", b"").decode("latin-1")


def _kind_of_zip(data: bytes, name: str) -> Kind:
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _refuse_bomb(archive, name)
            kind = _kind_of_parts(archive)
    # NotImplementedError: a version or compression of zip that zipfile does not know
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, zlib.error):
        raise UnreadableDocumentError(
            "damaged", place=name, remedy="Download or export it again."
        ) from None
    except RuntimeError:
        raise locked(name) from None
    if kind is None:
        raise _unknown(name)
    return kind


def _refuse_bomb(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST:
        raise UnreadableDocumentError(
            "unpacks to more than a gigabyte", place=name, remedy="Save it as PDF."
        )


def _kind_of_parts(archive: zipfile.ZipFile) -> Kind | None:
    """Return the kind of a zip, by what it says of itself, else by the names of its parts."""
    names = [name.replace("\\", "/") for name in archive.namelist()]
    present = set(names)
    said = archive.read("mimetype")[:200] if "mimetype" in present else b""
    if "META-INF/container.xml" in present and "content.xml" not in present:
        return "epub"
    if OPEN_DOCUMENT in said or "content.xml" in present:
        return "odf"
    if "[Content_Types].xml" in present or "_rels/.rels" in present:
        for folder, kind in MAIN_PARTS:
            if any(each.startswith(folder) for each in names):
                return kind
    return None


def locked(name: str) -> EncryptedDocumentError:
    """Return the error of a file that needs a password."""
    return EncryptedDocumentError(
        "needs a password", place=name, remedy="Save a copy without a password."
    )


def _misnamed(name: str, ending: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"not a {ending} file, whatever its name says",
        place=name,
        remedy="Open it in its own program and save it as PDF.",
    )


def _unknown(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "of a kind that cannot be read",
        place=name,
        remedy="Save it as .pdf, .docx, .odt, .rtf, .pptx, .xlsx, .epub, .html, .md or .txt.",
    )
