"""What a font tells: whether it is bold, whether its letters print signs, and how deep they reach."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import byref, c_float, c_int, c_ulong
from functools import lru_cache

import numpy as np
import pypdfium2.raw as raw

from auditor.document.page import Bools
from auditor.document.pdf.pdfium.ffi import Pointer, direct

BOLD_NAMES = (b"bold", b"black", b"heavy", b"semi", b"-bd")
SIGN_NAMES = (b"wingdings", b"webdings", b"dingbats", b"marlett")
"""Fonts in which a letter of the file prints a bullet, an arrow or a tick."""
LEAST_DEPTH = 0.1
"""Of its size: how far the letters of any type reach below their line."""
FORCE_BOLD = 1 << 18
_descent = direct(raw.FPDFFont_GetDescent, c_int)
_DEPTH = c_float()
_DEPTH_REFERENCE = byref(_DEPTH)
_ONE = c_float(1.0)
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


def lack_depth(fonts: Sequence[int | None]) -> Bools | None:
    """Return which fonts do not say how deep their letters reach; nothing where all do.

    Writer leaves it out: the box of a word then reaches as deep as the ink of its letters.
    """
    flat = {font for font in set(fonts) if font and _is_flat(font)}
    return np.fromiter(map(flat.__contains__, fonts), bool, len(fonts)) if flat else None


def _is_flat(font: int) -> bool:
    found = _descent(Pointer(font), _ONE, _DEPTH_REFERENCE)
    return bool(found) and _DEPTH.value > -LEAST_DEPTH


def _name(page: Pointer, index: int) -> bytes:
    """Return the name of a font, and leave its flags where they are looked up."""
    _NAME.value = b""
    _font(page, index, _NAME, _ROOM, _FLAGS_REFERENCE)
    return _NAME.value


@lru_cache(maxsize=512)
def _names(name: bytes, parts: tuple[bytes, ...]) -> bool:
    name = name.lower()
    return any(part in name for part in parts)
