"""What the name of a font tells: whether it is bold, and whether its letters print signs."""

from __future__ import annotations

import ctypes
from ctypes import byref, c_int, c_ulong
from functools import lru_cache

import pypdfium2.raw as raw

from auditor.document.pdf.pdfium.ffi import Pointer, direct

BOLD_NAMES = (b"bold", b"black", b"heavy", b"semi", b"-bd")
SIGN_NAMES = (b"wingdings", b"webdings", b"dingbats", b"marlett")
"""Fonts in which a letter of the file prints a bullet, an arrow or a tick."""
FORCE_BOLD = 1 << 18
_font = direct(raw.FPDFText_GetFontInfo, c_ulong)
_NAME = ctypes.create_string_buffer(256)
_ROOM = c_ulong(256)
_FLAGS = c_int()
_FLAGS_REFERENCE = byref(_FLAGS)


def is_bold(page: Pointer, index: int) -> bool:
    """True if a character of a page's text is set bold."""
    return _names(_name(page, index), BOLD_NAMES) or bool(_FLAGS.value & FORCE_BOLD)


def prints_signs(page: Pointer, index: int) -> bool:
    """True if a character of a page's text is set in a font of signs."""
    return _names(_name(page, index), SIGN_NAMES)


def _name(page: Pointer, index: int) -> bytes:
    """Return the name of a font, and leave its flags where they are looked up."""
    _NAME.value = b""
    _font(page, index, _NAME, _ROOM, _FLAGS_REFERENCE)
    return _NAME.value


@lru_cache(maxsize=512)
def _names(name: bytes, parts: tuple[bytes, ...]) -> bool:
    name = name.lower()
    return any(part in name for part in parts)
