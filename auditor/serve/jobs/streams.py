"""Streams of news that are open: a few, so that windows left open never block the page."""

from __future__ import annotations

import itertools
import threading
from collections import deque
from dataclasses import dataclass, field

MOST_STREAMS = 8
"""Streams that may be open; one more ends the oldest."""


@dataclass(slots=True)
class Streams:
    """The numbers of the streams that may go on, the oldest first."""

    _open: deque[int] = field(default_factory=lambda: deque(maxlen=MOST_STREAMS))
    _numbers: itertools.count[int] = field(default_factory=itertools.count)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def open(self) -> int:
        """Open a stream; where there are too many, the oldest is to end.

        >>> streams = Streams()
        >>> first, *_, last = [streams.open() for _ in range(MOST_STREAMS + 1)]
        >>> streams.is_open(first), streams.is_open(last)
        (False, True)
        """
        with self._lock:
            number = next(self._numbers)
            self._open.append(number)
            return number

    def is_open(self, number: int) -> bool:
        """Return True if a stream may go on."""
        return number in self._open
