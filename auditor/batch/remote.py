"""Files that are somewhere else: fetched to a folder of their own, one document at a time."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Any, Protocol

from auditor.batch.sources import file_name
from auditor.errors import TooLargeDocumentError, UnreadableDocumentError, UsageError

LARGEST = 512 * 1024 * 1024
"""Bytes a fetched file may have."""
PATIENCE = 60.0
"""Seconds a server may be silent."""
_PIECE = 1024 * 1024


class RemoteSystem(Protocol):
    """The part of an fsspec file system that a batch uses."""

    def glob(self, path: str) -> list[Any]:
        """List the paths that a pattern covers."""

    def find(self, path: str) -> list[Any]:
        """List the files under a folder."""

    def isdir(self, path: str) -> bool:
        """Say whether a path is a folder."""

    def open(self, path: str, mode: str) -> IO[bytes]:
        """Open a file."""

    def ukey(self, path: str) -> str:
        """Give a mark that changes when the file does."""


def remote_system(url: str) -> tuple[RemoteSystem, str]:
    """
    Open the file system of a URL (`s3://`, `gs://`, `sftp://`, ...) and name the path in it.

    Raises:
        UsageError: fsspec, or its part for this kind of URL, is not installed.

    """
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise UsageError(
            "reading this kind of URL needs fsspec", place=url,
            remedy='Run: pip install "auditor[remote]"',
        ) from None
    try:
        system, path = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise UsageError(
            str(error), place=url, remedy="Install the package named, or download the files first.",
        ) from None
    return system, path


def write_fetched(address: str, folder: Path) -> Path:
    """
    Fetch one file into a folder, under its own name.

    Raises:
        UnreadableDocumentError: it could not be fetched.
        TooLargeDocumentError: it is larger than a document can be.

    """
    path = folder / (file_name(address).replace("/", "_") or "document")
    try:
        with _opened(address) as stream, path.open("wb") as file:
            _copy(stream, file, address)
    except UsageError as error:
        raise UnreadableDocumentError(
            error.message, place=address, remedy=error.remedy
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableDocumentError(
            f"could not be fetched ({_account(error)})", place=address,
            remedy="Check the address and the connection, then run the batch again.",
        ) from error
    return path


def _account(error: Exception) -> str:
    return str(error) or type(error).__name__


def _opened(address: str) -> IO[bytes]:
    if not address.lower().startswith(("http://", "https://")):
        system, path = remote_system(address)
        return system.open(path, "rb")
    answer: IO[bytes] = _answer(address, "GET")
    return answer


def _answer(address: str, method: str) -> Any:
    from urllib.parse import quote
    from urllib.request import Request, urlopen

    from auditor import __version__

    safe = quote(address, safe=":/?#[]@!$&'()*+,;=%~-._")
    request = Request(safe, headers={"User-Agent": f"auditor/{__version__}"}, method=method)
    return urlopen(request, timeout=PATIENCE)


def _copy(stream: IO[bytes], file: IO[bytes], address: str) -> None:
    length = 0
    while piece := stream.read(_PIECE):
        length += len(piece)
        if length > LARGEST:
            raise TooLargeDocumentError(
                f"larger than {LARGEST // 1024**2} MB", place=address,
                remedy="Audit the parts that matter as files of their own.",
            )
        file.write(piece)


def find_mark(address: str) -> str:
    """
    Ask for a mark that changes when a remote file does, without fetching the file.

    The answer is "" where the server has none: the address is then taken at its word.
    """
    try:
        if address.lower().startswith(("http://", "https://")):
            with _answer(address, "HEAD") as answer:
                found = (answer.headers.get(name, "") for name in ("ETag", "Last-Modified"))
                return " ".join(filter(None, found))
        system, path = remote_system(address)
        return system.ukey(path)
    except (OSError, ValueError, UsageError, NotImplementedError):
        return ""  # unreachable, or of a kind whose file system keeps no mark (NotImplementedError)
