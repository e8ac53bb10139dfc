"""Whole files that stand in for part of a Word file's text."""

from __future__ import annotations

from auditor.document.file_type import tell_kind
from auditor.document.flow.drafts import PlainText
from auditor.errors import AuditorError

INNER = ("docx", "html", "mhtml", "rtf", "txt")
"""Kinds that Word lets stand in for text."""
MOST = 1
"""Files in files in files are not followed."""
_depth: list[int] = []


def read_chunk(data: bytes) -> PlainText | None:
    """Read a file within a file; None where its kind is not read."""
    from auditor.document.unpaged import find_reader

    if len(_depth) >= MOST:
        return None
    _depth.append(1)
    try:
        kind = tell_kind(data, "")
        return find_reader(kind)(data) if kind in INNER else None
    except AuditorError:
        return None
    finally:
        _depth.pop()
