"""Audits as JSON: written the same byte for byte every time, and read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from json.encoder import encode_basestring
from math import isfinite
from pathlib import Path
from typing import cast

from auditor.errors import UnreadableDocumentError, UsageError
from auditor.given_files import GivenFileError, parse_given_json, read_given
from auditor.report.view import SCHEMA_VERSION
from auditor.report.views.audit import AuditView

_NUMBERS = frozenset((int, float))
_ASK_AGAIN = "Make it with `auditor audit FILE --format json -o audit.json`."


def render_json(view: Mapping[str, object]) -> bytes:
    """Write an audit, or a comparison, as JSON; boxes take one line each."""
    return (_written(view, "\n") + "\n").encode("utf-8", "replace")


def _written(value: object, line: str) -> str:
    """Write a value as `json` does with an indent, which is slow there; `line` begins its lines."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict) and value:
        inner = f"{line}  "
        parts = [f"{encode_basestring(key)}: {_written(one, inner)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(parts)}{line}}}"
    if isinstance(value, list | tuple) and value:
        if _NUMBERS.issuperset(map(type, value)):
            return f"[{', '.join(map(_bare, value))}]"
        inner = f"{line}  "
        return f"[{inner}{f',{inner}'.join([_written(one, inner) for one in value])}{line}]"
    return _bare(value)


def _bare(value: object) -> str:
    """Write what needs no lines of its own: a number, true, false, null or nothing in brackets."""
    if type(value) is int or (type(value) is float and isfinite(value)):
        return repr(value)
    if value is None:
        return "null"
    return json.dumps(value, allow_nan=False)


def is_audit_json(path: Path) -> bool:
    """True if a file is called as an audit in JSON is."""
    return path.suffix.lower() == ".json"


def read_audit_json(path: Path) -> AuditView:
    """Read an audit back as plain data.

    Raises:
        UsageError: there is no such file.
        UnreadableDocumentError: the file is no audit, or one of another schema version.

    """
    if not path.is_file():
        raise UsageError("no such file", place=str(path), remedy=_ASK_AGAIN)
    try:
        return audit_from(read_given(path), str(path))
    except GivenFileError as error:
        raise UnreadableDocumentError(str(error), place=str(path), remedy=_ASK_AGAIN) from None


def audit_from(content: bytes, place: str) -> AuditView:
    """Read an audit back from the bytes of its JSON.

    Raises:
        UnreadableDocumentError: they are no audit, or one of another schema version.

    """
    try:
        view = parse_given_json(content)
    except GivenFileError as error:
        raise UnreadableDocumentError(str(error), place=place, remedy=_ASK_AGAIN) from None
    return check_view(view, place)


def check_view(view: object, place: str) -> AuditView:
    """Hold plain data against the schema of an audit.

    Raises:
        UnreadableDocumentError: it is no audit, or one of another schema version.

    """
    from auditor.report.views.schema import find_faults

    version = view.get("schema_version") if isinstance(view, dict) else None
    if not isinstance(view, dict) or not isinstance(version, str):
        raise UnreadableDocumentError(
            "the file does not hold an audit", place=place, remedy=_ASK_AGAIN
        )
    if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise UnreadableDocumentError(
            f"the audit has schema version {version}",
            place=place,
            remedy=f"This auditor reads {SCHEMA_VERSION}; audit the document again.",
        )
    if fault := find_faults(view):
        raise UnreadableDocumentError(
            f"the audit is not whole ({fault})", place=place, remedy=_ASK_AGAIN
        )
    return cast("AuditView", view)
