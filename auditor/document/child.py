"""What the child does for `sandbox`: it reads documents, one after the other."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import AuditorError, DocumentError, TooLargeDocumentError
from auditor.records import Document, Reading

if TYPE_CHECKING:
    from auditor.isolation.child_main import Answer, Send


def make_reader(setup: None) -> Answer:
    """Return what reads a document and sends it, or the error where it cannot be read."""

    def answer(question: tuple[tuple[Path, ...], Reading], send: Send) -> None:
        paths, reading = question
        send(read(paths, reading))

    return answer


def read(paths: Sequence[Path], reading: Reading) -> Document | AuditorError:
    """Read a document; return the error where it cannot be read."""
    try:
        return read_here(paths, reading)
    except AuditorError as error:
        return error
    except MemoryError:
        return too_large(paths)
    except RecursionError:
        return DocumentError(
            "is nested too deeply to be read",
            place=_name(paths),
            remedy="Print it to PDF again and try that copy.",
        )


def read_here(paths: Sequence[Path], reading: Reading) -> Document:
    """Read a document in this process, which is a child: its garbage collector is ours to stop.

    Reading makes many records and no cycles of them, and the search for cycles costs a tenth
    of it, and of importing what reads.

    Raises:
        DocumentError: the document cannot be read.

    """
    gc.disable()
    try:
        from auditor.document.reading import read_document

        return read_document(paths, reading)
    finally:
        gc.enable()


def too_large(paths: Sequence[Path]) -> TooLargeDocumentError:
    """Return the error of a document that took more memory than it may."""
    return TooLargeDocumentError(
        "took more memory than reading a document may take",
        place=_name(paths),
        remedy="Split it into parts, or print it to PDF again.",
    )


def _name(paths: Sequence[Path]) -> str:
    return ", ".join(path.name for path in paths)
