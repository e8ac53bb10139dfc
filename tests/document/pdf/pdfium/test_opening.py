"""PDF files opened."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from auditor.document.pdf.pdfium.opening import (
    is_portfolio,
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
