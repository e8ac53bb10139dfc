"""One document to audit: its addresses, and what the manifest says of it."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit


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
        return legible(" + ".join(self.addresses) or self.label)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, without folders."""
        return tuple(legible(file_name(address)) for address in self.addresses)

    @property
    def name(self) -> str:
        """The names of its files as one, which its row is called by."""
        return " + ".join(self.names)

    @property
    def is_local(self) -> bool:
        """True if every file of it is on this machine's disks."""
        return not any(is_url(address) for address in self.addresses)

    def path(self, address: str) -> Path:
        """Return the file on disk that a local address stands for."""
        return Path(self.base, local_part(address))


def legible(name: str) -> str:
    r"""
    Write a name so that it can be kept and shown, also where its bytes are no UTF-8.

    >>> legible("plan\udcff.pdf"), legible("Plän.pdf")
    ('plan\\xff.pdf', 'Plän.pdf')
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    return name


def is_url(address: str) -> bool:
    """
    Return True for an address that must be fetched.

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
        return unquote("/" + address[len("file://") :].partition("/")[2])
    return address


def file_name(address: str) -> str:
    """
    Return the name of the file at the end of an address.

    >>> file_name("https://example.org/plans/a%20b.pdf?version=2"), file_name("plans/c.pdf")
    ('a b.pdf', 'c.pdf')
    """
    if is_url(address):
        try:
            parts = urlsplit(address)
        except ValueError:  # malformed: whoever fetches it will say so
            return address.rpartition("/")[2]
        return unquote(parts.path.rstrip("/").rsplit("/", 1)[-1]) or parts.netloc
    return Path(local_part(address)).name


def output_path(source: Source, sha256: str, form: str) -> str:
    """
    Return the path of an output file, named after its document: readable, and no two documents share one.

    >>> output_path(Source(("plans/Plan for Kent (final).pdf",)), "0123456789abcdef", "json")
    'audits/plan-for-kent-final-9e072f87.json'
    """
    stem = source.label if len(source.addresses) > 1 and source.label else ""
    stem = stem or Path(source.names[0]).stem
    words = re.sub(r"[^\w]+", "-", stem.lower()).strip("-_")[:60] or "document"
    folder = "audits" if form == "json" else "reports"
    mark = hashlib.sha256("\0".join((sha256, *source.names)).encode()).hexdigest()[:8]
    return f"{folder}/{words}-{mark}.{form}"
