"""Office files: the same byte for byte each time, and no character that XML cannot hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from auditor.report.views.plain import with_texts

NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip file can hold: it stands for none."""
KINDS = "[Content_Types].xml"
"""Where an Office file lists the kinds of its parts."""
JSON = b'<Default Extension="json" ContentType="application/json"/>'


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """Put files, by their names, into one zip file.

    >>> zip_files({"a.txt": b"a"}) == zip_files({"a.txt": b"a"})
    True
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(_entry(name), content)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, NO_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    return entry


def without_dates(archive: bytes) -> bytes:
    """Zip the files of a zip file again, without the dates that stand in it."""
    return zip_files(_unzipped(archive))


def with_json(archive: bytes, name: str, content: bytes) -> bytes:
    """Add a JSON file to an Office file, and its kind to the list of kinds; no date stays."""
    files = _unzipped(archive)
    files[KINDS] = files[KINDS].replace(b"<Override", JSON + b"<Override", 1)
    return zip_files(files | {name: content})


def _unzipped(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return {name: source.read(name) for name in source.namelist()}


def without_controls(value: Any) -> Any:
    """Drop what no XML file can hold; `shown` has already written out most of it."""
    return with_texts(value, lambda text: "".join(filter(_stands_in_xml, text)))


def _stands_in_xml(character: str) -> bool:
    if character in "\ufffe\uffff":
        return False
    return " " <= character <= "\ud7ff" or character >= "\ue000" or character in "\t\n"
