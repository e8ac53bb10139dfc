"""Functions of libpdfium called as plainly as can be: less than half the cost of a checked call.

Nothing is declared of their arguments, so nothing is converted: a pointer must come as a
`Pointer` or a reference, whole numbers that fit an int as they are, and longer ones as `c_ulong`.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import repeat, starmap
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Pointer(ctypes.POINTER(ctypes.c_char)):  # type: ignore[misc]  # ctypes makes the class
    """A pointer that stays one when a function returns it; false where it is null.

    It names what it points to: ctypes passes that on with less work than a `c_void_p`.
    """

    _type_ = ctypes.c_char

    def __init__(self, address: int = 0) -> None:
        super().__init__()
        ctypes.c_void_p.from_buffer(self).value = address


def target_of(handle: Any) -> Any:
    """Return a reference to what a handle points to: it is passed on faster than a pointer."""
    return ctypes.byref(handle.contents)


def direct(function: Any, result: Any) -> Any:
    """Make a function of libpdfium callable without checks, given the type of its result."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result)(address)


def results_of(function: Any, *arguments: Iterable[Any]) -> Iterator[Any]:
    """Call a function for each of some arguments, as long as the shortest column of them lasts.

    The record of the arguments is made once and used again, which `map` would not do.
    """
    return starmap(function, zip(*arguments, strict=False))


def call_each(function: Any, *arguments: Iterable[Any]) -> None:
    """Call a function for each of some arguments, for what it writes alone."""
    deque(results_of(function, *arguments), 0)


class Slots:
    """A growing buffer of records of numbers, with references to those columns that are asked for.

    Functions write into it through the references; `numbers` shows it as an array with a
    row a record.
    """

    def __init__(self, kind: Any, width: int) -> None:
        self._kind, self.width = kind, width
        self._hold(2048)

    def _hold(self, count: int) -> None:
        self.count = count
        self._buffer = (self._kind * (self.width * count))()
        self.numbers: NDArray[Any] = np.frombuffer(self._buffer, self._kind).reshape(-1, self.width)
        self._columns: dict[int, list[Any]] = {}

    def references(self, count: int, column: int = 0) -> list[Any]:
        """Give references to a column of at least so many records."""
        if count > self.count:
            self._hold(2 * count)
        if column not in self._columns:
            self._columns[column] = self._prepared(column)
        return self._columns[column]

    def _prepared(self, column: int) -> list[Any]:
        size = ctypes.sizeof(self._kind)
        record = size * self.width
        places = range(size * column, record * self.count, record)
        return list(map(ctypes.byref, repeat(self._buffer), places))
