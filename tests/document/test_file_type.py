"""What a file is, is told by its bytes before its name."""

from __future__ import annotations

import pytest

from auditor.document import file_type
from auditor.document.file_type import tell_kind
from auditor.errors import DocumentError, EncryptedDocumentError
from tests.document.office.files import docx, odf, odt, para, zipped

TOLD = {
    "docx under another name": (docx(para("x")), "plan.doc", "docx"),
    "docm": (docx(para("x")), "plan.docm", "docx"),
    "odt": (odt("<text:p>x</text:p>"), "plan.odt", "odf"),
    "odp": (odf("presentation", ""), "plan", "odf"),
    "rtf named doc": (b"{\\rtf1 x}", "plan.doc", "rtf"),
    "rtf after a mark": (b"\xef\xbb\xbf{\\rtf1 x}", "plan.txt", "rtf"),
    "page named doc": (b"\r\n<html><body>x", "plan.doc", "html"),
    "page without a name": (b"<!DOCTYPE html>\n<p>x", "plan", "html"),
    "page in wide letters": ("<html><p>x</p></html>".encode("utf-16"), "plan", "html"),
    "text in wide letters": ("We will see babies.".encode("utf-16"), "plan.txt", "txt"),
    "text of any name": (b"We will see babies.", "README", "txt"),
    "Markdown": (b"# Babies", "plan.md", "md"),
}


@pytest.mark.parametrize(("data", "name", "kind"), TOLD.values(), ids=TOLD)
def test_the_kind_is_told(data: bytes, name: str, kind: str) -> None:
    """Names that programs give wrongly do not matter."""
    assert tell_kind(data, name) == kind


def misnamed(data: bytes) -> bytes:
    """Return a zip whose last part has a name that says it is UTF-8, and is not."""
    damaged, entry = bytearray(data), data.rfind(b"PK\x01\x02")
    damaged[entry + 9] |= 0x08
    damaged[entry + 46] = 0xFA
    return bytes(damaged)


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REFUSED = {
    "old Word": (OLD + b"\0" * 600, "plan.doc"),
    "picture": (b"\x89PNG\r\n", "plan.png"),
    "another zip": (zipped({"a.txt": "x"}), "plan.zip"),
    "empty": (b" \n", "plan.txt"),
    "page named pdf": (b"<html><body>Log in", "plan.pdf"),
    "text named docx": (b"We will see babies.", "plan.docx"),
    "zip whose names are damaged": (misnamed(docx(para("x"))), "plan.docx"),
    "zip that is cut off": (docx(para("x"))[:200], "plan.docx"),
    "bytes": (b"\x01\x00\x02\x00\x07" * 50, "plan.bin"),
}


@pytest.mark.parametrize(("data", "name"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_a_remedy(data: bytes, name: str) -> None:
    """The error names the file and says what to do."""
    with pytest.raises(DocumentError) as caught:
        tell_kind(data, name)
    assert caught.value.place == name and caught.value.remedy


def test_an_office_file_with_a_password_says_so() -> None:
    """Locked files are packed like those of old programs."""
    with pytest.raises(EncryptedDocumentError):
        tell_kind(OLD + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "plan.docx")


def test_a_zip_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb is told by what it says of its size, before anything is unpacked."""
    monkeypatch.setattr(file_type, "LARGEST", 1 << 20)
    data = zipped({"word/document.xml": b"\0" * (1 << 20), "_rels/.rels": "<x/>"})
    with pytest.raises(DocumentError, match="gigabyte"):
        tell_kind(data, "plan.docx")
    monkeypatch.setattr(file_type, "MOST_PARTS", 1)
    with pytest.raises(DocumentError):
        tell_kind(docx(para("x")), "plan.docx")
