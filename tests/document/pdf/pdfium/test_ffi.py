"""Records that a C library writes into, shown as an array."""

from __future__ import annotations

import ctypes

import pytest

from auditor.document.pdf.pdfium.ffi import Pointer, Slots


def test_what_is_written_through_a_reference_stands_in_its_row() -> None:
    """A column is a list of references, one a record."""
    slots = Slots(ctypes.c_double, 3)
    for row, reference in enumerate(slots.references(5, 1)[:5]):
        ctypes.memmove(reference, ctypes.byref(ctypes.c_double(row + 0.5)), 8)
    assert slots.numbers[:5, 1].tolist() == [0.5, 1.5, 2.5, 3.5, 4.5]


@pytest.mark.parametrize(("asked", "held"), [(1, 2048), (2048, 2048), (2049, 4098)])
def test_the_buffer_grows_with_what_is_asked(asked: int, held: int) -> None:
    """To twice as much."""
    slots = Slots(ctypes.c_float, 2)
    assert len(slots.references(asked)) == held == len(slots.numbers)


def test_a_null_pointer_is_false() -> None:
    """As callers ask."""
    assert not Pointer() and Pointer(8)
