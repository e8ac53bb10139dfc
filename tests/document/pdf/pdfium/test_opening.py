"""PDF files opened."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from auditor.document.pdf.pdfium.annotations import find_annotations
from auditor.document.pdf.pdfium.drawings import find_painted
from auditor.document.pdf.pdfium.glyphs import Glyphs
from auditor.document.pdf.pdfium.grey_pictures import draw_grey
from auditor.document.pdf.pdfium.opening import (
    OpenPage,
    is_portfolio,
    label_of,
    may_have_layers,
    open_pdf,
    switches_layers_off,
)
from auditor.errors import EncryptedDocumentError, UnreadableDocumentError
from tests.document.pages import show, write_pdf


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    """Give the bytes of a page."""
    return write_pdf(tmp_path / "page.pdf", [show("Babies first.", 60, 700)]).read_bytes()


def test_what_stands_before_the_header_is_cut_off(data: bytes) -> None:
    """Some servers put lines there."""
    assert len(open_pdf(b"HTTP/1.1 200 OK\n" * 20 + data, "page.pdf")) == 1


def test_a_damaged_table_is_mended(data: bytes) -> None:
    """The place of the cross references is wrong in it."""
    assert len(open_pdf(data.replace(b"startxref\n", b"startxref\n9"), "page.pdf")) == 1


@pytest.mark.parametrize("name", ["", "iv", "Anhang Ä", "x" * 62, "x" * 63, "x" * 64, "y" * 300])
def test_a_page_is_called_by_its_label_or_number(tmp_path: Path, data: bytes, name: str) -> None:
    """However long its label is."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = pikepdf.Array([0, pikepdf.Dictionary(P=name)])
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=numbers)
        pdf.save(tmp_path / "labelled.pdf")
    document = open_pdf((tmp_path / "labelled.pdf").read_bytes(), "labelled.pdf")
    assert label_of(document, 0) == (name or "1")
    document.close()


def test_a_closed_page_and_its_text_are_not_asked(data: bytes) -> None:
    """What pdfium had of them is freed."""
    document = open_pdf(data, "page.pdf")
    page = OpenPage(document, 0)
    with page:
        glyphs = Glyphs(page)
    assert_nothing_is_asked(document, page, glyphs)
    document.close()
    assert_nothing_is_asked(document, page, glyphs)


@pytest.mark.parametrize("asks_text", [False, True])
def test_a_page_of_a_closed_document_is_not_asked(data: bytes, asks_text: bool) -> None:
    """Nor given back: pdfium would look into its document."""
    document = open_pdf(data, "page.pdf")
    with OpenPage(document, 0) as page:
        glyphs = Glyphs(page) if asks_text else None
        document.close()
        assert_nothing_is_asked(document, page, glyphs)
    assert_nothing_is_asked(document, page, glyphs)


def assert_nothing_is_asked(
    document: pdfium.PdfDocument, page: OpenPage, glyphs: Glyphs | None
) -> None:
    """Whatever is asked of the page is an error."""
    for ask in (page.size, page.box, page.quarter, lambda: page.text, lambda: Glyphs(page)):
        with pytest.raises(ValueError, match="closed"):
            ask()
    with pytest.raises(ValueError, match="closed"):
        find_painted(page)
    with pytest.raises(ValueError, match="closed"):
        find_annotations(document, page)
    with pytest.raises(ValueError, match="closed"):
        draw_grey(page, 1.0)
    if glyphs is not None:
        for look in (glyphs.boxes, lambda: glyphs.types([0]), lambda: glyphs.box_at(0)):
            with pytest.raises(ValueError, match="closed"):
                look()


def test_a_page_that_is_not_there_is_not_opened(data: bytes) -> None:
    """As one that is damaged."""
    document = open_pdf(data, "page.pdf")
    with pytest.raises(pdfium.PdfiumError), OpenPage(document, 1):
        pass
    document.close()


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_a_cut_off_file_is_refused(data: bytes, cut: float) -> None:
    """No silent page is read of it."""
    with pytest.raises(UnreadableDocumentError):
        open_pdf(data[: int(cut * len(data))], "page.pdf")


def test_a_locked_file_wants_its_password(tmp_path: Path, data: bytes) -> None:
    """And says so."""
    path = tmp_path / "locked.pdf"
    with pikepdf.open(tmp_path / "page.pdf") as document:
        document.save(path, encryption=pikepdf.Encryption(user="secret", owner="owner"))
    with pytest.raises(EncryptedDocumentError):
        open_pdf(path.read_bytes(), "locked.pdf")


def test_a_damaged_file_after_a_locked_one_wants_no_password(tmp_path: Path, data: bytes) -> None:
    """The engine may keep the error of the file before it."""
    path = tmp_path / "locked.pdf"
    with pikepdf.open(tmp_path / "page.pdf") as document:
        document.save(path, encryption=pikepdf.Encryption(user="secret", owner="owner"))
    with pytest.raises(EncryptedDocumentError):
        open_pdf(path.read_bytes(), "locked.pdf")
    pikepdf.new().save(tmp_path / "empty.pdf")
    with pytest.raises(UnreadableDocumentError):
        open_pdf((tmp_path / "empty.pdf").read_bytes(), "empty.pdf")


def test_plain_files_are_neither_portfolios_nor_layered(data: bytes) -> None:
    """Most are plain."""
    assert not is_portfolio(data) and not switches_layers_off(data)


@pytest.mark.parametrize("packed", ["disable", "generate"])
@pytest.mark.parametrize("is_off", [True, False])
def test_layers_that_are_off_are_known(
    tmp_path: Path, data: bytes, packed: str, is_off: bool
) -> None:
    """Also where the file packs up what it says of them."""
    with pikepdf.open(tmp_path / "page.pdf") as document:
        layer = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Notes"))
        shown = pikepdf.Dictionary(OFF=pikepdf.Array([layer] if is_off else []))
        document.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=shown)
        document.save(tmp_path / "layers.pdf", object_stream_mode=pikepdf.ObjectStreamMode[packed])
    layered = (tmp_path / "layers.pdf").read_bytes()
    assert may_have_layers(layered) and switches_layers_off(layered) is is_off


@pytest.mark.parametrize("packed", ["disable", "generate"])
@pytest.mark.parametrize("linearize", [True, False])
def test_files_without_layers_are_told_by_a_plain_catalogue(
    tmp_path: Path, data: bytes, packed: str, linearize: bool
) -> None:
    """What is added to a file later may pack up another."""
    with pikepdf.open(tmp_path / "page.pdf") as document:
        mode = pikepdf.ObjectStreamMode[packed]
        document.save(tmp_path / "saved.pdf", object_stream_mode=mode, linearize=linearize)
    saved = (tmp_path / "saved.pdf").read_bytes()
    assert may_have_layers(saved) is (packed == "generate" and not linearize)
    assert may_have_layers(saved + b"\nstartxref\n0\n%%EOF") is (packed == "generate")
