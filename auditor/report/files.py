"""Output files, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from auditor.errors import UsageError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in one step: a reader finds the old one or the new one, never a part.

    Raises:
        UsageError: the file cannot be written there.

    """
    if path.is_dir():
        raise UsageError("a folder has that name", place=str(path), remedy="Name a file.")
    try:
        with replaced(path) as part, part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise UsageError(
            f"cannot write the file ({(error.strerror or str(error)).lower()})",
            place=str(path),
            remedy="Choose a folder that exists and that you may write to.",
        ) from error


def make_folder(folder: Path, remedy: str) -> None:
    """Make a folder where it is missing.

    Raises:
        UsageError: it cannot be made; the remedy names the option that chooses another.

    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = f"cannot be made ({error.strerror})"
        raise UsageError(why, place=str(folder), remedy=remedy) from None


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give a name to write to beside a file, and swap; nothing is left behind where that fails."""
    handle, name = tempfile.mkstemp(prefix=".auditor-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    try:
        yield Path(name)
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _mode(path: Path) -> int:
    """Keep the rights of the file replaced; else those that a new file would have."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
