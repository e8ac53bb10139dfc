"""Files that a person hands in: named harmlessly, kept in a private folder, gone after use."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

LONGEST_NAME = 120
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f:*?"|<>]' if os.name == "nt" else r"[\x00-\x1f\x7f]")
"""What the system does not allow in a name."""


class Sent(Protocol):
    """A file as a form sends it."""

    @property
    def filename(self) -> str | None:
        """The name it had on its own machine."""

    def save(self, dst: Path) -> None:
        """Write its bytes to a path."""


@dataclass(frozen=True, slots=True)
class Upload:
    """Files handed in together, in a folder of their own."""

    folder: Path
    paths: tuple[Path, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names that people know the files by."""
        return tuple(path.name for path in self.paths)

    def delete(self) -> None:
        """Delete the files and their folder."""
        shutil.rmtree(self.folder, ignore_errors=True)


def keep(files: Sequence[Sent], room: Path) -> Upload:
    """Save files into a new folder inside a private one, each under its own harmless name."""
    folder = Path(tempfile.mkdtemp(dir=room))
    try:
        return Upload(folder, tuple(_saved(files, folder)))
    except BaseException:  # a full disk: what was saved so far helps nobody
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _saved(files: Sequence[Sent], folder: Path) -> Iterator[Path]:
    for number, file in enumerate(files):
        own = folder / str(number)
        own.mkdir()
        path = own / harmless(file.filename or "")
        file.save(path)
        yield path


def harmless(name: str) -> str:
    r"""Take the last part of a name, without anything that could lead elsewhere.

    >>> harmless("../../etc/passwd"), harmless("C:\\plans\\plan.pdf"), harmless("..")
    ('passwd', 'plan.pdf', 'document')
    >>> harmless("plan\x00\n.pdf")
    'plan__.pdf'
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = _FORBIDDEN.sub("_", last).strip().strip(".").strip()
    if len(plain.encode()) > LONGEST_NAME:
        stem, dot, ending = plain.rpartition(".")
        ending = dot + ending if len(ending) <= 10 else ""
        stem = stem if ending else plain
        room = LONGEST_NAME - len(ending.encode())
        plain = stem.encode()[:room].decode("utf-8", "ignore") + ending
    return plain or "document"
