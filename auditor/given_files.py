"""Files that others have made and that are no documents: read whole, but never without end."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

MEGABYTE = 1024 * 1024
LARGEST = 64 * MEGABYTE
"""Bytes that such a file may have, and an archive unpack to."""
MOST_PARTS = 3_000_000
"""Objects and lists that JSON may hold: an audit of a thousand pages has a tenth of that."""


class GivenFileError(ValueError):
    """A file is larger than any of its kind could be, or no file at all; says so in few words."""


def read_given(path: Path, largest: int = LARGEST) -> bytes:
    """Read a file whole.

    Raises:
        GivenFileError: it is too large, or a pipe, a device or a folder.
        OSError: it cannot be read.

    """
    if not path.is_file():
        raise GivenFileError("the path leads to no file")
    with path.open("rb") as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        raise GivenFileError(f"the file is larger than {largest // MEGABYTE} MB")
    return data


def decode_given(data: bytes) -> str:
    """Read text as UTF-8; spreadsheets in Western Europe may write Windows-1252."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def delimiter_of(text: str) -> str:
    """Tell commas, semicolons and tabs apart by the line of names.

    >>> delimiter_of("path;country;year")
    ';'
    """
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def read_given_json(path: Path) -> Any:
    """Read JSON.

    Raises:
        GivenFileError: it is too large, has too many parts, or is not JSON.
        OSError: it cannot be read.

    """
    return parse_given_json(read_given(path))


def parse_given_json(data: bytes) -> Any:
    """Parse JSON.

    Raises:
        GivenFileError: it has too many parts, or is not JSON.

    """
    if data.count(b"{") + data.count(b"[") > MOST_PARTS:
        raise GivenFileError("the file has too many parts")
    try:
        return json.loads(data)
    except RecursionError:
        raise GivenFileError("the file is nested too deeply") from None
    except ValueError:
        raise GivenFileError("the file does not hold JSON") from None


def check_archive(path: Path) -> None:
    """Check that an archive, as a spreadsheet is one, does not unpack to more than it may.

    Raises:
        GivenFileError: it does, or is no archive.

    """
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(part.file_size for part in archive.infolist())
    # NotImplementedError: a version of zip that zipfile does not know
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise GivenFileError("the file is not a spreadsheet") from None
    if size > LARGEST:
        raise GivenFileError(f"the file unpacks to more than {LARGEST // MEGABYTE} MB")
