"""What lies on a page and not in it: fields of forms, typed-on text, notes pinned to it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from auditor.document.page import Rect
from auditor.document.pdf.pdfium.ffi import Pointer, direct
from auditor.document.pdf.pdfium.opening import MOST_FIELDS, OpenPage, holds_too_many_fields
from auditor.records import UnreadPart

HIDDEN = 2 | 32
"""Flags of what is not shown (ISO 32000-1, table 165)."""
TEXT_FIELDS = frozenset(
    (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
)
NOTES = {
    raw.FPDF_ANNOT_TEXT: "note pinned to the page",
    raw.FPDF_ANNOT_HIGHLIGHT: "note pinned to the page",
    raw.FPDF_ANNOT_FILEATTACHMENT: "file attached to the page",
}
READ = frozenset((*NOTES, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_WIDGET))
"""Kinds of which something is read; most are links."""
MOST = 2000
"""Annotations looked at on one page."""
LONGEST = 20_000
"""Letters of a value or note."""

_count = direct(raw.FPDFPage_GetAnnotCount, ctypes.c_int)
_annotation = direct(raw.FPDFPage_GetAnnot, Pointer)
_kind = direct(raw.FPDFAnnot_GetSubtype, ctypes.c_int)
_close = direct(raw.FPDFPage_CloseAnnot, None)


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was found on a page; boxes are left, top, right, bottom in page space, y going up."""

    texts: tuple[tuple[str, Rect], ...] = ()
    """What people wrote into fields or onto the page: it is seen, and read as text."""
    notes: tuple[tuple[str, str], ...] = ()
    """What it is, and its words: of a person who comments on the document, not of the document."""


def open_forms(document: pdfium.PdfDocument, data: bytes) -> tuple[UnreadPart, ...]:
    """Make the values of a document's fields known, if it has fields; before pages are opened.

    Fields that hold each other without end are left alone, and told of.
    """
    if document.get_formtype() == raw.FORMTYPE_NONE:
        return ()
    if holds_too_many_fields(data):
        return (UnreadPart(1, "a form", f"it has more than {MOST_FIELDS:,} fields"),)
    document.init_forms()
    return ()


def find_annotations(document: pdfium.PdfDocument, page: OpenPage) -> Annotations:
    """Find the filled fields, typed-on texts and notes of a page."""
    texts: list[tuple[str, Rect]] = []
    notes: list[tuple[str, str]] = []
    for annotation, kind in _opened(page):
        if raw.FPDFAnnot_GetFlags(annotation) & HIDDEN:
            continue
        if kind in NOTES:
            words = _string(annotation, b"Contents")
            if words or kind == raw.FPDF_ANNOT_FILEATTACHMENT:
                notes.append((NOTES[kind], words))
            continue
        words = _written(document, annotation, kind)
        box = _box(annotation) if words else None
        if box is not None:
            texts.append((words, box))
    return Annotations(tuple(texts), tuple(notes))


def _opened(page: OpenPage) -> Iterator[tuple[Any, int]]:
    """Give the annotations of a page that are read, one after the other, with the kind of each."""
    holder = page.handle
    for at in range(min(MOST, _count(holder))):
        annotation = _annotation(holder, at)
        try:
            kind = _kind(annotation)
            if kind in READ:
                yield ctypes.cast(annotation, raw.FPDF_ANNOTATION), kind
        finally:
            _close(annotation)


def _written(document: pdfium.PdfDocument, annotation: Any, kind: int) -> str:
    """Return what is written in a field or typed onto the page; nothing of other kinds."""
    if kind == raw.FPDF_ANNOT_FREETEXT:
        return _string(annotation, b"Contents")
    form = document.formenv
    if kind != raw.FPDF_ANNOT_WIDGET or form is None:
        return ""
    if raw.FPDFAnnot_GetFormFieldType(form, annotation) not in TEXT_FIELDS:
        return ""
    return _filled(raw.FPDFAnnot_GetFormFieldValue, form, annotation)


def _string(annotation: Any, key: bytes) -> str:
    return _filled(raw.FPDFAnnot_GetStringValue, annotation, key)


def _filled(function: Any, *arguments: Any) -> str:
    """Return the text that a function writes into a buffer once it is large enough."""
    length = function(*arguments, None, 0)
    if not 2 < length <= 2 * LONGEST:
        return ""
    room = ctypes.create_string_buffer(length)
    function(*arguments, ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return " ".join(room.raw.decode("utf-16-le", "replace").rstrip("\0").split())


def _box(annotation: Any) -> Rect | None:
    rect = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
        return None
    return rect.left, rect.top, rect.right, rect.bottom
