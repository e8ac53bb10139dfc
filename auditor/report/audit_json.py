"""Audits as JSON: written the same byte for byte every time, and read back."""

from __future__ import annotations

import json
import re
from pathlib import Path

from auditor.errors import UnreadableDocumentError, UsageError
from auditor.report.view import SCHEMA_VERSION, View

_NUMBERS = re.compile(r"\[\n\s+(-?\d[\d.e+-]*(?:,\n\s+-?\d[\d.e+-]*)*)\n\s+\]")
"""A list of numbers over several lines; no text can hold a bare line end."""
_ASK_AGAIN = "Make it with `auditor audit FILE --format json -o audit.json`."


def render_json(view: View) -> bytes:
    """Write an audit as JSON; boxes take one line each."""
    text = json.dumps(view, ensure_ascii=False, indent=2, allow_nan=False)
    return (_NUMBERS.sub(_on_one_line, text) + "\n").encode("utf-8", "replace")


def _on_one_line(numbers: re.Match[str]) -> str:
    return "[" + re.sub(r"\s+", " ", numbers[1]) + "]"


def is_audit_json(path: Path) -> bool:
    """Say whether a file is called as an audit in JSON is."""
    return path.suffix.lower() == ".json"


def read_audit_json(path: Path) -> View:
    """Read an audit back as plain data.

    Raises:
        UsageError: there is no such file.
        UnreadableDocumentError: the file is no audit, or one of another schema version.

    """
    if not path.is_file():
        raise UsageError("no such file", place=str(path), remedy=_ASK_AGAIN)
    try:
        view = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise UnreadableDocumentError(
            "the file is no JSON", place=str(path), remedy=_ASK_AGAIN
        ) from error
    return check_view(view, str(path))


def check_view(view: object, place: str) -> View:
    """Hold plain data against the schema of an audit.

    Raises:
        UnreadableDocumentError: it is no audit, or one of another schema version.

    """
    from auditor.report.schema import find_faults

    version = view.get("schema_version") if isinstance(view, dict) else None
    if not isinstance(view, dict) or not isinstance(version, str):
        raise UnreadableDocumentError("the file is no audit", place=place, remedy=_ASK_AGAIN)
    if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise UnreadableDocumentError(
            f"the audit has schema version {version}", place=place,
            remedy=f"This auditor reads {SCHEMA_VERSION}; audit the document again.",
        )
    if fault := find_faults(view):
        raise UnreadableDocumentError(
            f"the file is no whole audit ({fault})", place=place, remedy=_ASK_AGAIN
        )
    return view
