"""The child that reads documents for `guarded`: run as `python -m auditor.document.worker`.

It takes one request after another from its standard input and answers on its
standard output, each a length and a pickle. Before each it sets itself limits of
memory and processor time, where the system has such limits.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from auditor.errors import AuditorError, DocumentError, TooLargeDocumentError
from auditor.records import Document, Reading

LENGTH = struct.Struct("!Q")


def write_message(stream: IO[bytes], message: object) -> None:
    """Send one message."""
    data = pickle.dumps(message, protocol=5)
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def limit(memory: int, seconds: float) -> None:
    """Limit this process: bytes of address space, and processor time from now on."""
    try:
        import resource
    except ImportError:  # Windows has no such limits: the clock of the parent must do
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_below(memory, hard), hard))
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_below(used + int(seconds) + 2, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _below(wanted: int, hard: int) -> int:
    return wanted if hard < 0 else min(wanted, hard)


def answer(source: Path | Sequence[Path], reading: Reading) -> Document | AuditorError:
    """Read a document; give the error where it cannot be read."""
    try:
        from auditor.document.reading import read_document

        return read_document(source, reading)
    except AuditorError as error:
        return error
    except MemoryError:
        return too_large(source)
    except RecursionError:
        return DocumentError(
            "is nested too deeply to be read",
            place=_name(source),
            remedy="Print it to PDF anew and try that copy.",
        )


def too_large(source: Path | Sequence[Path]) -> TooLargeDocumentError:
    """Say that a document took more memory than it may."""
    return TooLargeDocumentError(
        "took more memory than reading a document may take",
        place=_name(source),
        remedy="Split it into parts, or print it to PDF anew.",
    )


def _name(source: Path | Sequence[Path]) -> str:
    return source.name if isinstance(source, Path) else ", ".join(path.name for path in source)


def main() -> None:
    """Answer requests until the parent hangs up."""
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get among the answers
    while head := requests.read(LENGTH.size):
        source, reading = pickle.loads(requests.read(LENGTH.unpack(head)[0]))
        limit(reading.memory, reading.seconds)
        write_message(answers, answer(source, reading))


if __name__ == "__main__":
    main()
