"""Files that are somewhere else: fetched to a folder of their own, one document at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol, TypeVar

from auditor.batch.sources.addresses import (
    WEB,
    FetchRules,
    find_hosts,
    port_of,
    scheme_of,
    split_address,
)
from auditor.batch.sources.source import file_name
from auditor.batch.sources.web import requested
from auditor.errors import (
    DocumentError,
    TooLargeDocumentError,
    UnreadableDocumentError,
    UsageError,
)

LARGEST = 512 * 1024 * 1024
"""Bytes a document's file may have."""
FETCHING = 240.0
"""Seconds that fetching one file may take."""
ASKING = 20.0
"""Seconds that asking for the mark of a file may take."""
LISTING = 120.0
"""Seconds that listing a remote folder may take."""
_PIECE = 1024 * 1024
T = TypeVar("T")


class RemoteSystem(Protocol):
    """The part of an fsspec file system that a batch uses."""

    def glob(self, path: str) -> list[Any]:
        """List the paths that a pattern covers."""

    def find(self, path: str) -> list[Any]:
        """List the files under a folder."""

    def isdir(self, path: str) -> bool:
        """Return True for a folder."""

    def open(self, path: str, mode: str) -> IO[bytes]:
        """Open a file."""

    def ukey(self, path: str) -> str:
        """Return a mark that changes when the file does."""


def remote_system(url: str, rules: FetchRules) -> tuple[RemoteSystem, str]:
    """Open the file system of a URL (`s3://`, `gs://`, ...) and name the path in it.

    The file system is asked for by its name alone, so that nothing in an address can choose
    another one.

    Raises:
        UnreadableDocumentError: such addresses are not fetched.
        UsageError: fsspec, or its part for this kind of URL, is not installed.

    """
    parts = split_address(url, rules)
    if parts.scheme == "ftp":
        find_hosts(parts, rules)
    try:
        from fsspec import get_filesystem_class
    except ImportError:
        raise UsageError(
            "reading this kind of URL needs fsspec",
            place=url,
            remedy='Run: pip install "auditor[remote]"',
        ) from None
    try:
        kind = get_filesystem_class(parts.scheme)
        where = {"host": parts.hostname, "port": port_of(parts)} if parts.scheme == "ftp" else {}
        return kind(**where), kind._strip_protocol(url)
    except (ImportError, ValueError) as error:
        raise UsageError(
            str(error),
            place=url,
            remedy="Install the package named, or download the files first.",
        ) from None


def write_fetched(address: str, folder: Path, rules: FetchRules) -> Path:
    """Fetch one file into a folder, under its own name.

    Raises:
        UnreadableDocumentError: it may not or could not be fetched.
        TooLargeDocumentError: it is larger than a document can be.

    """
    path = folder / _plain_name(address)
    try:
        with _opened(address, rules) as stream, path.open("wb") as file:
            _copy(stream, file, address)
    except DocumentError:
        raise
    except UsageError as error:
        raise UnreadableDocumentError(error.message, place=address, remedy=error.remedy) from error
    except Exception as error:  # file systems fail each in its own way
        raise UnreadableDocumentError(
            f"could not be fetched ({_account(error)})",
            place=address,
            remedy="Check the address and the connection, then run the batch again.",
        ) from error
    return path


def _plain_name(address: str) -> str:
    """Return a name that any file system takes."""
    name = "".join("_" if sign in "/\\\0" else sign for sign in file_name(address))
    stem, dot, ending = name.rpartition(".")
    room = 200 - len(ending.encode()) if len(ending) < 20 else 200
    stem = (stem if dot else name).encode("utf-8", "replace")[:room].decode("utf-8", "ignore")
    name = f"{stem}{dot}{ending}" if dot and len(ending) < 20 else stem
    return name if name.strip(".") else "document"


def _account(error: Exception) -> str:
    return str(error) or type(error).__name__


@contextmanager
def _opened(address: str, rules: FetchRules) -> Iterator[IO[bytes]]:
    if scheme_of(address) in WEB:
        with requested(address, "GET", rules, FETCHING) as response:
            yield response
        return
    system, path = remote_system(address, rules)
    with system.open(path, "rb") as stream:
        yield stream


def _copy(stream: IO[bytes], file: IO[bytes], address: str) -> None:
    length = 0
    while piece := stream.read(_PIECE):
        length += len(piece)
        if length > LARGEST:
            raise TooLargeDocumentError(
                f"larger than {LARGEST // 1024**2} MB",
                place=address,
                remedy="Audit the parts that matter as files of their own.",
            )
        file.write(piece)


def find_mark(address: str, rules: FetchRules) -> str:
    """Ask for a mark that changes when a remote file does, without fetching the file.

    The answer is "" where the server has none: the address is then taken at its word.
    """
    try:
        if scheme_of(address) in WEB:
            with requested(address, "HEAD", rules, ASKING) as answer:
                found = (answer.headers.get(name, "") for name in ("ETag", "Last-Modified"))
                return " ".join(filter(None, found))
        system, path = remote_system(address, rules)
        return system.ukey(path)
    except Exception:  # unreachable, not allowed, or of a kind whose file system keeps no mark
        return ""


def list_remote(url: str, rules: FetchRules, is_wanted: Callable[[str], bool]) -> tuple[str, ...]:
    """List the files that a remote folder or glob holds; a file is its own list.

    Raises:
        UnreadableDocumentError: it may not or cannot be listed, or takes too long.
        UsageError: fsspec, or its part for this kind of URL, is not installed.

    """
    system, path = remote_system(url, rules)
    scheme = scheme_of(url)
    found = _within(LISTING, lambda: _listed(system, path, is_wanted), url)
    if found is None:
        return (url,)
    return tuple(each if "://" in each else f"{scheme}://{each}" for each in sorted(found))


def _listed(system: RemoteSystem, path: str, is_wanted: Callable[[str], bool]) -> list[str] | None:
    from glob import has_magic

    if has_magic(path):
        return [str(each) for each in system.glob(path)]
    if system.isdir(path):
        return [str(each) for each in system.find(path) if is_wanted(str(each))]
    return None


def _within(seconds: float, work: Callable[[], T], url: str) -> T:
    """Do something that may hang, and wait for it so long."""
    done: list[T] = []
    problem: list[Exception] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as error:
            problem.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if done:
        return done[0]
    why = _account(problem[0]) if problem else f"took longer than {seconds:g} seconds"
    raise UnreadableDocumentError(
        f"could not be listed ({why})",
        place=url,
        remedy="Check the address and the connection, then run the batch again.",
    )
