"""Ruled tables."""

from __future__ import annotations

from pathlib import Path

from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import typeset

PLAIN = Reading(ocr="off")


def rows(path: Path) -> list[str]:
    """Give the rows that are read."""
    document = read_document(path, PLAIN)
    return [document.text[b.start : b.end] for b in document.blocks if b.place == "table"]


def test_a_row_parted_by_the_end_of_a_page_is_one(tmp_path: Path) -> None:
    """Its sentence goes on in the row on the next page."""
    sentence = (
        "The partnership will look again at the transport between the villages and the town. "
    )
    path = typeset(
        tmp_path / "table.pdf",
        "#v(16cm)\n#table(columns: (3cm, 1fr, 2cm), [Action], [What], [Who], [Hubs], [Open two.], [Board],"
        f"[Babies], [{sentence * 16}], [Trust], [End], [All is done.], [Board])",
    )
    found = rows(path)
    assert max(row.count(sentence.strip()) for row in found) == 16
