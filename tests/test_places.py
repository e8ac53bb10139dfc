"""Where a span stands, as a person would say it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.places import file_of, label_of, locate, page_in_file
from auditor.records import SourceFile
from tests.builders import audit, document, explicit, statement

FILES = (
    SourceFile("a.pdf", "a" * 64, 2, 1),
    SourceFile("note.md", "b" * 64, 0, 0),
    SourceFile("c.pdf", "c" * 64, 3, 3),
)


@pytest.mark.parametrize(
    ("number", "name", "within"), [(1, "a.pdf", 1), (2, "a.pdf", 2), (3, "c.pdf", 1), (5, "c.pdf", 3)]
)  # fmt: skip
def test_a_page_belongs_to_a_file_and_counts_from_its_beginning(
    number: int, name: str, within: int
) -> None:
    """Files without pages have none."""
    made = replace(document([statement()]), files=FILES)
    found = file_of(number, made)
    assert found is not None and found.name == name and page_in_file(number, made) == within


def test_one_file_is_not_named() -> None:
    """Its pages count as they are."""
    made = document([statement()])
    assert file_of(1, made) is None and page_in_file(7, made) == 7


def test_a_statement_stands_on_a_page_with_its_boxes() -> None:
    """In a document without pages it stands nowhere."""
    made = audit([explicit("Babies have mental health too.")])
    place = locate(made.statements[0], made.document)
    assert place.page == 1 and place.boxes and place.label == label_of(1, made.document)
    unpaged = audit([explicit()], paged=False)
    assert locate(unpaged.statements[0], unpaged.document).page is None
    assert label_of(9, made.document) is None
