"""The audit inside a report: found again in every kind, and missed where it is not there."""

from __future__ import annotations

import zlib
from base64 import b64encode
from pathlib import Path

import pytest

from auditor.errors import UnreadableDocumentError, UsageError
from auditor.report.data.embedded import find_embedded, read_report
from auditor.report.formats import FORMATS, render
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rules

HOLDING = ("html", "json", "pdf", "docx", "summary-pdf", "summary-docx")


@pytest.mark.parametrize("name", HOLDING)
def test_the_audit_comes_back_out_of_a_report(name: str, tmp_path: Path) -> None:
    """What is inside is the audit itself, whole."""
    one = rich_audit()
    view = view_of(one, rules())
    path = tmp_path / f"report{FORMATS[name].ending}"
    path.write_bytes(render(name, view, one, rules()))
    assert read_report(path) == view


def test_text_that_closes_a_script_does_not_break_the_page(tmp_path: Path) -> None:
    """The audit is packed into letters and digits, whatever the document says."""
    one = audit([explicit("</script><script>alert(1)</script> babies")])
    path = tmp_path / "report.html"
    path.write_bytes(render("html", view_of(one, rules()), one, rules()))
    assert read_report(path) == view_of(one, rules())


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<html></html>", id="another page"),
        pytest.param(b"%PDF-1.7 damaged", id="damaged PDF"),
        pytest.param(b"PK\x03\x04 damaged", id="damaged Word"),
        pytest.param(b'<script type="text/plain" id="audit">AAAA</script>', id="no packing"),
        pytest.param(b"", id="empty"),
    ],
)
def test_a_file_without_an_audit_is_said_to_be_one(content: bytes) -> None:
    """Another file is no report; the remedy says what to give."""
    with pytest.raises(UnreadableDocumentError) as raised:
        find_embedded(content, "x")
    assert "HTML, PDF or Word" in str(raised.value)


def test_an_audit_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    """What is inside is held against the schema."""
    inside = b64encode(zlib.compress(b'{"schema_version": "1.0"}')).decode()
    path = tmp_path / "report.html"
    path.write_text(f'<script type="text/plain" id="audit">{inside}</script>')
    with pytest.raises(UnreadableDocumentError):
        read_report(path)


def test_a_missing_report_is_a_usage_error(tmp_path: Path) -> None:
    """A wrong name is the user's to put right."""
    with pytest.raises(UsageError):
        read_report(tmp_path / "none.html")
