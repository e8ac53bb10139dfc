"""A file is opened for its margin, and a copy that would not read as the file does is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.document.margin.marks import Hand, Mark, Suggestion
from auditor.document.margin.opening import OpenFile, has_margin, open_file
from auditor.document.reading import read_document
from auditor.errors import UnreadableDocumentError
from auditor.records import Reading
from tests.document.margin.drafts import DRAFTS, Draft, package
from tests.document.office.files import para


@pytest.mark.parametrize("make", DRAFTS, ids=lambda make: make.__name__)
def test_a_file_is_read_as_the_audit_reads_it(make: Callable[[], Draft], tmp_path: Path) -> None:
    """The same text to the letter, so that places in it are the same."""
    path = tmp_path / "draft.docx"
    path.write_bytes(make().content)
    assert has_margin(path)
    assert open_file(path).text == read_document(path, Reading()).text


class Careless:
    """A margin that loses words."""

    def holds(self, start: int, end: int) -> bool:
        """Take all."""
        return True

    def takes(self, suggestion: Suggestion) -> bool:
        """Take all."""
        return True

    def write(self, marks: object, hand: Hand) -> bytes:
        """Return another file."""
        return package(para("Some words."))

    def without_suggestions(self, content: bytes) -> bytes:
        """Take nothing out."""
        return content


def test_a_copy_that_lost_words_is_never_written() -> None:
    """Better no copy than one whose words are not the writer's."""
    file = OpenFile("draft.docx", "docx", "Some other words.", Careless())
    with pytest.raises(UnreadableDocumentError, match="without changing its words"):
        file.write([Mark(0, 4, ("A comment.",))], Hand("a", "a"))


def test_a_suggestion_knows_the_letter_beside_it() -> None:
    """The one that it stands before, or the one that it stands after."""
    assert Suggestion(4, "x", "before").neighbour == (4, 5)
    assert Suggestion(4, "x", "after").neighbour == (3, 4)
