"""Fields of forms, typed-on text and notes."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from auditor.document.reading import read_document
from auditor.records import Document, Reading
from tests.document.pages import show, write_pdf

QUESTION = show("Who is not seen by this service?", 60, 700)


def with_annotation(path: Path, **entries: object) -> Document:
    """Write a page with one annotation below a question, and read it."""
    write_pdf(path, [QUESTION])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        made = document.make_indirect(
            Dictionary(Type=Name.Annot, Rect=Array([60, 660, 500, 685]), **entries)
        )
        document.pages[0].Annots = Array([made])
        if entries.get("Subtype") == Name.Widget:
            document.Root.AcroForm = Dictionary(Fields=Array([made]))
        document.save(path)
    return read_document(path, Reading(ocr="off"))


@pytest.mark.parametrize(
    "entries",
    [
        {"Subtype": Name.Widget, "FT": Name.Tx, "T": "one", "V": "Children under five."},
        {"Subtype": Name.FreeText, "Contents": "Children under five.", "DA": "/Helv 10 Tf"},
    ],
    ids=["field", "typed on"],
)
def test_what_people_wrote_is_text(tmp_path: Path, entries: dict[str, object]) -> None:
    """It is read after the question above it."""
    document = with_annotation(tmp_path / "form.pdf", **entries)
    assert document.text.split("\n\n") == [
        "Who is not seen by this service?",
        "Children under five.",
    ]


@pytest.mark.parametrize("subtype", [Name.Text, Name.Highlight])
def test_notes_are_listed_and_no_text(tmp_path: Path, subtype: Name) -> None:
    """A reader's comment is none of the document."""
    document = with_annotation(tmp_path / "note.pdf", Subtype=subtype, Contents="Babies?")
    assert "Babies" not in document.text
    assert [(part.page, "Babies?" in part.what) for part in document.parts_unread] == [(1, True)]


def test_what_is_not_shown_is_left_out(tmp_path: Path) -> None:
    """A hidden field holds no text."""
    document = with_annotation(
        tmp_path / "form.pdf", Subtype=Name.Widget, FT=Name.Tx, T="one", V="Secret", F=2
    )
    assert "Secret" not in document.text


def test_fields_that_hold_each_other_without_end_are_left_alone(tmp_path: Path) -> None:
    """Each of forty holds the next one twice; the page is read, and the fields are listed."""
    path = write_pdf(tmp_path / "form.pdf", [QUESTION])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        field = document.make_indirect(Dictionary(FT=Name.Tx, T="one"))
        for _ in range(40):
            field = document.make_indirect(Dictionary(Kids=Array([field, field])))
        document.Root.AcroForm = Dictionary(Fields=Array([field]))
        document.save(path)
    read = read_document(path, Reading(ocr="off"))
    assert "Who is not seen" in read.text
    assert [part.what for part in read.parts_unread] == ["a form"]
