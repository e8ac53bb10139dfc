"""How a batch was made: versions, hashes and settings, so that another can make it again.

There is no date and no machine in it: the same input by the same versions gives the same file.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from auditor.batch.job import Job
from auditor.batch.outputs import tool_of
from auditor.batch.particulars import Book
from auditor.batch.row import Entry
from auditor.rules import Rules

_LIBRARIES = "spacy pypdfium2 pdfplumber pikepdf lxml py3langid tesserocr numpy"
LIBRARIES = tuple(_LIBRARIES.split())
"""The libraries on which it can hang what is found."""


def provenance_of(
    entries: Sequence[Entry], job: Job, rules: Rules, given: Iterable[Path], book: Book
) -> dict[str, object]:
    """Return how a batch was made; `given` are the manifests and reviews, known by their hashes."""
    return {
        "tool": tool_of(rules),
        "python": platform.python_version(),
        "libraries": _libraries(),
        "settings": _settings(job, book),
        "given": [{"name": path.name, "sha256": hash_of(path)} for path in given if path.is_file()],
        "documents": documents_of(entries),
    }


def _libraries() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in LIBRARIES:
        with contextlib.suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def _settings(job: Job, book: Book) -> dict[str, object]:
    reading = {each.name: getattr(job.reading, each.name) for each in fields(job.reading)}
    return {
        **reading,
        "timeout": job.seconds,
        "formats": list(job.formats),
        "kind_column": book.kind_column,
        "report_language": job.report_language,
        "report_language_column": book.report_language_column,
        "reviewed_documents": len(book.rows),
    }


def documents_of(entries: Sequence[Entry]) -> list[dict[str, object]]:
    """List the documents by number, name and hash."""
    return [
        {"number": entry.number, "source": entry.shown_source, "sha256": entry.row.sha256}
        for entry in entries
    ]


def hash_of(path: Path) -> str:
    """Hash a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def render_provenance(facts: Mapping[str, object], written: Iterable[Path]) -> bytes:
    """Write the provenance, with the hash of each file that the batch wrote for all documents."""
    whole = {**facts, "files": {path.name: hash_of(path) for path in sorted(written)}}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()
