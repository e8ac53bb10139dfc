"""PDF files opened, and mended where that helps."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from auditor.document.attachments import Attachment
from auditor.document.page import Rect
from auditor.document.pdf.pdfium.ffi import Pointer, direct, target_of
from auditor.errors import EncryptedDocumentError, UnreadableDocumentError

ENCRYPTED = b"/Encrypt"
"""Stands in every file that is locked: pdfium may give the error of the file before it."""
LAYERS, PACKED = b"/OCProperties", b"/ObjStm"
"""One of them stands in every file that has layers, the second where their name is packed up."""
CATALOGUES = (b"/Type/Catalog", b"/Type /Catalog")
LENGTH = re.compile(rb"/L (\d{1,15})")
END = 2048
"""Bytes at the beginning of a file that tell its length, and at its end of its last table."""
MOST_FIELDS = 20_000
"""Each counted as often as another holds it."""
PDFIUM = RLock()
"""pdfium serves one thread at a time."""
_LABEL = ctypes.create_string_buffer(128)
_RECT = raw.FS_RECTF()
_RECT_REFERENCE = ctypes.byref(_RECT)
_width = direct(raw.FPDF_GetPageWidthF, ctypes.c_float)
_height = direct(raw.FPDF_GetPageHeightF, ctypes.c_float)
_bounding_box = direct(raw.FPDF_GetPageBoundingBox, ctypes.c_int)
_rotation = direct(raw.FPDFPage_GetRotation, ctypes.c_int)
_close = direct(raw.FPDF_ClosePage, None)
_open_text = direct(raw.FPDFText_LoadPage, Pointer)
_close_text = direct(raw.FPDFText_ClosePage, None)


class OpenPage:
    """A page of a document that is open within a `with` block; its text is closed with it.

    pypdfium2 has each page and text watched over by another object: that takes as long as a few
    dozen questions to a page. Here whoever asks a page that is closed, or is of a document that
    is, gets an error.
    """

    def __init__(self, document: pdfium.PdfDocument, index: int) -> None:
        self._document, self._index = document, index
        self._page: Any = None
        self._text: Any = None

    def __enter__(self) -> OpenPage:
        """Have pdfium open it."""
        page = raw.FPDF_LoadPage(self._document, self._index)
        if not page:
            raise pdfium.PdfiumError("Failed to load page.")
        self._page = target_of(page)
        if self.form:
            raw.FORM_OnAfterLoadPage(self._page, self.form)
        return self

    def __exit__(self, *_: object) -> None:
        """Give it back to pdfium, unless its document was closed before it."""
        page, text = self._page, self._text
        self._page = self._text = None
        if self._document.raw:
            if text:
                _close_text(text)
            if self.form:
                raw.FORM_OnBeforeClosePage(page, self.form)
            _close(page)

    @property
    def handle(self) -> Any:
        """A reference to it.

        Raises:
            ValueError: the page or its document is closed.

        """
        if self._page is None or not self._document.raw:
            raise ValueError("a page that is closed")
        return self._page

    @property
    def text(self) -> Any:
        """A reference to its characters; they are gathered when first asked for."""
        if self._text is None or not self._document.raw:
            text = _open_text(self.handle)
            if not text:
                raise pdfium.PdfiumError("Failed to load text page.")
            self._text = target_of(text)
        return self._text

    @property
    def form(self) -> Any:
        """The form that is filled in on the pages of its document, if any."""
        return self._document.formenv

    def size(self) -> tuple[float, float]:
        """Give its width and height as displayed."""
        return _width(self.handle), _height(self.handle)

    def box(self) -> Rect:
        """Give left, bottom, right, top of what it shows, in page space."""
        if not _bounding_box(self.handle, _RECT_REFERENCE):
            raise pdfium.PdfiumError("Failed to get page bounding box.")
        return _RECT.left, _RECT.bottom, _RECT.right, _RECT.top

    def quarter(self) -> Any:
        """Give how far it is turned clockwise, in quarters."""
        quarters = int(_rotation(self.handle))
        if quarters < 0:
            raise pdfium.PdfiumError("Failed to get page rotation.")
        return quarters % 4


def open_pdf(data: bytes, name: str) -> pdfium.PdfDocument:
    """Open a PDF, mending what is before its header or in its table of contents.

    Raises:
        EncryptedDocumentError: it needs a password.
        UnreadableDocumentError: it is no PDF, damaged, or has no pages.

    """
    data = _from_header(data)
    with PDFIUM:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if "password" in str(error).lower() and ENCRYPTED in data:
                raise _locked(name) from None
            document = _mend(data, name)
        if len(document) == 0:
            raise _damaged(name)
    return document


def label_of(document: pdfium.PdfDocument, index: int) -> str:
    """Return what a page of a document is called; its number where it has no name."""
    length = raw.FPDF_GetPageLabel(document, index, _LABEL, len(_LABEL))
    if length > len(_LABEL):
        return str(document.get_page_label(index))
    return _LABEL.raw[: max(0, length - 2)].decode("utf-16-le") or str(index + 1)


def may_have_layers(data: bytes) -> bool:
    """True if the name of layers stands in a document, or may be packed up in it.

    It stands in the catalogue, which most programs leave plain.
    """
    if LAYERS in data or PACKED not in data:
        return LAYERS in data
    return not (_is_of_one_writing(data) and any(name in data for name in CATALOGUES))


def _is_of_one_writing(data: bytes) -> bool:
    """True if nothing was added to a file later, such as another catalogue.

    Files made to be shown before they are whole tell their length; of others some have a second
    table of contents that is empty, and names the first for older programs.
    """
    if b"/Linearized" in data[:END]:
        length = LENGTH.search(data, 0, END)
        return length is not None and int(length[1]) == len(data)
    tables = data.count(b"startxref")
    is_second_empty = tables == 2 and b"xref 0 0 trailer" in b" ".join(data[-END:].split())
    return tables == 1 or is_second_empty


def switches_layers_off(data: bytes) -> bool:
    """True if a document, which may have layers, has some that are not shown at first."""
    import pikepdf

    try:
        with _catalogue(data) as catalogue:
            layers = catalogue.get("/OCProperties")
            shown = None if layers is None else layers.get("/D")
            if shown is None:
                return False
            return bool(len(shown.get("/OFF") or ())) or shown.get("/BaseState") == "/OFF"
    except (pikepdf.PikepdfError, RuntimeError, ValueError, TypeError, AttributeError):
        return True  # a picture of the page tells


def holds_too_many_fields(data: bytes) -> bool:
    """True if the fields of a form hold each other so often that no engine comes to their end."""
    import pikepdf

    count = 0
    try:
        with _catalogue(data) as catalogue:
            fields = list(catalogue.AcroForm.get("/Fields", ()))
            while fields and count <= MOST_FIELDS:
                count += 1
                fields.extend(fields.pop().get("/Kids", ()))
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError):
        return False
    return count > MOST_FIELDS


def find_attachments(document: pdfium.PdfDocument) -> tuple[Attachment, ...]:
    """Find the files attached to an open document; those that cannot be got at are left out."""
    found = []
    for at in range(document.count_attachments()):
        try:
            attachment = document.get_attachment(at)
            found.append(Attachment(attachment.get_name(), bytes(attachment.get_data())))
        except pdfium.PdfiumError:
            continue
    return tuple(found)


def is_portfolio(data: bytes) -> bool:
    """True if a document is a wrapper for the files attached to it."""
    import pikepdf

    try:
        with _catalogue(data) as catalogue:
            return "/Collection" in catalogue
    except (pikepdf.PikepdfError, RuntimeError, ValueError):
        return False


@contextmanager
def _catalogue(data: bytes) -> Iterator[Any]:
    """Open what stands above the pages of a file, and leave the pages alone."""
    import io

    import pikepdf

    source = io.BytesIO(_from_header(data))
    with pikepdf.open(source, inherit_page_attributes=False) as document:
        yield document.Root


def _from_header(data: bytes) -> bytes:
    return data[max(0, data[:65536].find(b"%PDF-")) :]


def _mend(data: bytes, name: str) -> pdfium.PdfDocument:
    """Write a damaged file anew, and open that."""
    import io

    import pikepdf

    if b"%%EOF" not in data[-4096:]:
        raise UnreadableDocumentError(
            "is cut off before its end", place=name, remedy="Download or export it again."
        )
    try:
        mended = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as document:
            document.save(mended)
        return pdfium.PdfDocument(mended.getvalue())
    except pikepdf.PasswordError:
        raise _locked(name) from None
    except (pikepdf.PdfError, pdfium.PdfiumError, RuntimeError, ValueError):
        raise _damaged(name) from None


def _locked(name: str) -> EncryptedDocumentError:
    return EncryptedDocumentError(
        "needs a password", place=name, remedy="Save a copy without a password."
    )


def _damaged(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "damaged: no page could be found in it", place=name, remedy="Download or export it again."
    )
