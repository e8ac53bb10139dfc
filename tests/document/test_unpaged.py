"""Files without pages: each by the reader of its kind, settled as one text."""

from __future__ import annotations

import pytest

from auditor.document.unpaged import READERS, before_changes, find_reader
from auditor.errors import UnreadableDocumentError, UsageError
from tests.document.office.files import docx, odt, para
from tests.document.office.outlines import outline, read

FILES = [
    ("a.txt", b"We see every baby."),
    ("a.md", b"We see every **baby**."),
    ("a.html", b"<html><body><p>We see every baby.</p></body></html>"),
    ("a.docx", docx(para("We see every baby."))),
    ("a.odt", odt("<text:p>We see every baby.</text:p>")),
    ("a.rtf", rb"{\rtf1 We see every baby.\par}"),
]


@pytest.mark.parametrize(("name", "data"), FILES, ids=[name for name, _ in FILES])
def test_the_same_words_are_read_of_every_kind(name: str, data: bytes) -> None:
    """As one paragraph."""
    assert outline(read(data, name)) == [("body", "We see every baby.")]


@pytest.mark.parametrize("kind", READERS)
def test_every_kind_has_a_reader_that_is_there(kind: str) -> None:
    """A name in the table leads to a function."""
    assert callable(find_reader(kind))  # type: ignore[arg-type]  # the keys are kinds


def test_only_a_word_file_has_changes_to_take_back() -> None:
    """Others are refused with a remedy."""
    with pytest.raises(UsageError, match="Word"):
        before_changes(b"text", "txt", "a.txt")


def test_a_damaged_file_is_named() -> None:
    """The error says which."""
    with pytest.raises(UnreadableDocumentError) as caught:
        read(b"PK\x03\x04 nothing", "a.docx")
    assert caught.value.place == "a.docx"
