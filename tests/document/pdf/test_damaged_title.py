"""A damaged title of a PDF costs the title, and not the document."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import show, write_pdf

TITLES = {
    "half a letter": b"<FEFFD800>",
    "half a letter, the other way": b"<FFFE00D8>",
    "no UTF-8": b"<EFBBBFFF>",
    "a list": b"[1 2]",
    "odd bytes": b"<FEFF00>",
    "nothing": b"()",
    "only a mark": b"<FEFF>",
    "itself": b"9 0 R",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_damaged_title_costs_the_title(tmp_path: Path, title: bytes) -> None:
    """The pages are read, and the document is called by its words or its file."""
    path = write_pdf(tmp_path / "plan.pdf", [show("Babies come first in this plan.", 60, 700)])
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        opened.trailer["/Info"] = opened.make_indirect(
            pikepdf.Dictionary(Title=pikepdf.String("x" * 30), Author=pikepdf.String("y" * 9))
        )
        opened.save(path)
    content = path.read_bytes()
    assert b"(" + b"x" * 30 + b")" in content
    content = content.replace(b"(" + b"x" * 30 + b")", title.ljust(32))
    path.write_bytes(content.replace(b"(yyyyyyyyy)", b"<FEFFD800> "))
    document = read_document(path, Reading(ocr="off"))
    assert "Babies come first" in document.text
    assert document.title and document.title.isprintable()
