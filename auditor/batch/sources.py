"""What is to be audited: files, folders, globs, manifests and URLs, as a list in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

ENDINGS = frozenset((".pdf", ".docx", ".odt", ".html", ".htm", ".md", ".markdown", ".txt"))
"""What a folder is searched for; a file named outright is tried whatever its ending."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document to audit: where its files are, and what the manifest says of it."""

    addresses: tuple[str, ...]
    """Paths or URLs; several are one document; none where `problem` says why."""
    columns: tuple[tuple[str, str], ...] = ()
    """The columns of the manifest, as they stood."""
    label: str = ""
    """What the input calls it, where that is more than its address (the name of a group)."""
    base: str = ""
    """The folder that relative paths start from; "" for the working directory."""
    problem: str = ""
    """Why there is nothing to open ("line 7 names no path or URL")."""

    @property
    def shown(self) -> str:
        """The address as the input gave it: what a row is known by."""
        return " + ".join(self.addresses) or self.label

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, without folders."""
        return tuple(file_name(address) for address in self.addresses)

    @property
    def is_local(self) -> bool:
        """Say whether every file of it is on this machine's disks."""
        return not any(is_url(address) for address in self.addresses)

    def path(self, address: str) -> Path:
        """Name the file on disk that a local address stands for."""
        return Path(self.base, local_part(address))


def is_url(address: str) -> bool:
    """
    Say whether an address must be fetched.

    >>> is_url("s3://plans/a.pdf"), is_url("plans/a.pdf"), is_url("file:///plans/a.pdf")
    (True, False, False)
    """
    return "://" in address and not address.lower().startswith("file://")


def local_part(address: str) -> str:
    """
    Take the path out of a `file://` address; leave others alone.

    >>> local_part("file:///plans/my%20plan.pdf")
    '/plans/my plan.pdf'
    """
    if address.lower().startswith("file://"):
        return unquote(urlsplit(address).path)
    return address


def file_name(address: str) -> str:
    """
    Name the file at the end of an address.

    >>> file_name("https://example.org/plans/a%20b.pdf?version=2"), file_name("plans/c.pdf")
    ('a b.pdf', 'c.pdf')
    """
    if is_url(address):
        parts = urlsplit(address)
        return unquote(parts.path.rstrip("/").rsplit("/", 1)[-1]) or parts.netloc
    return Path(local_part(address)).name


def find_sources(given: Iterable[str], *, output: Path | None = None) -> Iterator[Source]:
    """
    Turn what was typed into documents, in the order typed, folders by name.

    Nothing typed is lost: a folder or glob without documents yields a source
    that says so. What stands in the output folder is left out.

    Raises:
        UsageError: a manifest cannot be used, or an extra package is missing.

    """
    for each in given:
        found = False
        for source in _expand(each, output):
            found = True
            yield source
        if not found:
            yield Source((), label=each, problem="there is no document in it")


def _expand(given: str, output: Path | None) -> Iterator[Source]:
    if is_url(given):
        yield from _expand_url(given)
    elif Path(given).is_dir():
        yield from (Source((path,)) for path in _walk(given, output))
    elif given.lower().endswith(".csv"):
        from auditor.batch.manifest import read_manifest

        yield from read_manifest(Path(given))
    elif glob.has_magic(given) and not Path(given).exists():
        yield from (Source((path,)) for path in _match(given, output))
    else:
        yield Source((given,))


def _walk(folder: str, output: Path | None) -> Iterator[str]:
    """List the documents under a folder, sorted, hidden ones and locks of editors left out."""
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if _is_within(Path(top), output):
            folders.clear()
            continue
        for name in sorted(files):
            if Path(name).suffix.lower() in ENDINGS and not name.startswith((".", "~$")):
                yield str(Path(top, name))


def _match(pattern: str, output: Path | None) -> Iterator[str]:
    for path in sorted(glob.glob(pattern, recursive=True)):
        if Path(path).is_file() and not _is_within(Path(path), output):
            yield path


def _is_within(path: Path, folder: Path | None) -> bool:
    return folder is not None and path.resolve().is_relative_to(folder.resolve())


def _expand_url(url: str) -> Iterator[Source]:
    """List a remote folder or glob; a URL of the web is always one file."""
    if url.lower().startswith(("http://", "https://")):
        yield Source((url,))
        return
    from auditor.batch.remote import remote_system

    system, path = remote_system(url)
    protocol = url.split("://", 1)[0]
    if glob.has_magic(path):
        paths = sorted(map(str, system.glob(path)))
    elif system.isdir(path):
        paths = [each for each in sorted(map(str, system.find(path)))
                 if Path(each).suffix.lower() in ENDINGS]
    else:
        yield Source((url,))
        return
    for each in paths:
        yield Source((f"{protocol}://{each}" if "://" not in each else each,))
