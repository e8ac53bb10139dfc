"""The audit that rides inside a report: packed into HTML and Word, attached to a PDF."""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
import zipfile
import zlib
from pathlib import Path

from auditor.errors import UnreadableDocumentError
from auditor.given_files import LARGEST, GivenFileError, read_given
from auditor.report.data.audit_json import (
    audit_from,
    is_audit_json,
    read_audit_json,
)
from auditor.report.views.audit import AuditView

PART = "customXml/audit.json"
"""Where a Word report holds its audit."""
ATTACHMENT = "audit.json"
"""What the audit is called in a PDF report."""
_IN_HTML = re.compile(rb'<script type="text/plain" id="audit">([A-Za-z0-9+/=\s]*)</script>')
_ASK_AGAIN = "Give a report that this auditor made as HTML, PDF or Word, or the audit as JSON."


def packed(view: AuditView) -> str:
    """Pack an audit into letters and digits that can stand in a page."""
    return base64.b64encode(zlib.compress(compact(view), 9)).decode("ascii")


def compact(view: AuditView) -> bytes:
    """Write an audit as JSON on one line, which costs a fifth of writing it to be read."""
    told = json.dumps(view, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return told.encode("utf-8", "replace")


def find_embedded(report: bytes, name: str) -> bytes:
    """Find the JSON of the audit inside a report.

    Raises:
        UnreadableDocumentError: there is none, or the file is damaged.

    """
    if report.startswith(b"%PDF-"):
        found = _in_pdf(report)
    elif report.startswith(b"PK"):
        found = _in_word(report)
    else:
        found = _in_html(report)
    if found is None:
        raise UnreadableDocumentError(
            "there is no audit in the file", place=name, remedy=_ASK_AGAIN
        )
    return found


def read_report(path: Path) -> AuditView:
    """Read the audit of a report: JSON, or the audit inside a report as HTML, PDF or Word.

    Raises:
        UsageError: there is no such file.
        UnreadableDocumentError: no audit is in it, or one of another schema version.

    """
    if is_audit_json(path) or not path.is_file():
        return read_audit_json(path)
    try:
        report = read_given(path)
    except GivenFileError as error:
        raise UnreadableDocumentError(str(error), place=path.name, remedy=_ASK_AGAIN) from None
    return audit_from(find_embedded(report, path.name), path.name)


def _in_html(report: bytes) -> bytes | None:
    found = _IN_HTML.search(report)
    if found is None:
        return None
    unpacking = zlib.decompressobj()
    try:
        return unpacking.decompress(base64.b64decode(found[1]), LARGEST)
    except (binascii.Error, zlib.error):
        return None


def _in_word(report: bytes) -> bytes | None:
    try:
        with zipfile.ZipFile(io.BytesIO(report)) as archive:
            if archive.getinfo(PART).file_size > LARGEST:
                return None
            return archive.read(PART)
    except (KeyError, zipfile.BadZipFile, zlib.error):
        return None


def _in_pdf(report: bytes) -> bytes | None:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(report)) as pdf:
            if ATTACHMENT not in pdf.attachments:
                return None
            return pdf.attachments[ATTACHMENT].get_file().read_bytes()
    except pikepdf.PdfError:
        return None
