"""The colours that the objects of a page are filled with."""

from __future__ import annotations

from ctypes import byref, c_int, c_uint

import numpy as np
import pypdfium2.raw as raw

from auditor.document.page import Ints
from auditor.document.pdf.pdfium.ffi import Pointer, Slots, call_each, direct

BLACK = (0, 0, 0, 255)
_fill = direct(raw.FPDFPageObj_GetFillColor, c_int)
_COLOURS = Slots(c_uint, 4)
_CHANNELS = [c_uint() for _ in range(4)]
_CHANNEL_REFERENCES = [byref(channel) for channel in _CHANNELS]


def fill_colour(thing: Pointer) -> tuple[int, int, int, int]:
    """Read the fill colour of a page object; opaque black where it has none."""
    if not thing or not _fill(thing, *_CHANNEL_REFERENCES):
        return BLACK
    red, green, blue, alpha = _CHANNELS
    return red.value, green.value, blue.value, alpha.value


def fill_colours(things: list[Pointer]) -> Ints:
    """Read the fill colours of objects, a row an object."""
    count = len(things)
    channels = [_COLOURS.references(count, channel) for channel in range(4)]
    found = _COLOURS.numbers[:count]
    found[:] = BLACK  # where none is given
    call_each(_fill, things, *channels)
    return found.astype(np.int64)
