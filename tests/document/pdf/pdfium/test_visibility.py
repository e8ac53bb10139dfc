"""What hints that words cannot be seen, and what the page shows all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Never

import pikepdf
import pytest

from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import show, write_pdf

PLAIN = "\n".join(
    show("We support parents in every ward of the town.", 60, 780 - 14 * n) for n in range(4)
)
SECRET = show("Babies come first.", 60, 500)
ROUND = "50 490 m 350 490 l 350 520 l 350 530 50 530 50 520 c"
"""A shape over it."""


@pytest.mark.parametrize(
    ("content", "account"),
    [
        ("q 300 600 200 100 re W n " + SECRET + " Q", "clipped away"),
        (
            "q 50 520 300 20 re W n " + SECRET + " Q\n" + show("Roads come last.", 60, 497),
            "clipped away",
        ),
        (SECRET + "\nq 1 1 1 rg 50 490 300 30 re f Q", "painted over"),
        (SECRET + "\nq 1 1 1 rg " + ROUND + " h f Q", "painted over"),
        (SECRET + "\nq 1 1 1 rg " + ROUND + " h 52 492 296 26 re f Q", "painted over"),
    ],
    ids=["clip", "clip, and other words there", "white field", "white shape", "two shapes"],
)
def test_what_the_page_does_not_show_is_hidden(tmp_path: Path, content: str, account: str) -> None:
    """It is no text, and accounted for."""
    path = write_pdf(tmp_path / "page.pdf", [PLAIN + "\n" + content])
    document = read_document(path, Reading(ocr="off"))
    assert "Babies" not in document.text and account in document.hidden[0][1]


@pytest.mark.parametrize(
    "content",
    [
        "q 50 480 300 60 re W n " + SECRET + " Q",
        "q 0.8 0.9 1 rg 50 490 300 30 re f Q\n" + SECRET,
        show("Babies come first.", 60, 500, extra="1 Tr"),
        SECRET.replace("BT", "BT 3 Tr") + "\n" + SECRET,
    ],
    ids=["within its clip", "on a field", "as outlines", "unpainted over its own outlines"],
)
def test_what_the_page_shows_is_read(tmp_path: Path, content: str) -> None:
    """Clips, fields and outlines hide nothing by themselves."""
    path = write_pdf(tmp_path / "page.pdf", [PLAIN + "\n" + content])
    assert "Babies come first." in read_document(path, Reading(ocr="off")).text


@pytest.mark.parametrize("is_off", [True, False])
def test_a_layer_that_is_switched_off_is_hidden(tmp_path: Path, is_off: bool) -> None:
    """And one that is on is read."""
    path = write_pdf(tmp_path / "page.pdf", [PLAIN + "\n/OC /MC0 BDC\n" + SECRET + "\nEMC"])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        layer = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Notes"))
        document.pages[0].Resources.Properties = pikepdf.Dictionary(MC0=layer)
        shown = pikepdf.Dictionary(OFF=pikepdf.Array([layer] if is_off else []))
        document.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=shown)
        document.save(path)
    text = read_document(path, Reading(ocr="off")).text
    assert ("Babies" in text) is not is_off


def test_a_clip_within_a_form_is_known_by_the_place_of_the_form(tmp_path: Path) -> None:
    """Its numbers are those of the form, and what it shows is read."""
    path = write_pdf(tmp_path / "page.pdf", [PLAIN + "\nq 1 0 0 1 0 400 cm /Fm0 Do Q"])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        inner = "q 50 80 300 60 re W n " + show("Babies come first.", 60, 100) + " Q"
        form = document.make_stream(inner.encode())
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 595, 842])
        form.Resources = document.pages[0].Resources
        document.pages[0].Resources.XObject = pikepdf.Dictionary(Fm0=form)
        document.save(path)
    assert "Babies come first." in read_document(path, Reading(ocr="off")).text


FIELD = "q 1 1 1 rg 50 490 300 30 re f Q"


def test_words_under_a_box_with_other_words_on_it_are_hidden(tmp_path: Path) -> None:
    """The page shows the new words there, and they are read."""
    new = show("Roads are mended in spring.", 60, 500)
    path = write_pdf(tmp_path / "page.pdf", ["\n".join([PLAIN, SECRET, FIELD, new])])
    document = read_document(path, Reading(ocr="off"))
    assert "Babies" not in document.text and "Roads are mended" in document.text


@pytest.mark.parametrize(
    "frame",
    [
        f"{ROUND} h 52 492 m 52 518 l 348 518 l 348 492 l h f",
        "0.1 0 0 0.1 0 0 cm 500 4900 3000 300 re 520 4920 m 520 5180 l 3480 5180 l 3480 4920 l f",
        "50 480 m 350 480 l 350 530 l 340 530 l 340 490 l 50 490 l f",
    ],
    ids=["round", "in smaller units", "on two sides"],
)
def test_words_in_a_frame_are_read_without_a_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, frame: str
) -> None:
    """What is painted later around words, as the frame of a chart, hides nothing."""
    monkeypatch.setattr("auditor.document.pdf.pdfium.extraction.draw_grey", _draws_nothing)
    path = write_pdf(tmp_path / "page.pdf", [f"{PLAIN}\n{SECRET}\nq {frame} Q"])
    assert "Babies come first." in read_document(path, Reading(ocr="off")).text


def _draws_nothing(*_: object) -> Never:
    raise AssertionError("a picture was drawn")


def test_words_under_a_marker_that_shines_through_are_read(tmp_path: Path) -> None:
    """It is painted as a full field, but multiplies the colour of what is under it."""
    marker = "q /GS0 gs 1 0.9 0 rg 50 490 300 30 re f Q"
    path = write_pdf(tmp_path / "page.pdf", ["\n".join([PLAIN, SECRET, marker])])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        state = pikepdf.Dictionary(BM=pikepdf.Name.Multiply)
        document.pages[0].Resources.ExtGState = pikepdf.Dictionary(GS0=state)
        document.save(path)
    assert "Babies come first." in read_document(path, Reading(ocr="off")).text


@pytest.mark.parametrize("is_off", [True, False])
def test_a_form_on_a_layer_that_is_switched_off_is_hidden(tmp_path: Path, is_off: bool) -> None:
    """The layer is named by the form itself, and no mark stands in the page."""
    path = write_pdf(tmp_path / "page.pdf", [PLAIN + "\n/Fm0 Do"])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        layer = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Notes"))
        form = document.make_stream(SECRET.encode("cp1252"))
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox, form.OC = pikepdf.Array([0, 0, 595, 842]), layer
        form.Resources = pikepdf.Dictionary(Font=document.pages[0].Resources.Font)
        document.pages[0].Resources.XObject = pikepdf.Dictionary(Fm0=form)
        shown = pikepdf.Dictionary(OFF=pikepdf.Array([layer] if is_off else []))
        document.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=shown)
        document.save(path)
    text = read_document(path, Reading(ocr="off")).text
    assert ("Babies" in text) is not is_off
