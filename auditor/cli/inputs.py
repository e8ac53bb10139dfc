"""What documents are read from: files, and standard input put into one."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from auditor.errors import UsageError

STANDARD_INPUT = Path("-")
_SIGNATURES = ((b"%PDF", ".pdf"), (b"PK\x03\x04", ".docx"), (b"<", ".html"))


@contextlib.contextmanager
def on_disk(files: tuple[Path, ...]) -> Iterator[tuple[Path, ...]]:
    """Put standard input into a file; check that all the others are files."""
    for path in files:
        if path != STANDARD_INPUT and not path.is_file():
            what = "is a folder" if path.is_dir() else "no such file"
            remedy = "Use `auditor batch` for folders." if path.is_dir() else "Check the name."
            raise UsageError(what, place=str(path), remedy=remedy)
    if files.count(STANDARD_INPUT) > 1:
        raise UsageError("standard input can be read once only", remedy="Give - once.")
    with tempfile.TemporaryDirectory(prefix="auditor-") as folder:
        yield tuple(
            _write_input(Path(folder)) if path == STANDARD_INPUT else path for path in files
        )


def _write_input(folder: Path) -> Path:
    """Write standard input to a file whose ending follows from its first bytes."""
    content = sys.stdin.buffer.read()
    begins = content[:1024].lstrip()
    ending = next((ending for mark, ending in _SIGNATURES if begins.startswith(mark)), ".txt")
    path = folder / f"stdin{ending}"
    path.write_bytes(content)
    return path


def stems_of(documents: Sequence[Path | Sequence[Path]]) -> list[str]:
    """Return the name of each report, after its file; files of the same name are told apart by a number."""
    stems: list[str] = []
    for document in documents:
        stem = (document if isinstance(document, Path) else document[0]).stem
        taken = sum(1 for other in stems if other == stem or other.startswith(f"{stem}-"))
        stems.append(f"{stem}-{taken + 1}" if stem in stems else stem)
    return stems
